package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Metrics of random graphs, some with only a part of their vertices as hosts, as networkx 3.6. */
class NetworkxGraphsTest {
  @TempDir private Path folder;

  static Stream<JsonNode> graphs() throws Exception {
    Path file = Path.of("src/test/resources/graph/networkx-random.json");
    return JsonMapper.shared().readTree(Files.readString(file)).get("graphs").valueStream();
  }

  private JsonNode topology(JsonNode graph, String... more) throws Exception {
    ObjectNode asked = JsonMapper.shared().createObjectNode();
    asked.set("edges", graph.get("edges"));
    asked.set("hosts", graph.get("hosts"));
    Path file = folder.resolve("graph.json");
    Files.writeString(file, asked.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all =
        Stream.concat(Stream.of("topology", "--graph", file.toString(), "--json"), Stream.of(more))
            .toArray(String[]::new);
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), all))
        .as(err::toString)
        .isZero();
    return JsonMapper.shared().readTree(out.toString());
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void metricsAreThoseOfNetworkx(JsonNode graph) throws Exception {
    JsonNode a = topology(graph, "--hosts-forward");
    for (String key :
        new String[] {
          "diameter", "diameterAll", "edgeConnectivity", "edgeConnectivityAll", "articulationPoints"
        }) {
      assertThat(a.get(key).intValue()).as(key).isEqualTo(graph.get(key).intValue());
    }
    for (String key : new String[] {"meanPathHosts", "meanPathAll"}) {
      assertThat(a.get(key).doubleValue())
          .as(key)
          .isCloseTo(graph.get(key).doubleValue(), within(1e-9));
    }
    for (String key : new String[] {"least", "mean", "most"}) {
      assertThat(a.get("linkDisjointPaths").get(key).doubleValue())
          .as(key)
          .isCloseTo(graph.get("linkDisjointPaths").get(key).doubleValue(), within(1e-9));
    }
  }

  @Test
  void aGraphInPiecesHasNoDiameterOfAllButOneOfHosts() throws Exception {
    JsonNode graph =
        JsonMapper.shared().readTree("{\"edges\":[[0,1],[1,2],[3,4]],\"hosts\":[0,1,2,3,4]}");
    JsonNode a = topology(graph);
    assertThat(a.get("diameter").intValue()).isEqualTo(2);
    assertThat(a.get("diameterAll").isNull()).isTrue();
    assertThat(a.get("notComputed").get("diameterAll").stringValue()).contains("pieces");
    assertThat(a.get("edgeConnectivityAll").intValue()).isZero();
    assertThat(a.get("linkDisjointPaths").get("mean").doubleValue()).isEqualTo(0.4);
  }

  @Test
  void whetherHostsPassOnIsSaidAndPairsWithoutAWayAreNotHidden() throws Exception {
    // A ring of four hosts with a switch beside each: all of degree three.
    JsonNode ring =
        JsonMapper.shared()
            .readTree(
                """
                {"edges":[[0,1],[1,2],[2,3],[3,0],[0,"a"],[1,"b"],[2,"c"],[3,"d"]],
                 "hosts":[0,1,2,3]}
                """);
    JsonNode a = topology(ring);
    assertThat(a.get("hostsForward").booleanValue()).isTrue();
    assertThat(a.get("hostsForwardBy").stringValue()).isEqualTo("noOtherWay");
    assertThat(a.get("unreachablePairs").intValue()).isZero();
    // Two ways round for opposite hosts: each channel carries 1 + 2/2 pairs.
    assertThat(a.at("/throughput/thetaEcmp").doubleValue()).isCloseTo(0.5, within(1e-9));
    assertThat(a.at("/throughput/thetaIdeal").doubleValue()).isCloseTo(0.5, within(1e-9));
    JsonNode told = topology(ring, "--no-hosts-forward");
    assertThat(told.get("hostsForwardBy").stringValue()).isEqualTo("given");
    assertThat(told.get("unreachablePairs").intValue()).isEqualTo(4);
    assertThat(told.at("/throughput/thetaIdeal").isNull()).isTrue();
    assertThat(told.get("notComputed").get("thetaIdeal").stringValue()).contains("4 ordered");
  }
}
