package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Advection;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.CduControl;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.hydraulic.HydraulicSolver;
import supernode.solve.cooling.hydraulic.Notice;
import supernode.solve.cooling.power.PumpDrive;

/**
 * Flow and heat together: properties at the temperatures, flow with these properties, temperatures
 * with this flow, until nothing moves.
 */
public final class CoolingSolver {
  private static final int MAX_ROUNDS = 60;

  /**
   * Rounds after which properties follow temperatures by halves, then by quarters: slow flow that
   * its own warmth drives would swing for ever.
   */
  private static final int[] PATIENCE = {6, 20};

  private static final double TEMPERATURE_K = 1e-3;
  private static final double VISCOSITY_SHARE = 1e-4;

  private final CoolingProblem problem;
  private final Fluid fluid;
  private final List<CduControl> controls = new ArrayList<>();
  private final double[] density;
  private final double[] viscosity;
  private final double restingC;
  private Temperatures temperatures;
  private Optional<Advection> advection;

  private CoolingSolver(CoolingProblem problem, Optional<CoolingSolution> warm) {
    this.problem = problem;
    fluid = problem.fluid();
    int nodes = problem.network().nodes().size();
    int links = problem.network().links().size();
    density = new double[links];
    viscosity = new double[links];
    restingC =
        problem.cdus().stream()
            .filter(Cdu::controlled)
            .findFirst()
            .map(Cdu::targetC)
            .orElse(problem.inflowC());
    Optional<CoolingSolution> start = warm.filter(w -> w.temperatures().fits(nodes, links));
    advection = start.map(CoolingSolution::advection);
    temperatures =
        start
            .map(CoolingSolution::temperatures)
            .orElseGet(() -> Temperatures.uniform(nodes, links, restingC, fluid));
    for (int c = 0; c < problem.cdus().size(); c++) {
      CduControl control = new CduControl(problem.cdus().get(c), fluid);
      if (start.isPresent() && start.get().cdus().size() == problem.cdus().size()) {
        control.start(start.get().cdu(c).mode());
      }
      controls.add(control);
    }
  }

  /**
   * The steady state.
   *
   * @param warm an earlier solution; the nearer it is, the fewer steps it takes
   * @return not applicable, with the place, where parts are unusable or heat has no sink; not
   *     converged with the worst place
   */
  public static Outcome<CoolingSolution> solve(
      CoolingProblem problem, Optional<CoolingSolution> warm) {
    Optional<Text> fault =
        warm.isPresent() ? problem.faultSince(warm.get().problem()) : problem.fault();
    if (fault.isPresent()) {
      return new Outcome.NotApplicable<>(fault.get());
    }
    return LeakagePower.leaks(problem) ? LeakagePower.settle(problem, warm) : once(problem, warm);
  }

  /** With the powers as they are given. */
  static Outcome<CoolingSolution> once(CoolingProblem problem, Optional<CoolingSolution> warm) {
    return new CoolingSolver(problem, warm).run(warm.map(CoolingSolution::flow));
  }

  private Outcome<CoolingSolution> run(Optional<HydraulicSolution> warm) {
    HydraulicNetwork network = problem.network();
    Optional<HydraulicSolution> start = warm;
    properties(1);
    String worst = "";
    for (int round = 1; round <= MAX_ROUNDS; round++) {
      Outcome<HydraulicSolution> outcome =
          round == 1
              ? HydraulicSolver.approach(network, density.clone(), viscosity.clone(), start)
              : HydraulicSolver.solve(network, density.clone(), viscosity.clone(), start);
      if (!(outcome instanceof Outcome.Solved<HydraulicSolution>(HydraulicSolution flow))) {
        return outcome.map(CoolingSolver::unreachable);
      }
      HeatRound heat = new HeatRound(problem, flow, advection);
      advection = Optional.of(heat.advection);
      Optional<Temperatures> next = heat.solve(temperatures, controls, restingC);
      if (next.isEmpty()) {
        return Outcome.notApplicable("cooling.fault.noSink", heated());
      }
      double moved = next.get().distance(temperatures);
      if (!network.nodes().isEmpty()) {
        worst = network.nodes().get(next.get().worstNode(temperatures)).label();
      }
      temperatures = next.get();
      double thinned = properties(round);
      if (moved <= TEMPERATURE_K && thinned <= VISCOSITY_SHARE && !flow.near()) {
        return Outcome.solved(result(flow, heat, round));
      }
      start = Optional.of(flow);
    }
    return new Outcome.NotConverged<>(
        Text.of("cooling.notConverged.coupling", worst, MAX_ROUNDS), worst);
  }

