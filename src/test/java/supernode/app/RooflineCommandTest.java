package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RooflineCommandTest {
  private static final String TRAIN = "src/test/resources/jobs/gpt3-175b-a100.train.json";
  private static final String SERVE = "src/test/resources/jobs/llama3-70b.serve.json";
  private static final String DAY = "src/test/resources/jobs/day.schedule.json";
  private static final String HGX = "sample-designs/hgx-h100.supernode.json";

  private static Said said(String... args) {
    List<String> all = new ArrayList<>(List.of("roofline"));
    all.addAll(Arrays.asList(args));
    all.addAll(List.of("--lang", "en"));
    return Said.to(all.toArray(String[]::new));
  }

  private static JsonNode json(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.add("--json");
    Said said = said(all.toArray(String[]::new));
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    TrainCommandTest.assertValid("supernode-roofline-1", said.out());
    return JsonMapper.shared().readTree(said.out());
  }

  private static JsonNode operator(JsonNode root, String phase, String key) {
    for (JsonNode o : root.at("/rooflines/" + phase + "/operators")) {
      if (o.get("operator").stringValue().equals(key)) {
        return o;
      }
    }
    throw new AssertionError(key);
  }

  /** No operator is above its roof, and the slowest roof is the one that is named. */
  @Test
  void operatorsOfATrainingStepStandUnderTheirRoofs() {
    JsonNode root = json(TRAIN);
    assertThat(operator(root, "forward", "norms").get("limit").stringValue()).isEqualTo("hbm");
    for (JsonNode o : root.at("/rooflines/forward/operators")) {
      double attainable = o.get("attainableTflops").doubleValue();
      assertThat(attainable).isLessThanOrEqualTo(o.get("peakTflops").doubleValue() + 1e-9);
      assertThat(o.get("calibratedTflops").doubleValue()).isLessThan(attainable);
      assertThat(attainable)
          .isLessThanOrEqualTo(o.get("flopsPerByte").doubleValue() * 2.039 * (1 + 1e-9));
      double slowest = 0;
      for (JsonNode s : o.get("seconds")) {
        slowest = Math.max(slowest, s.doubleValue());
      }
      assertThat(o.get("seconds").get(o.get("limit").stringValue()).doubleValue())
          .isEqualTo(slowest);
    }
  }

  /** From six stacks of HBM3 to twelve of HBM4: decode reads its cache and weights faster. */
  @Test
  void generationsOfMemoryStandSideBySide() {
    JsonNode root = json(SERVE, "--on", HGX, "--hbm", "hbm3-8h*6", "--hbm", "hbm4-jedec*12");
    JsonNode six = root.at("/otherMemory/0");
    JsonNode twelve = root.at("/otherMemory/1");
    assertThat(six.get("memoryGB").doubleValue()).isCloseTo(96, within(1e-9));
    assertThat(twelve.get("memoryGBps").doubleValue()).isCloseTo(12 * 2048, within(1e-6));
    double own = root.at("/memory/tokensPerSecond").doubleValue();
    assertThat(six.get("tokensPerSecond").doubleValue()).isGreaterThan(own);
    assertThat(twelve.get("tokensPerSecond").doubleValue())
        .isGreaterThan(six.get("tokensPerSecond").doubleValue());
    assertThat(twelve.get("seconds").doubleValue()).isLessThan(six.get("seconds").doubleValue());
    for (JsonNode of : List.of(root.get("memory"), six, twelve)) {
      assertThat(of.get("boundSeconds").doubleValue()).isLessThan(of.get("seconds").doubleValue());
    }
    assertThat(operator(root, "decode", "attention").get("limit").stringValue()).isEqualTo("hbm");
  }

  @Test
  void memoryThatIsTooSmallSaysWhatDoesNotFit() {
    JsonNode small = json(TRAIN, "--hbm", "hbm2*1").at("/otherMemory/0");
    assertThat(small.has("seconds")).isFalse();
    assertThat(small.get("reason").stringValue()).contains("GB");
  }

  /** The optimiser's state goes there and back; a pool twice as fast costs half of it. */
  @Test
  void aPoolCostsTheTimeOfWhatMoves() {
    JsonNode slow = json(TRAIN, "--pool", "25").get("pool");
    JsonNode fast = json(TRAIN, "--pool", "50").get("pool");
    assertThat(slow.get("holds").stringValue()).isEqualTo("optimizer");
    assertThat(slow.get("bytes")).isEqualTo(fast.get("bytes"));
    // 175 billion parameters of 12 byte on 64 chips.
    assertThat(slow.get("bytes").doubleValue())
        .isCloseTo(174.6e9 * 12 / 64, Percentage.withPercentage(4));
    assertThat(slow.get("boundMoreShare").doubleValue())
        .as("of a shorter step it is the larger share")
        .isGreaterThan(slow.get("moreShare").doubleValue());
    double moved = slow.get("movedBytesPerStep").doubleValue();
    assertThat(moved).isGreaterThan(slow.get("bytes").doubleValue());
    assertThat(slow.get("moreSeconds").doubleValue() - fast.get("moreSeconds").doubleValue())
        .isCloseTo(moved / 50e9, Percentage.withPercentage(1e-6));
    JsonNode cache = json(SERVE, "--on", HGX, "--pool", "100").get("pool");
    assertThat(cache.get("holds").stringValue()).isEqualTo("cache");
    double bytes = cache.get("bytes").doubleValue();
    assertThat(cache.get("moreSeconds").doubleValue())
        .isCloseTo(bytes / 100e9 - bytes / 3.35e12, Percentage.withPercentage(1e-6));
  }

  @Test
  void itIsToldInWordsToo() {
    String text = said(TRAIN, "--hbm", "hbm4-jedec*12", "--pool", "25").out();
    assertThat(text).contains("HBM 2.0", "norms", "12 × HBM4", "a step (", "not public");
    assertThat(Said.to("roofline", TRAIN, "--lang", "zh").out()).contains("屋顶");
  }

  @ParameterizedTest
  @CsvSource({
    "--hbm, hbm9*6, no memory stack",
    "--hbm, hbm4-jedec*0, a number from 1 to 64",
    "--hbm, hbm4-jedec*many, a number from 1 to 64",
    "--pool, -1, take a rate from 0.001",
    "--pool, NaN, take a rate from 0.001"
  })
  void whatCannotBeIsRefusedInOneSentence(String option, String value, String words) {
    Said said = said(TRAIN, option + "=" + value);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains(words).hasLineCount(1);
    assertThat(said(DAY).err()).contains("has no operators").hasLineCount(1);
  }
}
