package supernode.solve.network.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.SlowestPaths;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Samples;

/** The ways of single pairs against all shortest paths to the destination. */
class PairWaysTest {
  private static final LatencyTerms TERMS = new LatencyTerms(1e-6, 2e-6, 64, 4096);

  @Property(tries = 4)
  void generatedFabricsAgree(@ForAll long seed) {
    for (Generator generator : Samples.ofEveryKind(seed)) {
      CsrGraph graph = generator.generate(LinkSpec.of(1e9)).graph();
      if (graph.endpointCount() <= 60) {
        agrees(graph);
      }
    }
  }

  @Property(tries = 60)
  void randomFabricsAgree(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrGraphBuilder b = new CsrGraphBuilder();
    int endpoints = random.nextInt(2, 10);
    int all = endpoints + random.nextInt(0, 8);
    for (int v = 0; v < all; v++) {
      if (v < endpoints) {
        b.setForwarding(b.addEndpoint(1e-8), random.nextInt(4) == 0);
      } else {
        b.addSwitch(random.nextInt(1, 5) * 1e-7);
      }
    }
    for (int l = random.nextInt(1, 30); l > 0; l--) {
      b.addLink(
          random.nextInt(all),
          random.nextInt(all),
          new LinkSpec(
              random.nextInt(1, 4) * 1e9,
              random.nextInt(3) * 1e-7,
              random.nextInt(9),
              random.nextInt(3) * 1e-8));
    }
    agrees(b.build());
  }

  private static void agrees(CsrGraph graph) {
    EcmpRoutes routes = EcmpRoutes.ofSinglePairs(graph);
    PairWays ways = new PairWays(graph);
    SlowestPaths paths = new SlowestPaths(graph, TERMS);
    for (int t = 0; t < graph.endpointCount(); t++) {
      RouteDag dag = routes.to(t);
      double[] to = paths.to(dag);
      double[] from = paths.from(dag);
      for (int s = 0; s < graph.endpointCount(); s++) {
        int p = dag.position(graph.endpoint(s));
        boolean found = ways.find(graph.endpoint(s), graph.endpoint(t));
        assertThat(found).isEqualTo(p > 0);
        if (found) {
          assertThat(ways.hops(graph.endpoint(s))).isEqualTo(dag.hops(p));
          double[] expected = new double[graph.channelCount()];
          double[] amount = new double[graph.vertexCount()];
          amount[p] = 1;
          EcmpRoutes.spread(dag, amount, expected);
          double[] shares = new double[graph.channelCount()];
          ways.follow((channel, share) -> shares[channel] += share);
          assertThat(shares).containsExactly(expected, within(1e-12));
          assertThat(paths.of(ways)).isCloseTo(to[s], within(1e-15));
          ways.find(graph.endpoint(t), graph.endpoint(s));
          assertThat(paths.of(ways)).isCloseTo(from[s], within(1e-15));
        } else {
          assertThat(Arrays.asList(0.0, -1.0)).contains(to[s], from[s]);
        }
      }
    }
  }
}
