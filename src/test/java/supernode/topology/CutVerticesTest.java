package supernode.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.Pseudograph;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;

/** Cut vertices against a library's, and against what they mean. */
class CutVerticesTest {
  @Property(tries = 300)
  void agreeWithJGraphT(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int endpoints,
      @ForAll @IntRange(min = 0, max = 20) int links) {
    CsrGraph g = Fabrics.random(seed, endpoints, 3, links);
    Graph<Integer, DefaultEdge> graph = new Pseudograph<>(DefaultEdge.class);
    for (int v = 0; v < g.vertexCount(); v++) {
      graph.addVertex(v);
    }
    for (int l = 0; l < g.linkCount(); l++) {
      if (g.isUsable(l)) {
        graph.addEdge(g.channelFrom(2 * l), g.channelTo(2 * l));
      }
    }
    Set<Integer> cuts = CutVertices.of(g).stream().boxed().collect(Collectors.toSet());
    assertThat(cuts).isEqualTo(new HashSet<>(new BiconnectivityInspector<>(graph).getCutpoints()));
  }

  @Property(tries = 300)
  void bridgesAreTheLinksWhoseLossMakesMorePieces(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 9) int endpoints,
      @ForAll @IntRange(min = 0, max = 20) int links) {
    CsrGraph g = Fabrics.random(seed, endpoints, 3, links);
    int whole = Islands.of(g).count();
    BitSet bridges = CutVertices.bridges(g);
    for (int l = 0; l < g.linkCount(); l++) {
      BitSet lost = new BitSet();
      lost.set(l);
      boolean parts = Islands.of(g.without(new BitSet(), lost)).count() > whole;
      assertThat(bridges.get(l)).as("link %d", l).isEqualTo(parts);
    }
  }

  @Property(tries = 200)
  void areThoseWhoseLossMakesMorePieces(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int endpoints) {
    CsrGraph g = Fabrics.random(seed, endpoints, 2, endpoints + 2);
    int whole = Islands.of(g).count();
    BitSet cuts = CutVertices.of(g);
    for (int v = 0; v < g.vertexCount(); v++) {
      BitSet lost = new BitSet();
      lost.set(v);
      boolean parts = Islands.of(g.without(lost, new BitSet())).count() > whole;
      assertThat(cuts.get(v)).as("vertex %d", v).isEqualTo(parts);
    }
  }

  @Test
  void aSingleSwitchIsOneAndAPlaneOfManyIsNone() {
    assertThat(CutVertices.of(Fabrics.planes(8, 1, 1e9)).stream()).containsExactly(8);
    assertThat(CutVertices.of(Fabrics.nvl72()).isEmpty()).isTrue();
  }
}
