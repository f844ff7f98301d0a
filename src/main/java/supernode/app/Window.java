package supernode.app;

import java.nio.file.Path;
import java.util.Optional;
import supernode.ui.shell.Start;
import supernode.ui.shell.StudioLauncher;

/** Opens the window, if there is a display. */
final class Window {
  private Window() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @throws BadInput when there is no display
   */
  static int open(Optional<Path> file) {
    if (!open(file.<Start>map(Start.OfFile::new).orElseGet(Start.Nothing::new))) {
      throw new BadInput("app.noDisplay");
    }
    return 0;
  }

  /** Opens the window on a sample; returns false at once when there is no display. */
  static boolean openSample(String name) {
    return open(new Start.OfSample(name));
  }

  private static boolean open(Start start) {
    return StudioLauncher.open(start, DocumentExporter::new);
  }
}
