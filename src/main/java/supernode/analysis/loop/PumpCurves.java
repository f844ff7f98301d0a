package supernode.analysis.loop;

import java.util.List;
import supernode.analysis.FabricAnswer;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.PumpChart;
import supernode.solve.cooling.hydraulic.MonotoneCurve.Point;
import supernode.solve.cooling.power.PumpDuty;

/**
 * Pump and system curve of the first pump, for the chart.
 *
 * @param pump pressure over flow at the present speed
 * @param system pressure that the loop takes over flow, solved at other speeds
 */
record PumpCurves(
    FabricAnswer.Curve pump, FabricAnswer.Curve system, double dutyFlowM3S, double dutyPressurePa) {

  static PumpCurves of(LoopProblem problem, CoolingSolution solution) {
    FabricAnswer.Curve none = new FabricAnswer.Curve("pump", new double[0], new double[0]);
    if (solution.pumps().isEmpty()) {
      return new PumpCurves(none, none, 0, 0);
    }
    PumpDuty duty = solution.pumps().getFirst();
    int link = problem.problem().pumps().getFirst().link();
    return PumpChart.of(solution, link)
        .filter(_ -> duty.flowM3S() > 0)
        .map(chart ->
            new PumpCurves(
                curve("pump", chart.pump()),
                curve("system", chart.system()),
                chart.duty().x(),
                chart.duty().y()))
        .orElseGet(() -> new PumpCurves(none, none, duty.flowM3S(), duty.risePa()));
  }

  private static FabricAnswer.Curve curve(String key, List<Point> points) {
    return new FabricAnswer.Curve(
        key,
        points.stream().mapToDouble(Point::x).toArray(),
        points.stream().mapToDouble(Point::y).toArray());
  }
}
