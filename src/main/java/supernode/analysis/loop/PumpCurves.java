package supernode.analysis.loop;

import supernode.analysis.FabricAnswer;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.hydraulic.Gravity;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.power.PumpDuty;

/**
 * Pump and system curve of the first pump, for the chart.
 *
 * @param pump pressure over flow at the present speed
 * @param system pressure that the loop needs over flow, near the duty point as flow^1.8
 */
record PumpCurves(
    FabricAnswer.Curve pump, FabricAnswer.Curve system, double dutyFlowM3S, double dutyPressurePa) {
  private static final int SAMPLES = 41;

  /** Exponent of a loop of plates and couplings (catalogue drops go with flow^1.8). */
  private static final double SYSTEM_EXPONENT = 1.8;

  static PumpCurves of(LoopProblem problem, CoolingSolution solution) {
    FabricAnswer.Curve none = new FabricAnswer.Curve("pump", new double[0], new double[0]);
    if (solution.pumps().isEmpty()) {
      return new PumpCurves(none, none, 0, 0);
    }
    PumpDuty duty = solution.pumps().getFirst();
    int link = problem.problem().pumps().getFirst().link();
    LinkLaw law = problem.problem().network().links().get(link).law();
    if (!(law instanceof Pump pump) || duty.flowM3S() <= 0) {
      return new PumpCurves(none, none, duty.flowM3S(), duty.risePa());
    }
    double density = solution.flow().densityKgM3(link);
    double[] flow = new double[SAMPLES];
    double[] rise = new double[SAMPLES];
    double[] need = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      flow[i] = 1.4 * duty.flowM3S() * i / (SAMPLES - 1);
      rise[i] = Math.max(0, pump.headM(flow[i]) * density * Gravity.M_S2);
      need[i] = duty.risePa() * Math.pow(flow[i] / duty.flowM3S(), SYSTEM_EXPONENT);
    }
    return new PumpCurves(
        new FabricAnswer.Curve("pump", flow, rise),
        new FabricAnswer.Curve("system", flow, need),
        duty.flowM3S(),
        duty.risePa());
  }
}
