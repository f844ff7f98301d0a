package supernode.solve.network.route;

import java.util.BitSet;
import supernode.topology.CsrGraph;

/**
 * Rails: inside the server to the accelerator on the destination's rail, and along that rail over
 * the fabric outside, see {@link RailChoice}; by shortest paths on both legs. What cannot stay
 * inside its server goes outside.
 */
final class RailWays implements Ways {
  private final CsrGraph graph;
  private final Servers servers;
  private final RailChoice choice;
  private final ShortestWays inside;
  private final ShortestWays outside;

  RailWays(CsrGraph graph, int perServer) {
    this.graph = graph;
    servers = new Servers(graph, perServer);
    choice = new RailChoice(graph, servers);
    BitSet inner = servers.innerLinks();
    BitSet outer = new BitSet(graph.linkCount());
    outer.set(0, graph.linkCount());
    outer.andNot(inner);
    inside = new ShortestWays(graph.without(new BitSet(), outer));
    outside = new ShortestWays(graph.without(new BitSet(), inner));
  }

  /** Whether in some server the first two endpoints meet inside it, or at one switch. */
  boolean joinServers() {
    boolean apart = false;
    for (int s = 0; s < servers.count() && servers.perServer() > 1; s++) {
      int a = servers.at(s, 0);
      int b = servers.at(s, 1);
      if (b >= 0 && graph.isUp(a) && graph.isUp(b)) {
        int out = hops(outside, a, b);
        if (hops(inside, a, b) > 0 || (out > 0 && out <= 2)) {
          return true;
        }
        apart = true;
      }
    }
    return !apart;
  }

  private static int hops(ShortestWays ways, int from, int to) {
    RouteDag dag = ways.to(to);
    int p = dag.position(from);
    return p < 0 ? -1 : dag.hops(p);
  }

  @Override
  public boolean add(int from, int to, double share, ChannelSums sums) {
    if (servers.server(from) == servers.server(to)) {
      return inside.add(from, to, share, sums) || outside.add(from, to, share, sums);
    }
    int[] vias =
        choice.vias(
            from,
            to,
            new RailChoice.Legs() {
              @Override
              public int hopsOut(int via) {
                return hops(outside, via, to);
              }

              @Override
              public boolean reaches(int source, int via) {
                return hops(inside, source, via) > 0;
              }
            });
    boolean there = vias.length > 0;
    for (int via : vias) {
      double each = share / vias.length;
      there &= via == from || inside.add(from, via, each, sums);
      there &= outside.add(via, to, each, sums);
    }
    return there;
  }
}
