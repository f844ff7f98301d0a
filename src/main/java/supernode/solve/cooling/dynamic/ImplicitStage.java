package supernode.solve.cooling.dynamic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Affine;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.CduControl;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipPackage;

/**
 * One implicit step of heat, state = base + step * rate(state). The coolant of each link is a mixed
 * cell; its equation is linear in what flows in, so that one sweep down the flow solves all cells
 * at once. What leaves one cell enters the next: energy is kept to rounding, whatever the step.
 */
final class ImplicitStage {
  /** Least resistance, K/W: layers of none would make the equations singular. */
  static final double LEAST_KW = 1e-6;

  private static final int MOST_PASSES = 12;

  /** Farther than this from where it was taken, a cell's line of enthalpy is taken anew. */
  private static final double NEAR_K = 0.5;

  private final CoolingProblem problem;
  private final Fluid fluid;
  private final double[] massKg;
  final ChipCells chips;
  private final List<CduControl> controls = new ArrayList<>();
  private List<Cdu> cdus;
  private final double[] aboutJKg;
  private final double[] aboutC;
  private final double[] capacity;
  private final double[] slope;
  private final double[] constant;
  private final Affine[] exchanger;
  private final double[] cellSlope;
  private final double[] cellConstant;

  final HeatState at;

  /** Temperature of each cell, behind heat and wall and before any exchanger. */
  final double[] cellC;

  /** Enthalpy before and behind each link. */
  final double[] inletJKg;

  final double[] outletJKg;

  /** Watts in the last solve, over all copies. */
  double chipsW;

  double pumpsW;
  double exchangersW;
  double ambientW;
  double carriedOutW;

  ImplicitStage(TransientProblem transientProblem, CoolingProblem problem, double[] massKg) {
    this.problem = problem;
    this.massKg = massKg;
    fluid = problem.fluid();
    chips = new ChipCells(transientProblem);
    cdus = problem.cdus();
    for (Cdu cdu : cdus) {
      controls.add(new CduControl(cdu, fluid));
    }
    int m = massKg.length;
    aboutJKg = new double[m];
    aboutC = new double[m];
    capacity = new double[m];
    slope = new double[m];
    constant = new double[m];
    exchanger = new Affine[m];
    cellSlope = new double[m];
    cellConstant = new double[m];
    at = new HeatState(m, problem.chips().size());
    cellC = new double[m];
    inletJKg = new double[m];
    outletJKg = new double[m];
  }

  /** Other facility water; the units stay in their modes. */
  void primary(List<Cdu> next) {
    List<CduState.Mode> modes = controls.stream().map(CduControl::mode).toList();
    cdus = next;
    controls.clear();
    for (int i = 0; i < next.size(); i++) {
      CduControl control = new CduControl(next.get(i), fluid);
      control.start(modes.get(i));
      controls.add(control);
    }
  }

  List<Cdu> cdus() {
    return cdus;
  }

  CduState.Mode mode(int cdu) {
    return controls.get(cdu).mode();
  }

  /** The state before the first step. */
  void begin(HeatState state, double[] cellsC) {
    about(state, cellsC);
    at.set(state);
  }

  /** Where lines are taken: at a state and its temperatures. */
  void about(HeatState state, double[] cellsC) {
    System.arraycopy(state.cellJKg, 0, aboutJKg, 0, aboutJKg.length);
    System.arraycopy(cellsC, 0, aboutC, 0, aboutC.length);
    System.arraycopy(cellsC, 0, cellC, 0, cellC.length);
    chips.about(state.dieC);
  }

