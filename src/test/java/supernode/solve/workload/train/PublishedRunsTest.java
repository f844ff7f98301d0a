package supernode.solve.workload.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.catalog.ModelReader;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.Interconnect;
import supernode.solve.workload.model.Gpt;
import supernode.solve.workload.model.ModelShape;
import supernode.solve.workload.model.Precision;
import supernode.solve.workload.model.Transformer;

/**
 * Runs that were looked up after the model was done, with one set of options for each framework. 15
 * % was set before they were run; README says which published runs are missed.
 */
class PublishedRunsTest {
  private static final double TOLERANCE = 15;

  private static Transformer shipped(String id) {
    return (Transformer) ModelShape.of(ModelReader.shipped().get(id)).asOptional().orElseThrow();
  }

  private static Fleet fleet(String machine, int chips) {
    return switch (machine) {
      case "H100" -> Clusters.h100(chips);
      case "B200" -> Clusters.b200(chips);
      case "GB200" -> Clusters.gb200(chips);
      case "GB300" -> Clusters.gb300(chips);
      default -> throw new IllegalArgumentException(machine);
    };
  }

  /**
   * Megatron-Bridge, docs/performance-summary-archive.md, containers 25.11 and 26.02: tokens a
   * second of each chip. DeepSeek's recipe works out again what its narrow middle is widened to;
   * from 26.02 on its runs predict a further token.
   */
  @ParameterizedTest
  @CsvSource({
    "llama3-8b, H100, 8, 8, 128, 8192, 1, 1, 1, 1, 1, 1, 3, 0, none, 14451",
    "llama3-70b, H100, 8, 64, 256, 8192, 1, 4, 8, 1, 5, 1, 1, 0, none, 1621",
    "llama3-405b, H100, 8, 1024, 1536, 8192, 1, 8, 8, 2, 8, 1, 1, 0, none, 311",
    "llama3-8b, B200, 8, 8, 128, 8192, 2, 1, 1, 1, 1, 1, 1, 0, none, 30624",
    "llama3-405b, B200, 8, 128, 64, 8192, 1, 4, 8, 2, 8, 1, 1, 0, none, 661",
    "deepseek-v3, B200, 8, 256, 4096, 4096, 1, 1, 16, 1, 1, 8, 1, 1, selective, 2689",
    "llama3-8b, GB200, 8, 8, 128, 8192, 2, 1, 1, 1, 1, 1, 1, 0, none, 31508",
    "llama3-70b, GB200, 8, 64, 256, 8192, 1, 2, 4, 1, 5, 1, 1, 0, none, 3613",
    "llama3-405b, GB200, 8, 256, 1536, 8192, 1, 4, 16, 1, 4, 1, 1, 0, none, 813",
    "deepseek-v3, GB200, 8, 256, 4096, 4096, 1, 1, 4, 1, 4, 64, 1, 1, selective, 3955",
    "deepseek-v3, GB200, 16, 256, 4096, 4096, 1, 1, 4, 1, 4, 64, 1, 0, selective, 3139",
    "qwen3-235b-a22b, GB200, 8, 256, 8192, 4096, 1, 1, 8, 1, 1, 32, 1, 0, none, 5448",
    "llama3-8b, GB300, 8, 8, 128, 8192, 2, 1, 1, 1, 1, 1, 1, 0, none, 37556"
  })
  void megatronBridgeTrainsAsPublished(
      String id,
      String machine,
      int bits,
      int chips,
      long batch,
      long sequence,
      int microbatch,
      int tp,
      int pp,
      int cp,
      int interleave,
      int ep,
      int zero,
      int mtpLayers,
      String recompute,
      double tokensPerS) {
    Transformer model = shipped(id);
    double width = bits / 8.0;
    // DeepSeek's recipe keeps moments in 16 bit, and sends tokens as wide as they are multiplied.
    boolean latent = id.startsWith("deepseek");
    Precision precision =
        new Precision(width, 2, 4, latent ? 8 : bits == 8 ? 16 : 12, 2, latent ? width : 2, 2);
    Kernels overlapped = new Kernels(true, 0.8, 0, 0.8, 1, 1, 0);
    TrainingJob job =
        new TrainingJob(model.withPrecision(precision), batch, sequence, overlapped, true)
            .predicting(mtpLayers);
    Strategy s =
        new Strategy(
            tp,
            pp,
            chips / tp / pp / cp,
            ep,
            cp,
            microbatch,
            interleave,
            Recompute.ofKey(recompute).orElseThrow(),
            tp > 1,
            zero);
    assertThat(StrategyCheck.of(job, s, chips)).isEmpty();
    TrainingResult r = Clusters.step(job, s, fleet(machine, chips), Mode.CALIBRATED);
    assertThat(r.tokensPerSecond() / chips)
        .isCloseTo(tokensPerS, Percentage.withPercentage(TOLERANCE));
  }

