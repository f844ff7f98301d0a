package supernode.figure;

import java.util.Arrays;

/** A row of points, immutable, kept flat for speed. */
public final class Points {
  private final double[] xy;

  private Points(double[] xy) {
    this.xy = xy;
  }

  /**
   * @param xy x and y by turns, at least one point
   */
  public static Points of(double... xy) {
    if (xy.length < 2 || xy.length % 2 != 0) {
      throw new IllegalArgumentException("x and y by turns, not " + xy.length + " numbers");
    }
    return new Points(xy.clone());
  }

  public int size() {
    return xy.length / 2;
  }

  public double x(int i) {
    return xy[2 * i];
  }

  public double y(int i) {
    return xy[2 * i + 1];
  }

  public Box bounds() {
    double x1 = xy[0];
    double y1 = xy[1];
    double x2 = x1;
    double y2 = y1;
    for (int i = 1; i < size(); i++) {
      x1 = Math.min(x1, x(i));
      x2 = Math.max(x2, x(i));
      y1 = Math.min(y1, y(i));
      y2 = Math.max(y2, y(i));
    }
    return Box.between(x1, y1, x2, y2);
  }

  /** Distance of a point from the line through the points. */
  double distance(double px, double py) {
    double best = Math.hypot(px - xy[0], py - xy[1]);
    for (int i = 1; i < size(); i++) {
      best = Math.min(best, distance(px, py, x(i - 1), y(i - 1), x(i), y(i)));
    }
    return best;
  }

  static double distance(double px, double py, double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double square = dx * dx + dy * dy;
    double t = square == 0 ? 0 : ((px - x1) * dx + (py - y1) * dy) / square;
    double s = Math.clamp(t, 0, 1);
    return Math.hypot(px - x1 - s * dx, py - y1 - s * dy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Points p && Arrays.equals(xy, p.xy);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xy);
  }

  @Override
  public String toString() {
    return Arrays.toString(xy);
  }
}
