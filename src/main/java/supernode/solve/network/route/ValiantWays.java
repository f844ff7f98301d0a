package supernode.solve.network.route;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import supernode.topology.CsrGraph;

/**
 * Valiant's routing (SIAM J. Comput. 11(2), 1982): over an intermediate router drawn from all of
 * them, each as likely, minimally on both legs; as a fluid, an equal part over each.
 */
final class ValiantWays implements Ways {
  private final CsrGraph graph;
  private final int[] via;
  private final Ways minimal;
  private final Map<Integer, Leg> out = new HashMap<>();
  private final Map<Integer, Leg> back = new HashMap<>();

  private record Leg(ChannelSums sums, boolean there) {}

  ValiantWays(CsrGraph graph, Routers routers, Ways minimal) {
    this.graph = graph;
    this.minimal = minimal;
    via = IntStream.range(0, routers.count()).map(routers::vertex).filter(graph::isUp).toArray();
  }

  @Override
  public boolean add(int from, int to, double share, ChannelSums sums) {
    Leg first = out.computeIfAbsent(from, _ -> leg(from, true));
    Leg second = back.computeIfAbsent(to, _ -> leg(to, false));
    sums.addAll(first.sums(), share);
    sums.addAll(second.sums(), share);
    return first.there() && second.there();
  }

  /** From a vertex to all intermediate routers, or from these to it. */
  private Leg leg(int v, boolean outward) {
    ChannelSums sums = new ChannelSums(graph.channelCount());
    double each = 1.0 / via.length;
    boolean there = via.length > 0;
    for (int w : via) {
      there &= outward ? minimal.add(v, w, each, sums) : minimal.add(w, v, each, sums);
    }
    return new Leg(sums, there);
  }
}
