package supernode.solve.network.route;

import java.util.Arrays;
import supernode.topology.CsrGraph;

/** Height of each vertex of a tree-like fabric: links to the nearest endpoint. */
final class Tiers {
  private Tiers() {}

  /** Tier by vertex; 0 for endpoints, and for what reaches none. */
  static int[] of(CsrGraph graph) {
    int[] tier = new int[graph.vertexCount()];
    Arrays.fill(tier, -1);
    int[] queue = new int[graph.vertexCount()];
    int tail = 0;
    for (int i = 0; i < graph.endpointCount(); i++) {
      tier[graph.endpoint(i)] = 0;
      queue[tail++] = graph.endpoint(i);
    }
    for (int head = 0; head < tail; head++) {
      int v = queue[head];
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int w = graph.arcHead(arc);
        if (tier[w] < 0) {
          tier[w] = tier[v] + 1;
          queue[tail++] = w;
        }
      }
    }
    return Arrays.stream(tier).map(t -> Math.max(t, 0)).toArray();
  }
}
