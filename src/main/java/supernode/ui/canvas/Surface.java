package supernode.ui.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import supernode.figure.ColorRole;
import supernode.figure.drawing.DesignFigure;

/**
 * The two painted layers, as large as the view: parts and links below, what the user is at above.
 * Painting waits for the next pulse, however often it is asked for.
 */
final class Surface extends Region {
  private static final double DOT_PX = 1.2;
  private static final double DOT_STEP_PX = 24;

  private final Board board;
  private final Annotations annotations;
  private final Canvas parts = new Canvas();
  private final Canvas above = new Canvas();
  private FxColors colors;
  private DesignFigure painted;
  private Camera paintedFrom;
  private FxColors paintedWith;

  Surface(Board board, Annotations annotations, FxColors colors) {
    this.board = board;
    this.annotations = annotations;
    this.colors = colors;
    // Its own layout root: a repaint lays out nothing else.
    setManaged(false);
    getChildren().addAll(parts, above);
    parts.setMouseTransparent(true);
    above.setMouseTransparent(true);
  }

  void colors(FxColors next) {
    colors = next;
    repaint();
  }

  void repaint() {
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean resized = parts.getWidth() != width || parts.getHeight() != height;
    if (resized) {
      for (Canvas c : new Canvas[] {parts, above}) {
        c.setWidth(width);
        c.setHeight(height);
      }
    }
    if (width <= 0 || height <= 0) {
      return;
    }
    Camera camera = board.camera();
    if (resized
        || painted != board.figure()
        || !camera.equals(paintedFrom)
        || paintedWith != colors) {
      paintParts(camera);
    }
    GraphicsContext g = above.getGraphicsContext2D();
    g.clearRect(0, 0, width, height);
    annotations.paint(g, colors);
  }

  private void paintParts(Camera camera) {
    GraphicsContext g = parts.getGraphicsContext2D();
    g.setFill(colors.of(ColorRole.CANVAS));
    g.fillRect(0, 0, getWidth(), getHeight());
    dots(g, camera);
    FxPainter.paint(board.figure().figure(), camera.view(), g, colors);
    painted = board.figure();
    paintedFrom = camera;
    paintedWith = colors;
  }

  /** Dots move with the drawing and come closer until every fifth is left. */
  private void dots(GraphicsContext g, Camera camera) {
    double step = DOT_STEP_PX / camera.scale();
    double unit = Math.pow(5, Math.ceil(Math.log(step) / Math.log(5)));
    double px = unit * camera.scale();
    while (px > 2 * DOT_STEP_PX) {
      px /= 2;
      unit /= 2;
    }
    double x0 = (Math.ceil(camera.left() / unit) * unit - camera.left()) * camera.scale();
    double y0 = (Math.ceil(camera.top() / unit) * unit - camera.top()) * camera.scale();
    g.setFill(colors.of(ColorRole.DOTS));
    for (double y = y0; y < getHeight(); y += px) {
      for (double x = x0; x < getWidth(); x += px) {
        g.fillRect(x - DOT_PX / 2, y - DOT_PX / 2, DOT_PX, DOT_PX);
      }
    }
  }
}
