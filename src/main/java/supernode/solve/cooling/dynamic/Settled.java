package supernode.solve.cooling.dynamic;

import java.util.Arrays;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Cdu;

/** Cells and chips in the steady state before a disturbance. */
record Settled(HeatState state, double[] cellC, double[] inletC, double[] outletC) {
  /** The steady state of the cells themselves, near that of the steady solver. */
  static Settled of(TransientProblem problem, CoolingSolution steady) {
    CoolingProblem loop = problem.steady();
    int m = loop.network().links().size();
    double[] cellC = new double[m];
    HeatState about = new HeatState(m, loop.chips().size());
    boolean[] exchanges = new boolean[m];
    for (Cdu cdu : loop.cdus()) {
      exchanges[cdu.link()] = true;
    }
    for (int k = 0; k < m; k++) {
      cellC[k] = exchanges[k] ? steady.inletC(k) : steady.outletC(k);
      about.cellJKg[k] = loop.fluid().enthalpy(cellC[k]);
    }
    for (int c = 0; c < about.dieC.length; c++) {
      about.dieC[c] = cellC[loop.chips().get(c).link()];
    }
    ImplicitStage stage = new ImplicitStage(problem, loop, new double[m]);
    stage.about(about, cellC);
    FlowField field = new FlowField(loop, steady.flow(), cellC);
    stage.solve(about, 0, field);
    return new Settled(
        stage.at,
        temperatures(loop.fluid(), stage.at.cellJKg),
        temperatures(loop.fluid(), stage.inletJKg),
        temperatures(loop.fluid(), stage.outletJKg));
  }

  private static double[] temperatures(Fluid fluid, double[] enthalpyJKg) {
    return Arrays.stream(enthalpyJKg).map(fluid::temperatureC).toArray();
  }

  /** Copies the chips. */
  void into(HeatState other) {
    System.arraycopy(state.dieC, 0, other.dieC, 0, other.dieC.length);
    System.arraycopy(state.hbmC, 0, other.hbmC, 0, other.hbmC.length);
    System.arraycopy(state.plateC, 0, other.plateC, 0, other.plateC.length);
  }
}
