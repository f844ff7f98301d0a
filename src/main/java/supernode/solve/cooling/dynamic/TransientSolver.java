package supernode.solve.cooling.dynamic;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.LoopSolver;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.hydraulic.HydraulicSolver;

/**
 * A loop over time: flow follows at once (no water hammer), heat by the two-stage singly diagonally
 * implicit Runge-Kutta method of Alexander (1977), which is L-stable and of second order, with
 * steps by the error of its first-order companion. Java has no kept library with an implicit
 * integrator: Hipparchus and Apache Commons have explicit ones only.
 */
public final class TransientSolver {
  private static final double GAMMA = 1 - Math.sqrt(0.5);
  private static final double FIRST_STEP_S = 0.02;
  private static final double LEAST_STEP_S = 1e-3;
  private static final int MOST_STEPS = 20_000;

  /** Error that a step may make in any temperature, by the first-order companion, K. */
  private static final double TOLERANCE_K = 0.25;

  /** By how much a chip may switch off late, its heat in that time being little. */
  private static final double TRIP_LATE_S = 0.2;

  /** Change of a temperature after which the flow is solved with new viscosities. */
  private static final double STALE_K = 1.5;

  private final TransientProblem problem;
  private final Course course;
  private final CoolingProblem loop;
  private final Fluid[] fluids;
  private final ImplicitStage stage;
  private final Recorder recorder;
  private final Facility facility;
  private final double[] volumeM3;
  private final HeatState now;
  private final HeatState first;
  private final HeatState base;
  private final double[] nowC;
  private final double[] flowAtC;
  private FlowField field;
  private double timeS;
  private double startJ;
  private double startPocketJ;
  private double leftM3;
  private final double vesselM3;
  private final double[] joules = new double[5];
  private double coupledStepS;
  private int steps;
  private int refused;
  private int flows;

  private TransientSolver(TransientProblem problem, LoopsSolution steady) {
    this.problem = problem;
    course = new Course(problem);
    loop = course.problem();
    int m = loop.network().links().size();
    volumeM3 = Arrays.copyOf(problem.volumeM3(), m);
    vesselM3 = problem.disturbance() instanceof Disturbance.Leak leak ? leak.vesselM3() : 0;
    fluids = Filling.of(problem, loop);
    facility = new Facility(problem, steady.exchangersW());
    Fluid[] before = Filling.of(problem, problem.steady());
    HydraulicSolution steadyFlow = steadyFlow(problem.steady(), before, steady);
    Settled settled = Settled.of(problem, steady, before, steadyFlow, facility);
    nowC = Arrays.copyOf(settled.cellC(), m);
    if (m > settled.cellC().length) {
      nowC[m - 1] = problem.steady().inflowC();
    }
    now = new HeatState(m, loop.chips().size(), loop.cdus().size());
    settled.into(now);
    boolean cold = problem.disturbance() instanceof Disturbance.ColdStart;
    if (problem.disturbance() instanceof Disturbance.ColdStart(double fromC, double _)) {
      Arrays.fill(nowC, fromC);
      Arrays.fill(now.dieC, fromC);
      Arrays.fill(now.hbmC, fromC);
      Arrays.fill(now.plateC, fromC);
    }
    double[] mass = new double[m];
    for (int k = 0; k < m; k++) {
      now.cellJKg[k] = fluids[k].enthalpy(nowC[k]);
      mass[k] = fluids[k].density(nowC[k]) * volumeM3[k] * loop.network().links().get(k).copies();
    }
    stage = new ImplicitStage(problem, loop, fluids, mass, facility.primary());
    for (int k = 0; k < m; k++) {
      boolean known = k < settled.cellC().length && !cold;
      stage.inletJKg[k] = fluids[k].enthalpy(known ? settled.inletC()[k] : nowC[k]);
      stage.outletJKg[k] = fluids[k].enthalpy(known ? settled.outletC()[k] : nowC[k]);
    }
    first = new HeatState(m, loop.chips().size(), loop.cdus().size());
    base = new HeatState(m, loop.chips().size(), loop.cdus().size());
    flowAtC = nowC.clone();
    recorder = new Recorder(problem, loop, stage);
    flow(Optional.of(steadyFlow), 0);
    coupledStepS = coupledStepS();
  }

