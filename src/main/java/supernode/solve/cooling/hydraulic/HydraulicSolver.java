package supernode.solve.cooling.hydraulic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * Flows and pressures of a network by Newton's method on flows and pressures together: the global
 * gradient algorithm of Todini and Pilati (1988). A step keeps every node's mass balance; what
 * converges is the loss law of the links.
 */
public final class HydraulicSolver {
  /**
   * Gauge pressure at which the highest node of a closed loop without expansion vessel is held.
   * Assumption: the usual fill of a closed loop, about 1 bar.
   */
  public static final double FILL_PRESSURE_PA = 1e5;

  private static final int MAX_STEPS = 60;
  private static final int MAX_ROUNDS = 80;
  private static final double FLOW_CHANGE = 1e-8;

  /** Change of flow at which the next step of Newton's leaves about its square. */
  private static final double NEAR = 1e-2;

  /** What one more step might still change where it is not taken to see. */
  private static final double NEXT_CHANGE = 1e-10;

  private static final double GAP_OF_SPAN = 1e-6;
  private static final double GAP_PA = 1e-3;
  private static final double IMBALANCE_M3S = 1e-12;

  /** Farther than any pressure of a network. */
  private static final double FAR_PA = 1e8;

  private final Iteration state;
  private int steps;
  private int rounds;
  private double gap;
  private double imbalance;
  private boolean hasty;

  private HydraulicSolver(Iteration state, boolean hasty) {
    this.state = state;
    this.hasty = hasty;
  }

  /** As the other, with the same fluid everywhere. */
  public static Outcome<HydraulicSolution> solve(
      HydraulicNetwork network, double densityKgM3, double viscosityPaS) {
    double[] density = new double[network.links().size()];
    double[] viscosity = new double[network.links().size()];
    Arrays.fill(density, densityKgM3);
    Arrays.fill(viscosity, viscosityPaS);
    return solve(network, density, viscosity, Optional.empty());
  }

  /**
   * Steady flow.
   *
   * @param densityKgM3 of the fluid in each link
   * @param viscosityPaS dynamic viscosity in each link
   * @param warm an earlier solution; where its topology is the same, iteration starts from it
   * @return not applicable with the place where the network is unusable; not converged with the
   *     worst link
   */
  public static Outcome<HydraulicSolution> solve(
      HydraulicNetwork network,
      double[] densityKgM3,
      double[] viscosityPaS,
      Optional<HydraulicSolution> warm) {
    return solve(network, densityKgM3, viscosityPaS, warm, false);
  }

  /**
   * As {@link #solve}, but a step short of the end where that is enough to see how temperatures
   * will move: what is missing then is about the square of {@link #NEAR}. {@link
   * HydraulicSolution#near()} tells.
   */
  public static Outcome<HydraulicSolution> approach(
      HydraulicNetwork network,
      double[] densityKgM3,
      double[] viscosityPaS,
      Optional<HydraulicSolution> warm) {
    return solve(network, densityKgM3, viscosityPaS, warm, true);
  }

  private static Outcome<HydraulicSolution> solve(
      HydraulicNetwork network,
      double[] densityKgM3,
      double[] viscosityPaS,
      Optional<HydraulicSolution> warm,
      boolean hasty) {
    // What was solved before was checked before.
    boolean known = warm.isPresent() && same(warm.get().network(), network);
    Optional<Text> fault = known ? Optional.empty() : network.fault();
    if (fault.isPresent()) {
      return new Outcome.NotApplicable<>(fault.get());
    }
    int n = network.nodes().size();
    int[] from = network.from();
    int[] to = network.to();
    Optional<HydraulicSolution> start = warm.filter(w -> w.pattern().fits(n, from, to));
    Pattern pattern =
        start.map(HydraulicSolution::pattern).orElseGet(() -> Pattern.of(n, from, to));
    Pattern.Factor factor = pattern.take();
    try {
      Iteration state = new Iteration(network, pattern, densityKgM3, viscosityPaS);
      start.ifPresentOrElse(state::startFrom, state::startCold);
      Outcome<HydraulicSolution> outcome = new HydraulicSolver(state, hasty).run(factor);
      if (!(outcome instanceof Outcome.NotConverged) || !network.traits().regulates()) {
        return outcome;
      }
      // Valves that all work at once may be too much to begin with: from open ones, then.
      Iteration open = new Iteration(network, pattern, densityKgM3, viscosityPaS);
      open.startOpen();
      Outcome<HydraulicSolution> second = new HydraulicSolver(open, false).run(factor);
      return second instanceof Outcome.NotConverged ? outcome : second;
    } finally {
      pattern.giveBack(factor);
    }
  }

