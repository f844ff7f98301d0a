package supernode.solve.cooling.hydraulic;

import java.util.ArrayList;
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
  private static final int MAX_ROUNDS = 10;
  private static final double FLOW_CHANGE = 1e-8;
  private static final double GAP_OF_SPAN = 1e-6;
  private static final double GAP_PA = 1e-3;
  private static final double IMBALANCE_M3S = 1e-12;

  private final Iteration state;
  private int steps;
  private int rounds;
  private double gap;
  private double imbalance;

  private HydraulicSolver(Iteration state) {
    this.state = state;
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
    // What was solved before was checked before.
    boolean known = warm.isPresent() && warm.get().network() == network;
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
    Iteration state = new Iteration(network, pattern, densityKgM3, viscosityPaS);
    start.ifPresentOrElse(state::startFrom, state::startCold);
    Pattern.Factor factor = pattern.take();
    try {
      return new HydraulicSolver(state).run(factor);
    } finally {
      pattern.giveBack(factor);
    }
  }

  private Outcome<HydraulicSolution> run(Pattern.Factor factor) {
    boolean changed = true;
    while (changed) {
      Islands islands = Islands.of(state.network, state.open);
      for (int v = 0; v < state.fixed.length; v++) {
        HydraulicNode node = state.network.nodes().get(v);
        if (!islands.anchored(v) && Math.abs(islands.demandKgS(v)) > 1e-9) {
          return Outcome.notApplicable("cooling.fault.demand", node.label());
        }
      }
      hold(islands);
      if (!newton(factor)) {
        HydraulicLink worst = state.network.links().get(state.worstLink);
        return new Outcome.NotConverged<>(
            Text.of("cooling.notConverged.flow", worst.label(), steps), worst.label());
      }
      rounds++;
      // After the last round what is shut stays shut: a valve that chatters passes nothing.
      changed = rounds < MAX_ROUNDS && state.switchOneWays();
      if (!changed) {
        double change = state.flowSumKgS == 0 ? 0 : state.changeKgS / state.flowSumKgS;
        HydraulicSolution.Effort effort =
            new HydraulicSolution.Effort(steps, rounds, change, gap, imbalance);
        return Outcome.solved(new HydraulicSolution(state, notices(islands), effort));
      }
    }
    throw new IllegalStateException("the rounds end above");
  }

  private void hold(Islands islands) {
    boolean[] pins = islands.pins(state.network);
    for (int v = 0; v < pins.length; v++) {
      OptionalDouble fixed = state.network.nodes().get(v).fixedPressurePa();
      state.fixed[v] = pins[v] || fixed.isPresent();
      if (state.fixed[v]) {
        state.setPressure(v, fixed.orElse(FILL_PRESSURE_PA));
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
        return true;
      }
      double change = state.changeKgS / Math.max(state.flowSumKgS, Double.MIN_NORMAL);
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
    return state.changeKgS <= FLOW_CHANGE * state.flowSumKgS + flowFloor
        && gap <= GAP_OF_SPAN * state.pressureSpanPa() + GAP_PA
        && imbalance <= density * IMBALANCE_M3S + 1e-13 * state.flowSumKgS;
  }

  private List<Notice> notices(Islands islands) {
    List<Notice> notices = new ArrayList<>();
    HydraulicNetwork network = state.network;
    boolean[] driven = new boolean[network.nodes().size()];
    for (int k = 0; k < state.open.length; k++) {
      HydraulicLink link = network.links().get(k);
      boolean running = link.law().pump().isPresent() && !link.law().closed();
      double idle = 1e-6 * state.densityKgM3[k] * link.law().typicalFlowM3S();
      if (running && state.massFlowKgS[k] <= idle) {
        notices.add(new Notice(Notice.Kind.DEAD_HEADED, link.label()));
      } else if (link.law() instanceof CheckValve && !state.open[k]) {
        notices.add(new Notice(Notice.Kind.CHECK_SHUT, link.label()));
      } else if (running && state.lossPa[k] > 0) {
        notices.add(new Notice(Notice.Kind.PAST_CURVE, link.label()));
      }
      driven[islands.root(link.from())] |= state.open[k] && Math.abs(state.massFlowKgS[k]) > idle;
    }
    boolean[] pins = islands.pins(network);
    for (int v = 0; v < pins.length; v++) {
      String label = network.nodes().get(v).label();
      if (islands.alone(v)) {
        notices.add(new Notice(Notice.Kind.ISOLATED, label));
      } else if (pins[v]) {
        notices.add(new Notice(Notice.Kind.PINNED, label));
        if (!driven[islands.root(v)]) {
          notices.add(new Notice(Notice.Kind.NO_DRIVE, label));
        }
      }
      if (!islands.alone(v) && state.pressurePa[v] < 0) {
        notices.add(new Notice(Notice.Kind.BELOW_ATMOSPHERE, label));
      }
    }
    return notices;
  }
}
