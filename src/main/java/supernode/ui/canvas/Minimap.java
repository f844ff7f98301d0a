package supernode.ui.canvas;

import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.View;

/** The whole drawing in a corner, and where the view is; a press looks there. */
final class Minimap extends Canvas {
  private static final double WIDTH = 132;
  private static final double HEIGHT = 96;
  private static final double MARGIN = 6;

  private final Board board;

  /**
   * @param look given a camera to look from
   */
  Minimap(Board board, Consumer<Camera> look) {
    super(WIDTH, HEIGHT);
    this.board = board;
    setId("canvas-minimap");
    setOnMousePressed(e -> look.accept(camera(e)));
    setOnMouseDragged(e -> look.accept(camera(e)));
    addEventHandler(MouseEvent.ANY, Event::consume);
  }

  private View view() {
    Box world = board.figure().bounds();
    double scale =
        Math.min(
            (WIDTH - 2 * MARGIN) / Math.max(world.width(), 1e-9),
            (HEIGHT - 2 * MARGIN) / Math.max(world.height(), 1e-9));
    double x = world.centerX() - WIDTH / 2 / scale;
    double y = world.centerY() - HEIGHT / 2 / scale;
    return new View(new Box(x, y, WIDTH / scale, HEIGHT / scale), scale, 1);
  }

  private Camera camera(MouseEvent e) {
    View v = view();
    double x = v.world().x() + e.getX() / v.pixelsPerUnit();
    double y = v.world().y() + e.getY() / v.pixelsPerUnit();
    Camera c = board.camera();
    return new Camera(
        c.scale(),
        x - c.width() / 2 / c.scale(),
        y - c.height() / 2 / c.scale(),
        c.width(),
        c.height());
  }

  void paint(FxColors c) {
    GraphicsContext g = getGraphicsContext2D();
    View v = view();
    g.setFill(c.of(ColorRole.PANEL));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    FxPainter.paint(board.figure().figure(), v, g, c);
    Box seen = v.pixels().of(board.camera().visible());
    double x = Math.max(1, seen.x());
    double y = Math.max(1, seen.y());
    double right = Math.min(WIDTH - 1, seen.right());
    double bottom = Math.min(HEIGHT - 1, seen.bottom());
    g.setFill(c.of(ColorRole.ACCENT, 0.1));
    g.fillRect(x, y, right - x, bottom - y);
    g.setStroke(c.of(ColorRole.ACCENT));
    g.setLineWidth(1.5);
    g.strokeRect(x, y, right - x, bottom - y);
    g.setStroke(c.of(ColorRole.HAIRLINE));
    g.setLineWidth(1);
    g.strokeRect(0.5, 0.5, WIDTH - 1, HEIGHT - 1);
  }

  /** Of use only where there is more than the view shows. */
  boolean isOfUse() {
    // Before the first layout the view has no size, and nothing is to be seen of it.
    return board.camera().width() > 1
        && !board.camera().visible().contains(board.figure().bounds());
  }
}
