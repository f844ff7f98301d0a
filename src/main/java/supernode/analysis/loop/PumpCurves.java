package supernode.analysis.loop;

import java.util.List;
import java.util.function.Supplier;
import supernode.analysis.CoolingAnswer.Pumping;
import supernode.analysis.FabricAnswer;
import supernode.solve.cooling.LoopSystem;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.PumpChart;
import supernode.solve.cooling.hydraulic.MonotoneCurve.Point;
import supernode.solve.cooling.power.PumpDuty;

/** Pump and system curve of the first pump, solved when first looked at, not in every edit. */
final class PumpCurves implements Supplier<Pumping> {
  private final LoopProblem problem;
  private final LoopsSolution solution;
  private Pumping known;

  PumpCurves(LoopProblem problem, LoopsSolution solution) {
    this.problem = problem;
    this.solution = solution;
  }

  @Override
  public synchronized Pumping get() {
    if (known == null) {
      known = solve();
    }
    return known;
  }

  private Pumping solve() {
    FabricAnswer.Curve none = new FabricAnswer.Curve("pump", new double[0], new double[0]);
    if (problem.pumps().isEmpty()) {
      return new Pumping(none, none, 0, 0);
    }
    int first = first();
    PumpDuty duty = solution.pump(first);
    int link = problem.problem().pumps().get(first).link();
    LoopSystem system = solution.system();
    return solution
        .outcome(system.loopOf(link))
        .asOptional()
        .flatMap(s -> PumpChart.of(s, system.placeOf(link)))
        .filter(_ -> duty.flowM3S() > 0)
        .map(chart ->
            new Pumping(
                curve("pump", chart.pump()),
                curve("system", chart.system()),
                chart.duty().x(),
                chart.duty().y()))
        .orElseGet(() -> new Pumping(none, none, duty.flowM3S(), duty.risePa()));
  }

  /** A server's fan only where nothing else drives. */
  private int first() {
    for (int p = 0; p < problem.pumps().size(); p++) {
      if (!problem.isServerFan(p)) {
        return p;
      }
    }
    return 0;
  }

  private static FabricAnswer.Curve curve(String key, List<Point> points) {
    return new FabricAnswer.Curve(
        key,
        points.stream().mapToDouble(Point::x).toArray(),
        points.stream().mapToDouble(Point::y).toArray());
  }
}
