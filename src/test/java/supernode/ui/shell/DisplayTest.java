package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
  @Test
  void linuxNeedsADisplayInItsEnvironment() {
    assertThat(StudioLauncher.displayAvailable("Linux", "", Map.of())).isFalse();
    assertThat(StudioLauncher.displayAvailable("Linux", "", Map.of("DISPLAY", ""))).isFalse();
    assertThat(StudioLauncher.displayAvailable("Linux", "", Map.of("DISPLAY", ":0"))).isTrue();
    assertThat(StudioLauncher.displayAvailable("Linux", "", Map.of("WAYLAND_DISPLAY", "wayland-0")))
        .isTrue();
  }

  @Test
  void theHeadlessPlatformAndOtherSystemsNeedNone() {
    assertThat(StudioLauncher.displayAvailable("Linux", "Headless", Map.of())).isTrue();
    assertThat(StudioLauncher.displayAvailable("Mac OS X", "", Map.of())).isTrue();
    assertThat(StudioLauncher.displayAvailable("Windows 11", "", Map.of())).isTrue();
  }
}
