package supernode.solve.network.route;

import java.util.HashMap;
import java.util.Map;
import supernode.topology.CsrGraph;

/** Equal splitting over all shortest paths. */
final class ShortestWays implements Ways {
  /** Ints of ready route graphs beyond which they are made anew each time. */
  private static final long MOST_KEPT = 16_000_000;

  private final CsrGraph graph;
  private final RouteDag.Scratch scratch;
  private final Map<Integer, RouteDag> kept = new HashMap<>();
  private final double[] amount;
  private long size;

  ShortestWays(CsrGraph graph) {
    this.graph = graph;
    scratch = new RouteDag.Scratch(graph);
    amount = new double[graph.vertexCount()];
  }

  RouteDag to(int destination) {
    RouteDag known = kept.get(destination);
    if (known == null) {
      known = RouteDag.to(graph, destination, scratch);
      size += graph.vertexCount() + 3L * known.size() + 2L * known.nextHops();
      if (size > MOST_KEPT) {
        kept.clear();
        size = 0;
      }
      kept.put(destination, known);
    }
    return known;
  }

  @Override
  public boolean add(int from, int to, double share, ChannelSums sums) {
    RouteDag dag = to(to);
    int start = dag.position(from);
    if (start < 0) {
      return false;
    }
    amount[start] = share;
    // Positions are in the order of distance: whatever flows on comes later.
    for (int p = start; p > 0; p--) {
      if (amount[p] > 0) {
        double each = amount[p] / (dag.start(p + 1) - dag.start(p));
        for (int e = dag.start(p); e < dag.start(p + 1); e++) {
          sums.add(dag.channel(e), each);
          amount[dag.next(e)] += each;
        }
        amount[p] = 0;
      }
    }
    amount[0] = 0;
    return true;
  }
}