  private static HydraulicSolution steadyFlow(
      CoolingProblem whole, Fluid[] fluids, LoopsSolution steady) {
    if (steady.loops() == 1) {
      return steady.outcome(0).asOptional().orElseThrow().flow();
    }
    int m = fluids.length;
    double[] density = new double[m];
    double[] viscosity = new double[m];
    for (int k = 0; k < m; k++) {
      double mean = (steady.inletC(k) + steady.outletC(k)) / 2;
      density[k] = fluids[k].density(mean);
      viscosity[k] = fluids[k].viscosity(mean);
    }
    return HydraulicSolver.solve(whole.network(), density, viscosity, Optional.empty())
        .asOptional()
        .orElseThrow();
  }

  /** Units see the water of the facility's loop as it was before a step: half its turn at most. */
  private double coupledStepS() {
    double longest = Double.POSITIVE_INFINITY;
    if (field == null) {
      return longest;
    }
    for (int link : facility.primary().values()) {
      int part = problem.loops().loopOf(link);
      double m3 = 0;
      double m3S = 0;
      for (int k : problem.loops().links(part)) {
        m3 += volumeM3[k] * field.copies(k);
      }
      for (int k : facility.primary().values()) {
        boolean here = problem.loops().loopOf(k) == part;
        m3S += here ? Math.abs(field.flow.flowM3S(k)) * field.copies(k) : 0;
      }
      longest = Math.min(longest, m3S > 0 ? Math.max(1, 0.5 * m3 / m3S) : longest);
    }
    return longest;
  }

  /**
   * Runs a problem to its end.
   *
   * @param cancelled asked now and then; when true what is returned is of no interest
   */
  public static Outcome<TransientSolution> solve(
      TransientProblem problem, BooleanSupplier cancelled) {
    Optional<Text> fault = problem.fault();
    if (fault.isPresent()) {
      return new Outcome.NotApplicable<>(fault.get());
    }
    LoopsSolution steady = LoopSolver.solve(problem.loops(), Optional.empty());
    for (int p = 0; p < steady.loops(); p++) {
      if (steady.outcome(p).asOptional().isEmpty()) {
        return steady.outcome(p).flatMap(_ -> unsolved());
      }
    }
    return new TransientSolver(problem, steady).run(cancelled);
  }

  private Outcome<TransientSolution> run(BooleanSupplier cancelled) {
    if (field == null) {
      return unsolved();
    }
    for (int i = 0; i < loop.cdus().size(); i++) {
      if (facility.lost(i)) {
        stage.still.stand(loop, i, problem.primaryM3()[i], field);
      }
    }
    stage.primary(facility.cdus(stage, field));
    stage.begin(now, nowC);
    recorder.start(now, field);
    startJ = stage.storedJ(now, field);
    startPocketJ = stage.still.storedJ(now);
    double stepS = FIRST_STEP_S;
    while (timeS < problem.durationS() && !cancelled.getAsBoolean()) {
      double step =
          Math.min(
              Math.min(Math.min(stepS, coupledStepS), untilDryS()),
              Math.min(course.longestStepS(timeS), problem.durationS() - timeS));
      if (course.moves(timeS, step) || stale()) {
        flow(Optional.of(field.flow), timeS + step / 2);
        if (field == null) {
          return unsolved();
        }
      }
      double error = attempt(step);
      double untilTripS = recorder.untilTripS(now, stage.at, step);
      if (error > 1 && step > LEAST_STEP_S) {
        stepS = step * Math.max(0.2, 0.9 / Math.sqrt(error));
        refused++;
      } else if (untilTripS < step - TRIP_LATE_S) {
        stepS = untilTripS + TRIP_LATE_S / 2;
        refused++;
      } else {
        accept(step);
        stepS = step * Math.min(3, 0.9 / Math.sqrt(Math.max(1e-4, error)));
      }
      if (steps + refused > MOST_STEPS) {
        return new Outcome.NotConverged<>(Text.of("cooling.dynamic.steps", MOST_STEPS, timeS), "");
      }
    }
    return Outcome.solved(
        recorder.solution(balance(), new TransientSolution.Effort(steps, refused, flows)));
  }

  private static Outcome<TransientSolution> unsolved() {
    return new Outcome.NotConverged<>(Text.of("cooling.dynamic.flow"), "");
  }

