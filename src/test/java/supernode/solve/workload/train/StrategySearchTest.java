package supernode.solve.workload.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
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
    TrainingJob job = new TrainingJob(model, 512, 4096, Kernels.FUSED, true);
    StrategySearch.Found whole = search(job, Clusters.h100(512), ALL, Mode.CALIBRATED);
    StrategySearch.Found pruned = search(job, Clusters.h100(512), 5, Mode.CALIBRATED);
    assertThat(pruned.fitting()).isEqualTo(whole.fitting());
    assertThat(seconds(pruned.best())).isEqualTo(seconds(whole.best()).subList(0, 5));
    assertThat(seconds(pruned.front())).isEqualTo(seconds(whole.front()));
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
