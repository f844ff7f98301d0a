package supernode.solve.workload.train;

import java.util.ArrayList;
import java.util.List;

/**
 * When each stage of a pipeline does what in a step: one forward, one backward in turns (1F1B), its
 * chunks interleaved as Megatron-LM has them. Where that order is not the one that the step was
 * timed by (zero-bubble schedules, rounds that are not full), or is too long to draw, a stage works
 * in one stretch between the idle times of its place.
 *
 * @param stages of the pipeline, first to last
 * @param seconds the whole step
 */
public record StepTimeline(List<List<Piece>> stages, double seconds) {
  /** Passes of all stages that are told one by one, at most. */
  private static final long MOST_PASSES = 60_000;

  private static final double TOLERANCE = 1e-6;

  /** What a stage does. */
  public enum Kind {
    FORWARD,
    BACKWARD,
    /** Forward and backward in turns. */
    BOTH,
    /** Communication that is waited for. */
    EXCHANGE,
    /** Communication behind the work. */
    HIDDEN,
    /** Gradients and weights among replicas, as far as they are waited for. */
    REPLICAS,
    /** The same behind the work. */
    HIDDEN_REPLICAS,
    OPTIMIZER;

    /** Whether it goes on behind something else. */
    public boolean isBehind() {
      return this == HIDDEN || this == HIDDEN_REPLICAS;
    }
  }

  /** From when to when, second. */
  public record Piece(Kind kind, double from, double to) {}

  public StepTimeline {
    stages = stages.stream().map(List::copyOf).toList();
  }

  /** Of a step as it was timed. */
  public static StepTimeline of(TrainingResult r) {
    StepParts parts = r.parts();
    StepWork w = r.work();
    Strategy s = r.strategy();
    double piped = parts.total() - parts.data() - parts.optimizer();
    List<List<Piece>> stages = inTurns(s, w, piped);
    if (stages.isEmpty()) {
      stages = inOne(s, w, parts);
    }
    for (List<Piece> stage : stages) {
      double hidden = Math.min(w.hiddenReplicas(), piped);
      add(stage, Kind.HIDDEN_REPLICAS, piped - hidden, hidden);
      add(stage, Kind.REPLICAS, piped, parts.data());
      add(stage, Kind.OPTIMIZER, piped + parts.data(), parts.optimizer());
    }
    return new StepTimeline(stages, parts.total());
  }

  private static void add(List<Piece> to, Kind kind, double from, double length) {
    if (length > 0) {
      to.add(new Piece(kind, from, from + length));
    }
  }

  /** Empty where the order does not come to the time of the step. */
  private static List<List<Piece>> inTurns(Strategy s, StepWork w, double piped) {
    if (2L * s.pp() * s.interleave() * w.microbatches() > MOST_PASSES
        || (s.interleave() > 1 && w.microbatches() % s.pp() != 0)) {
      return List.of();
    }
    List<List<Piece>> stages = new PipelineOrder(s.pp(), s.interleave(), w).stages();
    double end = stages.stream().flatMap(List::stream).mapToDouble(Piece::to).max().orElse(0);
    return Math.abs(end - piped) <= TOLERANCE * piped ? stages : List.of();
  }

  private static List<List<Piece>> inOne(Strategy s, StepWork w, StepParts parts) {
    List<List<Piece>> stages = new ArrayList<>();
    double exchange = parts.tensor() + parts.expert() + parts.context() + parts.pipeline();
    for (int i = 0; i < s.pp(); i++) {
      List<Piece> stage = new ArrayList<>();
      double share = s.pp() > 1 ? (double) i / (s.pp() - 1) : 0;
      double before = parts.bubble() * share * w.forward() / (w.forward() + w.backward());
      add(stage, Kind.BOTH, before, parts.compute());
      add(stage, Kind.EXCHANGE, before + parts.compute(), exchange);
      add(stage, Kind.HIDDEN, before, Math.min(parts.compute(), w.hidden() * w.microbatches()));
      stages.add(stage);
    }
    return stages;
  }
}
