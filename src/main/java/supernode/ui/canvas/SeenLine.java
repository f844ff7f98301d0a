package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;
import supernode.figure.drawing.LinePen;
import supernode.figure.drawing.Tag;

/**
 * A link, pipe or cable on the screen.
 *
 * @param tag which it is; its path as seen from the root
 * @param xs of its points, pixels
 * @param ys of its points, pixels
 * @param role what it is made of
 * @param over parts that may lie over it: it passes behind them
 */
@SuppressWarnings("ArrayRecordComponent") // drawn as they are, never compared
record SeenLine(Tag tag, double[] xs, double[] ys, ColorRole role, List<Box> over) {
  /** A line that passes behind nothing. */
  SeenLine(Tag tag, double[] xs, double[] ys, ColorRole role) {
    this(tag, xs, ys, role, List.of());
  }

  /** The lines that the camera shows, at most so many. */
  static List<SeenLine> on(Board board, int most) {
    Collector collector = new Collector(board.figure().at().toString(), most);
    // As it is laid out: without what an overlay makes of it.
    board.figure().figure().drawnBy(pen -> pen).paint(board.camera().view(), collector);
    return collector.lines.stream()
        .map(l -> l.behind(collector.parts.getOrDefault(l.tag.path(), List.of())))
        .toList();
  }

  /** Whether a pixel of the line is hidden by a part. */
  boolean isHidden(double x, double y) {
    for (Box part : over) {
      if (part.contains(x, y)) {
        return true;
      }
    }
    return false;
  }

  private SeenLine behind(List<Box> parts) {
    List<Box> met = parts.stream().filter(this::meets).toList();
    return met.isEmpty() ? this : new SeenLine(tag, xs, ys, role, met);
  }

  private boolean meets(Box part) {
    for (int i = 1; i < xs.length; i++) {
      if (Box.between(xs[i - 1], ys[i - 1], xs[i], ys[i]).meets(part)) {
        return true;
      }
    }
    return false;
  }

  double length() {
    double sum = 0;
    for (int i = 1; i < xs.length; i++) {
      sum += Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
    }
    return sum;
  }

  SeenLine reversed() {
    int n = xs.length;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = xs[n - 1 - i];
      y[i] = ys[n - 1 - i];
    }
    return new SeenLine(tag, x, y, role, over);
  }

  private static final class Collector extends LinePen {
    private final List<SeenLine> lines = new ArrayList<>();

    /** Where parts and assemblies are drawn, by the assembly they stand in. */
    private final Map<String, List<Box>> parts = new HashMap<>();

    private final int most;

    Collector(String at, int most) {
      super(at);
      this.most = most;
    }

    @Override
    public void enter(Shape.Group group, Transform t) {
      if (!group.tag().isEmpty()) {
        part(t.of(group.transform().of(group.inner().figure().bounds())));
      }
      super.enter(group, t);
    }

    /** From far an assembly is a strip. */
    @Override
    protected void drawOther(Shape shape, Transform t) {
      String own = shape.tag();
      if (!own.isEmpty() && own.indexOf('.') < 0 && own.indexOf(':') < 0) {
        part(t.of(shape.bounds()));
      }
    }

    private void part(Box px) {
      parts.computeIfAbsent(tag(""), _ -> new ArrayList<>()).add(px);
    }

    @Override
    protected void drawLine(Shape shape, Tag tag, Transform t) {
      if (lines.size() >= most) {
        return;
      }
      switch (shape) {
        case Shape.Line l ->
            lines.add(
                new SeenLine(
                    tag,
                    new double[] {t.x(l.x1()), t.x(l.x2())},
                    new double[] {t.y(l.y1()), t.y(l.y2())},
                    role(l.style())));
        case Shape.Polyline p -> {
          int n = p.points().size();
          double[] xs = new double[n];
          double[] ys = new double[n];
          for (int i = 0; i < n; i++) {
            xs[i] = t.x(p.points().x(i));
            ys[i] = t.y(p.points().y(i));
          }
          lines.add(new SeenLine(tag, xs, ys, role(p.style())));
        }
        default -> {}
      }
    }

    private static ColorRole role(Style style) {
      return style.stroke() instanceof Ink.Role(ColorRole role, double _) ? role : ColorRole.COPPER;
    }
  }
}
