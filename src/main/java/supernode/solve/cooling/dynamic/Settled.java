package supernode.solve.cooling.dynamic;

import java.util.ArrayList;
import java.util.List;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.hydraulic.HydraulicSolution;

/** Cells, chips and units in the steady state before a disturbance. */
record Settled(HeatState state, double[] cellC, double[] inletC, double[] outletC) {
  /**
   * The steady state of the cells themselves, near that of the steady solver.
   *
   * @param fluids in each link
   * @param flow of all loops
   */
  static Settled of(
      TransientProblem problem,
      LoopsSolution steady,
      Fluid[] fluids,
      HydraulicSolution flow,
      Facility facility) {
    CoolingProblem loop = problem.steady();
    int m = loop.network().links().size();
    double[] cellC = new double[m];
    HeatState about = new HeatState(m, loop.chips().size(), loop.cdus().size());
    boolean[] exchanges = new boolean[m];
    for (Cdu cdu : loop.cdus()) {
      exchanges[cdu.link()] = true;
    }
    for (int k = 0; k < m; k++) {
      cellC[k] = exchanges[k] ? steady.inletC(k) : steady.outletC(k);
      about.cellJKg[k] = fluids[k].enthalpy(cellC[k]);
    }
    for (int c = 0; c < about.dieC.length; c++) {
      about.dieC[c] = cellC[loop.chips().get(c).link()];
    }
    ImplicitStage stage =
        new ImplicitStage(problem, loop, fluids, new double[m], facility.primary());
    stage.primary(units(loop, steady, facility));
    FlowField field = new FlowField(loop, fluids, flow, cellC);
    for (int i = 0; i < loop.cdus().size(); i++) {
      int unit = i;
      double copies = field.copies(loop.cdus().get(i).link());
      steady.cdu(i).ifPresent(s -> stage.start(unit, s.mode(), copies * s.dutyW()));
    }
    stage.about(about, cellC);
    stage.solve(about, 0, field);
    for (int i = 0; i < loop.cdus().size(); i++) {
      double inletC = stage.cdus().get(i).primaryInletC();
      double leavingC = steady.cdu(i).map(CduState::primaryReturnC).orElse(inletC);
      stage.at.pocketC[i] = (inletC + leavingC) / 2;
    }
    return new Settled(
        stage.at,
        temperatures(fluids, stage.at.cellJKg),
        temperatures(fluids, stage.inletJKg),
        temperatures(fluids, stage.outletJKg));
  }

  /** The units with the water that the drawn facility brings them. */
  private static List<Cdu> units(CoolingProblem loop, LoopsSolution steady, Facility facility) {
    List<Cdu> units = new ArrayList<>(loop.cdus());
    facility
        .primary()
        .forEach((unit, link) ->
            units.set(
                unit,
                units.get(unit).withPrimary(steady.inletC(link), Math.abs(steady.flowM3S(link)))));
    return units;
  }

  private static double[] temperatures(Fluid[] fluids, double[] enthalpyJKg) {
    double[] c = new double[enthalpyJKg.length];
    for (int k = 0; k < c.length; k++) {
      c[k] = fluids[k].temperatureC(enthalpyJKg[k]);
    }
    return c;
  }

  /** Copies all but the coolant. */
  void into(HeatState other) {
    System.arraycopy(state.dieC, 0, other.dieC, 0, other.dieC.length);
    System.arraycopy(state.hbmC, 0, other.hbmC, 0, other.hbmC.length);
    System.arraycopy(state.plateC, 0, other.plateC, 0, other.plateC.length);
    System.arraycopy(state.pocketC, 0, other.pocketC, 0, other.pocketC.length);
  }
}
