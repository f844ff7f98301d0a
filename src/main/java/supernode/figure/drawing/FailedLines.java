package supernode.figure.drawing;

import supernode.analysis.Failures;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Pen;
import supernode.figure.Points;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;

/**
 * Draws links that are down dashed, crosses lines of which some are, and rings their ports; not by
 * colour alone.
 */
final class FailedLines extends PassingPen {
  private static final double LEAST_PX = 1.2;
  private static final double CROSS_PX = 4;

  /** Lines shorter than so many crosses have none. */
  private static final double CROSSES = 3;

  private final Failures failures;

  FailedLines(Pen pen, String at, Failures failures) {
    super(pen, at);
    this.failures = failures;
  }

  @Override
  protected void drawLine(Shape line, Tag tag, Transform pixels) {
    Failures.Down down = failures.of(tag.line()).orElse(null);
    if (down == null || !down.all()) {
      pass(line, pixels);
      // A trunk stands for links of many; which of them are down, their branches tell.
      if (down != null && !tag.from().isEmpty()) {
        cross(points(line), pixels);
      }
      return;
    }
    double width = Math.max(LEAST_PX, style(line).strokePx(pixels.scale()));
    Style dashed = Style.line(ColorRole.ERROR, width).dashed(Style.Dash.DASHED);
    plain(with(line, dashed), pixels);
  }

  private void cross(Points p, Transform pixels) {
    int last = p.size() - 1;
    int mid = last / 2;
    double length = Math.hypot(p.x(last) - p.x(0), p.y(last) - p.y(0));
    double arm = CROSS_PX / pixels.scale();
    if (length < CROSSES * arm) {
      return;
    }
    double x = (p.x(mid) + p.x(mid + 1)) / 2;
    double y = (p.y(mid) + p.y(mid + 1)) / 2;
    Style style = Style.line(ColorRole.ERROR, LEAST_PX);
    plain(new Shape.Line(x - arm, y - arm, x + arm, y + arm, style, "", Detail.ALWAYS), pixels);
    plain(new Shape.Line(x - arm, y + arm, x + arm, y - arm, style, "", Detail.ALWAYS), pixels);
  }

  // Pens below colour by load what has the tag of a line.
  private void plain(Shape shape, Transform pixels) {
    Shape untagged =
        switch (shape) {
          case Shape.Line l ->
              new Shape.Line(l.x1(), l.y1(), l.x2(), l.y2(), l.style(), "", l.detail());
          case Shape.Polyline p -> new Shape.Polyline(p.points(), p.style(), "", p.detail());
          default -> shape;
        };
    pass(untagged, pixels);
  }

  @Override
  protected void drawOther(Shape shape, Transform pixels) {
    pass(shape, pixels);
    if (shape instanceof Shape.Rect r && r.tag().indexOf(':') >= 0) {
      Tag port = Tag.parse(tag(r.tag()));
      if (failures.isDown(port.path(), port.port())) {
        Style ring = r.style().outlined(ColorRole.ERROR, 2);
        pass(new Shape.Rect(r.bounds(), r.radius(), ring, r.tag(), r.detail()), pixels);
      }
    }
  }
}
