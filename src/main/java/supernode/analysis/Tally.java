package supernode.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values and how many there are of each: a sum that changes with a few of them. */
final class Tally {
  static final Tally NONE = new Tally();

  private final Map<Double, int[]> counts = new LinkedHashMap<>();
  private double last = Double.NaN;
  private int[] lastCount = {};

  Tally copy() {
    Tally copy = new Tally();
    counts.forEach((value, n) -> copy.counts.put(value, n.clone()));
    return copy;
  }

  void add(double value, int times) {
    // Neighbours are most often alike.
    if (value != last) {
      lastCount = counts.computeIfAbsent(value, _ -> new int[1]);
      last = value;
    }
    lastCount[0] += times;
  }

  double total() {
    return counts.entrySet().stream()
        .filter(e -> e.getValue()[0] > 0)
        .mapToDouble(e -> e.getKey() * e.getValue()[0])
        .sum();
  }
}
