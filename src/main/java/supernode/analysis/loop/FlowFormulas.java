package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.design.Ambient;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.fluid.Origin;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.power.PumpDuty;
import supernode.topology.Instance;

/** Why the coolant flows and warms as it does. */
final class FlowFormulas {
  private final LoopProblem problem;
  private final LoopsSolution solution;
  private final Ambient ambient;

  FlowFormulas(LoopProblem problem, LoopsSolution solution, Ambient ambient) {
    this.problem = problem;
    this.solution = solution;
    this.ambient = ambient;
  }

  /** A number of the flow network: it follows from all pumps and losses together. */
  Explanation network(Text label, double si, Dimension dimension) {
    List<Explanation> inputs = new ArrayList<>();
    problem.pumps().stream().map(problem::instance).findFirst().ifPresent(p -> duty(p, inputs));
    inputs.add(Explanation.remark(Text.of("explain.networkSolved"), ""));
    return Derivation.computed(label, si, dimension, "formula.network", inputs);
  }

  /** Flow and pressure rise of a pump: where its curve meets what the loop asks. */
  Explanation dutyPoint(Text label, double si, Dimension dimension, Instance pump) {
    List<Explanation> inputs = new ArrayList<>();
    duty(pump, inputs);
    return Derivation.computed(label, si, dimension, "formula.dutyPoint", inputs);
  }

  private static void duty(Instance pump, List<Explanation> inputs) {
    inputs.add(Derivation.property(pump, Property.RATED_FLOW));
    inputs.add(Derivation.property(pump, Property.RATED_PRESSURE));
    inputs.add(Derivation.property(pump, Property.SHUTOFF_PRESSURE));
    inputs.add(Derivation.property(pump, Property.PUMP_SPEED));
  }

  /** Electrical power of one pump. */
  Explanation pumpPower(Text label, PumpDuty p, Instance pump) {
    return Derivation.computed(
        label,
        p.electricW(),
        Dimension.POWER,
        "formula.pumpPower",
        dutyPoint(Text.of("result.cooling.flowLpm"), p.flowM3S(), Dimension.FLOW, pump),
        dutyPoint(Text.of("result.cooling.pumpKPa"), p.risePa(), Dimension.PRESSURE, pump),
        Derivation.property(pump, Property.EFFICIENCY));
  }

  Explanation facilityWater() {
    return Derivation.set(
        Text.of("explain.facilityWater"), ambient.facilityWaterC(), Dimension.TEMPERATURE);
  }

  /** Supply temperature of a unit. */
  Explanation supply(int unit) {
    CduState c = solution.cdu(unit).orElseThrow();
    Instance cdu = problem.instance(problem.units().get(unit));
    String formula =
        switch (c.mode()) {
          case CONTROLLED -> "formula.supplyControlled";
          case SATURATED -> "formula.supplySaturated";
          case IDLE -> "formula.supplyIdle";
        };
    boolean own = cdu.values().find(Property.SUPPLY_SET_C).isPresent();
    Explanation set = Derivation.property(cdu, own ? Property.SUPPLY_SET_C : Property.APPROACH_K);
    Explanation water = facilityWater();
    Explanation dew =
        Derivation.set(Text.of("explain.dewPoint"), ambient.dewPointC(), Dimension.TEMPERATURE);
    Explanation flow = primaryFlow(c, cdu);
    boolean floats = c.mode() == CduState.Mode.SATURATED;
    return Derivation.computed(
        Text.of("result.cooling.supplyC"),
        c.supplyC(),
        Dimension.TEMPERATURE,
        formula,
        set,
        floats ? water.asLimiting() : water,
        dew,
        effectiveness(c, cdu),
        floats ? flow.asLimiting() : flow);
  }

  private static Explanation effectiveness(CduState c, Instance cdu) {
    return Derivation.computed(
        Text.of("explain.effectiveness"),
        c.effectiveness(),
        Dimension.RATIO,
        "formula.effectiveness",
        Derivation.property(cdu, Property.CAPACITY_W),
        Derivation.property(cdu, Property.APPROACH_K),
        Derivation.property(cdu, Property.RATED_FLOW));
  }

  private static Explanation primaryFlow(CduState c, Instance cdu) {
    return Derivation.computed(
        Text.of("explain.primaryFlow"),
        c.primaryFlowM3S(),
        Dimension.FLOW,
        "formula.primaryFlow",
        Derivation.property(cdu, primary(cdu)));
  }

  private static Property primary(Instance cdu) {
    boolean own = cdu.values().find(Property.PRIMARY_FLOW).isPresent();
    return own ? Property.PRIMARY_FLOW : Property.RATED_FLOW;
  }

