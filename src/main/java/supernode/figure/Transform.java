package supernode.figure;

/** Uniform scaling followed by a move: p becomes scale * p + (dx, dy). */
public record Transform(double scale, double dx, double dy) {
  public static final Transform NONE = new Transform(1, 0, 0);

  /** Fits a drawing into a box, centred, without distorting it. */
  public static Transform fit(Box drawing, Box into) {
    double scale =
        Math.min(
            into.width() / positive(drawing.width()), into.height() / positive(drawing.height()));
    return new Transform(
        scale,
        into.centerX() - scale * drawing.centerX(),
        into.centerY() - scale * drawing.centerY());
  }

  private static double positive(double length) {
    return length > 0 ? length : 1;
  }

  public double x(double x) {
    return scale * x + dx;
  }

  public double y(double y) {
    return scale * y + dy;
  }

  public Box of(Box box) {
    return new Box(x(box.x()), y(box.y()), scale * box.width(), scale * box.height());
  }

  /** The transform that applies {@code inner} first and this one after it. */
  public Transform after(Transform inner) {
    return new Transform(scale * inner.scale, x(inner.dx), y(inner.dy));
  }

  public Transform inverse() {
    return new Transform(1 / scale, -dx / scale, -dy / scale);
  }
}
