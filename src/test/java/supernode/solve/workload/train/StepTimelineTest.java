package supernode.solve.workload.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.model.Gpt;

/** A pipeline drawn pass by pass takes the time that its step was said to take. */
class StepTimelineTest {
  private static TrainingResult step(int pp, int rounds, int interleave, Kernels kernels) {
    int batch = pp * rounds;
    TrainingJob job = new TrainingJob(Gpt.of(24, 4096, 32), batch, 2048, kernels, false);
    Strategy s = new Strategy(2, pp, 1, 1, 1, 1, interleave, Recompute.FULL, true, 1);
    return new TrainingStep(job, new GroupTimes(Clusters.a100(2 * pp), Mode.CALIBRATED))
        .evaluate(s);
  }

  private static double end(StepTimeline t) {
    return t.stages().stream()
        .flatMap(List::stream)
        .mapToDouble(StepTimeline.Piece::to)
        .max()
        .orElseThrow();
  }

  private static Stream<StepTimeline.Piece> front(List<StepTimeline.Piece> stage) {
    return stage.stream()
        .filter(p -> !p.kind().isBehind())
        .sorted(Comparator.comparingDouble(StepTimeline.Piece::from));
  }

  @Property(tries = 60)
  void itEndsWithTheStepAndNoStageDoesTwoThingsAtOnce(
      @ForAll @IntRange(min = 0, max = 3) int power,
      @ForAll @IntRange(min = 1, max = 6) int rounds,
      @ForAll @IntRange(min = 1, max = 3) int interleave) {
    int pp = 1 << power;
    TrainingResult r = step(pp, rounds, pp == 1 ? 1 : interleave, Kernels.FUSED);
    StepTimeline t = StepTimeline.of(r);
    assertThat(t.stages()).hasSize(pp);
    assertThat(end(t)).isCloseTo(r.stepSeconds(), within(1e-9 * r.stepSeconds()));
    for (List<StepTimeline.Piece> stage : t.stages()) {
      double free = 0;
      for (StepTimeline.Piece p : front(stage).toList()) {
        assertThat(p.from()).isGreaterThanOrEqualTo(free - 1e-9);
        free = p.to();
      }
    }
  }

  @Test
  void aStageIsIdleForThePublishedBubble() {
    TrainingResult r = step(4, 3, 1, Kernels.FUSED);
    StepTimeline t = StepTimeline.of(r);
    double busy = front(t.stages().getLast()).mapToDouble(p -> p.to() - p.from()).sum();
    assertThat(r.stepSeconds() - busy)
        .isCloseTo(r.parts().bubble(), within(1e-9 * r.stepSeconds()));
    assertThat(t.stages().getLast().stream().filter(p -> p.kind() == StepTimeline.Kind.FORWARD))
        .hasSize(12);
  }

  @Test
  void aScheduleWithoutBubbleIsDrawnInOneStretch() {
    Kernels zero = new Kernels(true, 0, 0, 0, 1, 0, 0);
    TrainingResult r = step(4, 3, 1, zero);
    StepTimeline t = StepTimeline.of(r);
    assertThat(r.parts().bubble()).isZero();
    assertThat(end(t)).isCloseTo(r.stepSeconds(), within(1e-9 * r.stepSeconds()));
    assertThat(t.stages().getFirst())
        .anyMatch(p -> p.kind() == StepTimeline.Kind.BOTH)
        .noneMatch(p -> p.kind() == StepTimeline.Kind.FORWARD);
  }
}
