package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** A call reads only the command that it names, and nobody can tell. */
class StudioCommandTest {
  static Stream<String> names() {
    return Main.commandLine().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aCommandAloneIsTheCommandAmongAll(String name) {
    CommandLine alone = Main.commandLine(name, "--help").getSubcommands().get(name);
    assertThat(alone.getUsageMessage())
        .isEqualTo(Main.commandLine().getSubcommands().get(name).getUsageMessage());
  }

  @Test
  void helpKnowsThemAll() {
    assertThat(Main.commandLine("--help").getUsageMessage())
        .isEqualTo(Main.commandLine().getUsageMessage())
        .contains("open", "solve", "report", "generate-completion");
    assertThat(Main.commandLine("slove").getSubcommands()).containsKey("solve");
  }

  @Test
  void onlyACallThatAsksForTheWindowAloneGoesPastTheCommandLine() {
    assertThat(Main.opensWindow()).isTrue();
    assertThat(Main.opensWindow("open", "a b.supernode.json")).isTrue();
    assertThat(Main.opensWindow("open")).isFalse();
    assertThat(Main.opensWindow("open", "--help")).isFalse();
    assertThat(Main.opensWindow("open", "@arguments")).isFalse();
    assertThat(Main.opensWindow("open", "a.json", "b.json")).isFalse();
    assertThat(Main.opensWindow("open", "a\0b")).isFalse();
    assertThat(Main.opensWindow("solve", "a.json")).isFalse();
  }
}
