package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Pen;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;

/** Dots that move along the links, when the user wants motion. Only what is seen moves. */
final class Motion {
  private static final double DOT_PX = 2;
  private static final double SPACING_PX = 26;
  private static final double SPEED_PX_PER_S = 40;
  private static final int MAX_LINES = 3000;

  private final Board board;
  private final List<double[]> lines = new ArrayList<>();
  private Figure figure;
  private Camera camera;
  private boolean on;
  private double seconds;

  Motion(Board board) {
    this.board = board;
  }

  boolean isOn() {
    return on;
  }

  void on(boolean next) {
    on = next;
    figure = null;
  }

  void at(double now) {
    seconds = now;
  }

  void paint(GraphicsContext g, FxColors c) {
    if (!on) {
      return;
    }
    collect();
    g.setFill(c.of(ColorRole.ACCENT));
    double phase = seconds * SPEED_PX_PER_S % SPACING_PX;
    Box seen = new Box(0, 0, board.camera().width(), board.camera().height());
    for (double[] l : lines) {
      double length = Math.hypot(l[2] - l[0], l[3] - l[1]);
      for (double at = phase; at < length; at += SPACING_PX) {
        double x = l[0] + (l[2] - l[0]) * at / length;
        double y = l[1] + (l[3] - l[1]) * at / length;
        if (seen.contains(x, y)) {
          g.fillOval(x - DOT_PX, y - DOT_PX, 2 * DOT_PX, 2 * DOT_PX);
        }
      }
    }
  }

  /** The links on the screen; they change with the drawing and the camera only. */
  private void collect() {
    if (figure == board.figure().figure() && board.camera().equals(camera)) {
      return;
    }
    figure = board.figure().figure();
    camera = board.camera();
    lines.clear();
    figure.paint(camera.view(), new Collector());
  }

  private final class Collector implements Pen {
    @Override
    public void draw(Shape shape, Transform t) {
      if (shape instanceof Shape.Line l
          && l.tag().startsWith("#")
          && lines.size() < MAX_LINES
          && carries(l.style())) {
        lines.add(new double[] {t.x(l.x1()), t.y(l.y1()), t.x(l.x2()), t.y(l.y2())});
      }
    }

    // Data and coolant move; current and heat are not shown as motion.
    private static boolean carries(Style style) {
      return style.stroke() instanceof Ink.Role(ColorRole role, double _)
          && role != ColorRole.POWER;
    }
  }
}
