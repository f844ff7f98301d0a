package supernode.solve.network.metric;

import java.util.Arrays;
import supernode.topology.CsrGraph;

/** Maximum flow and minimum cut between two vertices (Dinic's algorithm, without recursion). */
final class FlowNetwork {
  /** Share of the largest capacity below which a residual counts as nothing. */
  private static final double NOTHING = 1e-12;

  private final int[] first;
  private int[] following;
  private int[] head;
  private double[] capacity;
  private double[] residual = new double[0];
  private int edges;
  private double largest;
  private final int[] depth;
  private final int[] at;
  private final int[] queue;
  private final int[] path;

  FlowNetwork(int vertices, int expectedEdges) {
    first = new int[vertices];
    Arrays.fill(first, -1);
    following = new int[2 * expectedEdges + 2];
    head = new int[2 * expectedEdges + 2];
    capacity = new double[2 * expectedEdges + 2];
    depth = new int[vertices];
    at = new int[vertices];
    queue = new int[vertices];
    path = new int[vertices];
  }

  /** The usable links of a fabric, each of capacity 1. */
  static FlowNetwork ofLinks(CsrGraph graph) {
    FlowNetwork network = new FlowNetwork(graph.vertexCount(), graph.usableLinkCount());
    for (int l = 0; l < graph.linkCount(); l++) {
      if (graph.isUsable(l)) {
        network.add(graph.channelFrom(2 * l), graph.channelTo(2 * l), 1, 1);
      }
    }
    return network;
  }

  void add(int a, int b, double forth, double back) {
    if (edges + 2 > head.length) {
      following = Arrays.copyOf(following, 2 * edges);
      head = Arrays.copyOf(head, 2 * edges);
      capacity = Arrays.copyOf(capacity, 2 * edges);
    }
    append(a, b, forth);
    append(b, a, back);
    largest = Math.max(largest, Math.max(forth, back));
  }

  private void append(int from, int to, double most) {
    head[edges] = to;
    capacity[edges] = most;
    following[edges] = first[from];
    first[from] = edges++;
  }

  /** The flow between two vertices, found out only up to a value that is enough. */
  double most(int source, int sink, double enough) {
    if (residual.length != edges) {
      residual = new double[edges];
    }
    System.arraycopy(capacity, 0, residual, 0, edges);
    double flow = 0;
    while (flow < enough && layer(source, sink)) {
      System.arraycopy(first, 0, at, 0, first.length);
      double more = augment(source, sink);
      while (more > 0 && flow < enough) {
        flow += more;
        more = augment(source, sink);
      }
    }
    return flow;
  }

  /** Whether a vertex is on the source's side of the minimum cut, after {@link #most}. */
  boolean isOnSourceSide(int vertex) {
    return depth[vertex] >= 0;
  }

  private boolean layer(int source, int sink) {
    Arrays.fill(depth, -1);
    depth[source] = 0;
    queue[0] = source;
    int tail = 1;
    for (int i = 0; i < tail; i++) {
      int v = queue[i];
      for (int e = first[v]; e >= 0; e = following[e]) {
        if (open(e) && depth[head[e]] < 0) {
          depth[head[e]] = depth[v] + 1;
          queue[tail++] = head[e];
        }
      }
    }
    return depth[sink] >= 0;
  }

  private double augment(int source, int sink) {
    int v = source;
    int length = 0;
    while (v != sink) {
      while (at[v] >= 0 && !(open(at[v]) && depth[head[at[v]]] == depth[v] + 1)) {
        at[v] = following[at[v]];
      }
      if (at[v] >= 0) {
        path[length++] = at[v];
        v = head[at[v]];
      } else if (length == 0) {
        return 0;
      } else {
        v = head[path[--length] ^ 1];
        at[v] = following[at[v]];
      }
    }
    double flow = Double.POSITIVE_INFINITY;
    for (int i = 0; i < length; i++) {
      flow = Math.min(flow, residual[path[i]]);
    }
    for (int i = 0; i < length; i++) {
      residual[path[i]] -= flow;
      residual[path[i] ^ 1] += flow;
    }
    return flow;
  }

  private boolean open(int edge) {
    return residual[edge] > largest * NOTHING;
  }
}