  /** Both stages of a step; the error over what is tolerated. */
  private double attempt(double step) {
    double perS = 1 / (GAMMA * step);
    stage.about(now, nowC);
    stage.solve(now, perS, field);
    first.set(stage.at);
    recorder.power(joules, step * (1 - GAMMA), true);
    base.combine(now, (1 - GAMMA) / GAMMA, first, now);
    stage.solve(base, perS, field);
    recorder.power(joules, step * GAMMA, false);
    double worst = 0;
    for (int c = 0; c < now.dieC.length; c++) {
      worst = Math.max(worst, gap(now.dieC[c], first.dieC[c], stage.at.dieC[c]));
      worst = Math.max(worst, gap(now.hbmC[c], first.hbmC[c], stage.at.hbmC[c]));
      worst = Math.max(worst, gap(now.plateC[c], first.plateC[c], stage.at.plateC[c]));
    }
    double cells = 0;
    for (int k = 0; k < nowC.length; k++) {
      // A cell without volume has no error of its own.
      if (volumeM3[k] > 0) {
        double g = gap(now.cellJKg[k], first.cellJKg[k], stage.at.cellJKg[k]);
        cells = Math.max(cells, g);
      }
    }
    for (int i = 0; i < now.pocketC.length; i++) {
      worst = Math.max(worst, gap(now.pocketC[i], first.pocketC[i], stage.at.pocketC[i]));
      if (facility.coupled(i)) {
        double inletC = stage.inletC(facility.primary().get(i));
        worst = Math.max(worst, Math.abs(inletC - stage.cdus().get(i).primaryInletC()) / 2);
      }
    }
    return Math.max(worst, cells / loop.fluid().heatCapacity(40)) / TOLERANCE_K;
  }

  private static double gap(double start, double first, double end) {
    return Math.abs(end - start - (first - start) / GAMMA);
  }

  private void accept(double step) {
    steps++;
    recorder.keep(joules);
    double from = timeS;
    double pocketJ = stage.still.storedJ(now);
    timeS += step;
    recorder.accept(from, timeS, now, field);
    now.set(stage.at);
    for (int k = 0; k < nowC.length; k++) {
      double linear = stage.cellC[k];
      // One step of Newton from the line brings it to rounding.
      Fluid f = fluids[k];
      nowC[k] = linear - (f.enthalpy(linear) - now.cellJKg[k]) / f.heatCapacity(linear);
    }
    course.settles(from, timeS).ifPresent(recorder::add);
    recorder.boils(timeS, nowC, fluids, field);
    if (facility.advance(step, joules[2] - (stage.still.storedJ(now) - pocketJ))) {
      stage.primary(facility.cdus(stage, field));
    }
    drain(step);
  }

  private void drain(double step) {
    int hole = course.leakLink();
    if (hole < 0 || course.dry()) {
      return;
    }
    leftM3 += Math.abs(field.flow.flowM3S(hole)) * step;
    if (leftM3 >= vesselM3 * (1 - 1e-12)) {
      course.runsDry(timeS);
      String place = loop.network().links().get(hole).label();
      recorder.add(new TransientEvent(timeS, TransientEvent.Kind.RAN_DRY, place));
    }
  }

  /** Until the vessel is empty at the present flow. */
  private double untilDryS() {
    int hole = course.leakLink();
    if (hole < 0 || course.dry()) {
      return Double.POSITIVE_INFINITY;
    }
    double leaving = Math.abs(field.flow.flowM3S(hole));
    return Math.max(LEAST_STEP_S, (vesselM3 - leftM3) / Math.max(leaving, Double.MIN_NORMAL));
  }

  private boolean stale() {
    for (int k = 0; k < nowC.length; k++) {
      if (Math.abs(nowC[k] - flowAtC[k]) > STALE_K && field.massKgS[k] > 0) {
        return true;
      }
    }
    return false;
  }

  private void flow(Optional<HydraulicSolution> warm, double atS) {
    HydraulicNetwork network = course.network(atS);
    int m = nowC.length;
    double[] density = new double[m];
    double[] viscosity = new double[m];
    for (int k = 0; k < m; k++) {
      double mean = (stage.inletC(k) + nowC[k]) / 2;
      density[k] = fluids[k].density(mean);
      viscosity[k] = fluids[k].viscosity(mean);
    }
    Optional<HydraulicSolution> start =
        warm.filter(w -> w.network().links().size() == network.links().size());
    Optional<HydraulicSolution> solved =
        HydraulicSolver.solve(network, density, viscosity, start).asOptional();
    System.arraycopy(nowC, 0, flowAtC, 0, m);
    flows++;
    field = solved.map(f -> new FlowField(loop, fluids, f, nowC)).orElse(null);
  }

  private TransientBalance balance() {
    double[] j = recorder.joules();
    double storedJ = stage.storedJ(now, field) - startJ;
    double pocketJ = stage.still.storedJ(now) - startPocketJ;
    return new TransientBalance(
        j[0], j[1], j[2], j[3], j[4], storedJ, pocketJ + facility.storedJ(), facility.rejectedJ());
  }
}
