package supernode.solve.cooling.power;

import java.util.List;

/**
 * Output over input power of a converter by its load; straight lines between the given points.
 *
 * @param points rising load; at least one
 */
public record EfficiencyCurve(List<Point> points) {
  /**
   * A point of the curve.
   *
   * @param load share of the rated output
   * @param efficiency output over input, above 0 and at most 1
   */
  public record Point(double load, double efficiency) {}

  public EfficiencyCurve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("an efficiency curve needs a point");
    }
    for (int i = 0; i < points.size(); i++) {
      double e = points.get(i).efficiency();
      if (!(e > 0 && e <= 1) || (i > 0 && points.get(i).load() <= points.get(i - 1).load())) {
        throw new IllegalArgumentException("loads rise, efficiencies lie above 0 up to 1");
      }
    }
  }

  /** The same efficiency at every load. */
  public static EfficiencyCurve constant(double efficiency) {
    return new EfficiencyCurve(List.of(new Point(1, efficiency)));
  }

  /** Efficiency at a share of the rated output; beyond the ends that of the end. */
  public double at(double load) {
    if (load <= points.getFirst().load()) {
      return points.getFirst().efficiency();
    }
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      if (load <= b.load()) {
        double share = (load - a.load()) / (b.load() - a.load());
        return a.efficiency() + share * (b.efficiency() - a.efficiency());
      }
    }
    return points.getLast().efficiency();
  }
}
