package supernode.solve.cooling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import supernode.solve.Outcome;

/** Answers of cooling problems that were solved already, by what the problems say but for names. */
final class KnownAnswers {
  private final Map<Likeness, Answer> now = new HashMap<>();
  private final Map<Likeness, Answer> before;

  /** The answer, and the problem whose names are in it. */
  private record Answer(Likeness problem, Outcome<CoolingSolution> outcome) {}

  private KnownAnswers(Map<Likeness, Answer> before) {
    this.before = before;
  }

  /** With those of an earlier solve at hand; what is not asked for again is let go. */
  static KnownAnswers after(Optional<KnownAnswers> earlier) {
    return new KnownAnswers(earlier.map(e -> Map.copyOf(e.now)).orElse(Map.of()));
  }

  /**
   * The answer of a problem: a known one in its own names, else a new one.
   *
   * @param start from where to solve what is not known
   */
  Outcome<CoolingSolution> of(CoolingProblem problem, Optional<CoolingSolution> start) {
    Likeness likeness = new Likeness(problem);
    Optional<Answer> found =
        Optional.ofNullable(now.get(likeness)).or(() -> Optional.ofNullable(before.get(likeness)));
    Optional<Outcome<CoolingSolution>> known =
        found.flatMap(a -> a.problem().answer(a.outcome(), problem));
    found.filter(_ -> known.isPresent()).ifPresent(a -> now.putIfAbsent(a.problem(), a));
    if (known.isPresent()) {
      return known.get();
    }
    Outcome<CoolingSolution> solved = CoolingSolver.solve(problem, start);
    now.putIfAbsent(likeness, new Answer(likeness, solved));
    return solved;
  }
}