  /** A place that gives heat to the loop. */
  private String heated() {
    return problem.chips().stream()
        .filter(c -> c.liquidW() > 0)
        .map(ChipPackage::label)
        .findFirst()
        .or(() -> problem.heats().stream().map(HeatInput::label).findFirst())
        .or(() -> problem.pumps().stream().map(PumpDrive::label).findFirst())
        .orElse("");
  }

  private static CoolingSolution unreachable(HydraulicSolution flow) {
    throw new IllegalStateException("a solved flow goes on to temperatures: " + flow.effort());
  }

  /**
   * Density and viscosity at the present temperatures; the largest relative change of viscosity.
   */
  private double properties(int round) {
    double largest = 0;
    double share = round <= PATIENCE[0] ? 1 : round <= PATIENCE[1] ? 0.5 : 0.25;
    for (int k = 0; k < density.length; k++) {
      double t = temperatures.meanC(k);
      double mu = fluid.viscosity(t);
      largest = Math.max(largest, Math.abs(mu - viscosity[k]) / mu);
      double part = viscosity[k] == 0 ? 1 : share;
      viscosity[k] += part * (mu - viscosity[k]);
      density[k] += part * (fluid.density(t) - density[k]);
    }
    return largest;
  }

  private CoolingSolution result(HydraulicSolution flow, HeatRound heat, int rounds) {
    List<Notice> notices = new ArrayList<>(flow.notices());
    if (fluid.gas()) {
      notices.removeIf(n -> n.kind() == Notice.Kind.BELOW_ATMOSPHERE);
    }
    List<ChipState> chips = new ArrayList<>();
    for (ChipPackage chip : problem.chips()) {
      int k = chip.link();
      boolean cooled = heat.flows(k);
      if (!cooled && chip.liquidW() > 0) {
        notices.add(new Notice(Notice.Kind.STARVED, chip.label()));
      }
      chips.add(
          cooled
              ? chip.state(
                  Math.abs(flow.flowM3S(k)), temperatures.inletC()[k], temperatures.outletC()[k])
              : new ChipState.Starved());
    }
    List<CduState> cdus = new ArrayList<>();
    for (int c = 0; c < controls.size(); c++) {
      Cdu cdu = problem.cdus().get(c);
      int k = cdu.link();
      double mass = heat.flows(k) ? Math.abs(flow.massFlowKgS(k)) : 0;
      CduState state =
          controls
              .get(c)
              .state(mass, heat.beforeExchangerC(temperatures, k), temperatures.outletC()[k]);
      cdus.add(state);
      if (cdu.controlled() && state.mode() == CduState.Mode.SATURATED) {
        notices.add(new Notice(Notice.Kind.SATURATED, cdu.label()));
      }
      if (cdu.controlled() && cdu.targetC() > cdu.setpointC()) {
        notices.add(new Notice(Notice.Kind.DEW_POINT, cdu.label()));
      }
    }
    outsideRange(notices);
    notices.addAll(Boiling.notices(fluid, flow, temperatures.nodeC()));
    return new CoolingSolution(
        problem,
        flow,
        temperatures,
        chips,
        cdus,
        heat.advection,
        heat.duties,
        heat.balance(temperatures),
        notices,
        rounds);
  }

  /** Names the hottest and the coldest place where the fluid's properties are not known. */
  private void outsideRange(List<Notice> notices) {
    double[] nodeC = temperatures.nodeC();
    int hottest = 0;
    int coldest = 0;
    for (int v = 1; v < nodeC.length; v++) {
      hottest = nodeC[v] > nodeC[hottest] ? v : hottest;
      coldest = nodeC[v] < nodeC[coldest] ? v : coldest;
    }
    for (int v : hottest == coldest ? new int[] {hottest} : new int[] {hottest, coldest}) {
      if (nodeC.length > 0 && !fluid.holdsAt(nodeC[v])) {
        String label = problem.network().nodes().get(v).label();
        notices.add(new Notice(Notice.Kind.OUTSIDE_FLUID_RANGE, label));
      }
    }
  }
}
