package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import supernode.solve.Outcome;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.Notice;
import supernode.solve.cooling.power.PumpDuty;

/** The answers of all loops, by the indices of the whole problem. */
public final class LoopsSolution {
  private final LoopSystem system;
  private final List<Outcome<CoolingSolution>> outcomes;
  private final BitSet borrowed;
  private final KnownAnswers answers;

  /** By loop; null where there is none. */
  private final CoolingSolution[] solutions;

  private final ChipState[] chips;
  private final CduState[] cdus;
  private final PumpDuty[] pumps;

  /**
   * @param borrowed loops whose outcome is that of another which is like it, with its names
   */
  LoopsSolution(
      LoopSystem system,
      List<Outcome<CoolingSolution>> outcomes,
      BitSet borrowed,
      KnownAnswers answers) {
    this.system = system;
    this.answers = answers;
    this.borrowed = borrowed;
    this.outcomes = List.copyOf(outcomes);
    solutions = new CoolingSolution[outcomes.size()];
    chips = new ChipState[system.whole().chips().size()];
    cdus = new CduState[system.whole().cdus().size()];
    pumps = new PumpDuty[system.whole().pumps().size()];
    for (int loop = 0; loop < solutions.length; loop++) {
      CoolingSolution s = outcomes.get(loop).asOptional().orElse(null);
      solutions[loop] = s;
      if (s == null) {
        continue;
      }
      for (int c = 0; c < system.chips().size(loop); c++) {
        chips[system.chips().at(loop, c)] = s.chip(c);
      }
      for (int c = 0; c < system.cdus().size(loop); c++) {
        cdus[system.cdus().at(loop, c)] = s.cdu(c);
      }
      for (int c = 0; c < system.pumps().size(loop); c++) {
        pumps[system.pumps().at(loop, c)] = s.pump(c);
      }
    }
  }

  public LoopSystem system() {
    return system;
  }

  /** What was solved on the way here. */
  KnownAnswers answers() {
    return answers;
  }

  public int loops() {
    return outcomes.size();
  }

  /** The answer of a loop in its own names. */
  public Outcome<CoolingSolution> outcome(int loop) {
    return borrowed.get(loop)
        ? Outcome.solved(solutions[loop].of(system.loop(loop), List.of()))
        : outcomes.get(loop);
  }

  /** The answer of a loop; the names in it may be those of another that is like it. */
  public Optional<CoolingSolution> numbers(int loop) {
    return Optional.ofNullable(solutions[loop]);
  }

  /** Solutions of the loops that have one, as of {@link #numbers}. */
  public List<CoolingSolution> solved() {
    List<CoolingSolution> all = new ArrayList<>();
    for (CoolingSolution s : solutions) {
      if (s != null) {
        all.add(s);
      }
    }
    return all;
  }

  private CoolingSolution at(int link) {
    return solutions[system.loopOf(link)];
  }

  /** Whether the loop of a link has an answer. */
  public boolean known(int link) {
    return at(link) != null;
  }

  /** Fluid in a link. */
  public Fluid fluid(int link) {
    return system.fluid(system.loopOf(link));
  }

  /** Volume flow in a link; 0 where its loop has no answer. */
  public double flowM3S(int link) {
    CoolingSolution s = at(link);
    return s == null ? 0 : s.flow().flowM3S(system.placeOf(link));
  }

  public double lossPa(int link) {
    CoolingSolution s = at(link);
    return s == null ? 0 : s.flow().lossPa(system.placeOf(link));
  }

  /** Gauge pressure where the coolant enters a link. */
  public double pressurePa(int link) {
    CoolingSolution s = at(link);
    if (s == null) {
      return 0;
    }
    int place = system.placeOf(link);
    HydraulicLink l = s.problem().network().links().get(place);
    return s.flow().pressurePa(s.flow().flowM3S(place) < 0 ? l.to() : l.from());
  }

  public double inletC(int link) {
    CoolingSolution s = at(link);
    return s == null ? 0 : s.inletC(system.placeOf(link));
  }

  public double outletC(int link) {
    CoolingSolution s = at(link);
    return s == null ? 0 : s.outletC(system.placeOf(link));
  }

  /** Empty where the chip's loop has no answer. */
  public Optional<ChipState> chip(int chip) {
    return Optional.ofNullable(chips[chip]);
  }

  public Optional<CduState> cdu(int cdu) {
    return Optional.ofNullable(cdus[cdu]);
  }

  /** Standing where the pump's loop has no answer. */
  public PumpDuty pump(int pump) {
    return pumps[pump] == null ? PumpDuty.STANDING : pumps[pump];
  }

  public List<Notice> notices() {
    List<Notice> all = new ArrayList<>();
    for (CoolingSolution s : solutions) {
      if (s != null) {
        all.addAll(s.notices());
      }
    }
    return all;
  }

  /** Heat of chips and other parts into liquids, not counting what one loop gives another. */
  public double liquidW() {
    return partsW(false) - betweenW();
  }

  /** Heat of chips and other parts into loops of air. */
  public double airW() {
    return partsW(true);
  }

  private double partsW(boolean gas) {
    return solved().stream()
        .filter(s -> s.problem().fluid().gas() == gas)
        .mapToDouble(s -> s.balance().chipsW())
        .sum();
  }

  /** What coupled loops pass on, counted once. */
  public double betweenW() {
    double sum = 0;
    for (LoopSystem.Coupling c : system.couplings()) {
      if (cdus[c.cdu()] != null && known(c.primaryLink())) {
        sum += Math.max(0, cdus[c.cdu()].dutyW());
      }
    }
    return sum;
  }

  /** Heat that leaves the drawn loops through exchangers. */
  public double exchangersW() {
    return sum(s -> s.balance().exchangersW()) - betweenW();
  }

  /** Electrical power of all pumps. */
  public double pumpElectricW() {
    return sum(CoolingSolution::pumpElectricW);
  }

  private double sum(ToDoubleFunction<CoolingSolution> value) {
    return solved().stream().mapToDouble(value).sum();
  }
}
