package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.solve.Outcome;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.hydraulic.Notice;

/** Power that grows with the temperature it causes: solved until both agree. */
final class LeakagePower {
  private static final int MOST_ROUNDS = 30;
  private static final double POWER_SHARE = 1e-6;

  /** Where a chip that runs away is left: well above any trip. */
  private static final double RUNAWAY_C = 200;

  private static final double START_C = 60;

  private LeakagePower() {}

  static boolean leaks(CoolingProblem problem) {
    for (ChipPackage chip : problem.chips()) {
      if (chip.leakage().share() > 0) {
        return true;
      }
    }
    return false;
  }

  static Outcome<CoolingSolution> settle(CoolingProblem problem, Optional<CoolingSolution> warm) {
    int n = problem.chips().size();
    double[] dieC = new double[n];
    for (int c = 0; c < n; c++) {
      boolean known = warm.isPresent() && warm.get().chips().size() == n;
      dieC[c] =
          known && warm.get().chip(c) instanceof ChipState.Cooled before
              ? Math.min(RUNAWAY_C, before.dieC())
              : START_C;
    }
    Optional<CoolingSolution> start = warm;
    for (int round = 1; ; round++) {
      CoolingProblem now = problem.withChips(at(problem.chips(), dieC));
      Outcome<CoolingSolution> outcome = CoolingSolver.once(now, start);
      if (!(outcome instanceof Outcome.Solved<CoolingSolution>(CoolingSolution solution))) {
        return outcome;
      }
      List<Notice> runaway = new ArrayList<>();
      double changed = 0;
      for (int c = 0; c < n; c++) {
        ChipPackage rated = problem.chips().get(c);
        if (!(solution.chip(c) instanceof ChipState.Cooled s) || rated.leakage().share() == 0) {
          continue;
        }
        double usedW = now.chips().get(c).dieW();
        double next = crossing(rated, s, usedW);
        if (next >= RUNAWAY_C) {
          runaway.add(new Notice(Notice.Kind.RUNAWAY, rated.label()));
        }
        dieC[c] = next;
        double nextW = rated.dieW() * rated.leakage().factor(next);
        changed = Math.max(changed, Math.abs(nextW - usedW) / Math.max(usedW, 1e-9));
      }
      if (changed <= POWER_SHARE || round >= MOST_ROUNDS) {
        return Outcome.solved(runaway.isEmpty() ? solution : solution.withNotices(runaway));
      }
      start = Optional.of(solution);
    }
  }

  private static List<ChipPackage> at(List<ChipPackage> chips, double[] dieC) {
    List<ChipPackage> next = new ArrayList<>();
    for (int c = 0; c < dieC.length; c++) {
      ChipPackage chip = chips.get(c);
      next.add(chip.withDieW(chip.dieW() * chip.leakage().factor(dieC[c])));
    }
    return next;
  }

  /**
   * Where the line of temperature over power meets the curve of power over temperature, from below;
   * the cap where they do not meet.
   */
  private static double crossing(ChipPackage chip, ChipState.Cooled s, double usedW) {
    double kW = (1 - chip.airShare()) * (s.plateResistanceKW() + chip.stack().dieKW());
    double t = Math.min(s.dieC(), s.inletC());
    for (int i = 0; i < 200; i++) {
      double gap = s.dieC() + kW * (chip.dieW() * chip.leakage().factor(t) - usedW) - t;
      double slope = 1 - kW * chip.dieW() * chip.leakage().slope(t);
      if (slope <= 0 || t > RUNAWAY_C) {
        return RUNAWAY_C;
      }
      // From below Newton on a convex curve stays below its first root.
      double step = gap / slope;
      t += step;
      if (Math.abs(step) < 1e-9) {
        return Math.min(t, RUNAWAY_C);
      }
    }
    return RUNAWAY_C;
  }
}
