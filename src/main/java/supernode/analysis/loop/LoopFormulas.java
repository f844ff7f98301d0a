package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.heat.Cdu;
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
  private final LoopsSolution solution;
  private final FlowFormulas flows;
  private final ChipFormulas chips;

  /** The first that is drawn and works. */
  private final Optional<Instance> dryCooler;

  LoopFormulas(
      LoopProblem problem, LoopsSolution solution, FlowFormulas flows, ChipFormulas chips) {
    this.problem = problem;
    this.solution = solution;
    this.flows = flows;
    this.chips = chips;
    this.dryCooler = dryCooler(problem.instances());
  }

  List<Result> headline(List<CoolingAnswer.Chip> cooled) {
    List<Result> results = new ArrayList<>();
    flows.firstUnit().ifPresent(u -> unit(results, u));
    boolean air = solution.solved().stream().anyMatch(s -> s.problem().fluid().gas());
    if (solution.liquidW() > 0 || !air) {
      add(
          results,
          "cooling.liquidKW",
          solution.liquidW(),
          Dimension.POWER,
          () -> flows.chipHeat(Text.of("result.cooling.liquidKW"), false));
    }
    firstPump().ifPresent(p -> pumps(results, p));
    if (air) {
      new AirFormulas(problem, solution, flows).addTo(results);
    }
    if (rejectedW() > 0) {
      add(results, "cooling.rejectionKW", rejectionW(), Dimension.POWER, () -> explainRejection());
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

  private void unit(List<Result> results, int unit) {
    CduState c = solution.cdu(unit).orElseThrow();
    double flowM3S = unitFlowM3S();
    add(
        results,
        "cooling.flowLpm",
        flowM3S,
        Dimension.FLOW,
        () -> flows.network(Text.of("result.cooling.flowLpm"), flowM3S, Dimension.FLOW));
    add(results, "cooling.supplyC", c.supplyC(), Dimension.TEMPERATURE, () -> flows.supply(unit));
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
                flows.supply(unit),
                flows.rise(unit)));
    add(
        results,
        "cooling.riseK",
        c.returnC() - c.supplyC(),
        Dimension.TEMPERATURE_DIFFERENCE,
        () -> flows.rise(unit));
    add(
        results,
        "cooling.facilityReturnC",
        c.primaryReturnC(),
        Dimension.TEMPERATURE,
        () -> flows.facilityReturn(Text.of("result.cooling.facilityReturnC"), unit));
  }

  /** The first pump that cooling pays for. */
  private OptionalInt firstPump() {
    return IntStream.range(0, problem.pumps().size())
        .filter(p -> !problem.isServerFan(p))
        .findFirst();
  }

  private void pumps(List<Result> results, int p) {
    PumpDuty first = solution.pump(p);
    Instance pump = problem.instance(problem.pumps().get(p));
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
      if (problem.isServerFan(p)) {
        continue;
      }
      Instance pump = problem.instance(problem.pumps().get(p));
      each.add(flows.pumpPower(Text.of("explain.pumpOf", pump.name()), solution.pump(p), pump));
    }
    return Derivation.computed(label, pumpW(), Dimension.POWER, "formula.sum", each);
  }

  /** Through all distribution units. */
  private double unitFlowM3S() {
    double sum = 0;
    for (int u = 0; u < problem.units().size(); u++) {
      sum += Math.abs(solution.flowM3S(problem.problem().cdus().get(u).link()));
    }
    return sum;
  }

  /** Electrical power of all pumps and of the fans of air handlers; server fans are IT. */
  double pumpW() {
    double sum = 0;
    for (int p = 0; p < problem.pumps().size(); p++) {
      sum += problem.isServerFan(p) ? 0 : solution.pump(p).electricW();
    }
    return sum;
  }

  /** Heat that leaves the drawn loops: through units to the facility, or through drawn plant. */
  double rejectedW() {
    Set<Integer> coupled = new HashSet<>();
    problem.system().couplings().forEach(c -> coupled.add(c.cdu()));
    double sum = 0;
    for (int c = 0; c < problem.problem().cdus().size(); c++) {
      boolean passedOn =
          coupled.contains(c)
              && solution.known(problem.map().primaryLinks().get(problem.units().get(c)));
      double duty = solution.cdu(c).map(CduState::dutyW).orElse(0.0);
      sum += passedOn ? 0 : Math.max(0, duty);
    }
    return sum;
  }

  private Explanation explainRejection() {
    Text label = Text.of("result.cooling.rejectionKW");
    if (!drawnPlant()) {
      return Derivation.computed(
          label,
          rejectionW(),
          Dimension.POWER,
          "formula.heatTimesShare",
          flows.taken(rejectedW(), solution.liquidW() == 0),
          fanShare());
    }
    List<Explanation> each = new ArrayList<>();
    for (int j = 0; j < problem.plants().size(); j++) {
      Instance plant = problem.instance(problem.plants().get(j));
      double w = plantW(j);
      if (w > 0) {
        PartKind kind = plant.part().kind();
        boolean chills = kind == PartKind.CHILLER;
        String fans = kind == PartKind.COOLING_TOWER ? "formula.towerFans" : "formula.fans";
        each.add(
            Derivation.computed(
                    Text.of("explain.plantPower", plant.name()),
                    w,
                    Dimension.POWER,
                    chills ? "formula.chiller" : fans,
                    flows.taken(plantState(j).map(CduState::dutyW).orElse(0.0), false),
                    Derivation.property(
                        plant,
                        chills ? Property.COEFFICIENT_OF_PERFORMANCE : Property.FAN_POWER_RATIO))
                .at(plant.name()));
      }
    }
    return Derivation.computed(label, rejectionW(), Dimension.POWER, "formula.sum", each);
  }

  private Optional<CduState> plantState(int j) {
    return solution.cdu(problem.units().size() + j);
  }

  /** Whether what brings the heat outside is drawn in a loop. */
  boolean drawnPlant() {
    for (int p : problem.plants()) {
      if (Plant.isSink(problem.instance(p))) {
        return true;
      }
    }
    return false;
  }

  /** Electrical power of a drawn dry cooler, tower or chiller. */
  double plantW(int j) {
    Instance plant = problem.instance(problem.plants().get(j));
    Cdu unit = problem.problem().cdus().get(problem.units().size() + j);
    Optional<CduState> state = plantState(j);
    if (state.isEmpty() || !Plant.isSink(plant)) {
      return 0;
    }
    CduState s = state.get();
    double air = unit.primaryLimitM3S() > 0 ? s.primaryFlowM3S() / unit.primaryLimitM3S() : 0;
    return new Plant(problem.ambient()).electricW(plant, s.dutyW(), air, s.supplyC());
  }

  /** Electrical power of all drawn compressors. */
  double chillersW() {
    double sum = 0;
    for (int j = 0; j < problem.plants().size(); j++) {
      boolean chills = problem.instance(problem.plants().get(j)).part().kind() == PartKind.CHILLER;
      sum += chills ? plantW(j) : 0;
    }
    return sum;
  }

  /** Electrical power of what rejects the heat outside. */
  double rejectionW() {
    if (drawnPlant()) {
      double sum = 0;
      for (int j = 0; j < problem.plants().size(); j++) {
        sum += plantW(j);
      }
      return sum;
    }
    double outW = rejectedW();
    if (outW == 0) {
      return 0;
    }
    double share =
        dryCooler
            .map(i -> i.values().get(Property.FAN_POWER_RATIO, DRY_COOLER_SHARE.value()))
            .orElse(DRY_COOLER_SHARE.value());
    return outW * share;
  }

  private static Optional<Instance> dryCooler(List<Instance> all) {
    for (Instance i : all) {
      if (i.part().kind() == PartKind.DRY_COOLER && !i.failed()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private Explanation fanShare() {
    return dryCooler
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
