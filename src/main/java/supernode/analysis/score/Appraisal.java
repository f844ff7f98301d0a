package supernode.analysis.score;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import supernode.analysis.Analysis;
import supernode.analysis.Result;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.workload.Uptime;
import supernode.analysis.workload.Workloads;
import supernode.solve.Outcome;

/**
 * What a design is worth, beyond what it does: what it stands to lose, what that leaves of a job's
 * time, and its score. Worked out when asked for.
 *
 * @param uptime of the first workload that asks for it, else of a job on the whole machine; empty
 *     where no rate of failure is public
 */
public record Appraisal(Outcome<Resilience> resilience, Optional<Uptime> uptime, Score score) {
  /**
   * Appraises a full analysis.
   *
   * @param workloads answered for its scenario
   * @throws CancellationException when cancelled
   */
  public static Appraisal of(
      Analysis analysis, List<Workloads.Answered> workloads, BooleanSupplier cancelled) {
    return of(analysis, workloads, Resilience.of(analysis, cancelled));
  }

  /** As {@link #of}, where what it stands to lose is known already. */
  public static Appraisal of(
      Analysis analysis, List<Workloads.Answered> workloads, Outcome<Resilience> losses) {
    Outcome<Resilience> resilience = losses.map(r -> r.with(workloads));
    Optional<Uptime> uptime =
        Uptime.first(workloads).or(() -> resilience.asOptional().flatMap(Resilience::uptime));
    return new Appraisal(resilience, uptime, Score.of(analysis, workloads, resilience));
  }

  /** Numbers of both, each with its derivation. */
  public Stream<Result> results() {
    return Stream.concat(
        resilience.asOptional().stream().flatMap(r -> r.results().stream()), score.results());
  }
}
