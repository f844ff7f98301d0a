package supernode.solve.network.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;

/**
 * Striping: an equal part over every plane that joins the two, by the shortest ways inside each,
 * however long these are. Planes are what falls apart when the endpoints are taken away.
 */
final class PlaneWays implements Ways {
  private final List<ShortestWays> planes = new ArrayList<>();

  PlaneWays(CsrGraph graph) {
    BitSet endpoints = new BitSet();
    for (int v = 0; v < graph.vertexCount(); v++) {
      endpoints.set(v, graph.isEndpoint(v));
    }
    Islands islands = Islands.of(graph.without(endpoints, new BitSet()));
    for (int i = 0; i < islands.count(); i++) {
      BitSet others = new BitSet();
      for (int v = 0; v < graph.vertexCount(); v++) {
        others.set(v, !graph.isEndpoint(v) && islands.islandOf(v) != i);
      }
      planes.add(new ShortestWays(graph.without(others, new BitSet())));
    }
  }

  int count() {
    return planes.size();
  }

  @Override
  public boolean add(int from, int to, double share, ChannelSums sums) {
    List<ShortestWays> joining = planes.stream().filter(p -> p.to(to).position(from) > 0).toList();
    joining.forEach(p -> p.add(from, to, share / joining.size(), sums));
    return !joining.isEmpty();
  }
}
