package supernode.solve.network.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;
import supernode.solve.network.route.EcmpRoutes;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Generated;
import supernode.topology.generate.Generator;
import supernode.topology.generate.HyperX;
import supernode.topology.generate.LeafSpine;
import supernode.topology.generate.Samples;
import supernode.topology.generate.Star;

/** Loads of uniform traffic against closed forms, the routes' own shares, and known symmetry. */
class UniformLoadTest {
  private static UniformLoad load(CsrGraph graph) {
    return Fabrics.solved(UniformLoad.of(graph, Optional.empty(), () -> false));
  }

  @Property(tries = 15)
  void oneDestinationOfEachOrbitSpeaksForAll(@ForAll long seed) {
    for (Generator generator : Samples.ofEveryKind(seed)) {
      Generated made = generator.generate(LinkSpec.of(1));
      Optional<Symmetry> symmetry = Symmetry.of(made);
      if (symmetry.isPresent() && made.graph().endpointCount() > 1) {
        UniformLoad whole = load(made.graph());
        UniformLoad few = Fabrics.solved(UniformLoad.of(made.graph(), symmetry, () -> false));
        for (int c = 0; c < made.graph().channelCount(); c++) {
          assertThat(few.pairs(c))
              .as("%s channel %d", generator, c)
              .isCloseTo(whole.pairs(c), within(1e-9 * (1 + whole.pairs(c))));
        }
        assertThat(few.shortestPaths().mean())
            .isCloseTo(whole.shortestPaths().mean(), within(1e-9 * few.shortestPaths().mean()));
        assertThat(few.shortestPaths().most()).isEqualTo(whole.shortestPaths().most());
      }
    }
  }

  @Property(tries = 30)
  void loadsAreTheSharesOfTheRoutes(@ForAll long seed) {
    CsrGraph graph = Fabrics.random(seed, 6, 3, 20);
    EcmpRoutes routes = Fabrics.routes(graph);
    double[] expected = new double[graph.channelCount()];
    for (int d = 0; d < graph.endpointCount(); d++) {
      var dag = routes.to(d);
      double[] amount = new double[dag.size()];
      for (int p = 1; p < dag.size(); p++) {
        amount[p] = graph.isEndpoint(dag.vertex(p)) ? 1 : 0;
      }
      EcmpRoutes.spread(dag, amount, expected);
    }
    UniformLoad load = load(graph);
    for (int c = 0; c < expected.length; c++) {
      assertThat(load.pairs(c)).isCloseTo(expected[c], within(1e-9));
    }
  }

  @Test
  void crossbarsAndOversubscribedLeavesHaveTheirRates() {
    CsrGraph star = new Star(64).generate(LinkSpec.of(63e9)).graph();
    assertThat(load(star).pairBytesPerS(star)).isCloseTo(1e9, within(1.0));
    assertThat(load(star).transitPairs(64)).isEqualTo(64 * 63);
    assertThat(load(star).transitPairs(0)).isZero();
    // u B / (h (N - h)) between leaves limits all pairs alike.
    CsrGraph leaves = new LeafSpine(32, 8, 16, 8).generate(LinkSpec.of(1e9)).graph();
    assertThat(load(leaves).pairBytesPerS(leaves)).isCloseTo(1.00806e6, within(10.0));
    assertThat(load(leaves).shortestPaths().most()).isEqualTo(8);
    assertThat(load(leaves).shortestPaths().least()).isEqualTo(1);
  }

  @Test
  void twoStepsInAHyperXHaveTwoOrders() {
    CsrGraph graph = new HyperX(java.util.List.of(4, 4), 0).generate(LinkSpec.of(1)).graph();
    assertThat(load(graph).shortestPaths())
        .isEqualTo(new UniformLoad.Spread(1, (6 * 1 + 9 * 2) / 15.0, 2));
  }
}
