package supernode.ui.panel;

import java.util.Optional;
import supernode.analysis.Result;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Unit;

/**
 * How a number differs from the baseline.
 *
 * @param text with its sign, in the unit that the number is shown in
 */
record Delta(String text, Direction direction) {
  /** Whether the change is welcome. */
  enum Direction {
    BETTER,
    WORSE,
    NEUTRAL
  }

  // Below what four printed digits can show.
  private static final double NOTICED = 5e-5;

  static Optional<Delta> between(Result now, Optional<Result> baseline) {
    return baseline.flatMap(b -> between(now.quantity().value(), b.quantity().value(), now));
  }

  private static Optional<Delta> between(double now, double before, Result result) {
    double change = now - before;
    double scale = Math.max(Math.abs(now), Math.abs(before));
    if (!Double.isFinite(change) || Math.abs(change) <= NOTICED * scale) {
      return Optional.empty();
    }
    Dimension dimension = result.quantity().dimension();
    Unit unit = QuantityFormat.unitFor(now, dimension);
    String size = QuantityFormat.number(rounded(Math.abs(change), scale) / unit.perUnit());
    return Optional.of(new Delta((change > 0 ? "+" : "−") + size, direction(change, dimension)));
  }

  // The digits of the change end where those of the number end.
  private static double rounded(double change, double scale) {
    double digit = Math.pow(10, Math.floor(Math.log10(scale)) - 3);
    return Math.rint(change / digit) * digit;
  }

  private static Direction direction(double change, Dimension dimension) {
    return switch (dimension) {
      case TEMPERATURE, TIME, POWER, PRESSURE -> change > 0 ? Direction.WORSE : Direction.BETTER;
      case BANDWIDTH, COMPUTE, DATA -> change > 0 ? Direction.BETTER : Direction.WORSE;
      default -> Direction.NEUTRAL;
    };
  }
}
