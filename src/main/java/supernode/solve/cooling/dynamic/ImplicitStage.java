package supernode.solve.cooling.dynamic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  /** What a loop got and what the other gave may differ by this share before another pass. */
  private static final double SAME_HEAT = 1e-13;

  /** Farther than this from where it was taken, a cell's line of enthalpy is taken anew. */
  private static final double NEAR_K = 0.5;

  private final CoolingProblem problem;
  private final Fluid[] fluids;
  private final double[] massKg;
  private final Map<Integer, Integer> primary;
  final ChipCells chips;
  final StillWater still;
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

  /** Heat into links from the loops that they cool, over all copies. */
  private final double[] passedW;

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

  /**
   * @param fluids in each link
   * @param primary link of the loop that cools each coupled unit
   */
  ImplicitStage(
      TransientProblem transientProblem,
      CoolingProblem problem,
      Fluid[] fluids,
      double[] massKg,
      Map<Integer, Integer> primary) {
    this.problem = problem;
    this.fluids = fluids;
    this.massKg = massKg;
    this.primary = primary;
    chips = new ChipCells(transientProblem);
    cdus = problem.cdus();
    still = new StillWater(cdus.size());
    for (Cdu cdu : cdus) {
      controls.add(new CduControl(cdu, fluids[cdu.link()]));
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
    passedW = new double[m];
    at = new HeatState(m, problem.chips().size(), cdus.size());
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
      CduControl control = new CduControl(next.get(i), fluids[next.get(i).link()]);
      control.start(modes.get(i));
      controls.add(control);
    }
  }

  /** A unit as it was found in the steady state. */
  void start(int unit, CduState.Mode mode, double dutyW) {
    controls.get(unit).start(mode);
    Integer into = primary.get(unit);
    if (into != null) {
      passedW[into] += dutyW;
    }
  }

  /** Temperature of what enters a link. */
  double inletC(int link) {
    return fluids[link].temperatureC(inletJKg[link]);
  }

  double outletC(int link) {
    return fluids[link].temperatureC(outletJKg[link]);
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
              problem.fluid().enthalpy(problem.inflowC()),
              aboutJKg.length == 0 ? 0 : aboutJKg[0]);
      if (nodes.isEmpty()) {
        return false;
      }
      changed = settle(base, nodes.get(), field);
      changed |= passOn(field);
    }
    return true;
  }

  /** What units took from their loops goes into those that cool them; whether that is news. */
  private boolean passOn(FlowField f) {
    boolean news = false;
    if (!primary.isEmpty()) {
      double[] before = passedW.clone();
      Arrays.fill(passedW, 0);
      primary.forEach((unit, into) -> {
        int k = cdus.get(unit).link();
        double watts = still.stands(unit) ? 0 : takenW(k, f);
        passedW[into] += watts;
        exchangersW -= watts;
      });
      for (int k : primary.values()) {
        news |= Math.abs(passedW[k] - before[k]) > SAME_HEAT * Math.abs(passedW[k]);
      }
    }
    return news;
  }

  /** Out of a link through its exchanger. */
  double takenW(int link, FlowField f) {
    return f.massKgS[link] * (at.cellJKg[link] - outletJKg[link]);
  }

  private void cells(HeatState base, double perS, FlowField f) {
    for (int k = 0; k < slope.length; k++) {
      capacity[k] = fluids[k].heatCapacity(aboutC[k]);
      cellConstant[k] = f.pumpW[k] + f.partsW[k] + f.wallW[k] + passedW[k];
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
        exchanger[k] =
            still.stands(i)
                ? still.outlet(
                    i,
                    f.massKgS[k] * capacity[k],
                    capacity[k],
                    perS,
                    aboutC[k],
                    aboutJKg[k],
                    base.pocketC[i])
                : controls.get(i).outlet(f.massKgS[k] / f.copies(k), cellC[k]);
        Affine both = new Affine(cellSlope[k], cellConstant[k]).then(exchanger[k]);
        slope[k] = both.slope();
        constant[k] = both.constant();
      }
    }
  }

  private boolean settle(HeatState base, double[] nodeJKg, FlowField f) {
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
      exchangersW += takenW(k, f);
      ambientW += f.wallWK[k] * cellC[k] - f.wallW[k];
      pumpsW += f.pumpW[k];
      chipsW += f.partsW[k];
    }
    for (int c = 0; c < problem.chips().size(); c++) {
      int k = problem.chips().get(c).link();
      chipsW += f.copies(k) * chips.settle(c, cellC[k], at);
      changed |= chips.bend(c, at.dieC[c]);
      changed |= chips.boils(c, cellC[k], at.plateC[c]);
    }
    carriedOutW = 0;
    double entering = problem.fluid().enthalpy(problem.inflowC());
    for (int v = 0; v < nodeJKg.length; v++) {
      double in = f.advection.reached(v) ? f.flow.inflowKgS(v) : 0;
      carriedOutW -= in > 0 ? in * entering : in * nodeJKg[v];
    }
    for (int k = 0; k < slope.length; k++) {
      if (Math.abs(cellC[k] - aboutC[k]) > NEAR_K) {
        aboutJKg[k] = at.cellJKg[k];
        double close = fluids[k].temperatureC(at.cellJKg[k]);
        changed |= Math.abs(close - cellC[k]) > 1e-3;
        aboutC[k] = close;
      }
    }
    for (int i = 0; i < cdus.size(); i++) {
      int k = cdus.get(i).link();
      at.pocketC[i] = still.after(i, base.pocketC[i], takenW(k, f));
      if (f.advection.takesHeat(k)) {
        double afterC = outletC(k);
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
