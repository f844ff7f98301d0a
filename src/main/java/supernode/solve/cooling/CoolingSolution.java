package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import supernode.solve.cooling.heat.Advection;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Notice;
import supernode.solve.cooling.hydraulic.Pipe;
import supernode.solve.cooling.hydraulic.Series;
import supernode.solve.cooling.power.PumpDuty;

/** A cooling problem's answer; by the indices of the problem's lists. Nothing in it is NaN. */
public final class CoolingSolution {
  private final CoolingProblem problem;
  private final HydraulicSolution flow;
  private final Temperatures temperatures;
  private final List<ChipState> chips;
  private final List<CduState> cdus;
  private final Advection advection;
  private final List<PumpDuty> pumps;
  private final EnergyBalance balance;
  private final List<Notice> notices;
  private final int rounds;

  CoolingSolution(
      CoolingProblem problem,
      HydraulicSolution flow,
      Temperatures temperatures,
      List<ChipState> chips,
      List<CduState> cdus,
      Advection advection,
      List<PumpDuty> pumps,
      EnergyBalance balance,
      List<Notice> notices,
      int rounds) {
    this.problem = problem;
    this.flow = flow;
    this.temperatures = temperatures;
    this.chips = List.copyOf(chips);
    this.cdus = List.copyOf(cdus);
    this.advection = advection;
    this.pumps = List.copyOf(pumps);
    this.balance = balance;
    this.notices = List.copyOf(notices);
    this.rounds = rounds;
  }

  public CoolingProblem problem() {
    return problem;
  }

  /** Flows, pressures, losses. */
  public HydraulicSolution flow() {
    return flow;
  }

  /** With another thing to say. */
  CoolingSolution withNotices(List<Notice> more) {
    List<Notice> all = new ArrayList<>(notices);
    all.addAll(more);
    return new CoolingSolution(
        problem, flow, temperatures, chips, cdus, advection, pumps, balance, all, rounds);
  }

  /** As the answer of a problem that differs from this one's in names alone. */
  CoolingSolution of(CoolingProblem other, List<Notice> named) {
    return new CoolingSolution(
        LeakagePower.leaks(problem) ? other.withChips(settled(other.chips())) : other,
        flow.of(other.network()),
        temperatures,
        chips,
        cdus,
        advection,
        pumps,
        balance,
        named,
        rounds);
  }

  /** Chips by other names with the powers that leakage has given these. */
  private List<ChipPackage> settled(List<ChipPackage> named) {
    List<ChipPackage> settled = new ArrayList<>();
    for (int c = 0; c < named.size(); c++) {
      settled.add(problem.chips().get(c).named(named.get(c).label()));
    }
    return settled;
  }

  Advection advection() {
    return advection;
  }

  Temperatures temperatures() {
    return temperatures;
  }

  /** Mixed temperature at a node; where nothing flows, that of the nearest fluid that does. */
  public double nodeC(int node) {
    return temperatures.nodeC()[node];
  }

  /** Temperature at the end where the fluid enters a link. */
  public double inletC(int link) {
    return temperatures.inletC()[link];
  }

  /** Temperature at the end where the fluid leaves a link. */
  public double outletC(int link) {
    return temperatures.outletC()[link];
  }

  /** Velocity in a pipe or in the narrowest pipe of a series, m/s; empty for other parts. */
  public OptionalDouble velocityMS(int link) {
    OptionalDouble area = leastAreaM2(problem.network().links().get(link).law());
    return area.isPresent()
        ? OptionalDouble.of(flow.flowM3S(link) / area.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble leastAreaM2(LinkLaw law) {
    return switch (law) {
      case Pipe pipe -> OptionalDouble.of(pipe.areaM2());
      case Series(List<LinkLaw> parts) ->
          parts.stream().flatMapToDouble(part -> leastAreaM2(part).stream()).min();
      default -> OptionalDouble.empty();
    };
  }

  public ChipState chip(int chip) {
    return chips.get(chip);
  }

  public CduState cdu(int cdu) {
    return cdus.get(cdu);
  }

  public PumpDuty pump(int pump) {
    return pumps.get(pump);
  }

  public List<ChipState> chips() {
    return chips;
  }

  public List<CduState> cdus() {
    return cdus;
  }

  public List<PumpDuty> pumps() {
    return pumps;
  }

  public EnergyBalance balance() {
    return balance;
  }

  public List<Notice> notices() {
    return notices;
  }

  /** Rounds of properties, flow and heat that it took. */
  public int rounds() {
    return rounds;
  }

  /** Electrical power of all pumps. */
  public double pumpElectricW() {
    double sum = 0;
    for (int i = 0; i < pumps.size(); i++) {
      sum += pumps.get(i).electricW() * copies(problem.pumps().get(i).link());
    }
    return sum;
  }

  /** Power of the controls of all distribution units. */
  public double cduAuxiliaryW() {
    return problem.cdus().stream().mapToDouble(c -> c.auxiliaryW() * copies(c.link())).sum();
  }

  /** Heat of all chips that goes to the air. */
  public double chipAirW() {
    return problem.chips().stream().mapToDouble(c -> c.airW() * copies(c.link())).sum();
  }

  private double copies(int link) {
    return problem.network().links().get(link).copies();
  }
}
