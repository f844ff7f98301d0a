package supernode.solve.network.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import supernode.topology.CsrGraph;

/**
 * Minimal routing of a dragonfly (Kim et al., ISCA 2008): inside the group to a router with a link
 * to the other group, over that link, and inside the other group; all links between the two groups
 * alike. A third group is never crossed, even where that would be fewer hops.
 */
final class GroupWays implements Ways {
  private final CsrGraph graph;
  private final Routers routers;
  private final int perGroup;
  private final Map<Long, List<Integer>> between = new HashMap<>();
  private final Map<Integer, ShortestWays> inside = new HashMap<>();

  GroupWays(CsrGraph graph, Routers routers, int perGroup) {
    this.graph = graph;
    this.routers = routers;
    this.perGroup = perGroup;
    for (int c = 0; c < graph.channelCount(); c++) {
      int from = routers.indexOf(graph.channelFrom(c));
      int to = routers.indexOf(graph.channelTo(c));
      if (graph.isUsable(c >> 1) && from >= 0 && to >= 0 && from / perGroup != to / perGroup) {
        between
            .computeIfAbsent(pair(from / perGroup, to / perGroup), _ -> new ArrayList<>())
            .add(c);
      }
    }
  }

  @Override
  public boolean add(int from, int to, double share, ChannelSums sums) {
    int a = group(from);
    int b = group(to);
    if (a < 0 || b < 0) {
      return false;
    }
    if (a == b) {
      return inside(a).add(from, to, share, sums);
    }
    List<Integer> links = between.getOrDefault(pair(a, b), List.of());
    for (int c : links) {
      double each = share / links.size();
      if (!inside(a).add(from, graph.channelFrom(c), each, sums)
          || !inside(b).add(graph.channelTo(c), to, each, sums)) {
        return false;
      }
      sums.add(c, each);
    }
    return !links.isEmpty();
  }

  private int group(int v) {
    int own = routers.indexOf(v);
    for (int arc = graph.arcStart(v); own < 0 && arc < graph.arcStart(v + 1); arc++) {
      own = routers.indexOf(graph.arcHead(arc));
    }
    return own < 0 ? -1 : own / perGroup;
  }

  private ShortestWays inside(int group) {
    return inside.computeIfAbsent(
        group,
        _ -> {
          BitSet outside = new BitSet();
          for (int v = 0; v < graph.vertexCount(); v++) {
            outside.set(v, group(v) != group);
          }
          return new ShortestWays(graph.without(outside, new BitSet()));
        });
  }

  private static long pair(int a, int b) {
    return (long) a << 32 | b;
  }
}
