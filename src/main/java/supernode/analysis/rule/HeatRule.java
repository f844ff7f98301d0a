package supernode.analysis.rule;

import java.util.List;
import java.util.function.Consumer;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.CoolingAnswer.Chip;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** Junctions and memory over, or close to, their limits. */
final class HeatRule implements Rule {
  /** Margin below which the user is warned, K. */
  private static final double CLOSE_K = 5;

  @Override
  public void check(Situation s, Consumer<Finding> found) {
    s.cooling().asOptional().ifPresent(c -> check(s, c, found));
  }

  private static void check(Situation s, CoolingAnswer cooling, Consumer<Finding> found) {
    // Sorted by margin: the first chip over its limit is the one to name.
    List<Chip> hot = cooling.chips().stream().filter(c -> c.marginK() < 0).toList();
    List<Chip> close =
        cooling.chips().stream().filter(c -> c.marginK() >= 0 && c.marginK() < CLOSE_K).toList();
    if (!hot.isEmpty()) {
      found.accept(finding(s, "junction-too-hot", Severity.ERROR, "finding.tooHot", hot));
    }
    if (!close.isEmpty()) {
      found.accept(finding(s, "junction-near-limit", Severity.WARNING, "finding.nearLimit", close));
    }
  }

  private static Finding finding(
      Situation s, String kind, Severity severity, String key, List<Chip> chips) {
    Chip worst = chips.getFirst();
    return new Finding(
        kind,
        severity,
        Text.of(
            key,
            worst.place(),
            new Quantity(worst.junctionC(), Dimension.TEMPERATURE),
            new Quantity(worst.limitC(), Dimension.TEMPERATURE),
            chips.size(),
            new Quantity(Math.abs(worst.marginK()), Dimension.TEMPERATURE_DIFFERENCE)),
        chips.stream().map(Chip::place).toList(),
        CoolingMends.moreFlow(s),
        CoolingMends.forHeat());
  }
}
