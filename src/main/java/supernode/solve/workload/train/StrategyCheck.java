package supernode.solve.workload.train;

import java.util.Optional;
import supernode.quantity.Divisors;
import supernode.quantity.Text;
import supernode.solve.workload.model.Experts;
import supernode.solve.workload.model.Transformer;

/** Whether a strategy can be carried out at all; what fails first, and the nearest that holds. */
public final class StrategyCheck {
  private final TrainingJob job;
  private final Strategy s;
  private final long chips;

  private StrategyCheck(TrainingJob job, Strategy s, long chips) {
    this.job = job;
    this.s = s;
    this.chips = chips;
  }

  /** What fails, without looking at memory; empty when the strategy divides everything. */
  public static Optional<Text> of(TrainingJob job, Strategy s, long chips) {
    return new StrategyCheck(job, s, chips).first();
  }

  private Optional<Text> first() {
    return places()
        .or(this::matrices)
        .or(this::stages)
        .or(this::experts)
        .or(this::tokens)
        .or(this::rounds);
  }

  private Optional<Text> places() {
    if (s.chips() == chips) {
      return Optional.empty();
    }
    long inner = (long) s.tp() * s.pp() * s.cp();
    if (chips % inner == 0) {
      return Optional.of(Text.of("workload.placeDp", s.chips(), chips, chips / inner));
    }
    long near = Divisors.nearest(s.tp(), chips);
    long pp = Divisors.nearest(s.pp(), chips / near);
    long cp = Divisors.nearest(s.cp(), chips / near / pp);
    return Optional.of(
        Text.of("workload.place", s.chips(), chips, near, pp, cp, chips / near / pp / cp));
  }

  private Optional<Text> matrices() {
    Transformer m = job.model();
    long heads = m.attention().heads();
    return divides("tp", s.tp(), "heads", heads)
        .or(() -> divides("tp", s.tp(), "feedForward", m.feedForward()));
  }

  private Optional<Text> stages() {
    long layers = job.model().layers();
    if (job.unevenStages() && s.pp() <= layers) {
      // No stage lacks more than one of its chunks.
      long deep = Math.ceilDiv(layers, s.pp());
      return job.deepestStage(s) * s.pp() - layers < s.pp()
          ? Optional.empty()
          : divides("interleave", s.interleave(), "layersPerStage", deep);
    }
    return divides("pp", s.pp(), "layers", layers)
        .or(() -> divides("interleave", s.interleave(), "layersPerStage", layers / s.pp()));
  }

  private Optional<Text> experts() {
    if (s.ep() == 1) {
      return Optional.empty();
    }
    Optional<Experts> experts = job.model().experts();
    if (experts.isEmpty()) {
      return Optional.of(Text.of("workload.noExperts", s.ep(), job.model().name()));
    }
    return divides("ep", s.ep(), "experts", experts.get().routed())
        .or(() -> divides("ep", s.ep(), "dp × cp", (long) s.dp() * s.cp()));
  }

  private Optional<Text> tokens() {
    long share = s.sequenceParallel() ? (long) s.cp() * s.tp() : s.cp();
    return divides(s.sequenceParallel() ? "cp × tp" : "cp", share, "sequence", job.sequence())
        .or(() -> divides("dp", s.dp(), "batch", job.batch()))
        .or(() -> divides("microbatch", s.microbatch(), "batch / dp", job.batch() / s.dp()));
  }

  private Optional<Text> rounds() {
    if (s.interleave() == 1) {
      return Optional.empty();
    }
    long microbatches = job.batch() / s.dp() / s.microbatch();
    return s.pp() == 1 || microbatches < s.pp()
        ? Optional.of(Text.of("workload.interleave", s.interleave(), s.pp(), microbatches))
        : Optional.empty();
  }

  private static Optional<Text> divides(String name, long value, String of, long whole) {
    return whole % value == 0
        ? Optional.empty()
        : Optional.of(
            Text.of("workload.divides", name, value, of, whole, Divisors.nearest(value, whole)));
  }
}
