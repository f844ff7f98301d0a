package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.power.PumpDuty;
import supernode.topology.Instance;

/** The headline numbers of a loop. */
final class LoopFormulas {
  /**
   * Fan power over heat of a dry cooler where none is drawn: BAC Trillium TDFS1238N, 117.68 kW for
   * 2.931 MW at 35 degrees C, as given in the Modelica Buildings library.
   */
  static final Sourced DRY_COOLER_SHARE =
      new Sourced(
          117.68 / 2931,
          Confidence.SEEN,
          "Modelica Buildings library, BAC Trillium TDFS1238N dry cooler at its rating",
          "assumed for designs that draw no heat rejection");

  private final LoopProblem problem;
  private final CoolingSolution solution;
  private final FlowFormulas flows;
  private final ChipFormulas chips;

  LoopFormulas(
      LoopProblem problem, CoolingSolution solution, FlowFormulas flows, ChipFormulas chips) {
    this.problem = problem;
    this.solution = solution;
    this.flows = flows;
    this.chips = chips;
  }

  List<Result> headline(List<CoolingAnswer.Chip> cooled) {
    List<Result> results = new ArrayList<>();
    if (!problem.units().isEmpty()) {
      unit(results);
    }
    add(
        results,
        "cooling.liquidKW",
        solution.balance().chipsW(),
        Dimension.POWER,
        () -> flows.chipHeat(Text.of("result.cooling.liquidKW")));
    if (!problem.pumps().isEmpty()) {
      pumps(results);
    }
    if (solution.balance().exchangersW() > 0) {
      add(
          results,
          "cooling.rejectionKW",
          rejectionW(),
          Dimension.POWER,
          () ->
              Derivation.computed(
                  Text.of("result.cooling.rejectionKW"),
                  rejectionW(),
                  Dimension.POWER,
                  "formula.heatTimesShare",
                  flows.taken(solution.balance().exchangersW()),
                  fanShare()));
    }
    cooled.stream()
        .max(Comparator.comparingDouble(CoolingAnswer.Chip::junctionC))
        .ifPresent(hottest ->
            results.add(
                new Result(
                    "cooling.hottestJunctionC",
                    Text.of("result.hottestJunctionC"),
                    new Quantity(hottest.junctionC(), Dimension.TEMPERATURE),
                    () -> chips.explainJunction(hottest.place()))));
    return results;
  }

  private void unit(List<Result> results) {
    CduState c = solution.cdu(0);
    int link = problem.problem().cdus().getFirst().link();
    double flowM3S = solution.flow().flowM3S(link);
    add(
        results,
        "cooling.flowLpm",
        flowM3S,
        Dimension.FLOW,
        () -> flows.network(Text.of("result.cooling.flowLpm"), flowM3S, Dimension.FLOW));
    add(results, "cooling.supplyC", c.supplyC(), Dimension.TEMPERATURE, () -> flows.supply(0));
    add(
        results,
        "cooling.returnC",
        c.returnC(),
        Dimension.TEMPERATURE,
        () ->
            Derivation.computed(
                Text.of("result.cooling.returnC"),
                c.returnC(),
                Dimension.TEMPERATURE,
                "formula.supplyPlusRise",
                flows.supply(0),
                flows.rise(0)));
    add(
        results,
        "cooling.riseK",
        c.returnC() - c.supplyC(),
        Dimension.TEMPERATURE_DIFFERENCE,
        () -> flows.rise(0));
    add(
        results,
        "cooling.facilityReturnC",
        c.primaryReturnC(),
        Dimension.TEMPERATURE,
        () -> flows.facilityReturn(Text.of("result.cooling.facilityReturnC"), 0));
  }

  private void pumps(List<Result> results) {
    PumpDuty first = solution.pump(0);
    Instance pump = problem.instance(problem.pumps().getFirst());
    add(
        results,
        "cooling.pumpKPa",
        first.risePa(),
        Dimension.PRESSURE,
        () ->
            flows.dutyPoint(
                Text.of("result.cooling.pumpKPa"), first.risePa(), Dimension.PRESSURE, pump));
    add(results, "cooling.pumpKW", pumpW(), Dimension.POWER, this::explainPumps);
  }

  private Explanation explainPumps() {
    Text label = Text.of("result.cooling.pumpKW");
    if (problem.pumps().size() == 1) {
      return flows.pumpPower(label, solution.pump(0), problem.instance(problem.pumps().getFirst()));
    }
    List<Explanation> each = new ArrayList<>();
    for (int p = 0; p < problem.pumps().size(); p++) {
      Instance pump = problem.instance(problem.pumps().get(p));
      each.add(flows.pumpPower(Text.of("explain.pumpOf", pump.name()), solution.pump(p), pump));
    }
    return Derivation.computed(label, pumpW(), Dimension.POWER, "formula.sum", each);
  }

  /** Electrical power of all pumps. */
  double pumpW() {
    return solution.pumps().stream().mapToDouble(PumpDuty::electricW).sum();
  }

  /** Electrical power of what rejects the heat outside. */
  double rejectionW() {
    double share =
        dryCooler()
            .map(i -> i.values().get(Property.FAN_POWER_RATIO, DRY_COOLER_SHARE.value()))
            .orElse(DRY_COOLER_SHARE.value());
    return solution.balance().exchangersW() * share;
  }

  private Optional<Instance> dryCooler() {
    return problem.instances().stream()
        .filter(i -> i.part().kind() == PartKind.DRY_COOLER && !i.failed())
        .findFirst();
  }

  private Explanation fanShare() {
    return dryCooler()
        .filter(i -> i.values().find(Property.FAN_POWER_RATIO).isPresent())
        .map(i -> Derivation.property(i, Property.FAN_POWER_RATIO))
        .orElseGet(
            () -> Derivation.given(Text.of("explain.fanShare"), DRY_COOLER_SHARE, Dimension.RATIO));
  }

  private static void add(
      List<Result> results,
      String id,
      double si,
      Dimension dimension,
      Supplier<Explanation> explanation) {
    results.add(new Result(id, Text.of("result." + id), new Quantity(si, dimension), explanation));
  }
}
