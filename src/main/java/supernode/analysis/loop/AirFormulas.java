package supernode.analysis.loop;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import supernode.analysis.Alike;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.catalog.PartKind;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.CduState;
import supernode.topology.Instance;

/** The headline numbers of the air that is drawn. */
final class AirFormulas {
  private final LoopProblem problem;
  private final LoopsSolution solution;
  private final FlowFormulas flows;

  /** What leaves into the room: kg/s, and what it carries more than the room's air, W. */
  private double leavingKgS;

  private double leavingW;
  private double roomC;

  AirFormulas(LoopProblem problem, LoopsSolution solution, FlowFormulas flows) {
    this.problem = problem;
    this.solution = solution;
    this.flows = flows;
    for (int loop = 0; loop < solution.loops(); loop++) {
      CoolingSolution s = solution.numbers(loop).orElse(null);
      if (s != null && s.problem().fluid().gas() && problem.map().opensIntoRoom(loop)) {
        roomC = s.problem().inflowC();
        for (int v = 0; v < s.problem().network().nodes().size(); v++) {
          double out = Math.max(0, -s.flow().inflowKgS(v));
          leavingKgS += out;
          leavingW += out * (Fluid.AIR.enthalpy(s.nodeC(v)) - Fluid.AIR.enthalpy(roomC));
        }
      }
    }
  }

  void addTo(List<Result> results) {
    add(
        results,
        "cooling.airKW",
        solution.airW(),
        Dimension.POWER,
        () -> flows.chipHeat(Text.of("result.cooling.airKW"), true));
    OptionalInt fan =
        IntStream.range(0, problem.pumps().size()).filter(problem::isServerFan).findFirst();
    fan.ifPresent(f -> fans(results, f));
    if (leavingKgS > 0) {
      exhaust(results);
    }
    double handledW = handledW();
    if (handledW > 0) {
      add(
          results,
          "cooling.airHandledKW",
          handledW,
          Dimension.POWER,
          () -> flows.taken(handledW, true));
    }
  }

  private void fans(List<Result> results, int first) {
    double flowM3S = 0;
    double watts = 0;
    Alike<Integer> each = new Alike<>();
    for (int p = 0; p < problem.pumps().size(); p++) {
      boolean counts = problem.isServerFan(p);
      flowM3S += counts ? solution.pump(p).flowM3S() : 0;
      watts += counts ? solution.pump(p).electricW() : 0;
      if (counts) {
        String part = problem.instance(problem.pumps().get(p)).part().name();
        each.add(part, solution.pump(p).electricW(), p);
      }
    }
    Instance fan = problem.instance(problem.pumps().get(first));
    double all = flowM3S;
    double drawn = watts;
    double risePa = solution.pump(first).risePa();
    Text flow = Text.of("result.cooling.airFlowM3PerH");
    Text rise = Text.of("result.cooling.fanKPa");
    add(
        results,
        "cooling.airFlowM3PerH",
        all,
        Dimension.AIR_FLOW,
        () -> flows.dutyPoint(flow, all, Dimension.AIR_FLOW, fan));
    add(
        results,
        "cooling.fanKPa",
        risePa,
        Dimension.PRESSURE,
        () -> flows.dutyPoint(rise, risePa, Dimension.PRESSURE, fan));
    add(
        results,
        "cooling.fanKW",
        drawn,
        Dimension.POWER,
        () ->
            Derivation.computed(
                Text.of("result.cooling.fanKW"),
                drawn,
                Dimension.POWER,
                "formula.sum",
                each.lines(flows::pumpOf)));
  }

  private void exhaust(List<Result> results) {
    double outC = Fluid.AIR.temperatureC(Fluid.AIR.enthalpy(roomC) + leavingW / leavingKgS);
    Supplier<Explanation> rise = () -> rise(outC - roomC);
    add(
        results,
        "cooling.exhaustC",
        outC,
        Dimension.TEMPERATURE,
        () ->
            Derivation.computed(
                Text.of("result.cooling.exhaustC"),
                outC,
                Dimension.TEMPERATURE,
                "formula.supplyPlusRise",
                flows.roomAir(),
                rise.get()));
    add(results, "cooling.airRiseK", outC - roomC, Dimension.TEMPERATURE_DIFFERENCE, rise);
  }

  private Explanation rise(double kelvin) {
    double meanC = roomC + kelvin / 2;
    double flowM3S = leavingKgS / Fluid.AIR.density(roomC);
    return Derivation.computed(
        Text.of("result.cooling.airRiseK"),
        kelvin,
        Dimension.TEMPERATURE_DIFFERENCE,
        "formula.rise",
        flows.taken(leavingW, true),
        flows.network(Text.of("result.cooling.airFlowM3PerH"), flowM3S, Dimension.AIR_FLOW),
        FlowFormulas.fluid("explain.density", Fluid.AIR.density(roomC), Fluid.AIR),
        FlowFormulas.fluid("explain.heatCapacity", Fluid.AIR.heatCapacity(meanC), Fluid.AIR));
  }

  /** What air handlers take from the air. */
  private double handledW() {
    double sum = 0;
    for (int u = 0; u < problem.units().size(); u++) {
      boolean air = problem.instance(problem.units().get(u)).part().kind() == PartKind.AIR_HANDLER;
      sum += air ? solution.cdu(u).map(CduState::dutyW).orElse(0.0) : 0;
    }
    return sum;
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
