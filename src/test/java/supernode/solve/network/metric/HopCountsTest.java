package supernode.solve.network.metric;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.Pseudograph;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Generated;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Grid;
import supernode.topology.generate.Samples;

/** Distances against another library, closed forms and known symmetry. */
class HopCountsTest {
  @Property(tries = 60)
  void distancesAreThoseOfAnotherLibrary(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 150) int endpoints) {
    CsrGraph graph = Fabrics.random(seed, endpoints, (int) (seed & 3), 2 * endpoints);
    Graph<Integer, Integer> other = new Pseudograph<>(Integer.class);
    for (int v = 0; v < graph.vertexCount(); v++) {
      other.addVertex(v);
    }
    for (int l = 0; l < graph.linkCount(); l++) {
      if (graph.isUsable(l)) {
        other.addEdge(graph.channelFrom(2 * l), graph.channelTo(2 * l), l);
      }
    }
    HopCounts.Tally tally = new HopCounts.Tally();
    for (int v = 0; v < graph.vertexCount(); v++) {
      var paths = new BFSShortestPath<>(other).getPaths(v);
      for (int w = 0; w < graph.vertexCount(); w++) {
        if (v != w && Double.isFinite(paths.getWeight(w))) {
          tally.add((int) paths.getWeight(w), 1);
        }
      }
    }
    long all = (long) graph.vertexCount() * (graph.vertexCount() - 1);
    assertThat(HopCounts.betweenAll(graph, () -> false)).isEqualTo(tally.of(all));
  }

  @Property(tries = 25)
  void oneVertexOfEachOrbitSpeaksForAll(@ForAll long seed) {
    for (Generator generator : Samples.ofEveryKind(seed)) {
      Generated made = generator.generate(LinkSpec.of(1));
      Symmetry.of(made)
          .ifPresent(s -> {
            assertThat(HopCounts.ofOrbits(made.graph(), s, true, () -> false))
                .as("%s", generator)
                .isEqualTo(HopCounts.betweenEndpoints(made.graph(), () -> false));
            assertThat(HopCounts.ofOrbits(made.graph(), s, false, () -> false))
                .as("%s", generator)
                .isEqualTo(HopCounts.betweenAll(made.graph(), () -> false));
          });
    }
  }

  @Test
  void aTorusOfFourThousandHasTheMeanOfItsRings() {
    CsrGraph graph = Grid.torus(16, 16, 16).generate(LinkSpec.of(1)).graph();
    HopCounts hops = HopCounts.betweenEndpoints(graph, () -> false);
    // Each ring of 16 contributes 4 on average over all ordered pairs, a vertex with itself too.
    assertThat(hops.mean() * 4095 / 4096).isEqualTo(12);
    assertThat(hops.diameter()).isEqualTo(24);
  }
}
