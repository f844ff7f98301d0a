package supernode.ui.chart;

import java.util.ArrayList;
import java.util.List;
import supernode.figure.chart.Axis;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Unit;

/**
 * Where values lie along an axis, and which of them are marked.
 *
 * @param low value at the beginning, SI
 * @param high value at the end, SI
 * @param unit that linear axes are marked in
 */
record PlotScale(double low, double high, boolean log, Unit unit, Dimension dimension) {
  /** A marked value. */
  record Tick(double si, String text) {}

  /**
   * @param least smallest value of the data, SI
   * @param most largest value of the data, SI
   * @param ticks how many stretches the axis is marked in, at most
   */
  static PlotScale of(Axis axis, double least, double most, int ticks) {
    Dimension dimension = axis.dimension();
    double low = axis.min().orElse(least);
    double high = axis.max().orElse(most);
    if (axis.kind() == Axis.Kind.LOG) {
      double from = low > 0 ? low : 1;
      return new PlotScale(
          from, Math.max(high, from * 10), true, dimension.units().getFirst(), dimension);
    }
    if (!(high > low)) {
      high = low + (low == 0 ? 1 : Math.abs(low));
    }
    Unit unit = QuantityFormat.unitFor(Math.max(Math.abs(low), Math.abs(high)), dimension);
    double step = step((high - low) / unit.perUnit(), ticks) * unit.perUnit();
    if (axis.max().isEmpty()) {
      high = Math.ceil(high / step - 1e-9) * step;
    }
    if (axis.min().isEmpty()) {
      low = Math.floor(low / step + 1e-9) * step;
    }
    return new PlotScale(low, high, false, unit, dimension);
  }

  /** Place along the axis: 0 at its beginning, 1 at its end. */
  double at(double si) {
    return log
        ? Math.log(Math.max(si, Double.MIN_NORMAL) / low) / Math.log(high / low)
        : (si - low) / (high - low);
  }

  /** The value at a place along the axis. */
  double value(double at) {
    return log ? low * Math.pow(high / low, at) : low + at * (high - low);
  }

  /** Round values, rising; the last one bears the unit. */
  List<Tick> ticks(int most) {
    List<Tick> ticks = new ArrayList<>();
    if (log) {
      double decades = Math.log10(high / low);
      int stride = (int) Math.max(1, Math.ceil(decades / most));
      for (double e = Math.ceil(Math.log10(low) - 1e-9);
          e <= Math.log10(high) + 1e-9;
          e += stride) {
        double si = Math.pow(10, e);
        ticks.add(new Tick(si, QuantityFormat.format(si, dimension)));
      }
      return ticks;
    }
    double from = low / unit.perUnit();
    double to = high / unit.perUnit();
    double step = step(to - from, most);
    for (double k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) {
      // Sums of tenths leave dust behind.
      double value = Math.rint(k * step * 1e9) / 1e9;
      ticks.add(new Tick(value * unit.perUnit(), QuantityFormat.number(value)));
    }
    if (!ticks.isEmpty() && !unit.symbol().isEmpty()) {
      Tick last = ticks.removeLast();
      ticks.add(new Tick(last.si(), last.text() + " " + unit.symbol()));
    }
    return ticks;
  }

  // 1, 2, 2.5 or 5 times a power of ten.
  private static double step(double span, int most) {
    double raw = span / most;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= raw * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
