package supernode.solve.cooling.hydraulic;

import java.util.List;

/**
 * A smooth curve through points that rise or fall throughout, without bumps between them: monotone
 * cubic Hermite interpolation of Fritsch and Carlson (1980) with the harmonic slopes of Fritsch and
 * Butland (1984). Beyond its ends it goes on as a straight line.
 */
public final class MonotoneCurve {
  /** A point of a curve. */
  public record Point(double x, double y) {}

  private final List<Point> points;
  private final double[] x;
  private final double[] y;
  private final double[] slope;

  private MonotoneCurve(List<Point> points) {
    this.points = List.copyOf(points);
    int n = points.size();
    x = points.stream().mapToDouble(Point::x).toArray();
    y = points.stream().mapToDouble(Point::y).toArray();
    slope = new double[n];
    for (int i = 1; i < n - 1; i++) {
      double before = chord(i - 1);
      double after = chord(i);
      if (before * after > 0) {
        double w1 = 2 * (x[i + 1] - x[i]) + (x[i] - x[i - 1]);
        double w2 = (x[i + 1] - x[i]) + 2 * (x[i] - x[i - 1]);
        slope[i] = (w1 + w2) / (w1 / before + w2 / after);
      }
    }
    slope[0] = n == 2 ? chord(0) : end(0, 1, chord(0), chord(1));
    slope[n - 1] = n == 2 ? chord(0) : end(n - 1, n - 2, chord(n - 2), chord(n - 3));
  }

  /** Curve through at least two points with rising x. */
  public static MonotoneCurve through(List<Point> points) {
    if (points.size() < 2) {
      throw new IllegalArgumentException("a curve needs two points");
    }
    for (int i = 1; i < points.size(); i++) {
      if (!(points.get(i).x() > points.get(i - 1).x())) {
        throw new IllegalArgumentException("x must rise");
      }
    }
    return new MonotoneCurve(points);
  }

  private double chord(int i) {
    return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
  }

  /**
   * Slope of the parabola through the end and its neighbours, kept within monotone bounds; never
   * flat, so that the straight line beyond goes on rising or falling.
   */
  private double end(int end, int next, double near, double far) {
    double h0 = Math.abs(x[next] - x[end]);
    double h1 = Math.abs(x[end < next ? next + 1 : next - 1] - x[next]);
    double s = ((2 * h0 + h1) * near - h0 * far) / (h0 + h1);
    if (s * near < 0.1 * near * near) {
      return 0.1 * near;
    }
    return Math.abs(s) > 3 * Math.abs(near) ? 3 * near : s;
  }

  public List<Point> points() {
    return points;
  }

  public double value(double at) {
    int last = x.length - 1;
    if (at <= x[0]) {
      return y[0] + slope[0] * (at - x[0]);
    }
    if (at >= x[last]) {
      return y[last] + slope[last] * (at - x[last]);
    }
    int i = interval(at);
    double h = x[i + 1] - x[i];
    double t = (at - x[i]) / h;
    double u = 1 - t;
    return u * u * (1 + 2 * t) * y[i]
        + t * t * (3 - 2 * t) * y[i + 1]
        + h * t * u * (u * slope[i] - t * slope[i + 1]);
  }

  public double slope(double at) {
    int last = x.length - 1;
    if (at <= x[0] || at >= x[last]) {
      return at <= x[0] ? slope[0] : slope[last];
    }
    int i = interval(at);
    double h = x[i + 1] - x[i];
    double t = (at - x[i]) / h;
    double u = 1 - t;
    return 6 * t * u * chord(i) + u * (1 - 3 * t) * slope[i] + t * (3 * t - 2) * slope[i + 1];
  }

  private int interval(double at) {
    int i = 0;
    while (i < x.length - 2 && at >= x[i + 1]) {
      i++;
    }
    return i;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MonotoneCurve c && points.equals(c.points);
  }

  @Override
  public int hashCode() {
    return points.hashCode();
  }

  @Override
  public String toString() {
    return "MonotoneCurve" + points;
  }
}
