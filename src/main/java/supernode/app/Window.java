package supernode.app;

import java.nio.file.Path;
import java.util.Optional;
import supernode.ui.shell.Start;
import supernode.ui.shell.StudioLauncher;

/** Opens the window, if there is a display. */
final class Window {
  private Window() {}

  static boolean displayAvailable() {
    return StudioLauncher.displayAvailable();
  }

  static int open(Optional<Path> file) {
    return open(file.<Start>map(Start.OfFile::new).orElseGet(Start.Nothing::new));
  }

  static int openSample(String name) {
    return open(new Start.OfSample(name));
  }

  private static int open(Start start) {
    if (!displayAvailable()) {
      throw new BadInput("app.noDisplay");
    }
    StudioLauncher.open(start, DocumentExporter::new);
    return 0;
  }
}
