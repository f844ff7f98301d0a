package supernode.solve.workload.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import supernode.solve.workload.model.Experts;
import supernode.solve.workload.model.Transformer;

/**
 * All strategies that divide a job on so many chips. Few stages and little to work out again come
 * first: good ones early, so that a search prunes more.
 */
final class LegalStrategies {
  private final TrainingJob job;
  private final int chips;
  private final Strategy like;

  /**
   * @param like whether sequences are split over tensor groups is taken from here
   */
  LegalStrategies(TrainingJob job, int chips, Strategy like) {
    this.job = job;
    this.chips = chips;
    this.like = like;
  }

  /**
   * Goes through them.
   *
   * @param progress told the share that is done
   * @throws CancellationException when cancelled
   */
  void forEach(Consumer<Strategy> each, DoubleConsumer progress, BooleanSupplier cancelled) {
    Transformer m = job.model();
    List<Integer> tps = divisors(chips);
    for (int i = 0; i < tps.size(); i++) {
      int tp = tps.get(i);
      progress.accept((double) i / tps.size());
      if (m.attention().heads() % tp != 0 || m.feedForward() % tp != 0) {
        continue;
      }
      for (int pp : divisors(chips / tp)) {
        if (pp > m.layers() || (m.layers() % pp != 0 && !job.unevenStages())) {
          continue;
        }
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        for (int cp : divisors(chips / tp / pp)) {
          groups(tp, pp, cp, chips / tp / pp / cp, each);
        }
      }
    }
    progress.accept(1);
  }

  private void groups(int tp, int pp, int cp, int dp, Consumer<Strategy> each) {
    boolean split = tp > 1 && like.sequenceParallel();
    if (job.batch() % dp != 0 || job.sequence() % (split ? (long) cp * tp : cp) != 0) {
      return;
    }
    int perReplica = (int) Math.min(Integer.MAX_VALUE, job.batch() / dp);
    int stage = Math.ceilDiv(job.model().layers(), pp);
    for (int ep : expertSplits(dp * cp)) {
      for (int microbatch : divisors(perReplica)) {
        for (int v : divisors(stage)) {
          if (v > 1 && (pp == 1 || perReplica / microbatch < pp)) {
            continue;
          }
          Strategy s =
              new Strategy(
                  tp, pp, dp, ep, cp, microbatch, v, Recompute.NONE, split, 0, like.offload());
          if (job.deepestStage(s) * pp - job.model().layers() < pp) {
            kept(s, each);
          }
        }
      }
    }
  }

  /** What is kept, and where. */
  private void kept(Strategy s, Consumer<Strategy> each) {
    // A single replica has nobody to share with.
    int most = s.dp() * s.cp() > 1 ? 3 : 0;
    boolean away = job.kernels().offloadBytesPerS() > 0;
    for (Recompute r : Recompute.values()) {
      for (int zero = 0; zero <= most; zero++) {
        for (boolean offload : away ? new boolean[] {false, true} : new boolean[] {s.offload()}) {
          each.accept(s.with(r).sharing(zero, offload));
        }
      }
    }
  }

  private List<Integer> expertSplits(int replicas) {
    return job.model()
        .experts()
        .map(Experts::routed)
        .map(e -> divisors(e).stream().filter(d -> replicas % d == 0).toList())
        .orElse(List.of(1));
  }

  private static List<Integer> divisors(int n) {
    List<Integer> low = new ArrayList<>();
    List<Integer> high = new ArrayList<>();
    for (int d = 1; (long) d * d <= n; d++) {
      if (n % d == 0) {
        low.add(d);
        if (d != n / d) {
          high.addFirst(n / d);
        }
      }
    }
    low.addAll(high);
    return low;
  }
}
