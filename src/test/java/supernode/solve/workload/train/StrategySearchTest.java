package supernode.solve.workload.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.catalog.ModelReader;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.machine.Interconnect;
import supernode.solve.workload.model.Gpt;
import supernode.solve.workload.model.ModelShape;
import supernode.solve.workload.model.Transformer;

class StrategySearchTest {
  private static final Strategy LIKE = new Strategy(1, 1, 1, 1, 1, 1, 1, Recompute.NONE, true, 1);
  private static final int ALL = 1_000_000;
  private static final TrainingJob JOB =
      new TrainingJob(Gpt.of(24, 4096, 32), 128, 2048, Kernels.FUSED, false);

  private static StrategySearch.Found search(TrainingJob job, Fleet fleet, int keep, Mode mode) {
    TrainingStep step = new TrainingStep(job, new GroupTimes(fleet, mode));
    return StrategySearch.of(
        job, step, fleet.chip(), fleet.count(), LIKE, keep, _ -> {}, () -> false);
  }

  private static List<Double> seconds(List<TrainingResult> results) {
    return results.stream().map(TrainingResult::stepSeconds).toList();
  }

  /** What is pruned changes nothing: the same best and the same front as with everything timed. */
  @ParameterizedTest
  @ValueSource(ints = {8, 64, 96})
  void pruningIsExact(int chips) {
    for (Mode mode : Mode.values()) {
      StrategySearch.Found whole = search(JOB, Clusters.a100(chips), ALL, mode);
      StrategySearch.Found pruned = search(JOB, Clusters.a100(chips), 5, mode);
      assertThat(whole.timed()).isEqualTo(whole.fitting());
      assertThat(pruned.fitting()).isEqualTo(whole.fitting());
      assertThat(seconds(pruned.best())).isEqualTo(seconds(whole.best()).subList(0, 5));
      assertThat(seconds(pruned.front())).isEqualTo(seconds(whole.front()));
    }
  }

  @Test
  void pruningOfExpertsIsExact() {
    Transformer model =
        (Transformer)
            ModelShape.of(ModelReader.shipped().get("deepseek-v3")).asOptional().orElseThrow();
    TrainingJob fused = new TrainingJob(model, 512, 4096, Kernels.FUSED, true);
    Kernels eager = Kernels.FUSED.scaledByBlock().unfusing(ElementOp.all());
    double fastest = exactlyPruned(fused);
    assertThat(exactlyPruned(fused.withKernels(eager).predicting(1))).isGreaterThan(fastest);
  }

  private static double exactlyPruned(TrainingJob job) {
    StrategySearch.Found whole = search(job, Clusters.h100(512), ALL, Mode.CALIBRATED);
    StrategySearch.Found pruned = search(job, Clusters.h100(512), 5, Mode.CALIBRATED);
    assertThat(pruned.fitting()).isEqualTo(whole.fitting());
    assertThat(seconds(pruned.best())).isEqualTo(seconds(whole.best()).subList(0, 5));
    assertThat(seconds(pruned.front())).isEqualTo(seconds(whole.front()));
    return pruned.best().getFirst().stepSeconds();
  }

