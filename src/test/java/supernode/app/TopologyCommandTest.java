package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.topology.generate.Kind;
import supernode.topology.generate.Kinds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TopologyCommandTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "topology";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Main.run(new PrintWriter(out), new PrintWriter(err), all);
  }

  private JsonNode json(String words) {
    assertThat(run((words + " --json").split(" +"))).as(err::toString).isZero();
    String text = out.toString();
    assertThat(
            SCHEMAS
                .getSchema(
                    SchemaLocation.of("classpath:assets/schema/supernode-topology-1.schema.json"))
                .validate(text, InputFormat.JSON))
        .as(text)
        .isEmpty();
    assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void degradationGoesFromWholeToATenthOfTheParts() {
    JsonNode a =
        json("leaf-spine leaves=8 spines=8 hosts=8 uplinks=8 rateGBps=50 --degradation links");
    JsonNode points = a.get("degradation").get("points");
    assertThat(points.get(0).get("totalGBps").get("worst").doubleValue())
        .isCloseTo(64 * 50, within(1e-6));
    JsonNode last = points.get(points.size() - 1);
    assertThat(last.get("failed").intValue()).isEqualTo(12);
    assertThat(last.get("totalGBps").get("worst").doubleValue())
        .isLessThanOrEqualTo(last.get("totalGBps").get("mean").doubleValue());
    assertThat(run("star n=4 rateGBps=50 --json --degradation fans".split(" "))).isEqualTo(2);
  }

  @Test
  void latencyUnderLoadGrowsUntilItIsSaturated() {
    JsonNode a = json("leaf-spine leaves=4 spines=2 hosts=4 uplinks=2 rateGBps=50 --load 0.5");
    JsonNode l = a.get("loadedLatency");
    assertThat(l.get("state").stringValue()).isEqualTo("steady");
    // Inter-leaf traffic of 4 hosts on 2 links: 12/15 of it, so twice 0.8 of the offered load.
    assertThat(l.get("busiestLinkLoad").doubleValue()).isCloseTo(0.8, within(1e-9));
    assertThat(l.get("saturationLoad").doubleValue()).isCloseTo(0.625, within(1e-9));
    // Waits of M/D/1: half a service at each host link, two at each uplink of 12 of 15 pairs.
    double service = 4096 / 50.0;
    assertThat(l.get("queueMeanNs").doubleValue())
        .isCloseTo(service * (2 * 0.5 + 12 / 15.0 * 2 * 2), within(1e-6));
    assertThat(l.get("p99Ns").doubleValue()).isGreaterThan(l.get("meanNs").doubleValue());
    // 15 others send 1 MiB each to one.
    assertThat(l.at("/incast/drainUs").doubleValue()).isCloseTo(15 * 1048576 / 50e3, within(1e-6));
    out.getBuffer().setLength(0);
    JsonNode full = json("leaf-spine leaves=4 spines=2 hosts=4 uplinks=2 rateGBps=50 --load 0.7");
    assertThat(full.at("/loadedLatency/state").stringValue()).isEqualTo("saturated");
    assertThat(full.at("/loadedLatency/meanNs").isNull()).isTrue();
    assertThat(full.at("/notComputed/loadedLatency").stringValue()).contains("Saturated");
    out.getBuffer().setLength(0);
    assertThat(json("star n=4 --load 0.5").get("loadedLatency").isNull()).isTrue();
    assertThat(run("star n=4 --load 0".split(" "))).isEqualTo(2);
  }

  @Test
  void aFatTreeTooLargeToBuildHasItsDistances() {
    JsonNode a = json("fat-tree k=400 levels=3");
    double n = 16_000_000;
    assertThat(a.get("endpoints").longValue()).isEqualTo(16_000_000);
    assertThat(a.get("diameter").intValue()).isEqualTo(6);
    double sum = 2 * 199 + 4.0 * (40_000 - 200) + 6 * (n - 40_000);
    assertThat(a.get("meanPathHosts").doubleValue()).isCloseTo(sum / (n - 1), within(1e-9));
  }

  @Test
  void fatTreeOfFourPorts() {
    JsonNode a = json("fat-tree k=4 levels=3 rateGbps=400");
    assertThat(a.get("endpoints").intValue()).isEqualTo(16);
    assertThat(a.get("switches").intValue()).isEqualTo(20);
    assertThat(a.get("links").intValue()).isEqualTo(48);
    assertThat(a.get("interSwitchLinks").intValue()).isEqualTo(32);
    assertThat(a.get("diameter").intValue()).isEqualTo(6);
    assertThat(a.get("meanPathHosts").doubleValue()).isCloseTo(5.466667, within(5e-7));
    assertThat(a.get("meanPathAll").doubleValue()).isCloseTo(3.701587, within(5e-7));
    assertThat(a.get("edgeConnectivity").intValue()).isEqualTo(1);
    assertThat(a.get("bisectionLinks").intValue()).isEqualTo(8);
    assertThat(a.get("bisectionKind").stringValue()).isEqualTo("formula");
    assertThat(a.get("bisectionGBps").doubleValue()).isEqualTo(400);
    assertThat(a.at("/throughput/pairGBps").doubleValue()).isCloseTo(50 / 15.0, within(1e-9));
    assertThat(a.at("/tiers/0/oversubscription").doubleValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "star n=1",
        "full-mesh n=2",
        "torus dims=1x1",
        "mesh dims=3x3",
        "jellyfish switches=16 ports=6 hosts=2 seed=7",
        "leaf-spine leaves=3 spines=2 hosts=4 uplinks=3 host.rateGbps=100 uplink.rateGbps=200"
            + " rateGbps=400",
        "rail-only servers=4 gpus=4 serversPerUnit=2 scaleUp=none",
        "inter-site sites=2 km=100 of=fat-tree k=4",
        "slim-fly q=4",
        "star n=10000000 --load 0.5",
        "torus dims=4x4x4 rateGBps=50 latencyNs=20 --load 0.9 --packet 64,4096 --burst 4MiB",
        "multi-plane planes=2 of=star n=4 rateGBps=50 --load 0.5"
      })
  void everyAnswerFitsTheSchemaAndSaysWhyWhatIsMissing(String words) {
    JsonNode a = json(words);
    a.properties()
        .forEach(e -> {
          if (e.getValue().isNull()) {
            assertThat(a.get("notComputed").has(e.getKey()) || e.getKey().equals("bisectionKind"))
                .as(e.getKey())
                .isTrue();
          }
        });
  }

  @Test
  void oversubscriptionIsToldPerTier() {
    JsonNode a = json("leaf-spine leaves=32 spines=8 hosts=16 uplinks=8 rateGBps=1");
    assertThat(a.at("/tiers/0/oversubscription").doubleValue()).isEqualTo(2);
    assertThat(a.get("bisectionLinks").intValue()).isEqualTo(128);
    // u B / (h (N - h)), network.md section 3.
    assertThat(a.at("/throughput/pairGBps").doubleValue()).isCloseTo(1.00806e-3, within(1e-8));
  }

  @Test
  void piecesAreAnsweredOneByOne() {
    JsonNode a = json("multi-plane planes=3 of=fat-tree k=4 levels=2");
    assertThat(a.get("islands").intValue()).isEqualTo(3);
    assertThat(a.get("bisectionLinks").isNull()).isTrue();
    assertThat(a.get("perIsland").size()).isEqualTo(3);
    assertThat(a.at("/perIsland/1/endpoints").intValue()).isEqualTo(8);
    assertThat(a.at("/perIsland/1/diameter").intValue()).isEqualTo(4);
  }

  @Test
  void aGraphFileIsAnsweredAsTheKindThatItShows() throws Exception {
    StringBuilder edges = new StringBuilder("{\"edges\":[");
    for (int i = 0; i < 8; i++) {
      for (int j = i + 1; j < 8; j++) {
        edges.append(i + j == 1 ? "" : ",").append("[%d,%d]".formatted(i, j));
      }
    }
    Path file = folder.resolve("mesh.json");
    Files.writeString(file, edges.append("]}"));
    assertThat(
            SCHEMAS
                .getSchema(
                    SchemaLocation.of("classpath:assets/schema/supernode-graph-1.schema.json"))
                .validate(Files.readString(file), InputFormat.JSON))
        .isEmpty();
    JsonNode a = json("--graph " + file);
    assertThat(a.get("bisectionLinks").intValue()).isEqualTo(16);
    assertThat(a.at("/throughput/thetaIdeal").doubleValue()).isCloseTo(1, within(1e-9));
    assertThat(a.get("edgeConnectivity").intValue()).isEqualTo(7);
    assertThat(a.get("hostsForward").booleanValue()).isTrue();
  }

  @Test
  void withoutAKindAllAreListed() {
    assertThat(run()).isZero();
    for (Kind kind : Kinds.ALL) {
      assertThat(out.toString()).contains(kind.usage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fat-tree k=5               | even k=",
        "nothing                    | no kind of fabric",
        "star n=4 --graph a.json    | not both",
        "--graph none.json          | none.json",
      })
  void badInputIsOneSentenceAndExitTwo(String words, String sentence) {
    assertThat(run(words.split(" +"))).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }
}
