package supernode.solve.workload.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import supernode.catalog.ModelReader;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.machine.Interconnect;
import supernode.solve.workload.model.ModelShape;
import supernode.solve.workload.model.Precision;
import supernode.solve.workload.model.Transformer;

/**
 * Serving as fast as may be, against what others measured. One set of constants, nothing per case;
 * tolerances were set before the first run.
 */
class PublishedServingTest {
  private static final Chip H100 = new Chip("H100", 989e12, 1979e12, 0, 80e9, 3350e9, 700, 1);
  private static final Chip H200 = new Chip("H200", 989e12, 1979e12, 0, 141e9, 4800e9, 700, 1);
  private static final Chip H800 = H100;
  private static final Chip B200 =
      new Chip("B200", 2250e12, 4500e12, 9000e12, 180e9, 8000e9, 1000, 1);
  private static final Chip GB200 =
      new Chip("GB200", 2500e12, 5000e12, 10000e12, 186e9, 8000e9, 1200, 1);

  /** Prompt and answer, tokens. */
  private static final int[][] LENGTHS = {
    {128, 128},
    {128, 2048},
    {128, 4096},
    {500, 2000},
    {1000, 1000},
    {1000, 2000},
    {2048, 128},
    {2048, 2048},
    {5000, 500},
    {20000, 2000}
  };

  /**
   * TensorRT-LLM 1.0, docs/source/performance/perf-overview.md: output tokens per second at
   * unlimited load. Weights and cache in 8 bits, of Blackwell weights in 4.
   */
  private record Row(
      String model, Chip chip, int tp, double weightBytes, List<Integer> tokensPerSecond) {}

  private static final List<Row> TENSORRT_LLM =
      List.of(
          new Row(
              "llama3-70b",
              H100,
              2,
              1,
              List.of(6378, 6651, 4199, 5222, 4205, 4146, 762, 3082, 898, 437)),
          new Row(
              "llama3-70b",
              H200,
              1,
              1,
              List.of(3803, 4336, 2872, 3666, 2909, 2994, 442, 2003, 566, 283)),
          new Row(
              "llama3-405b",
              H100,
              8,
              1,
              List.of(3627, 4340, 3116, 3994, 2919, 2895, 453, 2296, 610, 345)),
          new Row(
              "llama3-405b",
              H200,
              8,
              1,
              List.of(3814, 5348, 4741, 4724, 3330, 3722, 456, 2948, 650, 505)),
          new Row(
              "llama3-8b",
              H100,
              1,
              1,
              List.of(28312, 22714, 14325, 17660, 15220, 13899, 3450, 9305, 3459, 1351)),
          new Row(
              "llama3-8b",
              H200,
              1,
              1,
              List.of(27911, 26221, 18027, 20770, 17744, 16828, 3538, 12194, 3902, 1804)),
          new Row(
              "llama3-70b",
              B200,
              1,
              0.5,
              List.of(11147, 9922, 6831, 7762, 7007, 6271, 1339, 4783, 1459, 665)),
          new Row(
              "llama3-405b",
              B200,
              4,
              0.5,
              List.of(6281, 8020, 6345, 6244, 5209, 4933, 749, 4212, 1048, 672)));

  private static Transformer model(String id, double weightBytes) {
    Transformer m =
        (Transformer) ModelShape.of(ModelReader.shipped().get(id)).asOptional().orElseThrow();
    Precision p = m.precision();
    return m.withPrecision(
        new Precision(
            weightBytes,
            p.activation(),
            p.gradient(),
            p.optimizer(),
            1,
            p.dispatch(),
            p.combine()));
  }

  /** Output tokens per second of one instance that is asked for everything at once. */
  private static double offline(Row row, int input, int output, Mode mode) {
    boolean hopper = row.chip == H100 || row.chip == H200;
    Interconnect up =
        new Interconnect(hopper ? 450e9 : 900e9, 1e-6, hopper ? "NVLink4" : "NVLink5", true);
    Fleet fleet =
        new Fleet(row.chip, row.tp, row.tp, up, new Interconnect(50e9, 3e-6, "IB", false));
    InferenceStep step =
        new InferenceStep(
            model(row.model, row.weightBytes),
            new Deployment(row.tp, 1),
            new ServingOptions(false, 0, 0, 32, 0.1, 0, 0, 2048, 8192),
            new GroupTimes(fleet, mode));
    int requests = input + output > 8000 ? 1000 : input + output < 300 ? 8000 : 1500;
    RequestMix all =
        new RequestMix(
            new Distribution(input, 0, input), new Distribution(output, 0, output), 1e6, 1, 0);
    return RequestQueue.of(new Service(step, 1, step, 1, false, 1e15, 0, false), all, requests, 1)
        .outputPerSecond();
  }

  /** Each within 30 %, all within 15 % in the mean; and no bound is below what was measured. */
  @Test
  void eightyRunsOfTensorRtLlmAreMet() {
    double off = 0;
    int count = 0;
    for (Row row : TENSORRT_LLM) {
      for (int i = 0; i < LENGTHS.length; i++) {
        double theirs = row.tokensPerSecond.get(i);
        int[] at = LENGTHS[i];
        double ours = offline(row, at[0], at[1], Mode.CALIBRATED);
        String which = row.model + " on " + row.chip.name() + ", " + Arrays.toString(at);
        assertThat(ours).as(which).isCloseTo(theirs, Percentage.withPercentage(30));
        assertThat(offline(row, at[0], at[1], Mode.BOUND)).as(which).isGreaterThan(theirs);
        off += Math.abs(ours / theirs - 1);
        count++;
      }
    }
    assertThat(count).isEqualTo(80);
    assertThat(off / count).isLessThan(0.15);
  }

  /**
   * MLPerf Inference, Llama 2 70B offline: 865,000 tokens per second on a GB200 NVL72 (Azure,
   * unverified v4.1), 24,525 on eight H100 (v4.1; from memory). Prompts and answers of OpenOrca
   * have 294 tokens each in the mean (from memory).
   */
  @Test
  void mlPerfOfflineIsMet() {
    Row rack = new Row("llama2-70b", GB200, 1, 0.5, List.of());
    assertThat(72 * offline(rack, 294, 294, Mode.CALIBRATED))
        .isCloseTo(865_000, Percentage.withPercentage(30));
    Row server = new Row("llama2-70b", H100, 2, 1, List.of());
    assertThat(4 * offline(server, 294, 294, Mode.CALIBRATED))
        .isCloseTo(24_525, Percentage.withPercentage(30));
  }

  /**
   * DeepSeek's own profile of decoding: 128 H800, 128 requests each of 4,096 tokens, experts evenly
   * loaded; 18,598 tokens per second and node (as LMSYS quotes it; from memory).
   */
  @Test
  void deepSeekDecodesAsInItsProfile() {
    Fleet fleet =
        new Fleet(
            H800,
            128,
            8,
            new Interconnect(200e9, 1e-6, "NVLink4", false),
            new Interconnect(50e9, 3e-6, "IB", false));
    Transformer m =
        (Transformer)
            ModelShape.of(ModelReader.shipped().get("deepseek-r1")).asOptional().orElseThrow();
    InferenceStep step =
        new InferenceStep(
            m,
            new Deployment(1, 128),
            new ServingOptions(true, 0, 0, 16, 0.1, 0, 0, 512, 16384),
            new GroupTimes(fleet, Mode.CALIBRATED));
    assertThat(128 * 8 / step.decode(128, 4096).total())
        .isCloseTo(18_598, Percentage.withPercentage(20));
  }
}
