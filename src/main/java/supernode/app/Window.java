package supernode.app;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the window, if there is a display. */
final class Window {
  private Window() {}

  static int open(Optional<Path> file) {
    if (!displayAvailable()) {
      throw new BadInput("app.noDisplay");
    }
    throw new BadInput("app.noDisplay");
  }

  static boolean displayAvailable() {
    return false;
  }
}
