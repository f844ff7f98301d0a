package supernode.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Remembers where the window stood; a place that no screen shows any more is not used. */
final class WindowPlace {
  private final Stage stage;
  private final Settings settings;

  WindowPlace(Stage stage, Settings settings) {
    this.stage = stage;
    this.settings = settings;
  }

  void restore() {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = Math.min(settings.number("window.width", 1600), screen.getWidth());
    double height = Math.min(settings.number("window.height", 1000), screen.getHeight());
    double x = settings.number("window.x", screen.getMinX() + (screen.getWidth() - width) / 2);
    double y = settings.number("window.y", screen.getMinY() + (screen.getHeight() - height) / 2);
    stage.setWidth(width);
    stage.setHeight(height);
    if (!Screen.getScreensForRectangle(x, y, width, height).isEmpty()) {
      stage.setX(x);
      stage.setY(y);
    }
    stage.setMinWidth(Math.min(820, screen.getWidth()));
    stage.setMinHeight(Math.min(540, screen.getHeight()));
    stage.setMaximized(settings.flag("window.maximized", false));
  }

  /** From now on the window's place is kept. */
  void remember() {
    stage.xProperty().subscribe(this::keep);
    stage.yProperty().subscribe(this::keep);
    stage.widthProperty().subscribe(this::keep);
    stage.heightProperty().subscribe(this::keep);
    stage.maximizedProperty().subscribe(this::keep);
  }

  private void keep() {
    settings.setFlag("window.maximized", stage.isMaximized());
    if (!stage.isMaximized() && !stage.isIconified()) {
      settings.setNumber("window.x", stage.getX());
      settings.setNumber("window.y", stage.getY());
      settings.setNumber("window.width", stage.getWidth());
      settings.setNumber("window.height", stage.getHeight());
    }
  }
}