  /**
   * DeepSeek's own profile of a forward and a backward pass of four layers with experts, on H800 at
   * EP64 and 4,096 tokens, each exchange behind the other pass: 129.0 ms from the first kernel to
   * the last (github.com/deepseek-ai/profile-data, train.json).
   */
  @Test
  void deepSeeksLayersTakeTheirProfiledTime() {
    Kernels dualPipe = new Kernels(true, 0, 1, 1, 1, 0.25, 0).scaledByBlock();
    TrainingJob job = new TrainingJob(shipped("deepseek-v3"), 15360, 4096, dualPipe, true);
    Strategy s = new Strategy(1, 16, 128, 64, 1, 1, 1, Recompute.SELECTIVE, false, 1);
    Fleet h800 =
        new Fleet(
            Clusters.H100,
            2048,
            8,
            new Interconnect(200e9, 1e-6, "NVLink4", false),
            new Interconnect(50e9, 3e-6, "IB", false));
    StepWork w = Clusters.step(job, s, h800, Mode.CALIBRATED).work();
    double both = w.forward() + w.backward() + w.exchangeForward() + w.exchangeBackward();
    assertThat(both).isCloseTo(0.129, Percentage.withPercentage(10));
  }

  /**
   * BLOOM and MT-NLG under DeepSpeed, whose gradients are added up by kernels of their own, were
   * slower than what is counted of them, by a fifth to a quarter: a miss that README tells. What is
   * counted goes part of the way, never beyond.
   */
  @ParameterizedTest
  @CsvSource({
    "70, 14336, 112, 250880, 4, 12, 8, 2, 2048, 6.25, 105",
    "105, 20480, 128, 51200, 8, 35, 8, 1, 1920, 25, 60.1",
    "105, 20480, 128, 51200, 8, 35, 12, 1, 1920, 25, 44.4"
  })
  void gradientSumsExplainPartOfWhatDeepSpeedLost(
      int layers,
      long hidden,
      int heads,
      long words,
      int tp,
      int pp,
      int dp,
      int microbatch,
      long batch,
      double networkGBps,
      double seconds) {
    Strategy s = new Strategy(tp, pp, dp, 1, 1, microbatch, 1, Recompute.FULL, false, 1);
    Fleet a100 =
        new Fleet(
            Clusters.A100,
            (int) s.chips(),
            8,
            new Interconnect(300e9, 1e-6, "NVLink3", false),
            new Interconnect(networkGBps * 1e9, 3e-6, "IB", false));
    TrainingJob fused =
        new TrainingJob(Gpt.of(layers, hidden, heads, words), batch, 2048, Kernels.PLAIN, true);
    TrainingJob apart = fused.withKernels(Kernels.PLAIN.unfusing(Set.of(ElementOp.GRADIENT_SUM)));
    double before = Clusters.step(fused, s, a100, Mode.CALIBRATED).stepSeconds();
    double after = Clusters.step(apart, s, a100, Mode.CALIBRATED).stepSeconds();
    assertThat(after).isBetween(before * 1.03, seconds);
    // Sums in 32 bit cost BLOOM's makers 5.4 % (bigscience, chronicles-prequel.md, 112.69 s to
    // 118.79 s).
    assertThat(after / before - 1).isLessThan(0.15);
  }
}
