package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final KnownAnswers answers;
  private final ChipState[] chips;
  private final CduState[] cdus;
  private final PumpDuty[] pumps;

  LoopsSolution(LoopSystem system, List<Outcome<CoolingSolution>> outcomes, KnownAnswers answers) {
    this.system = system;
    this.answers = answers;
    this.outcomes = List.copyOf(outcomes);
    chips = new ChipState[system.whole().chips().size()];
    cdus = new CduState[system.whole().cdus().size()];
    pumps = new PumpDuty[system.whole().pumps().size()];
    for (int loop = 0; loop < outcomes.size(); loop++) {
      Optional<CoolingSolution> solved = outcomes.get(loop).asOptional();
      if (solved.isEmpty()) {
        continue;
      }
      CoolingSolution s = solved.get();
      List<Integer> ownChips = system.chips(loop);
      for (int c = 0; c < ownChips.size(); c++) {
        chips[ownChips.get(c)] = s.chip(c);
      }
      List<Integer> ownCdus = system.cdus(loop);
      for (int c = 0; c < ownCdus.size(); c++) {
        cdus[ownCdus.get(c)] = s.cdu(c);
      }
      List<Integer> ownPumps = system.pumps(loop);
      for (int c = 0; c < ownPumps.size(); c++) {
        pumps[ownPumps.get(c)] = s.pump(c);
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

  public Outcome<CoolingSolution> outcome(int loop) {
    return outcomes.get(loop);
  }

  /** Solutions of the loops that have one. */
  public List<CoolingSolution> solved() {
    List<CoolingSolution> all = new ArrayList<>();
    outcomes.forEach(o -> o.asOptional().ifPresent(all::add));
    return all;
  }

  private Optional<CoolingSolution> at(int link) {
    return outcomes.get(system.loopOf(link)).asOptional();
  }

  /** Whether the loop of a link has an answer. */
  public boolean known(int link) {
    return at(link).isPresent();
  }

  /** Fluid in a link. */
  public Fluid fluid(int link) {
    return system.loops().get(system.loopOf(link)).fluid();
  }

  /** Volume flow in a link; 0 where its loop has no answer. */
  public double flowM3S(int link) {
    return at(link).map(s -> s.flow().flowM3S(system.placeOf(link))).orElse(0.0);
  }

  public double lossPa(int link) {
    return at(link).map(s -> s.flow().lossPa(system.placeOf(link))).orElse(0.0);
  }

  /** Gauge pressure where the coolant enters a link. */
  public double pressurePa(int link) {
    return at(link)
        .map(s -> {
          int place = system.placeOf(link);
          HydraulicLink l = s.problem().network().links().get(place);
          return s.flow().pressurePa(s.flow().flowM3S(place) < 0 ? l.to() : l.from());
        })
        .orElse(0.0);
  }

  public double inletC(int link) {
    return at(link).map(s -> s.inletC(system.placeOf(link))).orElse(0.0);
  }

  public double outletC(int link) {
    return at(link).map(s -> s.outletC(system.placeOf(link))).orElse(0.0);
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
    return solved().stream().flatMap(s -> s.notices().stream()).toList();
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
    double all = solved().stream().mapToDouble(s -> s.balance().exchangersW()).sum();
    return all - betweenW();
  }

  /** Electrical power of all pumps. */
  public double pumpElectricW() {
    return solved().stream().mapToDouble(CoolingSolution::pumpElectricW).sum();
  }
}
