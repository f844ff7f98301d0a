package supernode.solve.network.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Generated;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Grid;
import supernode.topology.generate.Samples;

/** Links that part endpoints, against the plain definition. */
class ConnectivityTest {
  @Property(tries = 15)
  void contractionNeverClaimsMoreThanTheSmallestCut(@ForAll long seed) {
    for (Generator generator : Samples.ofEveryKind(seed)) {
      Generated made = generator.generate(LinkSpec.of(1));
      CsrGraph graph = made.graph();
      if (graph.endpointCount() < 2 || graph.endpointCount() > 40) {
        continue;
      }
      FlowNetwork network = FlowNetwork.ofLinks(graph);
      int least = Integer.MAX_VALUE;
      for (int i = 1; i < graph.endpointCount(); i++) {
        double flow = network.most(graph.endpoint(0), graph.endpoint(i), Double.POSITIVE_INFINITY);
        least = Math.min(least, (int) Math.round(flow));
      }
      assertThat(EdgeConnectivity.of(graph, () -> false))
          .as("%s", generator)
          .isEqualTo(new EdgeConnectivity(least, true));
      assertThat(EdgeConnectivity.of(graph, Symmetry.of(made), () -> false).links())
          .as("%s", generator)
          .isEqualTo(least);
      assertThat(new Contraction(graph).showsAtLeast(least + 1, () -> false)).isFalse();
    }
  }

  @Property(tries = 200)
  void tangledGraphsAgreeWithEveryCut(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrGraphBuilder b = new CsrGraphBuilder();
    int endpoints = random.nextInt(2, 9);
    int all = endpoints + random.nextInt(0, 6);
    for (int v = 0; v < all; v++) {
      int _ = v < endpoints ? b.addEndpoint(0) : b.addSwitch(0);
    }
    for (int l = random.nextInt(all, 6 * all); l > 0; l--) {
      int from = random.nextInt(all);
      int to = (from + 1 + random.nextInt(all - 1)) % all;
      for (int parallel = random.nextInt(1, 4); parallel > 0; parallel--) {
        b.addLink(from, to, LinkSpec.of(1));
      }
    }
    CsrGraph graph = b.build();
    FlowNetwork network = FlowNetwork.ofLinks(graph);
    int least = Integer.MAX_VALUE;
    for (int i = 1; i < endpoints; i++) {
      double flow = network.most(graph.endpoint(0), graph.endpoint(i), Double.POSITIVE_INFINITY);
      least = Math.min(least, (int) Math.round(flow));
    }
    assertThat(EdgeConnectivity.of(graph, () -> false))
        .isEqualTo(new EdgeConnectivity(least, true));
    assertThat(new Contraction(graph).showsAtLeast(least + 1, () -> false)).isFalse();
  }

  @Property(tries = 300)
  void whatADominatingSetShowsHoldsOfAllVertices(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    // Two or three dense pieces with few links between them: cuts narrower than any degree.
    int pieces = random.nextInt(1, 4);
    int all = pieces * random.nextInt(3, 8);
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int v = 0; v < all; v++) {
      int _ = v % 3 < 2 ? b.addEndpoint(0) : b.addSwitch(0);
    }
    for (int v = 0; v < all; v++) {
      for (int w = 0; w < v; w++) {
        if (random.nextInt(10) < (v % pieces == w % pieces ? 9 : 2)) {
          b.addLink(v, w, LinkSpec.of(1));
        }
      }
    }
    CsrGraph graph = b.build();
    FlowNetwork network = FlowNetwork.ofLinks(graph);
    int least = Integer.MAX_VALUE;
    for (int v = 1; v < all; v++) {
      double flow = network.most(0, v, Double.POSITIVE_INFINITY);
      least = Math.min(least, (int) Math.round(flow));
    }
    for (int k = 1; DominatingSet.stands(graph, k); k++) {
      boolean shown = new Contraction(graph, DominatingSet.of(graph)).showsAtLeast(k, () -> false);
      assertThat(!shown || k <= least).as("%d of %d", k, least).isTrue();
    }
    assertThat(EdgeConnectivity.ofAll(graph, Optional.empty(), () -> false).links())
        .isEqualTo(least);
  }

  @Test
  void aLargeTorusIsAsConnectedAsItsDegree() {
    Generated torus = Grid.torus(16, 16, 16).generate(LinkSpec.of(1));
    assertThat(EdgeConnectivity.of(torus.graph(), Symmetry.of(torus), () -> false))
        .isEqualTo(new EdgeConnectivity(6, true));
  }
}
