package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
public record PlotScale(double low, double high, boolean log, Unit unit, Dimension dimension) {
  /** A logarithmic axis shorter than this is marked between its powers of ten too. */
  private static final double FEW_DECADES = 2;

  /** Marks of times of a second and more: people count minutes, hours and days, not 1,000 s. */
  private static final double[] CLOCK_S = {
    1, 10, 60, 600, 3600, 36_000, 86_400, 864_000, 8_640_000, 86_400_000
  };

  /** A marked value. */
  public record Tick(double si, String text) {}

  /**
   * @param least smallest value of the data, SI
   * @param most largest value of the data, SI
   * @param ticks how many stretches the axis is marked in, at most
   */
  public static PlotScale of(Axis axis, double least, double most, int ticks) {
    Dimension dimension = axis.dimension();
    double low = axis.min().orElse(least);
    double high = axis.max().orElse(most);
    if (axis.kind() == Axis.Kind.LOG) {
      double from = low > 0 ? low : 1;
      double to = axis.max().isPresent() && high > from ? high : Math.max(high, from * 10);
      return new PlotScale(from, to, true, dimension.units().getFirst(), dimension);
    }
    if (!(high > low)) {
      high = low + (low == 0 ? 1 : Math.abs(low));
    }
    Unit unit = QuantityFormat.unitFor(Math.max(Math.abs(low), Math.abs(high)), dimension);
    double step = step((high - low) / unit.perUnit(), ticks, dimension) * unit.perUnit();
    if (axis.max().isEmpty()) {
      high = Math.ceil(high / step - 1e-9) * step;
    }
    if (axis.min().isEmpty()) {
      low = Math.floor(low / step + 1e-9) * step;
    }
    return new PlotScale(low, high, false, unit, dimension);
  }

  /** Place along the axis: 0 at its beginning, 1 at its end. */
  public double at(double si) {
    return log
        ? Math.log(Math.max(si, Double.MIN_NORMAL) / low) / Math.log(high / low)
        : (si - low) / (high - low);
  }

  /** The value at a place along the axis. */
  public double value(double at) {
    return log ? low * Math.pow(high / low, at) : low + at * (high - low);
  }

  /** Round values, rising; the last one bears the unit. */
  public List<Tick> ticks(int most) {
    boolean clock = dimension == Dimension.TIME || dimension == Dimension.DURATION;
    return !log ? even(most) : clock && low >= 1 ? clock(most) : decades(most);
  }

  /** Round seconds, minutes, hours and days, at most so many of them. */
  private List<Tick> clock(int most) {
    List<Tick> all = new ArrayList<>();
    for (double si : CLOCK_S) {
      if (si >= low && si <= high) {
        all.add(new Tick(si, QuantityFormat.format(si, dimension)));
      }
    }
    if (all.size() < 2) {
      return decades(most);
    }
    int stride = Math.ceilDiv(all.size(), most + 1);
    return IntStream.range(0, all.size()).filter(i -> i % stride == 0).mapToObj(all::get).toList();
  }

  /** Powers of ten of the unit, and steps between them where there are few. */
  private List<Tick> decades(int most) {
    double from = Math.log10(low / unit.perUnit());
    double to = Math.log10(high / unit.perUnit());
    double[] steps = to - from < FEW_DECADES ? new double[] {1, 2, 5} : new double[] {1};
    int stride = (int) Math.max(1, Math.ceil((to - from) / most));
    List<Tick> ticks = new ArrayList<>();
    for (double e = steps.length > 1 ? Math.floor(from) : Math.ceil(from - 1e-9);
        e <= to + 1e-9;
        e += stride) {
      for (double step : steps) {
        double si = step * Math.pow(10, e) * unit.perUnit();
        if (si >= low * (1 - 1e-9) && si <= high * (1 + 1e-9)) {
          ticks.add(new Tick(si, QuantityFormat.format(si, dimension)));
        }
      }
    }
    return ticks;
  }

  private List<Tick> even(int most) {
    List<Tick> ticks = new ArrayList<>();
    double from = low / unit.perUnit();
    double to = high / unit.perUnit();
    double step = step(to - from, most, dimension);
    for (double k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) {
      // Sums of tenths leave dust behind.
      double value = Math.rint(k * step * 1e9) / 1e9;
      String text =
          dimension == Dimension.YEAR
              ? QuantityFormat.format(value, dimension)
              : QuantityFormat.number(value);
      ticks.add(new Tick(value * unit.perUnit(), text));
    }
    if (!ticks.isEmpty() && !unit.symbol().isEmpty()) {
      Tick last = ticks.removeLast();
      ticks.add(new Tick(last.si(), last.text() + " " + unit.symbol()));
    }
    return ticks;
  }

  // 1, 2, 2.5 or 5 times a power of ten; years are whole.
  private static double step(double span, int most, Dimension dimension) {
    double raw = span / most;
    if (dimension == Dimension.YEAR) {
      return Math.max(1, Math.ceil(raw - 1e-9));
    }
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= raw * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
