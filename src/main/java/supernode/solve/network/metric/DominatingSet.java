package supernode.solve.network.metric;

import java.util.BitSet;
import supernode.topology.CsrGraph;

/**
 * Vertices of which every other one has a neighbour. In a simple graph whose vertices all have k
 * links or more, a side of a cut of fewer than k holds more than k vertices, so one of them with
 * all its neighbours, so one of these: a cut that parts anything parts them (Matula 1987).
 */
final class DominatingSet {
  private DominatingSet() {}

  /** Whether all that is up has so many links. */
  static boolean stands(CsrGraph graph, int k) {
    for (int v = 0; v < graph.vertexCount(); v++) {
      if (graph.isUp(v) && graph.degree(v) < k) {
        return false;
      }
    }
    return true;
  }

  /** Few, but not the fewest: of each one that has no neighbour yet the one with most links. */
  static int[] of(CsrGraph graph) {
    int n = graph.vertexCount();
    BitSet covered = new BitSet(n);
    BitSet taken = new BitSet(n);
    for (int v = 0; v < n; v++) {
      if (!graph.isUp(v) || covered.get(v)) {
        continue;
      }
      int best = v;
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int w = graph.arcHead(arc);
        best = graph.degree(w) > graph.degree(best) ? w : best;
      }
      taken.set(best);
      covered.set(best);
      for (int arc = graph.arcStart(best); arc < graph.arcStart(best + 1); arc++) {
        covered.set(graph.arcHead(arc));
      }
    }
    return taken.stream().toArray();
  }
}
