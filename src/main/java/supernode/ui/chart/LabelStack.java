package supernode.ui.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Keeps labels beside a plot from lying over each other. */
final class LabelStack {
  private LabelStack() {}

  /**
   * Heights near the wanted ones, in the same order, at least a line apart and within the plot
   * where there is room for all.
   */
  static double[] apart(double[] wanted, double line, double top, double bottom) {
    Integer[] order = IntStream.range(0, wanted.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
    double[] placed = wanted.clone();
    double free = top;
    for (int i : order) {
      placed[i] = Math.max(wanted[i], free);
      free = placed[i] + line;
    }
    // What was pushed out at the foot pushes back.
    double floor = bottom;
    for (int k = order.length - 1; k >= 0; k--) {
      placed[order[k]] = Math.min(placed[order[k]], floor);
      floor = placed[order[k]] - line;
    }
    return placed;
  }
}
