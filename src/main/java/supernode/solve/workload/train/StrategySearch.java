package supernode.solve.workload.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import supernode.solve.workload.machine.Chip;

/**
 * All legal strategies of a job on a fleet. Those that do not fit are left out before they are
 * timed, and so are those that even at the chips' peak would be slower than all that are kept and
 * need no less memory than a faster one: nothing that belongs into the answer is lost.
 */
public final class StrategySearch {
  private final TrainingJob job;
  private final TrainingStep step;
  private final Chip chip;
  private final int chips;
  private final Strategy like;
  private final int keep;
  private final Predicate<Strategy> wanted;
  private final List<TrainingResult> best = new ArrayList<>();
  private final List<TrainingResult> front = new ArrayList<>();
  private long legal;
  private long fitting;
  private long timed;

  /**
   * What was found.
   *
   * @param best fastest first
   * @param front no other is both faster and smaller
   * @param legal strategies that divide
   * @param fitting of them, those that fit into memory
   * @param timed of them, those that had to be timed
   */
  public record Found(
      List<TrainingResult> best,
      List<TrainingResult> front,
      long legal,
      long fitting,
      long timed) {}

  private StrategySearch(
      TrainingJob job,
      TrainingStep step,
      Chip chip,
      int chips,
      Strategy like,
      int keep,
      Predicate<Strategy> wanted) {
    this.job = job;
    this.step = step;
    this.chip = chip;
    this.chips = chips;
    this.like = like;
    this.keep = keep;
    this.wanted = wanted;
  }

  /** As below, of all strategies. */
  public static Found of(
      TrainingJob job,
      TrainingStep step,
      Chip chip,
      int chips,
      Strategy like,
      int keep,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    return of(job, step, chip, chips, like, keep, _ -> true, progress, cancelled);
  }

  /**
   * Searches.
   *
   * @param like what is not searched is taken from here: sequence parallelism
   * @param keep how many of the fastest
   * @param wanted the others are no answer
   * @param progress told the share that is done
   * @throws CancellationException when cancelled
   */
  public static Found of(
      TrainingJob job,
      TrainingStep step,
      Chip chip,
      int chips,
      Strategy like,
      int keep,
      Predicate<Strategy> wanted,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    StrategySearch search = new StrategySearch(job, step, chip, chips, like, keep, wanted);
    search.run(progress, cancelled);
    search.front.sort(Comparator.comparingDouble(TrainingResult::stepSeconds));
    return new Found(
        List.copyOf(search.best),
        List.copyOf(search.front),
        search.legal,
        search.fitting,
        search.timed);
  }

  /**
   * The strategy that fits and differs least from one that does not: by the factors changed.
   *
   * @throws CancellationException when cancelled
   */
  public static Optional<Strategy> nearest(
      TrainingJob job, Chip chip, int chips, Strategy to, BooleanSupplier cancelled) {
    Nearest nearest = new Nearest(job, chip, to);
    new LegalStrategies(job, chips, to).forEach(nearest, _ -> {}, cancelled);
    return Optional.ofNullable(nearest.best);
  }

  /** Keeps the nearest so far; memory is asked of nearer ones only. */
  private static final class Nearest implements Consumer<Strategy> {
    private final TrainingJob job;
    private final Chip chip;
    private final Strategy to;
    private double least = Double.POSITIVE_INFINITY;
    private Strategy best;

    Nearest(TrainingJob job, Chip chip, Strategy to) {
      this.job = job;
      this.chip = chip;
      this.to = to;
    }

    @Override
    public void accept(Strategy s) {
      double distance = distance(s, to);
      if (distance < least && memory(job, s).total() <= chip.memoryBytes()) {
        least = distance;
        best = s;
      }
    }
  }

  private static double distance(Strategy a, Strategy b) {
    return factor(a.tp(), b.tp())
        + factor(a.pp(), b.pp())
        + factor(a.dp(), b.dp())
        + factor(a.ep(), b.ep())
        + factor(a.cp(), b.cp())
        + factor(a.microbatch(), b.microbatch())
        + factor(a.interleave(), b.interleave())
        + Math.abs(a.recompute().ordinal() - b.recompute().ordinal())
        + Math.abs(a.zero() - b.zero())
        + (a.offload() == b.offload() ? 0 : 1);
  }

  private static double factor(double a, double b) {
    return Math.abs(Math.log(a / b));
  }

  private static MemoryParts memory(TrainingJob job, Strategy s) {
    return MemoryParts.of(job, s, job.batch() / ((long) s.dp() * s.microbatch()));
  }

  private void run(DoubleConsumer progress, BooleanSupplier cancelled) {
    // Few stages and little to work out again first: good ones early, so that more is pruned.
    new LegalStrategies(job, chips, like).forEach(this::consider, progress, cancelled);
  }

  private void consider(Strategy s) {
    if (!wanted.test(s)) {
      return;
    }
    legal++;
    double memory = memory(job, s).total();
    if (memory > chip.memoryBytes()) {
      return;
    }
    fitting++;
    if (hopeless(s, memory)) {
      return;
    }
    timed++;
    TrainingResult r = step.evaluate(s);
    insert(r);
  }

  private boolean hopeless(Strategy s, double memory) {
    double least = leastSeconds(s);
    return best.size() == keep
        && least > best.getLast().stepSeconds()
        && front.stream().anyMatch(f -> f.stepSeconds() <= least && f.memory().total() <= memory);
  }

  /** All operations at the peak, and the bubble over them. */
  private double leastSeconds(Strategy s) {
    double flops = Utilisation.modelFlops(job);
    if (s.recompute() == Recompute.FULL) {
      flops += Utilisation.againFlops(job, Recompute.FULL);
    }
    double width = job.model().precision().weight();
    double compute = flops / (chip.matrixFlopsPerS(width) * chips);
    double microbatches = (double) job.batch() / s.dp() / s.microbatch();
    // The head is on one stage only; without it the bubble is not smaller than this.
    double head =
        1 - 3 * 2.0 * job.model().headWeights() * job.tokensPerStep() / Math.max(flops, 1);
    double bubble = (s.pp() - 1) / (microbatches * s.interleave()) * Math.max(0, head);
    return compute * (1 + bubble * job.kernels().bubbleShare());
  }

  private void insert(TrainingResult r) {
    int at = 0;
    while (at < best.size() && best.get(at).stepSeconds() <= r.stepSeconds()) {
      at++;
    }
    if (at < keep) {
      best.add(at, r);
      if (best.size() > keep) {
        best.removeLast();
      }
    }
    double memory = r.memory().total();
    boolean beaten =
        front.stream()
            .anyMatch(f -> f.stepSeconds() <= r.stepSeconds() && f.memory().total() <= memory);
    if (!beaten) {
      front.removeIf(f -> f.stepSeconds() >= r.stepSeconds() && f.memory().total() >= memory);
      front.add(r);
    }
  }
}
