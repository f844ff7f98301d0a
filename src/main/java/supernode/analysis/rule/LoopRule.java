package supernode.analysis.rule;

import java.util.List;
import java.util.function.Consumer;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** Loops that do not run, branches that starve, exchangers at their end. */
final class LoopRule implements Rule {
  /** A plate that gets less than this share of its rated flow starves. */
  private static final double STARVED = 0.7;

  @Override
  public void check(Situation s, Consumer<Finding> found) {
    switch (s.cooling()) {
      case Outcome.NotConverged<CoolingAnswer>(Text reason, String place) ->
          found.accept(
              new Finding(
                  "loop-unsolved",
                  Severity.ERROR,
                  Text.of("finding.loopUnsolved", reason, place),
                  place.isEmpty() ? List.of() : List.of(place),
                  List.of()));
      case Outcome.Solved<CoolingAnswer>(CoolingAnswer c) -> check(s, c, found);
      case Outcome.NotApplicable<CoolingAnswer> _ -> {}
    }
  }

  private static void check(Situation s, CoolingAnswer c, Consumer<Finding> found) {
    List<CoolingAnswer.PlateFlow> starved =
        c.plates().stream().filter(p -> p.flowM3S() < STARVED * p.ratedM3S()).toList();
    if (!starved.isEmpty()) {
      CoolingAnswer.PlateFlow worst = starved.getFirst();
      found.accept(
          new Finding(
              "plate-starved",
              Severity.WARNING,
              Text.of(
                  "finding.starved",
                  worst.place(),
                  new Quantity(worst.flowM3S(), Dimension.FLOW),
                  new Quantity(worst.ratedM3S(), Dimension.FLOW),
                  starved.size()),
              starved.stream().map(CoolingAnswer.PlateFlow::place).toList(),
              CoolingMends.moreFlow(s)));
    }
    c.notes()
        .forEach(n ->
            found.accept(
                new Finding(
                    n.kind(),
                    n.severity(),
                    n.text(),
                    n.place().isEmpty() ? List.of() : List.of(n.place()),
                    CoolingMends.moreFlow(s))));
  }
}
