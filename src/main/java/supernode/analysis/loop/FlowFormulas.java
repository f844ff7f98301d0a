package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import supernode.analysis.Alike;
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
    if (pump.part().kind().passesAir()) {
      return Derivation.computed(
          label,
          p.electricW(),
          Dimension.POWER,
          "formula.fanLaws",
          Derivation.property(pump, Property.POWER_W),
          Derivation.property(pump, Property.PUMP_SPEED));
    }
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

  /** Air of the room. */
  Explanation roomAir() {
    return Derivation.set(Text.of("explain.roomAir"), ambient.airC(), Dimension.TEMPERATURE);
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
        duty(c, unit),
        primaryFlow(c, problem.instance(problem.units().get(unit))));
  }

  private Explanation duty(CduState c, int unit) {
    return taken(c.dutyW(), problem.inAir(problem.problem().cdus().get(unit).link()));
  }

  /** Heat that is taken from coolant or air: what the chips give and pumps or fans work. */
  Explanation taken(double w, boolean air) {
    List<Explanation> inputs = new ArrayList<>();
    inputs.add(chipHeat(Text.of(air ? "result.cooling.airKW" : "result.cooling.liquidKW"), air));
    Alike<Integer> fans = new Alike<>();
    for (int p = 0; p < problem.pumps().size(); p++) {
      if (problem.inAir(problem.problem().pumps().get(p).link()) != air) {
        continue;
      }
      Instance pump = problem.instance(problem.pumps().get(p));
      if (air) {
        fans.add(pump.part().name(), solution.pump(p).electricW(), p);
      } else {
        inputs.add(pumpOf(p));
      }
    }
    inputs.addAll(fans.lines(this::pumpOf));
    return Derivation.computed(
        Text.of("explain.heatToCoolant"), w, Dimension.POWER, "formula.heatBalance", inputs);
  }

  /** Power of one of the pumps or fans. */
  Explanation pumpOf(int p) {
    Instance pump = problem.instance(problem.pumps().get(p));
    return pumpPower(Text.of("explain.pumpOf", pump.name()), solution.pump(p), pump);
  }

  /** Heat of all chips with flow, and in air that of what it flows past. */
  Explanation chipHeat(Text label, boolean air) {
    return Derivation.computed(
        label,
        air ? solution.airW() : solution.liquidW(),
        Dimension.POWER,
        "formula.sum",
        ChipFormulas.heats(problem, solution, air));
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
        duty(c, unit),
        network(Text.of("result.cooling.flowLpm"), flowM3S, Dimension.FLOW),
        fluid("explain.density", fluid.density(meanC), fluid),
        fluid("explain.heatCapacity", fluid.heatCapacity(meanC), fluid));
  }

  static Explanation fluid(String key, double value, Fluid fluid) {
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

  /** The first unit whose loop has an answer, of liquids where there is one. */
  OptionalInt firstUnit() {
    OptionalInt liquid = firstUnit(false);
    return liquid.isPresent() ? liquid : firstUnit(true);
  }

  private OptionalInt firstUnit(boolean air) {
    return IntStream.range(0, problem.units().size())
        .filter(u ->
            solution.cdu(u).isPresent()
                && problem.inAir(problem.problem().cdus().get(u).link()) == air)
        .findFirst();
  }

  /** Temperature of the coolant somewhere: the supply and what was taken up before. */
  Explanation coolant(Text label, double c, boolean air) {
    List<Explanation> inputs = new ArrayList<>();
    OptionalInt unit = firstUnit(air);
    inputs.add(unit.isPresent() ? supply(unit.getAsInt()) : air ? roomAir() : facilityWater());
    inputs.add(chipHeat(Text.of(air ? "result.cooling.airKW" : "result.cooling.liquidKW"), air));
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
        temperature(i.name(), "inletC", solution.inletC(link), problem.inAir(link)),
        temperature(i.name(), "outletC", solution.outletC(link), problem.inAir(link)));
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
  Result temperature(String place, String key, double c, boolean air) {
    Text label = Text.of("result.part." + key);
    return new Result(
        place + "." + key,
        label,
        new Quantity(c, Dimension.TEMPERATURE),
        () -> coolant(label, c, air).at(place));
  }
}
