package supernode.ui.shell;

import java.util.Locale;
import java.util.Map;

/** Whether a window can be opened here. */
public final class StudioLauncher {
  private StudioLauncher() {}

  /**
   * Whether there is a display to open a window on. Asked before the toolkit starts, which would
   * otherwise fail with a stack trace.
   */
  public static boolean displayAvailable() {
    return displayAvailable(
        System.getProperty("os.name", ""),
        System.getProperty("glass.platform", ""),
        System.getenv());
  }

  static boolean displayAvailable(
      String osName, String glassPlatform, Map<String, String> environment) {
    if (glassPlatform.equalsIgnoreCase("headless")) {
      return true;
    }
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("windows") || os.contains("mac")) {
      return true;
    }
    return isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
