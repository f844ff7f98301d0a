package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.design.Ambient;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.power.PumpDuty;
import supernode.topology.Instance;

/** The numbers of a loop with their derivations. */
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
  private final Ambient ambient;

  LoopFormulas(LoopProblem problem, CoolingSolution solution, Ambient ambient) {
    this.problem = problem;
    this.solution = solution;
    this.ambient = ambient;
  }

  List<Result> headline(List<CoolingAnswer.Chip> chips) {
    List<Result> results = new ArrayList<>();
    solution.cdus().stream().findFirst().ifPresent(c -> unit(c, results));
    results.add(liquid());
    solution.pumps().stream().findFirst().ifPresent(p -> pump(p, results));
    chips.stream()
        .max(java.util.Comparator.comparingDouble(CoolingAnswer.Chip::junctionC))
        .ifPresent(hottest ->
            results.add(
                new Result(
                    "cooling.hottestJunctionC",
                    Text.of("result.hottestJunctionC"),
                    new Quantity(hottest.junctionC(), Dimension.TEMPERATURE),
                    () -> explainJunction(hottest.place()))));
    return results;
  }

  private void unit(CduState c, List<Result> results) {
    double flowM3S = solution.flow().flowM3S(problem.problem().cdus().getFirst().link());
    double riseK = c.returnC() - c.supplyC();
    results.add(
        result("cooling.flowLpm", flowM3S, Dimension.FLOW, "formula.dutyPoint", dutyInputs()));
    results.add(
        result("cooling.supplyC", c.supplyC(), Dimension.TEMPERATURE, mode(c), supplyInputs(c)));
    results.add(
        result(
            "cooling.returnC",
            c.returnC(),
            Dimension.TEMPERATURE,
            "formula.supplyPlusRise",
            List.of(
                given("result.cooling.supplyC", c.supplyC(), Dimension.TEMPERATURE),
                rise(c, flowM3S, riseK))));
    results.add(
        new Result(
            "cooling.riseK",
            Text.of("result.cooling.riseK"),
            new Quantity(riseK, Dimension.TEMPERATURE_DIFFERENCE),
            () -> rise(c, flowM3S, riseK)));
    results.add(
        result(
            "cooling.facilityReturnC",
            c.primaryReturnC(),
            Dimension.TEMPERATURE,
            "formula.facilityReturn",
            List.of(
                given("explain.facilityWater", ambient.facilityWaterC(), Dimension.TEMPERATURE),
                given("result.cooling.liquidKW", c.dutyW(), Dimension.POWER),
                given("explain.primaryFlow", c.primaryFlowM3S(), Dimension.FLOW))));
  }

  private static String mode(CduState c) {
    return switch (c.mode()) {
      case CONTROLLED -> "formula.supplyControlled";
      case SATURATED -> "formula.supplySaturated";
      case IDLE -> "formula.supplyIdle";
    };
  }

  private List<Explanation> supplyInputs(CduState c) {
    return List.of(
        given("explain.facilityWater", ambient.facilityWaterC(), Dimension.TEMPERATURE),
        given("explain.approach", c.approachK(), Dimension.TEMPERATURE_DIFFERENCE),
        given("explain.dewPoint", ambient.dewPointC(), Dimension.TEMPERATURE),
        given("explain.effectiveness", c.effectiveness(), Dimension.RATIO),
        given("explain.primaryFlow", c.primaryFlowM3S(), Dimension.FLOW));
  }

  private Explanation rise(CduState c, double flowM3S, double riseK) {
    double meanC = (c.supplyC() + c.returnC()) / 2;
    return Explanation.derived(
        Text.of("result.cooling.riseK"),
        new Quantity(riseK, Dimension.TEMPERATURE_DIFFERENCE),
        Text.of("formula.rise"),
        List.of(
            given("explain.heatToCoolant", c.dutyW(), Dimension.POWER),
            given("result.cooling.flowLpm", flowM3S, Dimension.FLOW),
            given("explain.density", Fluid.PG25.density(meanC), Dimension.FACTOR),
            given("explain.heatCapacity", Fluid.PG25.heatCapacity(meanC), Dimension.FACTOR)));
  }

  private Result liquid() {
    double chipsW = solution.balance().chipsW();
    return result(
        "cooling.liquidKW",
        chipsW,
        Dimension.POWER,
        "formula.sum",
        List.of(Explanation.remark(Text.of("explain.chipsOnPlates", problem.seats().size()), "")));
  }

  private void pump(PumpDuty p, List<Result> results) {
    results.add(
        result(
            "cooling.pumpKPa", p.risePa(), Dimension.PRESSURE, "formula.dutyPoint", dutyInputs()));
    results.add(
        result(
            "cooling.pumpKW",
            p.electricW(),
            Dimension.POWER,
            "formula.pumpPower",
            List.of(
                given("result.cooling.flowLpm", p.flowM3S(), Dimension.FLOW),
                given("result.cooling.pumpKPa", p.risePa(), Dimension.PRESSURE),
                property(pumpInstance(), Property.EFFICIENCY))));
  }

  private List<Explanation> dutyInputs() {
    Instance pump = pumpInstance();
    return List.of(
        property(pump, Property.RATED_FLOW),
        property(pump, Property.RATED_PRESSURE),
        property(pump, Property.SHUTOFF_PRESSURE),
        property(pump, Property.PUMP_SPEED));
  }

  private Instance pumpInstance() {
    return problem.instance(problem.pumps().getFirst());
  }

  /** Electrical power of what rejects the heat outside. */
  double rejectionW() {
    double heatW = solution.balance().exchangersW();
    return heatW
        * problem.instances().stream()
            .filter(i -> i.part().kind() == PartKind.DRY_COOLER && !i.failed())
            .mapToDouble(i -> i.values().get(Property.FAN_POWER_RATIO, DRY_COOLER_SHARE.value()))
            .findFirst()
            .orElse(DRY_COOLER_SHARE.value());
  }

  Result junction(LoopProblem.Seat seat, ChipState.Cooled cooled) {
    return new Result(
        seat.chip().name() + ".junctionC",
        Text.of("result.junctionC"),
        new Quantity(cooled.dieC(), Dimension.TEMPERATURE),
        () -> explainJunction(seat, cooled));
  }

  Result memory(LoopProblem.Seat seat, ChipState.Cooled cooled, double hbmC) {
    return new Result(
        seat.chip().name() + ".memoryC",
        Text.of("result.memoryC"),
        new Quantity(hbmC, Dimension.TEMPERATURE),
        () ->
            Explanation.derived(
                Text.of("result.memoryC"),
                new Quantity(hbmC, Dimension.TEMPERATURE),
                Text.of("formula.memory"),
                List.of(
                    given("explain.plateTop", cooled.plateC(), Dimension.TEMPERATURE),
                    property(seat.joint(), Property.THICKNESS_RESISTANCE),
                    property(seat.chip(), Property.MEMORY_TO_CASE),
                    given("explain.hbmPower", seat.hbmW(), Dimension.POWER),
                    given("explain.diePower", seat.dieW(), Dimension.POWER))));
  }

  private Explanation explainJunction(String place) {
    for (int c = 0; c < problem.seats().size(); c++) {
      LoopProblem.Seat seat = problem.seats().get(c);
      if (seat.chip().name().equals(place) && solution.chip(c) instanceof ChipState.Cooled cooled) {
        return explainJunction(seat, cooled);
      }
    }
    return Explanation.remark(Text.of("result.junctionC"), place);
  }

  private Explanation explainJunction(LoopProblem.Seat seat, ChipState.Cooled cooled) {
    double allW = seat.dieW() + seat.hbmW();
    double plateK = cooled.plateC() - cooled.inletC();
    Explanation plate =
        Explanation.derived(
            Text.of("explain.overPlate"),
            new Quantity(plateK, Dimension.TEMPERATURE_DIFFERENCE),
            Text.of("formula.plate"),
            List.of(
                property(seat.plate(), Property.PLATE_RESISTANCE),
                property(seat.plate(), Property.RATED_FLOW),
                given(
                    "explain.plateFlow",
                    Math.abs(
                        solution
                            .flow()
                            .flowM3S(problem.map().partLinks().get(seat.plate().index()))),
                    Dimension.FLOW),
                given(
                    "explain.resistanceNow",
                    cooled.plateResistanceKW(),
                    Dimension.THERMAL_RESISTANCE)));
    Explanation stack =
        Explanation.derived(
            Text.of("explain.overStack"),
            new Quantity(cooled.dieC() - cooled.plateC(), Dimension.TEMPERATURE_DIFFERENCE),
            Text.of("formula.stack"),
            List.of(
                property(seat.joint(), Property.THICKNESS_RESISTANCE),
                property(seat.chip(), Property.JUNCTION_TO_CASE),
                given("explain.diePower", seat.dieW(), Dimension.POWER)));
    boolean plateLimits = plateK > cooled.dieC() - cooled.plateC();
    return Explanation.derived(
            Text.of("result.junctionC"),
            new Quantity(cooled.dieC(), Dimension.TEMPERATURE),
            Text.of("formula.junction"),
            List.of(
                given("explain.coolantIn", cooled.inletC(), Dimension.TEMPERATURE),
                plateLimits ? plate.asLimiting() : plate,
                plateLimits ? stack : stack.asLimiting(),
                given("explain.packagePower", allW, Dimension.POWER),
                property(seat.chip(), Property.JUNCTION_LIMIT_C)))
        .at(seat.chip().name());
  }

  /** Flow, pressure and temperatures of a part of the loop. */
  List<Result> part(Instance i, int link) {
    double flow = Math.abs(solution.flow().flowM3S(link));
    double loss = Math.abs(solution.flow().lossPa(link));
    List<Explanation> network =
        List.of(Explanation.remark(Text.of("explain.networkSolved"), i.name()));
    return List.of(
        partResult(i, "flowLpm", flow, Dimension.FLOW, network),
        partResult(i, "pressureKPa", loss, Dimension.PRESSURE, network),
        partResult(i, "inletC", solution.inletC(link), Dimension.TEMPERATURE, network),
        partResult(i, "outletC", solution.outletC(link), Dimension.TEMPERATURE, network));
  }

  private static Result partResult(
      Instance i, String key, double si, Dimension dimension, List<Explanation> inputs) {
    Text label = Text.of("result.part." + key);
    return new Result(
        i.name() + "." + key,
        label,
        new Quantity(si, dimension),
        () ->
            Explanation.derived(
                label, new Quantity(si, dimension), Text.of("formula.network"), inputs));
  }

  private static Result result(
      String id, double si, Dimension dimension, String formula, List<Explanation> inputs) {
    Text label = Text.of("result." + id);
    return new Result(
        id,
        label,
        new Quantity(si, dimension),
        () -> Explanation.derived(label, new Quantity(si, dimension), Text.of(formula), inputs));
  }

  private static Explanation given(String key, double si, Dimension dimension) {
    return new Explanation(
        Text.of(key),
        Optional.of(new Quantity(si, dimension)),
        Optional.empty(),
        Optional.empty(),
        "",
        false,
        List.of());
  }

  private static Explanation property(Instance i, Property p) {
    return sourced(i.part().name(), i.values().find(p), p, i.name());
  }

  private static Explanation property(supernode.topology.Link l, Property p) {
    return sourced(l.type().name(), l.type().values().find(p), p, "");
  }

  private static Explanation sourced(
      String name, Optional<Sourced> value, Property p, String place) {
    Text label = Text.of("explain.property", name, Text.of("property." + p.key()));
    return value
        .map(v -> Explanation.given(label, new Quantity(v.value(), p.dimension()), v, place))
        .orElseGet(() -> Explanation.remark(Text.of("explain.notPublic", label), place));
  }
}
