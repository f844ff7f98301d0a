package supernode.solve.network.metric;

import java.util.Arrays;
import supernode.topology.CsrGraph;

/** Adds up what all endpoints send to one destination after the other. */
final class LoadPass {
  private final CsrGraph graph;
  private final int[] queue;
  private final int[] hops;
  private final double[] amount;
  private final double[] paths;

  /** Pairs that cross each channel. */
  final double[] load;

  double reachedPairs;
  double pathSum;
  double fewest = Double.POSITIVE_INFINITY;
  double most;

  LoadPass(CsrGraph graph) {
    this.graph = graph;
    int n = graph.vertexCount();
    queue = new int[n];
    hops = new int[n];
    amount = new double[n];
    paths = new double[n];
    load = new double[graph.channelCount()];
  }

  /** All flows to a destination, counted with a weight. */
  void to(int destination, double weight) {
    int reached = search(destination);
    for (int i = reached - 1; i > 0; i--) {
      int v = queue[i];
      double mine = amount[v] + (graph.isEndpoint(v) ? weight : 0);
      amount[v] = 0;
      if (mine == 0) {
        continue;
      }
      int ways = 0;
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        ways += leads(arc, v, destination) ? 1 : 0;
      }
      double each = mine / ways;
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        if (leads(arc, v, destination)) {
          load[graph.arcChannel(arc)] += each;
          amount[graph.arcHead(arc)] += each;
        }
      }
    }
    amount[destination] = 0;
    for (int i = 1; i < reached; i++) {
      int v = queue[i];
      if (graph.isEndpoint(v)) {
        reachedPairs += weight;
        pathSum += weight * paths[v];
        fewest = Math.min(fewest, paths[v]);
        most = Math.max(most, paths[v]);
      }
    }
  }

  private int search(int destination) {
    Arrays.fill(hops, -1);
    hops[destination] = 0;
    paths[destination] = 1;
    queue[0] = destination;
    int tail = 1;
    for (int i = 0; i < tail; i++) {
      int v = queue[i];
      if (i > 0 && !graph.forwards(v)) {
        continue;
      }
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int w = graph.arcHead(arc);
        if (hops[w] < 0) {
          hops[w] = hops[v] + 1;
          paths[w] = 0;
          queue[tail++] = w;
        }
        if (hops[w] == hops[v] + 1) {
          paths[w] += paths[v];
        }
      }
    }
    return tail;
  }

  /** Whether an arc leads one hop nearer, past a vertex that forwards. */
  private boolean leads(int arc, int from, int destination) {
    int w = graph.arcHead(arc);
    return hops[w] == hops[from] - 1 && hops[w] >= 0 && (w == destination || graph.forwards(w));
  }
}
