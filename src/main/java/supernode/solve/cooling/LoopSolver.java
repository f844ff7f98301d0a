package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import supernode.solve.Outcome;
import supernode.solve.cooling.heat.Cdu;

/**
 * Each loop on its own, equal ones once for all, coupled loops in turn: what a unit takes from one
 * warms the other, whose temperature the unit then works against. A loop that has no answer leaves
 * the others theirs.
 */
public final class LoopSolver {
  private static final int MOST_ROUNDS = 30;
  private static final double TEMPERATURE_K = 1e-7;
  private static final double POWER_SHARE = 1e-12;

  private LoopSolver() {}

  /**
   * All loops.
   *
   * @param warm an earlier answer; where its loops are alike they start from it
   */
  public static LoopsSolution solve(LoopSystem system, Optional<LoopsSolution> warm) {
    KnownAnswers answers = KnownAnswers.after(warm.map(LoopsSolution::answers));
    Optional<LoopsSolution> alike = warm.filter(w -> w.loops() == system.size());
    List<Outcome<CoolingSolution>> outcomes = new ArrayList<>();
    BitSet borrowed = new BitSet();
    boolean coupled = !system.couplings().isEmpty();
    LoopKinds kinds = coupled ? null : new LoopKinds(system);
    for (int p = 0; p < system.size(); p++) {
      int first = coupled ? p : kinds.first(p);
      if (first < p && isNameless(outcomes.get(first))) {
        outcomes.add(outcomes.get(first));
        borrowed.set(p);
      } else {
        int loop = p;
        Optional<CoolingSolution> start = alike.flatMap(w -> w.numbers(loop));
        outcomes.add(answers.of(system.loop(p), start));
      }
    }
    if (coupled) {
      couple(system, outcomes, answers);
    }
    return new LoopsSolution(system, outcomes, borrowed, answers);
  }

  /** Whether an answer has nothing to say that names a place. */
  private static boolean isNameless(Outcome<CoolingSolution> outcome) {
    return outcome.asOptional().filter(s -> s.notices().isEmpty()).isPresent();
  }

  private static void couple(
      LoopSystem system, List<Outcome<CoolingSolution>> outcomes, KnownAnswers answers) {
    List<CoolingProblem> problems = new ArrayList<>();
    for (int p = 0; p < system.size(); p++) {
      problems.add(system.loop(p));
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double changed = 0;
      for (int p = 0; p < problems.size(); p++) {
        CoolingProblem next = coupled(system, p, outcomes);
        double distance = distance(problems.get(p), next);
        if (distance > 0) {
          problems.set(p, next);
          outcomes.set(p, answers.of(next, outcomes.get(p).asOptional()));
        }
        changed = Math.max(changed, distance);
      }
      if (changed == 0) {
        return;
      }
    }
  }

  /** A loop with what the others do to it now. */
  private static CoolingProblem coupled(
      LoopSystem system, int loop, List<Outcome<CoolingSolution>> outcomes) {
    CoolingProblem plain = system.loop(loop);
    List<Cdu> cdus = new ArrayList<>(plain.cdus());
    List<HeatInput> heats = new ArrayList<>(plain.heats());
    for (LoopSystem.Coupling c : system.couplings()) {
      Cdu unit = system.whole().cdus().get(c.cdu());
      int own = system.loopOf(unit.link());
      int other = system.loopOf(c.primaryLink());
      int link = system.placeOf(c.primaryLink());
      int place = system.cdus().placeOf(c.cdu(), own);
      if (own == loop) {
        outcomes
            .get(other)
            .asOptional()
            .ifPresent(s ->
                cdus.set(
                    place,
                    plain
                        .cdus()
                        .get(place)
                        .withPrimary(s.inletC(link), Math.abs(s.flow().flowM3S(link)))));
      }
      if (other == loop) {
        outcomes
            .get(own)
            .asOptional()
            .ifPresent(s -> {
              double copies = system.whole().network().links().get(unit.link()).copies();
              double duty = copies * s.cdu(place).dutyW();
              if (duty > 0) {
                heats.add(new HeatInput(unit.label(), link, duty));
              }
            });
      }
    }
    return new CoolingProblem(
        plain.fluid(),
        plain.network(),
        plain.chips(),
        heats,
        plain.losses(),
        cdus,
        plain.pumps(),
        plain.inflowC());
  }

  /** How far two states of a loop's surroundings are apart; 0 where that does not matter. */
  private static double distance(CoolingProblem a, CoolingProblem b) {
    double largest = 0;
    for (int c = 0; c < a.cdus().size(); c++) {
      Cdu x = a.cdus().get(c);
      Cdu y = b.cdus().get(c);
      double kelvin = Math.abs(x.primaryInletC() - y.primaryInletC());
      double flow = Math.abs(x.primaryLimitM3S() - y.primaryLimitM3S());
      largest = Math.max(largest, kelvin > TEMPERATURE_K ? kelvin : 0);
      largest = Math.max(largest, flow > 1e-9 * y.primaryLimitM3S() ? flow : 0);
    }
    if (a.heats().size() != b.heats().size()) {
      return Double.POSITIVE_INFINITY;
    }
    for (int h = 0; h < a.heats().size(); h++) {
      double power = b.heats().get(h).powerW();
      double apart = Math.abs(a.heats().get(h).powerW() - power);
      largest = Math.max(largest, apart > POWER_SHARE * power ? apart : 0);
    }
    return largest;
  }
}
