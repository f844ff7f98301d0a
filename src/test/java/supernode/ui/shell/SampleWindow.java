package supernode.ui.shell;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import supernode.store.DesignReader;

/** The whole studio in a window, with a sample open and everything on the calling thread. */
final class SampleWindow {
  final Desk desk;
  final Screen screen;

  SampleWindow(Stage stage, String sample) {
    Path file = Path.of("sample-designs", sample + ".supernode.json");
    desk = new Desk(DesignReader.read(file, Desk.CATALOG).design());
    desk.settings.setNumber("window.x", 0);
    desk.settings.setNumber("window.y", 0);
    new StudioWindow(
            stage,
            desk.studio,
            desk.documents,
            new StudioSlots(),
            (_, progress) -> progress.accept(1),
            Runnable::run)
        .show();
    screen = new Screen(stage);
  }

  /** Does something on the window's thread and waits until it has been shown. */
  static void fx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(120_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
