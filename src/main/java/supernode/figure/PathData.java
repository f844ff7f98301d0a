package supernode.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A free outline of absolute moves, lines, cubic curves and closings; the SVG commands M, L, C and
 * Z. Immutable.
 */
public final class PathData {
  private final List<Segment> segments;
  private final Box bounds;

  private PathData(List<Segment> segments) {
    this.segments = Collections.unmodifiableList(segments);
    this.bounds = bounds(segments);
  }

  /** One command. */
  public sealed interface Segment {
    /** Begins a new outline. */
    record Move(double x, double y) implements Segment {}

    /** A straight line. */
    record Line(double x, double y) implements Segment {}

    /** A cubic Bezier curve with its two control points. */
    record Cubic(double x1, double y1, double x2, double y2, double x, double y)
        implements Segment {}

    /** A line back to where the outline began. */
    record Close() implements Segment {}
  }

  public List<Segment> segments() {
    return segments;
  }

  /** The box around all points and control points, which holds the outline. */
  public Box bounds() {
    return bounds;
  }

  public static Builder from(double x, double y) {
    return new Builder().move(x, y);
  }

  /** Lays out an outline command by command. */
  public static final class Builder {
    private final List<Segment> segments = new ArrayList<>();

    public Builder move(double x, double y) {
      segments.add(new Segment.Move(x, y));
      return this;
    }

    public Builder line(double x, double y) {
      segments.add(new Segment.Line(x, y));
      return this;
    }

    public Builder cubic(double x1, double y1, double x2, double y2, double x, double y) {
      segments.add(new Segment.Cubic(x1, y1, x2, y2, x, y));
      return this;
    }

    public Builder close() {
      segments.add(new Segment.Close());
      return this;
    }

    public PathData done() {
      return new PathData(new ArrayList<>(segments));
    }
  }

  /** As the {@code d} attribute of SVG, in output units with two decimals. */
  public String svg(Transform t) {
    StringBuilder d = new StringBuilder();
    for (Segment s : segments) {
      switch (s) {
        case Segment.Move(double x, double y) -> point(d.append('M'), t, x, y);
        case Segment.Line(double x, double y) -> point(d.append('L'), t, x, y);
        case Segment.Cubic(double x1, double y1, double x2, double y2, double x, double y) -> {
          point(d.append('C'), t, x1, y1);
          point(d.append(' '), t, x2, y2);
          point(d.append(' '), t, x, y);
        }
        case Segment.Close() -> d.append('Z');
      }
    }
    return d.toString();
  }

  private static void point(StringBuilder d, Transform t, double x, double y) {
    d.append(decimal(t.x(x))).append(' ').append(decimal(t.y(y)));
  }

  /** At most two decimals, no exponent, no trailing zeros. */
  static String decimal(double value) {
    double hundredths = Math.rint(value * 100);
    if (hundredths % 100 == 0) {
      return Long.toString((long) (hundredths / 100));
    }
    String text = String.format(Locale.ROOT, "%.2f", hundredths / 100);
    return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
  }

  private static Box bounds(List<Segment> segments) {
    List<Box> boxes = new ArrayList<>();
    for (Segment s : segments) {
      switch (s) {
        case Segment.Move(double x, double y) -> boxes.add(new Box(x, y, 0, 0));
        case Segment.Line(double x, double y) -> boxes.add(new Box(x, y, 0, 0));
        case Segment.Cubic c -> {
          boxes.add(Box.between(c.x1(), c.y1(), c.x2(), c.y2()));
          boxes.add(new Box(c.x(), c.y(), 0, 0));
        }
        case Segment.Close() -> {}
      }
    }
    return Box.around(boxes);
  }
}
