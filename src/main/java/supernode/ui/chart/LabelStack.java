package supernode.ui.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps the names at the ends of lines from lying over each other and over the lines. */
final class LabelStack {
  private LabelStack() {}

  /**
   * Where a line ends.
   *
   * @param falling whether it comes from above
   */
  record End(double y, boolean falling) {}

  /**
   * Heights of the names of lines that end there: over its end, or under it where the line comes
   * from above or another one ends close above.
   */
  static double[] beside(List<End> ends, double line, double top, double bottom) {
    Integer[] order = IntStream.range(0, ends.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> ends.get(i).y()));
    double[] wanted = new double[ends.size()];
    double last = Double.NEGATIVE_INFINITY;
    for (int i : order) {
      double y = ends.get(i).y();
      boolean under = ends.get(i).falling() || y - last < 1.5 * line;
      wanted[i] = y + (under ? 0.75 : -0.75) * line;
      last = y;
    }
    return apart(wanted, line, top, bottom);
  }

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
