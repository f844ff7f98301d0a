package supernode.solve.workload.serve;

import java.util.Arrays;

/** A distribution by its usual points, second. */
public record Percentiles(double mean, double p50, double p90, double p95, double p99) {
  static Percentiles of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double v : sorted) {
      sum += v;
    }
    return new Percentiles(
        sorted.length == 0 ? 0 : sum / sorted.length,
        at(sorted, 0.5),
        at(sorted, 0.9),
        at(sorted, 0.95),
        at(sorted, 0.99));
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1.0, Math.ceil(share * sorted.length) - 1)];
  }
}
