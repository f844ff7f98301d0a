package supernode.solve.network.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.Outcome;
import supernode.topology.CsrGraph;

/**
 * Over how many ways that share no link the pairs of endpoints are joined: by Menger's theorem the
 * links whose loss parts the pair, in the bare graph in which everything passes traffic on.
 *
 * @param least over all pairs
 * @param mean over all pairs
 * @param most over all pairs
 */
public record DisjointPaths(int least, double mean, int most) {
  /** Endpoints times arcs up to which the pairs are gone through, some tenths of a second. */
  private static final long MOST_WORK = 20_000_000L;

  /**
   * All pairs at once: where no pair is joined worse than its endpoints' links, by those; else from
   * a tree of minimum cuts between endpoints (Gusfield, SIAM J. Comput. 19(1), 1990).
   *
   * @param connectivity the least, where known
   * @throws CancellationException when cancelled
   */
  static Outcome<DisjointPaths> of(
      CsrGraph graph, Outcome<EdgeConnectivity> connectivity, BooleanSupplier cancelled) {
    int n = graph.endpointCount();
    if (n < 2) {
      return Outcome.notApplicable("network.tooFewEndpoints", n);
    }
    int[] endpoints = IntStream.range(0, n).map(graph::endpoint).toArray();
    int widest = Arrays.stream(endpoints).map(graph::degree).sorted().toArray()[n - 2];
    int least = connectivity.asOptional().map(EdgeConnectivity::links).orElse(-1);
    if (least == widest) {
      return Outcome.solved(new DisjointPaths(least, least, least));
    }
    if ((long) n * (graph.vertexCount() + graph.arcCount()) > MOST_WORK) {
      return Outcome.notApplicable("network.tooLarge", n, graph.usableLinkCount());
    }
    return Outcome.solved(byTree(graph, endpoints, cancelled));
  }

  private static DisjointPaths byTree(CsrGraph graph, int[] endpoints, BooleanSupplier cancelled) {
    int n = endpoints.length;
    FlowNetwork network = FlowNetwork.ofLinks(graph);
    int[] parent = new int[n];
    int[] cut = new int[n];
    for (int i = 1; i < n; i++) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      double flow = network.most(endpoints[i], endpoints[parent[i]], Double.POSITIVE_INFINITY);
      cut[i] = (int) Math.round(flow);
      for (int j = i + 1; j < n; j++) {
        if (parent[j] == parent[i] && network.isOnSourceSide(endpoints[j])) {
          parent[j] = i;
        }
      }
    }
    return ofTree(parent, cut);
  }

  /** The cut between two endpoints is the narrowest link of the tree between them. */
  private static DisjointPaths ofTree(int[] parent, int[] cut) {
    int n = parent.length;
    int[] widestFirst =
        IntStream.range(1, n)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -cut[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] root = IntStream.range(0, n).toArray();
    double[] size = new double[n];
    Arrays.fill(size, 1);
    double sum = 0;
    for (int i : widestFirst) {
      int a = top(root, i);
      int b = top(root, parent[i]);
      sum += cut[i] * size[a] * size[b];
      root[a] = b;
      size[b] += size[a];
    }
    return new DisjointPaths(
        cut[widestFirst[n - 2]], sum / (n * (n - 1.0) / 2), cut[widestFirst[0]]);
  }

  private static int top(int[] root, int v) {
    int top = v;
    while (root[top] != top) {
      root[top] = root[root[top]];
      top = root[top];
    }
    return top;
  }
}
