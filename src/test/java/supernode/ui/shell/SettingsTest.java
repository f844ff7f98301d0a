package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Settings settings = Settings.inMemory();

  @Test
  void themeLanguageAndSizesAreKept() {
    settings.setTheme(Theme.DARK);
    settings.setLanguage("zh-CN");
    settings.setNumber("size.left", 300);

    assertThat(settings.theme()).isEqualTo(Theme.DARK);
    assertThat(settings.language()).isEqualTo("zh-CN");
    assertThat(settings.number("size.left", 248)).isEqualTo(300);
  }

  @Test
  void whatWasNeverSetHasItsDefault() {
    assertThat(settings.theme()).isEqualTo(Theme.LIGHT);
    assertThat(settings.number("size.right", 300)).isEqualTo(300);
    assertThat(settings.recentFiles()).isEmpty();
  }

  @Test
  void theLatestFileComesFirstAndOnlyOnce() {
    Path a = Path.of("a.supernode.json").toAbsolutePath();
    Path b = Path.of("b.supernode.json").toAbsolutePath();
    settings.addRecentFile(a);
    settings.addRecentFile(b);
    settings.addRecentFile(a);

    assertThat(settings.recentFiles()).containsExactly(a, b);
    assertThat(settings.latestFolder()).contains(a.getParent());
  }

  @Test
  void tenFilesAreKept() {
    for (int i = 0; i < 15; i++) {
      settings.addRecentFile(Path.of(i + ".supernode.json"));
    }

    assertThat(settings.recentFiles()).hasSize(10);
    assertThat(settings.recentFiles().getFirst()).hasFileName("14.supernode.json");
  }

  @Test
  void aFileThatIsGoneIsForgotten() {
    settings.addRecentFile(Path.of("a.supernode.json"));
    settings.forgetRecentFile(Path.of("a.supernode.json"));

    assertThat(settings.recentFiles()).isEmpty();
  }

  @Test
  void aSizeThatIsNoNumberIsNotUsed() {
    settings.setNumber("size.left", Double.NaN);

    assertThat(settings.number("size.left", 248)).isEqualTo(248);
  }
}