  /**
   * Every combination of numbers is tried, and those that pass the check are timed: no other way.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 50e9})
  void nothingIsLostAgainstTryingEverything(double offloadBytesPerS) {
    Kernels kernels = new Kernels(true, 0, 0, 0, 1, 1, offloadBytesPerS);
    TrainingJob job = new TrainingJob(Gpt.of(6, 4096, 32), 16, 2048, kernels, false);
    Chip small = Clusters.A100.withMemory(10e9, 2039e9);
    Fleet fleet = Clusters.a100(8).withChip(small);
    TrainingStep step = new TrainingStep(job, new GroupTimes(fleet, Mode.CALIBRATED));
    List<TrainingResult> all = new ArrayList<>();
    AtomicLong legal = new AtomicLong();
    everything(
        offloadBytesPerS > 0,
        s -> {
          if (StrategyCheck.of(job, s, 8).isEmpty()) {
            legal.incrementAndGet();
            if (MemoryParts.of(job, s).total() <= small.memoryBytes()) {
              all.add(step.evaluate(s));
            }
          }
        });
    all.sort(Comparator.comparingDouble(TrainingResult::stepSeconds));
    StrategySearch.Found found = search(job, fleet, 10, Mode.CALIBRATED);
    assertThat(found.legal()).isEqualTo(legal.get());
    assertThat(found.fitting()).isEqualTo(all.size()).isPositive().isLessThan(legal.get());
    assertThat(found.timed()).isLessThan(found.fitting());
    assertThat(seconds(found.best())).isEqualTo(seconds(all).subList(0, 10));
    assertThat(found.front())
        .allSatisfy(f ->
            assertThat(all)
                .noneMatch(r ->
                    r.stepSeconds() < f.stepSeconds() && r.memory().total() < f.memory().total()));
    assertThat(all)
        .allSatisfy(r ->
            assertThat(found.front())
                .anyMatch(f ->
                    f.stepSeconds() <= r.stepSeconds()
                        && f.memory().total() <= r.memory().total()));
    assertThat(all.stream().map(r -> r.strategy().zero()).distinct()).hasSize(4);
  }

  private static void everything(boolean away, Consumer<Strategy> each) {
    int[] sizes = {1, 2, 3, 4, 6, 8, 16};
    for (int tp : sizes) {
      for (int pp : sizes) {
        for (int cp : sizes) {
          for (int microbatch : sizes) {
            for (int v : sizes) {
              for (int zero = 0; zero < 4; zero++) {
                for (Recompute r : Recompute.values()) {
                  int dp = Math.max(1, 8 / (tp * pp * cp));
                  Strategy s =
                      new Strategy(tp, pp, dp, 1, cp, microbatch, v, r, tp > 1, zero, away);
                  // Shares of a single replica are all the same.
                  if (zero == 0 || dp * cp > 1) {
                    each.accept(s);
                    if (away) {
                      each.accept(s.sharing(zero, false));
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /** What is not kept must be reduced, or gathered, more often; what is away takes its way. */
  @Test
  void sharingOutSavesMemoryAndCostsTime() {
    Fleet fleet = Clusters.a100(64);
    TrainingJob job =
        new TrainingJob(
            Gpt.of(24, 4096, 32), 512, 2048, new Kernels(true, 0, 0, 0, 0, 1, 25e9), false);
    Strategy s = new Strategy(1, 1, 64, 1, 1, 1, 1, Recompute.NONE, false, 0, false);
    List<TrainingResult> byZero =
        IntStream.rangeClosed(0, 3)
            .mapToObj(z -> Clusters.step(job, s.sharing(z, false), fleet, Mode.CALIBRATED))
            .toList();
    for (int z = 1; z < 4; z++) {
      assertThat(byZero.get(z).memory().total()).isLessThan(byZero.get(z - 1).memory().total());
    }
    double once = byZero.get(1).parts().data();
    assertThat(byZero.get(2).parts().data()).isGreaterThan(3 * once);
    assertThat(byZero.get(3).parts().data()).isGreaterThan(byZero.get(2).parts().data());
    TrainingResult away = Clusters.step(job, s.sharing(1, true), fleet, Mode.CALIBRATED);
    assertThat(away.memory().optimizer()).isZero();
    assertThat(away.memory().offloaded()).isEqualTo(byZero.get(1).memory().optimizer());
    assertThat(away.parts().optimizer()).isGreaterThan(byZero.get(1).parts().optimizer());
  }

  @Test
  void everythingFoundIsLegalAndFits() {
    Fleet fleet = Clusters.a100(96);
    StrategySearch.Found found = search(JOB, fleet, ALL, Mode.CALIBRATED);
    assertThat(found.legal()).isGreaterThanOrEqualTo(found.fitting());
    found
        .best()
        .forEach(r -> {
          assertThat(StrategyCheck.of(JOB, r.strategy(), 96)).isEmpty();
          assertThat(r.memory().total()).isLessThanOrEqualTo(fleet.chip().memoryBytes());
        });
  }

  @Test
  void aCancelledSearchStops() {
    TrainingStep step = new TrainingStep(JOB, new GroupTimes(Clusters.a100(64), Mode.BOUND));
    assertThatThrownBy(
            () -> StrategySearch.of(JOB, step, Clusters.A100, 64, LIKE, 5, _ -> {}, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  @Provide
  Arbitrary<Strategy> strategies() {
    return Arbitraries.of(
        search(JOB, Clusters.a100(64), ALL, Mode.CALIBRATED).best().stream()
            .map(TrainingResult::strategy)
            .toList());
  }

  /** Faster links, memory or chips never make a step longer; a bound is never above. */
  @Property(tries = 15)
  void moreIsNeverSlower(@ForAll("strategies") Strategy s, @ForAll Mode mode) {
    Fleet fleet = Clusters.a100(64);
    double before = Clusters.step(JOB, s, fleet, mode).stepSeconds();
    Fleet linked =
        new Fleet(fleet.chip(), 64, 8, doubled(fleet.scaleUp()), doubled(fleet.scaleOut()));
    assertThat(Clusters.step(JOB, s, linked, mode).stepSeconds())
        .isLessThanOrEqualTo(before * (1 + 1e-9));
    assertThat(Clusters.step(JOB, s, fleet, Mode.BOUND).stepSeconds())
        .isLessThanOrEqualTo(before * (1 + 1e-9));
    Fleet hot = new Fleet(fleet.chip().throttledTo(0.7), 64, 8, fleet.scaleUp(), fleet.scaleOut());
    // Slower passes hide a little more of what travels meanwhile: that may win a thousandth back.
    assertThat(Clusters.step(JOB, s, hot, mode).stepSeconds()).isGreaterThan(before * 0.999);
  }

  private static Interconnect doubled(Interconnect i) {
    return new Interconnect(2 * i.bytesPerS(), i.latencyS(), i.protocol(), i.reducing());
  }
}