  /**
   * Solves a step; {@link #at} is the state then.
   *
   * @param perS one over the step; 0 asks for the steady state
   * @return false where heat has nowhere to go, which only a steady state minds
   */
  boolean solve(HeatState base, double perS, FlowField field) {
    boolean changed = true;
    for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
      cells(base, perS, field);
      Optional<double[]> nodes =
          field.advection.solve(
              slope,
              constant,
              fluid.enthalpy(problem.inflowC()),
              aboutJKg.length == 0 ? 0 : aboutJKg[0]);
      if (nodes.isEmpty()) {
        return false;
      }
      changed = settle(nodes.get(), field);
    }
    return true;
  }

  private void cells(HeatState base, double perS, FlowField f) {
    for (int k = 0; k < slope.length; k++) {
      capacity[k] = fluid.heatCapacity(aboutC[k]);
      cellConstant[k] = f.pumpW[k] + f.partsW[k] + f.wallW[k];
      cellSlope[k] = f.wallWK[k];
    }
    chips.eliminate(base, perS, f.filmKW);
    List<ChipPackage> all = problem.chips();
    for (int c = 0; c < all.size(); c++) {
      int k = all.get(c).link();
      cellConstant[k] += f.copies(k) * chips.constantW[c];
      cellSlope[k] += f.copies(k) * chips.slopeWK[c];
    }
    for (int k = 0; k < slope.length; k++) {
      double inertia = massKg[k] * perS;
      double perJKg = cellSlope[k] / capacity[k];
      double divisor = inertia + f.massKgS[k] + perJKg;
      double right =
          inertia * base.cellJKg[k]
              + cellConstant[k]
              - cellSlope[k] * aboutC[k]
              + perJKg * aboutJKg[k];
      boolean rests = f.massKgS[k] == 0 && inertia == 0;
      cellSlope[k] = rests ? 0 : f.massKgS[k] / divisor;
      cellConstant[k] = rests ? aboutJKg[k] : right / divisor;
      exchanger[k] = Affine.SAME;
      slope[k] = cellSlope[k];
      constant[k] = cellConstant[k];
    }
    for (int i = 0; i < cdus.size(); i++) {
      int k = cdus.get(i).link();
      if (f.advection.takesHeat(k)) {
        exchanger[k] = controls.get(i).outlet(f.massKgS[k] / f.copies(k), cellC[k]);
        Affine both = new Affine(cellSlope[k], cellConstant[k]).then(exchanger[k]);
        slope[k] = both.slope();
        constant[k] = both.constant();
      }
    }
  }

  private boolean settle(double[] nodeJKg, FlowField f) {
    boolean changed = false;
    exchangersW = 0;
    ambientW = 0;
    pumpsW = 0;
    chipsW = 0;
    for (int k = 0; k < slope.length; k++) {
      int up = f.advection.upstream(k);
      double h = cellConstant[k] + (up < 0 ? 0 : cellSlope[k] * nodeJKg[up]);
      at.cellJKg[k] = h;
      inletJKg[k] = up < 0 ? h : nodeJKg[up];
      outletJKg[k] = exchanger[k].at(h);
      cellC[k] = aboutC[k] + (h - aboutJKg[k]) / capacity[k];
      exchangersW += f.massKgS[k] * (h - outletJKg[k]);
      ambientW += f.wallWK[k] * cellC[k] - f.wallW[k];
      pumpsW += f.pumpW[k];
      chipsW += f.partsW[k];
    }
    for (int c = 0; c < problem.chips().size(); c++) {
      int k = problem.chips().get(c).link();
      chipsW += f.copies(k) * chips.settle(c, cellC[k], at);
      changed |= chips.bend(c, at.dieC[c]);
    }
    carriedOutW = 0;
    double entering = fluid.enthalpy(problem.inflowC());
    for (int v = 0; v < nodeJKg.length; v++) {
      double in = f.advection.reached(v) ? f.flow.inflowKgS(v) : 0;
      carriedOutW -= in > 0 ? in * entering : in * nodeJKg[v];
    }
    for (int k = 0; k < slope.length; k++) {
      if (Math.abs(cellC[k] - aboutC[k]) > NEAR_K) {
        aboutJKg[k] = at.cellJKg[k];
        double close = fluid.temperatureC(at.cellJKg[k]);
        changed |= Math.abs(close - cellC[k]) > 1e-3;
        aboutC[k] = close;
      }
    }
    for (int i = 0; i < cdus.size(); i++) {
      int k = cdus.get(i).link();
      if (f.advection.takesHeat(k)) {
        double afterC = fluid.temperatureC(outletJKg[k]);
        changed |= controls.get(i).adapt(f.massKgS[k] / f.copies(k), cellC[k], afterC);
      }
    }
    return changed;
  }

  /** Joules above 0 degrees in all cells and chips. */
  double storedJ(HeatState s, FlowField f) {
    double sum = 0;
    for (int k = 0; k < massKg.length; k++) {
      sum += massKg[k] * s.cellJKg[k];
    }
    for (int c = 0; c < problem.chips().size(); c++) {
      sum += f.copies(problem.chips().get(c).link()) * chips.storedJ(c, s);
    }
    return sum;
  }
}
