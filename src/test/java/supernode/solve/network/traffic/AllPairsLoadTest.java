package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.RouteDag;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Generator;

/** Pairs across each channel by what is alike, against going to every destination. */
class AllPairsLoadTest {
  @ParameterizedTest
  @MethodSource("supernode.solve.network.traffic.ClassRatesTest#generators")
  void loadsAreThoseOfEveryDestination(Generator generator) {
    CsrGraph whole = generator.generate(LinkSpec.of(1e9)).graph();
    agrees(whole);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 3; i++) {
      BitSet links = new BitSet();
      links.set(random.nextInt(whole.linkCount()));
      links.set(random.nextInt(whole.linkCount()));
      agrees(whole.without(new BitSet(), links));
    }
  }

  private static void agrees(CsrGraph graph) {
    EcmpRoutes routes = EcmpRoutes.ofSinglePairs(graph);
    double[] plain = new double[graph.channelCount()];
    double[] amount = new double[graph.vertexCount()];
    for (int t = 0; t < graph.endpointCount(); t++) {
      RouteDag dag = routes.to(t);
      Arrays.fill(amount, 0);
      for (int s = 0; s < graph.endpointCount(); s++) {
        int p = dag.position(graph.endpoint(s));
        amount[Math.max(0, p)] = p > 0 ? 1 : 0;
      }
      EcmpRoutes.spread(dag, amount, plain);
    }
    assertThat(AllPairsLoad.of(routes, () -> false).orElseThrow())
        .containsExactly(plain, within(1e-6));
  }
}
