package supernode.figure;

/** Whether a point touches a shape. */
final class Touch {
  private Touch() {}

  static boolean touches(Shape shape, double x, double y, double zoom, double tolerance) {
    return switch (shape) {
      case Shape.Line l ->
          Points.distance(x, y, l.x1(), l.y1(), l.x2(), l.y2())
              <= tolerance + half(l.style(), zoom);
      case Shape.Polyline p -> p.points().distance(x, y) <= tolerance + half(p.style(), zoom);
      case Shape.Circle c ->
          Math.hypot(x - c.x(), y - c.y()) <= c.radius() + tolerance + half(c.style(), zoom);
      default -> shape.bounds().inset(-tolerance).contains(x, y);
    };
  }

  private static double half(Style style, double zoom) {
    return style.strokePx(zoom) / zoom / 2;
  }
}
