package supernode.topology;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The vertices of a fabric whose loss parts others that could reach each other: articulation
 * points, found by low points in one walk over the links (Tarjan 1972; Hopcroft and Tarjan 1973).
 * Everything counts as passing traffic on.
 */
public final class CutVertices {
  private static final int NOWHERE = -1;

  private final CsrGraph graph;
  private final int[] found;
  private final int[] low;
  private final int[] parent;
  private final int[] arc;
  private final int[] entered;
  private final BitSet cuts;
  private final BitSet bridges = new BitSet();
  private int count;

  private CutVertices(CsrGraph graph) {
    int n = graph.vertexCount();
    this.graph = graph;
    found = new int[n];
    low = new int[n];
    parent = new int[n];
    arc = new int[n];
    entered = new int[n];
    cuts = new BitSet(n);
    Arrays.fill(found, NOWHERE);
  }

  public static BitSet of(CsrGraph graph) {
    return walked(graph).cuts;
  }

  /** The links, by their numbers, whose loss does the same: bridges. */
  public static BitSet bridges(CsrGraph graph) {
    return walked(graph).bridges;
  }

  private static CutVertices walked(CsrGraph graph) {
    CutVertices walk = new CutVertices(graph);
    for (int v = 0; v < graph.vertexCount(); v++) {
      if (graph.isUp(v) && walk.found[v] == NOWHERE) {
        walk.from(v);
      }
    }
    return walk;
  }

  private void enter(int vertex, int from, int link) {
    entered[vertex] = link;
    found[vertex] = count;
    low[vertex] = count++;
    parent[vertex] = from;
    arc[vertex] = graph.arcStart(vertex);
  }

  private void from(int root) {
    enter(root, NOWHERE, NOWHERE);
    int branches = 0;
    int v = root;
    while (v != NOWHERE) {
      if (arc[v] < graph.arcStart(v + 1)) {
        int link = graph.arcChannel(arc[v]) / 2;
        int w = graph.arcHead(arc[v]++);
        if (found[w] == NOWHERE) {
          enter(w, v, link);
          branches += v == root ? 1 : 0;
          v = w;
        } else if (link != entered[v]) {
          low[v] = Math.min(low[v], found[w]);
        }
      } else {
        int above = parent[v];
        if (above != NOWHERE) {
          low[above] = Math.min(low[above], low[v]);
          if (low[v] > found[above]) {
            bridges.set(entered[v]);
          }
          if (above != root && low[v] >= found[above]) {
            cuts.set(above);
          }
        }
        v = above;
      }
    }
    cuts.set(root, branches > 1);
  }
}
