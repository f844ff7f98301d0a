package supernode.solve.workload.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.solve.workload.model.Gpt;
import supernode.solve.workload.model.Transformer;

class StepTrafficTest {
  private static final Transformer MODEL = Gpt.of(96, 12_288, 96);

  private static final TrainingJob JOB = new TrainingJob(MODEL, 64, 2048, Kernels.FUSED, false);

  private static List<StepTraffic.Flow> flows(int tp, int pp, int dp, int zero) {
    return StepTraffic.of(
        JOB, new Strategy(tp, pp, dp, 1, 1, 1, 1, Recompute.SELECTIVE, false, zero));
  }

  private static double sent(List<StepTraffic.Flow> flows, int chip) {
    return flows.stream().filter(f -> f.from() == chip).mapToDouble(StepTraffic.Flow::bytes).sum();
  }

  @Test
  void tensorParallelChipsSendFourAllReducesALayerAndMicrobatch() {
    List<StepTraffic.Flow> flows = flows(8, 1, 1, 0);
    double once = 2048.0 * 12_288 * 2;
    for (int chip = 0; chip < 8; chip++) {
      assertThat(sent(flows, chip)).isCloseTo(64 * 96 * 4 * 2 * 7 / 8.0 * once, within(1.0));
    }
    assertThat(flows).allMatch(f -> f.to() == (f.from() + 1) % 8);
  }

  @Test
  void stagesSendTheirNeighboursActivationsAndGradients() {
    List<StepTraffic.Flow> flows = flows(1, 4, 1, 0);
    double once = 64 * 2048.0 * 12_288 * 2;
    assertThat(sent(flows, 0)).isCloseTo(once, within(1.0));
    assertThat(sent(flows, 1)).isCloseTo(2 * once, within(1.0));
    assertThat(sent(flows, 3)).isCloseTo(once, within(1.0));
  }

  @Test
  void replicasReduceGradientsRoundARing() {
    List<StepTraffic.Flow> flows = flows(2, 1, 4, 0);
    double dense = MemoryParts.denseParameters(JOB, flowsStrategy(), false);
    double data =
        flows.stream()
            .filter(f -> f.from() == 0 && f.to() == 2)
            .mapToDouble(StepTraffic.Flow::bytes)
            .sum();
    // Twice three quarters of the gradients of a chip, 4 bytes each.
    assertThat(data).isCloseTo(2 * 0.75 * dense * 4, within(1.0));
  }

  private static Strategy flowsStrategy() {
    return new Strategy(2, 1, 4, 1, 1, 1, 1, Recompute.SELECTIVE, false, 0);
  }
}
