package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.Fabric;
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
      // A loop is drawn, but it cannot be one.
      case Outcome.NotApplicable<CoolingAnswer>(Text reason)
          when !reason.key().startsWith("analysis.") ->
          found.accept(new Finding("loop-unsolvable", Severity.ERROR, reason, loops(s), List.of()));
      case Outcome.NotApplicable<CoolingAnswer> _ -> {}
    }
  }

  private static List<String> loops(Situation s) {
    return s.places(
        s.model().links().stream()
            .filter(l -> l.fabric() == Fabric.LOOP)
            .flatMap(l -> Stream.of(l.a(), l.b()))
            .distinct()
            .toList());
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
              CoolingMends.moreFlow(s),
              CoolingMends.forFlow()));
    }
    Map<String, List<CoolingAnswer.Note>> kinds = new LinkedHashMap<>();
    c.notes().forEach(n -> kinds.computeIfAbsent(n.kind(), _ -> new ArrayList<>()).add(n));
    kinds.forEach((kind, alike) -> found.accept(finding(s, kind, alike)));
  }

  /** What many parts suffer alike is one finding. */
  private static Finding finding(Situation s, String kind, List<CoolingAnswer.Note> alike) {
    CoolingAnswer.Note first = alike.getFirst();
    Text text =
        alike.size() == 1 ? first.text() : Text.of("finding.andMore", first.text(), alike.size());
    return new Finding(
        kind,
        first.severity(),
        text,
        alike.stream().map(CoolingAnswer.Note::place).filter(p -> !p.isEmpty()).toList(),
        CoolingMends.moreFlow(s),
        CoolingMends.forUnit(s, first.place()));
  }
}