  /** Comparing two large networks part by part would take longer than checking one. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean same(Object a, Object b) {
    return a == b;
  }

  private Outcome<HydraulicSolution> run(Pattern.Factor factor) {
    Switching switching = new Switching(state);
    boolean changed = true;
    while (changed) {
      Islands islands = switching.release();
      hold(islands);
      if (!newton(factor)) {
        int valve = state.regulation.powerless();
        if (valve >= 0 && switching.giveUp(valve)) {
          continue;
        }
        return notConverged("cooling.notConverged.flow", state.worstLink, steps);
      }
      sink(islands);
      rounds++;
      if (hasty && switching.wants()) {
        // What opens and shuts is decided on settled flows alone.
        hasty = false;
        continue;
      }
      changed = switching.run(rounds) || switching.makeWay();
      if (changed && rounds >= MAX_ROUNDS) {
        return notConverged("cooling.notConverged.valve", switching.last(), rounds);
      }
      if (!changed && switching.stuck() >= 0) {
        return notConverged("cooling.notConverged.valve", switching.stuck(), rounds);
      }
      if (!changed) {
        return answer(islands);
      }
    }
    throw new IllegalStateException("the rounds end above");
  }

  private Outcome<HydraulicSolution> notConverged(String key, int link, int tries) {
    String label = state.network.links().get(link).label();
    return new Outcome.NotConverged<>(Text.of(key, label, tries), label);
  }

  private Outcome<HydraulicSolution> answer(Islands islands) {
    HydraulicNode thirsty = null;
    boolean fed = false;
    for (int v = 0; v < state.fixed.length; v++) {
      boolean unfed = islands.unfed(v);
      fed |= !unfed && !islands.alone(v);
      if (unfed && thirsty == null && state.network.nodes().get(v).demandKgS() != 0) {
        thirsty = state.network.nodes().get(v);
      }
    }
    if (thirsty != null && !fed) {
      return Outcome.notApplicable("cooling.fault.demand", thirsty.label());
    }
    double change = state.flowSumKgS == 0 ? 0 : state.changeKgS / state.flowSumKgS;
    HydraulicSolution.Effort effort =
        new HydraulicSolution.Effort(steps, rounds, change, gap, imbalance);
    List<Notice> notices = hasty ? List.of() : Notices.of(state, islands);
    return Outcome.solved(new HydraulicSolution(state, islands, notices, effort, hasty));
  }

  /** Fixes what is known, and what is not asked for, before the steps of a round. */
  private void hold(Islands islands) {
    for (int k = 0; k < state.flows.length; k++) {
      state.flows[k] = state.state[k] == LinkState.OPEN && !islands.unfed(state.from[k]);
    }
    boolean[] pins = islands.pins(state.network);
    for (int v = 0; v < pins.length; v++) {
      OptionalDouble known = state.network.nodes().get(v).fixedPressurePa();
      state.fixed[v] = pins[v] || known.isPresent() || islands.unfed(v);
      if (known.isPresent()) {
        state.setPressure(v, known.getAsDouble());
      } else if (pins[v] && rounds == 0) {
        state.setPressure(v, FILL_PRESSURE_PA);
      }
    }
    state.regulation = Regulation.of(state);
  }

  /** Lets the pressure of a part that draws but is not fed fall away, so that valves open to it. */
  private void sink(Islands islands) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < state.fixed.length; v++) {
      if (!islands.unfed(v)) {
        low = Math.min(low, state.pressurePa[v]);
        high = Math.max(high, state.pressurePa[v]);
      }
    }
    for (int v = 0; v < state.fixed.length; v++) {
      if (islands.unfed(v)) {
        boolean draws = islands.demandKgS(v) > 0;
        state.setPressure(v, low > high ? 0 : draws ? low - FAR_PA : high + FAR_PA);
      }
    }
  }

  private boolean newton(Pattern.Factor factor) {
    double before = Double.POSITIVE_INFINITY;
    int rising = 0;
    state.changeKgS = Double.POSITIVE_INFINITY;
    state.flowSumKgS = 0;
    for (int i = 0; i <= MAX_STEPS; i++) {
      state.evaluate();
      gap = state.largestGapPa();
      imbalance = state.largestImbalanceKgS();
      if (converged()) {
        hasty = false;
        return true;
      }
      double change = state.changeKgS / Math.max(state.flowSumKgS, Double.MIN_NORMAL);
      if (hasty && change <= NEAR) {
        return true;
      }
      rising = change > before ? rising + 1 : 0;
      before = change;
      steps++;
      if (!state.step(factor, rising >= 2 ? 0.5 : 1)) {
        return false;
      }
    }
    return false;
  }

  /** The three tests at once: flows rest, laws hold, mass is kept. */
  private boolean converged() {
    double density = state.densityKgM3.length == 0 ? 1000 : state.densityKgM3[0];
    double flowFloor = density * IMBALANCE_M3S * state.massFlowKgS.length;
    if (gap > GAP_OF_SPAN * state.pressureSpanPa() + GAP_PA) {
      return false;
    }
    double next = state.nextChangeKgS();
    boolean rests =
        state.changeKgS <= FLOW_CHANGE * state.flowSumKgS + flowFloor
            || (next <= NEXT_CHANGE * state.flowSumKgS && state.flowSumKgS > 0);
    state.changeKgS = Math.min(state.changeKgS, next);
    return rests && imbalance <= density * IMBALANCE_M3S + 1e-13 * state.flowSumKgS;
  }
}