  /** Water back to the facility. */
  Explanation facilityReturn(Text label, int unit) {
    CduState c = solution.cdu(unit).orElseThrow();
    return Derivation.computed(
        label,
        c.primaryReturnC(),
        Dimension.TEMPERATURE,
        "formula.facilityReturn",
        facilityWater(),
        duty(c),
        primaryFlow(c, problem.instance(problem.units().get(unit))));
  }

  private Explanation duty(CduState c) {
    return taken(c.dutyW());
  }

  /** Heat that is taken from the coolant: what the chips give and the pumps work. */
  Explanation taken(double w) {
    List<Explanation> inputs = new ArrayList<>();
    inputs.add(chipHeat(Text.of("result.cooling.liquidKW")));
    for (int p = 0; p < problem.pumps().size(); p++) {
      Instance pump = problem.instance(problem.pumps().get(p));
      inputs.add(pumpPower(Text.of("explain.pumpOf", pump.name()), solution.pump(p), pump));
    }
    return Derivation.computed(
        Text.of("explain.heatToCoolant"), w, Dimension.POWER, "formula.heatBalance", inputs);
  }

  /** Heat of all chips on plates with flow. */
  Explanation chipHeat(Text label) {
    return Derivation.computed(
        label,
        solution.chipsW(),
        Dimension.POWER,
        "formula.sum",
        ChipFormulas.heats(problem, solution));
  }

  /** The coolant's rise over a unit's loop. */
  Explanation rise(int unit) {
    CduState c = solution.cdu(unit).orElseThrow();
    double meanC = (c.supplyC() + c.returnC()) / 2;
    int link = problem.problem().cdus().get(unit).link();
    double flowM3S = solution.flowM3S(link);
    Fluid fluid = solution.fluid(link);
    return Derivation.computed(
        Text.of("result.cooling.riseK"),
        c.returnC() - c.supplyC(),
        Dimension.TEMPERATURE_DIFFERENCE,
        "formula.rise",
        duty(c),
        network(Text.of("result.cooling.flowLpm"), flowM3S, Dimension.FLOW),
        fluid("explain.density", fluid.density(meanC), fluid),
        fluid("explain.heatCapacity", fluid.heatCapacity(meanC), fluid));
  }

  private static Explanation fluid(String key, double value, Fluid fluid) {
    Origin origin = fluid.origin();
    String basis =
        switch (origin.basis()) {
          case PURE -> fluid.id();
          case BY_MASS -> fluid.id() + ", " + origin.percent() + " % by mass";
          case BY_VOLUME -> fluid.id() + ", " + origin.percent() + " % by volume";
        };
    Sourced source = new Sourced(value, origin.confidence(), origin.source(), basis);
    return Derivation.given(Text.of(key), source, Dimension.FACTOR);
  }

  /** The first unit whose loop has an answer. */
  OptionalInt firstUnit() {
    return IntStream.range(0, problem.units().size())
        .filter(u -> solution.cdu(u).isPresent())
        .findFirst();
  }

  /** Temperature of the coolant somewhere: the supply and what was taken up before. */
  Explanation coolant(Text label, double c) {
    List<Explanation> inputs = new ArrayList<>();
    inputs.add(firstUnit().isEmpty() ? facilityWater() : supply(firstUnit().getAsInt()));
    inputs.add(chipHeat(Text.of("result.cooling.liquidKW")));
    inputs.add(Explanation.remark(Text.of("explain.networkSolved"), ""));
    return Derivation.computed(label, c, Dimension.TEMPERATURE, "formula.coolant", inputs);
  }

  /** Flow, pressure and temperatures of a part of the loop. */
  List<Result> part(Instance i, int link) {
    double flow = Math.abs(solution.flowM3S(link));
    double loss = Math.abs(solution.lossPa(link));
    return List.of(
        flow(i.name(), flow),
        result(i.name(), "pressureKPa", loss, Dimension.PRESSURE),
        temperature(i.name(), "inletC", solution.inletC(link)),
        temperature(i.name(), "outletC", solution.outletC(link)));
  }

  /** Flow through a place. */
  Result flow(String place, double flowM3S) {
    return result(place, "flowLpm", flowM3S, Dimension.FLOW);
  }

  private Result result(String place, String key, double si, Dimension dimension) {
    Text label = Text.of("result.part." + key);
    return new Result(
        place + "." + key,
        label,
        new Quantity(si, dimension),
        () -> network(label, si, dimension).at(place));
  }

  /** Coolant temperature at a place. */
  Result temperature(String place, String key, double c) {
    Text label = Text.of("result.part." + key);
    return new Result(
        place + "." + key,
        label,
        new Quantity(c, Dimension.TEMPERATURE),
        () -> coolant(label, c).at(place));
  }
}
