package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

class ServeCommandTest {
  private static final String CHAT = "src/test/resources/jobs/llama3-70b.serve.json";
  private static final String DEEPSEEK = "src/test/resources/jobs/deepseek-r1-h800.serve.json";
  private static final String NVL72 = "sample-designs/gb200-nvl72.supernode.json";

  @TempDir private Path folder;

  private static JsonNode json(String... args) {
    List<String> all = new ArrayList<>(List.of("serve"));
    all.addAll(Arrays.asList(args));
    all.addAll(List.of("--json", "--lang", "en"));
    Said said = Said.to(all.toArray(String[]::new));
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    TrainCommandTest.assertValid("supernode-serve-1", said.out());
    return JsonMapper.shared().readTree(said.out());
  }

  private String refused(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("job.json"), text);
    Said said = Said.to("serve", file.toString(), "--lang", "en");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().lines()).hasSize(1);
    return said.err();
  }

  private static double at(JsonNode root, String pointer) {
    return root.at(pointer).doubleValue();
  }

  @Test
  void jobsAreAsTheirSchemaSays() throws Exception {
    for (String job : List.of(CHAT, DEEPSEEK)) {
      TrainCommandTest.assertValid("supernode-serve-job-1", Files.readString(Path.of(job)));
    }
  }

  @Test
  void aChatIsServedWithinItsObjective() {
    JsonNode root = json(CHAT);
    assertThat(at(root, "/requestsPerSecond")).isCloseTo(20, Percentage.withPercentage(3));
    assertThat(at(root, "/tpotSeconds/p99")).isLessThan(0.04);
    assertThat(at(root, "/withinObjective/requestsPerSecond")).isGreaterThan(20);
    assertThat(at(root, "/withinObjective/tpotP99Seconds")).isLessThanOrEqualTo(0.04);
    assertThat(at(root, "/withinObjective/users"))
        .isCloseTo(
            at(root, "/withinObjective/requestsPerSecond") * 180, Percentage.withPercentage(0.1));
    assertThat(at(root, "/bound/ttftSeconds/p50")).isLessThan(at(root, "/ttftSeconds/p50"));
    assertThat(at(root, "/usdPerDay")).isCloseTo(64 * 2 * 24, within(1e-6));
    assertThat(at(root, "/joulesPerToken")).isPositive();
    assertThat(json(CHAT)).isEqualTo(root);
  }

  @Test
  void promptsMayHaveInstancesOfTheirOwn() {
    JsonNode root = json(DEEPSEEK);
    // V45: its makers' 226.75 nodes of eight cost 87,072 dollars a day; these are 34.
    assertThat(at(root, "/usdPerDay") / 34 * 226.75).isCloseTo(87_072, within(1e-6));
    assertThat(root.at("/prefill/apart").booleanValue()).isTrue();
    assertThat(root.at("/chips").intValue()).isEqualTo(272);
    assertThat(root.at("/decode/replicas").intValue()).isEqualTo(144);
    assertThat(at(root, "/decode/memoryGiB/weights")).isLessThan(30);
    assertThat(at(root, "/prefill/transferSeconds")).isPositive();
  }

  private static final String APART =
      """
      {"model": "llama3-70b",
       "prefill": {"tp": 8, "instances": 4},
       "decode": {"tp": 8, "instances": 4, "firstChip": %d},
       "requests": {"inputTokens": 4000, "outputTokens": 500, "perSecond": 10, "count": 2000}}
      """;

  private JsonNode transfer(int firstChip, String... more) throws Exception {
    Path file = Files.writeString(folder.resolve("job.json"), APART.formatted(firstChip));
    List<String> args = new ArrayList<>(List.of(file.toString()));
    args.addAll(Arrays.asList(more));
    return json(args.toArray(String[]::new)).at("/prefill/transfer");
  }

  /** Eight chips have an adapter each; from site to site a cache travels 80 km, 5 us each. */
  @Test
  void cachesTravelOverTheDrawnLinks() throws Exception {
    String[] sites = {"--on", "sample-designs/cross-site.supernode.json"};
    JsonNode near = transfer(32, sites);
    JsonNode far = transfer(64, sites);
    assertThat(at(near, "/aloneGBpsPerReplica")).isCloseTo(8 * 46, within(1e-6));
    assertThat(at(near, "/shareByFabric/scaleOut")).isCloseTo(1, within(1e-9));
    assertThat(at(near, "/seconds"))
        .isCloseTo(4000 * 327_680 / at(near, "/GBpsPerReplica") / 1e9, within(1e-9));
    assertThat(near.at("/limitingLinks/0/to").stringValue()).contains("nic[0]");
    assertThat(at(far, "/latencySeconds") - at(near, "/latencySeconds")).isBetween(380e-6, 420e-6);
    List<String> hurt = new ArrayList<>(List.of(sites));
    hurt.addAll(List.of("--fail", "site[1].rack[0].node[0].nic[0]"));
    JsonNode shared = transfer(64, hurt.toArray(String[]::new));
    assertThat(at(shared, "/slowestGBpsPerReplica"))
        .isLessThan(0.55 * at(far, "/slowestGBpsPerReplica"));
    assertThat(at(shared, "/seconds")).isGreaterThan(1.2 * at(far, "/seconds"));
  }

  /** Half of each prompt is fetched from whoever has it: 4,000 tokens of 320 KiB at 8 x 50 GB/s. */
  @Test
  void prefixesAreFetchedFromOtherReplicas() throws Exception {
    String job = APART.formatted(32).replace("\"count\"", "\"prefixReuse\": 0.5, %s\"count\"");
    Path at = Files.writeString(folder.resolve("at.json"), job.formatted(""));
    Path from =
        Files.writeString(
            folder.resolve("from.json"), job.formatted("\"reuseFrom\": \"replicas\", "));
    String rail = "sample-designs/h100-rail-1024.supernode.json";
    JsonNode there = json(at.toString(), "--on", rail).at("/prefill");
    JsonNode fetched = json(from.toString(), "--on", rail).at("/prefill");
    assertThat(at(there, "/reuseSeconds")).isZero();
    assertThat(there.has("reuse")).isFalse();
    assertThat(at(fetched, "/reuse/aloneGBpsPerReplica")).isCloseTo(400, within(1e-6));
    assertThat(at(fetched, "/reuseSeconds"))
        .isCloseTo(
            2000 * 327_680 / at(fetched, "/reuse/GBpsPerReplica") / 1e9
                + at(fetched, "/reuse/latencySeconds"),
            within(1e-9));
    Path odd =
        Files.writeString(folder.resolve("odd.json"), job.formatted("\"reuseFrom\": \"disk\", "));
    Said said = Said.to("serve", odd.toString(), "--on", rail, "--lang", "en");
    assertThat(said.err()).contains("take pool or replicas").hasLineCount(1);
  }

  /** A rack of one domain moves them over its own links. */
  @Test
  void insideADomainCachesStayThere() throws Exception {
    JsonNode t = transfer(32, "--on", NVL72);
    assertThat(at(t, "/shareByFabric/scaleUp")).isCloseTo(1, within(1e-9));
    assertThat(at(t, "/aloneGBpsPerReplica")).isCloseTo(8 * 900, within(1e-6));
    assertThat(t.at("/limitingLinks/0/fabric").stringValue()).isEqualTo("scale-up");
  }

  @Test
  void groupsThatLieOnTheSameChipsAreRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("job.json"), APART.formatted(20));
    Said said = Said.to("serve", file.toString(), "--on", NVL72, "--lang", "en");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("prefill lies on chips 0 to 31 and decode on chips 20 to 51");
  }

  /** The report's scenarios, each with its own measure. */
  @Test
  void scenariosOfTheReportTellTheirStory() throws Exception {
    for (String name : List.of("million-users", "fraud-stream", "inspection")) {
      String job = "src/test/resources/jobs/" + name + ".serve.json";
      TrainCommandTest.assertValid("supernode-serve-job-1", Files.readString(Path.of(job)));
      JsonNode root = json(job);
      switch (name) {
        case "million-users" ->
            assertThat(at(root, "/withinObjective/users")).isGreaterThan(1_000_000);
        case "fraud-stream" -> {
          assertThat(at(root, "/ttftSeconds/p99")).isLessThan(0.01);
          assertThat(at(root, "/withinObjective/requestsPerSecond")).isGreaterThan(20_000);
        }
        default -> {
          assertThat(at(root, "/ttftSeconds/p99")).isLessThan(0.5);
          assertThat(at(root, "/tpotSeconds/p99")).isZero();
        }
      }
    }
  }

  @Test
  void aDesignStandsForTheMachine() throws Exception {
    String job = Files.readString(Path.of(CHAT)).replace("\"tp\": 8", "\"tp\": 4");
    Path file = Files.writeString(folder.resolve("job.json"), job);
    JsonNode root = json(file.toString(), "--on", NVL72);
    assertThat(root.at("/machine/count").intValue()).isEqualTo(72);
    assertThat(root.at("/decode/instances").intValue()).isEqualTo(18);
    assertThat(Said.to("serve", file.toString(), "--on", NVL72, "--lang", "zh").out())
        .contains("首词元");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "tp": 8             | "tp": 7               | tp 7 does not divide the 64 heads; the nearest that does is 8
          "tp": 8             | "tp": 1               | the nearest that fits is tp 4
          "tp": 8             | "tp": 64, "replicas": 2 | takes 128 chips, but there are 64
          "tp": 8             | "tp": 8, "instances": 9 | take 72 chips, but there are 64
          "most": 16384       | "most": 90000000      | the longest request takes
          "ttftSeconds": 1    | "ttftSeconds": 0.001  | cannot be met even by an idle machine; the nearest that it keeps is
          "tpotSeconds": 0.04 | "tpotSeconds": 0.001  | “tpotSeconds” of 1 ms cannot be met
          "perSecond": 20     | "perSecond": 0        | “perSecond” is 0
          "perSecond": 20     | "perSecond": -1       | “perSecond” is -1
          "mean": 1000        | "mean": -5            | “mean” is -5
          "llama3-70b"        | "lama3-70b"           | did you mean llama3-70b
          "llama3-70b"        | "dlrm"                | has no layers
          "usdPerChipHour"    | "usd"                 | which is not known
          """)
  void whatCannotBeIsSaidWithTheNearestThatCan(String from, String to, String said)
      throws Exception {
    String job = Files.readString(Path.of(CHAT));
    assertThat(job).contains(from);
    assertThat(refused(job.replace(from, to))).contains(said);
  }
}
