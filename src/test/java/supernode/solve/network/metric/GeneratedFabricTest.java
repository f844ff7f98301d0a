package supernode.solve.network.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Dragonfly;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Jellyfish;
import supernode.topology.generate.LeafSpine;
import supernode.topology.generate.SlimFly;

/** Shapes that the papers promise. */
class GeneratedFabricTest {
  private static CsrGraph routers(Generator generator) {
    CsrGraph graph = generator.generate(LinkSpec.of(1)).graph();
    java.util.BitSet hosts = new java.util.BitSet();
    hosts.set(0, graph.endpointCount());
    return graph.without(hosts, new java.util.BitSet());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19, 23, 25, 27, 32})
  void slimFlyHasDiameterTwoAndEqualDegrees(int q) {
    CsrGraph graph = routers(new SlimFly(q, 1));
    assertThat(HopCounts.betweenAll(graph, () -> false).diameter()).isEqualTo(2);
    assertThat(graph.switchCount()).isEqualTo(2 * q * q);
    int delta = q % 4 == 3 ? -1 : q % 4;
    int[] degrees =
        IntStream.range(0, graph.vertexCount()).filter(graph::isUp).map(graph::degree).toArray();
    assertThat(Arrays.stream(degrees).distinct()).containsExactly((3 * q - delta) / 2);
  }

  @ParameterizedTest
  @CsvSource({"4, 4, 6, 2", "9, 6, 2, 3", "6, 3, 4, 2", "12, 8, 2, 2", "3, 4, 2, 6", "5, 4, 2, 4"})
  void leavesAreDealtTheirSpinesEvenlyAndStayInOnePiece(
      int leaves, int spines, int hosts, int uplinks) {
    CsrGraph graph = new LeafSpine(leaves, spines, hosts, uplinks).generate(LinkSpec.of(1)).graph();
    assertThat(Islands.of(graph).count()).isEqualTo(1);
    int[] degrees =
        IntStream.range(graph.vertexCount() - spines, graph.vertexCount())
            .map(graph::degree)
            .sorted()
            .toArray();
    assertThat(degrees[spines - 1] - degrees[0]).isLessThanOrEqualTo(1);
    assertThat(Arrays.stream(degrees).sum()).isEqualTo(leaves * uplinks);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 2, 9",
    "4, 2, 5",
    "4, 2, 7",
    "3, 3, 7",
    "5, 1, 3",
    "8, 4, 33",
    "4, 2, 2",
    "3, 1, 3"
  })
  void dragonflyGroupsAreJoinedAsEvenlyAsPortsAllow(int a, int h, int g) {
    CsrGraph graph = routers(new Dragonfly(1, a, h, g));
    int first = a * g;
    int[][] between = new int[g][g];
    for (int l = 0; l < graph.linkCount(); l++) {
      int from = (graph.channelFrom(2 * l) - first) / a;
      int to = (graph.channelTo(2 * l) - first) / a;
      if (graph.isUsable(l) && from != to) {
        between[from][to]++;
        between[to][from]++;
      }
    }
    int least = a * h / (g - 1);
    int ports = 0;
    for (int i = 0; i < g; i++) {
      for (int j = 0; j < g; j++) {
        assertThat(i == j ? least : between[i][j]).isBetween(least, least + 1);
        ports += between[i][j];
      }
    }
    assertThat(ports).isEqualTo(g * a * h / 2 * 2);
    for (int v = first; v < graph.vertexCount(); v++) {
      assertThat(graph.degree(v)).isBetween(a - 1 + h - 1, a - 1 + h);
    }
    int diameter = HopCounts.betweenAll(graph, () -> false).diameter();
    assertThat(diameter).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"256, 16, 1", "10, 2, 7", "9, 3, 1", "30, 29, 5", "12, 10, 3", "7, 5, 2", "2, 1, 1"})
  void jellyfishIsRegularSimpleAndInOnePiece(int switches, int degree, long seed) {
    CsrGraph graph = routers(new Jellyfish(switches, degree + 1, 1, seed));
    assertThat(HopCounts.betweenAll(graph, () -> false).unreachable()).isZero();
    int portsLeft = 0;
    for (int v = switches; v < 2 * switches; v++) {
      int from = graph.arcStart(v);
      int[] heads = IntStream.range(from, graph.arcStart(v + 1)).map(graph::arcHead).toArray();
      assertThat(Arrays.stream(heads).distinct().count()).isEqualTo(heads.length);
      assertThat(heads.length).isBetween(degree - 1, degree);
      portsLeft += degree - heads.length;
    }
    assertThat(portsLeft).isEqualTo(switches * degree % 2);
  }
}
