package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
  private static final String A100 = "src/test/resources/jobs/gpt3-175b-a100.train.json";
  private static final String SEARCH = "src/test/resources/jobs/gpt3-1t-search.train.json";
  private static final String LLAMA = "src/test/resources/jobs/llama3-70b.train.json";
  private static final String RAIL = "sample-designs/h100-rail-1024.supernode.json";

  private static final String DEEPSEEK = "src/test/resources/jobs/deepseek-v3-h800.train.json";
  private static final String RETRAIN = "src/test/resources/jobs/inspection-retrain.train.json";

  @TempDir private Path folder;

  static void assertValid(String schema, String text) {
    var of =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("classpath:assets/schema/" + schema + ".schema.json"));
    assertThat(of.validate(text, InputFormat.JSON)).isEmpty();
  }

  private static JsonNode json(String... args) {
    List<String> all = new ArrayList<>(List.of("train"));
    all.addAll(Arrays.asList(args));
    all.addAll(List.of("--json", "--lang", "en"));
    Said said = Said.to(all.toArray(String[]::new));
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertValid("supernode-train-1", said.out());
    return JsonMapper.shared().readTree(said.out());
  }

  private String refused(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("job.json"), text);
    Said said = Said.to("train", file.toString(), "--lang", "en");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().lines()).hasSize(1);
    return said.err();
  }

  @Test
  void jobsAreAsTheirSchemaSays() throws Exception {
    for (String job : List.of(A100, SEARCH, LLAMA, DEEPSEEK, RETRAIN)) {
      assertValid("supernode-train-job-1", Files.readString(Path.of(job)));
    }
  }

  @Test
  void aPublishedStepIsTimedOnAFlatMachine() {
    JsonNode root = json(A100);
    assertThat(root.get("stepSeconds").doubleValue()).isCloseTo(13.75, within(1.375));
    double sum = 0;
    for (var part : root.get("parts").properties()) {
      sum += part.getKey().equals("recomputeOfComputeSeconds") ? 0 : part.getValue().doubleValue();
    }
    assertThat(sum).isCloseTo(root.get("stepSeconds").doubleValue(), within(1e-9));
    assertThat(root.at("/bound/stepSeconds").doubleValue())
        .isLessThan(root.get("stepSeconds").doubleValue());
    assertThat(root.at("/bottleneck/part").stringValue()).isEqualTo("compute");
    assertThat(root.at("/memoryGiB/total").doubleValue())
        .isLessThan(root.at("/memoryGiB/limit").doubleValue());
    double days = 300e9 / root.get("tokensPerSecond").doubleValue() / 86400;
    assertThat(root.at("/budget/days").doubleValue()).isCloseTo(days, within(1e-6));
    assertThat(root.at("/budget/costUsd").doubleValue())
        .isCloseTo(days * 24 * 64 * 2, Percentage.withPercentage(1e-6));
  }

  /** One word for all, and one for each: what is fused is as fast as before. */
  @Test
  void unfusedOperationsLengthenTheStep() throws Exception {
    String job = Files.readString(Path.of(A100));
    double fused = json(A100).get("stepSeconds").doubleValue();
    JsonNode all = json(kernels(job, "\"elementwise\": \"unfused\""));
    JsonNode norm = json(kernels(job, "\"fusedNorm\": false"));
    String but = "\"elementwise\": \"unfused\", \"fusedSoftmax\": true";
    double softmax = json(kernels(job, but)).get("stepSeconds").doubleValue();
    assertThat(norm.get("stepSeconds").doubleValue()).isGreaterThan(fused).isLessThan(softmax);
    assertThat(all.get("stepSeconds").doubleValue()).isGreaterThan(softmax);
    assertThat(norm.get("unfused").size()).isEqualTo(1);
    assertThat(norm.at("/unfused/0").stringValue()).isEqualTo("fusedNorm");
    assertThat(norm.get("notes").toString()).contains("1 are not fused");
    assertThat(json(A100).get("unfused").size()).isZero();
    assertThat(Said.to("train", kernels(job, but), "--lang", "zh").out()).contains("未融合");
    assertThat(refused(job.replace("\"kernels\": {", "\"kernels\": {\"elementwise\": \"no\", ")))
        .contains("fused, unfused");
  }

  private String kernels(String job, String field) throws Exception {
    String with = job.replace("\"kernels\": {", "\"kernels\": {" + field + ", ");
    assertValid("supernode-train-job-1", with);
    return Files.writeString(Files.createTempFile(folder, "job", ".json"), with).toString();
  }

  @Test
  void aVisionModelIsRetrainedInHours() {
    JsonNode root = json(RETRAIN);
    assertThat(root.get("sequence").intValue()).isEqualTo(64 * 64 + 1);
    assertThat(root.at("/budget/days").doubleValue()).isLessThan(0.5);
  }

  @Test
  void aSearchFindsWhatFitsAndIsFastest() {
    JsonNode root = json(SEARCH, "--search");
    JsonNode best = root.at("/search/best");
    assertThat(best.size()).isEqualTo(20);
    assertThat(best.get(0).get("stepSeconds")).isEqualTo(root.get("stepSeconds"));
    for (JsonNode found : best) {
      assertThat(found.get("boundStepSeconds").doubleValue())
          .isLessThan(found.get("stepSeconds").doubleValue());
      assertThat(found.get("boundMfu").doubleValue())
          .isBetween(found.get("mfu").doubleValue(), 1.0);
    }
    assertThat(best.get(0).get("boundStepSeconds")).isEqualTo(root.at("/bound/stepSeconds"));
    for (int i = 1; i < best.size(); i++) {
      assertThat(best.get(i).get("stepSeconds").doubleValue())
          .isGreaterThanOrEqualTo(best.get(i - 1).get("stepSeconds").doubleValue());
    }
    JsonNode front = root.at("/search/front");
    for (int i = 1; i < front.size(); i++) {
      assertThat(front.get(i).get("memoryGiB").doubleValue())
          .isLessThan(front.get(i - 1).get("memoryGiB").doubleValue());
    }
    assertThat(root.at("/search/legal").longValue())
        .isGreaterThan(root.at("/search/fitting").longValue());
  }

  @Test
  void aDesignStandsForTheMachine() {
    JsonNode root = json(LLAMA, "--on", RAIL);
    assertThat(root.at("/machine/count").intValue()).isEqualTo(1024);
    assertThat(root.at("/machine/domainSize").intValue()).isEqualTo(8);
    assertThat(root.at("/machine/scaleUpGBps").doubleValue()).isCloseTo(450, within(0.1));
    assertThat(root.at("/machine/scaleOutGBps").doubleValue()).isCloseTo(50, within(0.1));
    assertThat(root.at("/strategy/dp").intValue()).isEqualTo(32);
    assertThat(Said.to("train", LLAMA, "--on", RAIL, "--lang", "zh").out()).contains("每步");
  }

  /** Who has lost its NIC shares another's: the slowest rank of its group. */
  @Test
  void failuresSlowTheGroupsThatMeetThem() {
    String data = "/parts/dataParallelSeconds";
    String tensor = "/parts/tensorParallelSeconds";
    JsonNode sound = json(LLAMA, "--on", RAIL);
    String node = "unit[0]/rack[0]/node[0]/";
    JsonNode nic = json(LLAMA, "--on", RAIL, "--fail", node + "nic[0]");
    assertThat(nic.at(data).doubleValue()).isGreaterThan(2 * sound.at(data).doubleValue());
    assertThat(nic.at(tensor)).isEqualTo(sound.at(tensor));
    JsonNode hub = json(LLAMA, "--on", RAIL, "--fail", node + "nvswitch[0]");
    assertThat(hub.at(tensor).doubleValue()).isGreaterThan(1.2 * sound.at(tensor).doubleValue());
    List<String> all = new ArrayList<>(List.of("train", LLAMA, "--on", RAIL, "--lang", "en"));
    for (int i = 0; i < 8; i++) {
      all.addAll(List.of("--fail", node + "nic[" + i + "]"));
    }
    Said cut = Said.to(all.toArray(String[]::new));
    assertThat(cut.code()).isEqualTo(2);
    assertThat(cut.err()).contains("does not reach the network", "node[0]").hasLineCount(1);
  }

  /** With stages innermost no domain holds a tensor group: its sums cross the network. */
  @Test
  void anotherPlacementPutsOtherGroupsIntoTheDomain() throws Exception {
    String job = Files.readString(Path.of(LLAMA));
    String other = job.replace("\"batch\"", "\"placement\": \"pp-dp-tp-cp-ep\", \"batch\"");
    assertValid("supernode-train-job-1", other);
    Path file = Files.writeString(folder.resolve("placed.json"), other);
    double usual = json(LLAMA, "--on", RAIL).at("/parts/tensorParallelSeconds").doubleValue();
    JsonNode placed = json(file.toString(), "--on", RAIL);
    assertThat(placed.at("/parts/tensorParallelSeconds").doubleValue()).isGreaterThan(4 * usual);
    assertThat(placed.at("/bottleneck/part").stringValue()).isEqualTo("tensorParallel");
    assertThat(placed.get("placement").stringValue()).isEqualTo("pp-dp-tp-cp-ep");
    String flat = Files.readString(Path.of(A100));
    assertThat(refused(flat.replace("\"batch\"", "\"placement\": \"pp-dp-tp\", \"batch\"")))
        .contains("“pp-dp-tp”", "tp-cp-ep-dp-pp");
  }

  @Test
  void failuresOfTheDrawingLeaveGoodput() throws Exception {
    JsonNode r = json(LLAMA, "--on", RAIL).get("reliability");
    double goodput = r.get("goodput").doubleValue();
    assertThat(r.get("mtbfHours").doubleValue()).isBetween(1.0, 1000.0);
    assertThat(r.get("partsWithRate").longValue()).isGreaterThanOrEqualTo(1024);
    assertThat(goodput).isBetween(0.9, 1.0);
    assertThat(r.at("/simulated/mean").doubleValue()).isCloseTo(goodput, within(0.005));
    // Llama 3: a failure every 3.09 h, checkpoints of 10 s, restarts of 5 minutes: 93.3 %.
    String job =
        Files.readString(Path.of(A100))
            .replace(
                "\"tokens\"",
                "\"reliability\": {\"mtbfHours\": 3.093, \"checkpointSeconds\": 10,"
                    + " \"restartSeconds\": 300}, \"tokens\"");
    Path file = Files.writeString(folder.resolve("job.json"), job);
    assertThat(json(file.toString()).at("/reliability/goodput").doubleValue())
        .isCloseTo(0.933, within(0.003));
    assertThat(refused(job.replace("\"mtbfHours\": 3.093, ", ""))).contains("mtbfHours");
  }

  /** DeepSeek-V3 on 2,048 H800: 19.926 s a step, 2.664 million hours for 14.8 T tokens. */
  @Test
  void deepSeekTrainsAsItsMakersDid() {
    JsonNode root = json(DEEPSEEK);
    assertThat(root.get("stepSeconds").doubleValue())
        .isCloseTo(19.926, Percentage.withPercentage(10));
    assertThat(root.get("mfu").doubleValue()).isCloseTo(0.389, within(0.03));
    assertThat(root.at("/budget/chipHours").doubleValue())
        .isCloseTo(2.664e6, Percentage.withPercentage(10));
    assertThat(root.at("/memoryGiB/total").doubleValue())
        .isLessThan(root.at("/memoryGiB/limit").doubleValue());
  }

  /** Planes that never meet, against rails joined by a common spine, of equal links. */
  @Test
  void planesAndRailsOfEqualLinksTrainEquallyFast() throws Exception {
    String rail = Files.readString(Path.of(RAIL));
    JsonNode design = JsonMapper.shared().readTree(rail);
    var cluster = (tools.jackson.databind.node.ObjectNode) design.at("/design/assemblies/cluster");
    var wirings = cluster.putArray("wirings");
    for (int plane = 0; plane < 8; plane++) {
      var wiring = wirings.addObject();
      wiring.put("fabric", "scale-out").put("link", "ibndr").put("lengthM", 50);
      wiring
          .putObject("pattern")
          .put("kind", "every-to-every")
          .put("a", "unit[*].leaf[" + plane + "].port")
          .put("b", "spine[" + 2 * plane + ".." + (2 * plane + 1) + "].port")
          .put("linksPerPair", 16);
    }
    Path planes = Files.writeString(folder.resolve("planes.supernode.json"), design.toString());
    for (String job : List.of(LLAMA, moe())) {
      double joined = json(job, "--on", RAIL).get("tokensPerSecond").doubleValue();
      double apart = json(job, "--on", planes.toString()).get("tokensPerSecond").doubleValue();
      assertThat(apart).isCloseTo(joined, Percentage.withPercentage(0.5));
    }
  }

  private String moe() throws Exception {
    String job =
        """
        {"model": "deepseek-v3", "batch": 4096, "unevenStages": true,
         "strategy": {"pp": 16, "ep": 64, "recompute": "full"}}
        """;
    return Files.writeString(folder.resolve("moe.json"), job).toString();
  }

  @Test
  void aFailedChipLeavesTheRestUneven() {
    Said said =
        Said.to(
            "train",
            LLAMA,
            "--on",
            RAIL,
            "--lang",
            "en",
            "--fail",
            "unit[0].rack[0].node[0].gpu[0]");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("do not lie evenly");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "tp": 8          | "tp": 7           | takes 56 chips, but there are 64; the nearest that fits them is tp 8
          "pp": 8          | "pp": 5           | nearest that fits
          "interleave": 3  | "interleave": 5   | interleave 5 does not divide layersPerStage 12; the nearest that does is 6
          "microbatch": 1  | "microbatch": 3   | microbatch 3 does not divide batch / dp 64; the nearest that does is 4
          "dp": 1          | "dp": 2           | takes 128 chips, but there are 64; dp 1 takes them all
          "dp": 1          | "dp": 1, "ep": 4  | ep 4 needs experts
          "batch": 64      | "batch": 0        | “batch” is 0; it must be a whole number from 1
          "batch": 64      | "batch": -4       | must be a whole number from 1
          "sequence": 2048 | "sequence": -1    | must be a whole number from 1
          "sequence": 2048 | "sequence": 2.5   | must be a whole number
          "sequence": 2048 | "sequence": 20480 | the nearest that fits is tp 16, pp 4, dp 1
          "gpt3-175b"      | "gpt3-175"        | did you mean gpt3-175b
          "gpt3-175b"      | "dlrm"            | has no layers
          "gpt3-175b"      | {"hidden": 12288} | has no “layers”
          "gpt3-175b"      | {"layers": 0}     | layers needs a whole number from 1
          "a100-sxm"       | "a100"            | did you mean a100-sxm
          "selective"      | "most"            | use one of: none, selective, full
          "count": 64      | "count": 60       | do not lie evenly in domains of 8
          "tokens"         | "token"           | which is not known
          "batch": 64      | "batch": 64, "mtpLayers": -1 | must be a whole number from 0 to 16
          "dataOverlap": 0 | "fp8Scaling": "row" | use one of: tensor, block
          supernode-train-job | supernode-serve-job       | must be of format supernode-train-job
          "version": 1     | "version": 2      | must be of format supernode-train-job
          {"chip"          | {{"chip"          | is no valid JSON
          """)
  void whatCannotBeIsSaidWithTheNearestThatCan(String from, String to, String said)
      throws Exception {
    String job = Files.readString(Path.of(A100));
    assertThat(job).contains(from);
    assertThat(refused(job.replace(from, to))).contains(said);
  }

  @Test
  void whatFitsNowhereIsSaid() throws Exception {
    String tiny =
        """
        {"model": "gpt3-1t", "batch": 8, "strategy": {"tp": 8},
         "machine": {"chip": "a100-sxm", "count": 8, "scaleUpGBps": 300}}
        """;
    assertThat(refused(tiny)).contains("no other strategy on these chips fits", "Optimiser");
    assertThat(refused("{\"model\": \"gpt3-22b\", \"batch\": 8}")).contains("--on");
    assertThat(refused("[]")).contains("curly braces");
    assertThat(Said.to("train", "nowhere.json", "--lang", "en").code()).isEqualTo(2);
  }

  @Test
  void progressIsDrawnOnceForEachStep() {
    java.io.StringWriter drawn = new java.io.StringWriter();
    ProgressBar bar = new ProgressBar(new java.io.PrintWriter(drawn), true);
    bar.accept(0.5);
    bar.accept(0.5);
    assertThat(drawn.toString()).isEqualTo("\r[" + "=".repeat(20) + " ".repeat(20) + "]");
    bar.accept(1);
    assertThat(drawn.toString()).endsWith("\r" + " ".repeat(42) + "\r");
  }
}
