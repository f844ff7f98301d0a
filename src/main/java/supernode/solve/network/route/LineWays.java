package supernode.solve.network.route;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import supernode.topology.CsrGraph;

/**
 * Dimension order: a flow sets right one coordinate after the other, the first dimension first, by
 * the shortest ways along that line of routers; both ways round a ring, when they are equal, take
 * half each. On a line that a fault has cut there is no way.
 */
final class LineWays implements Ways {
  private final CsrGraph graph;
  private final Routers routers;
  private final List<Integer> sizes;
  private final ShortestWays whole;
  private final Map<Integer, ShortestWays> alongLine = new HashMap<>();

  LineWays(CsrGraph graph, Routers routers, List<Integer> sizes) {
    this.graph = graph;
    this.routers = routers;
    this.sizes = sizes;
    whole = new ShortestWays(graph);
  }

  /**
   * Whether every link between routers changes one coordinate, and every endpoint has one router.
   */
  static boolean fits(CsrGraph graph, Routers routers, List<Integer> sizes) {
    long product = sizes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    if (product != routers.count()) {
      return false;
    }
    for (int l = 0; l < graph.linkCount(); l++) {
      int a = routers.indexOf(graph.channelFrom(2 * l));
      int b = routers.indexOf(graph.channelTo(2 * l));
      if (graph.isUsable(l) && a >= 0 && b >= 0 && differing(a, b, sizes) != 1) {
        return false;
      }
    }
    return true;
  }

  private static int differing(int a, int b, List<Integer> sizes) {
    int x = a;
    int y = b;
    int count = 0;
    for (int size : sizes) {
      count += x % size == y % size ? 0 : 1;
      x /= size;
      y /= size;
    }
    return count;
  }

  @Override
  public boolean add(int from, int to, double share, ChannelSums sums) {
    int at = router(from);
    int end = router(to);
    if (at < 0
        || end < 0
        || (from != routers.vertex(at) && !whole.add(from, routers.vertex(at), share, sums))) {
      return false;
    }
    int stride = 1;
    for (int d = 0; d < sizes.size(); d++) {
      int next = at + (end / stride % sizes.get(d) - at / stride % sizes.get(d)) * stride;
      if (next != at
          && !line(at, d, stride).add(routers.vertex(at), routers.vertex(next), share, sums)) {
        return false;
      }
      at = next;
      stride *= sizes.get(d);
    }
    return to == routers.vertex(end) || whole.add(routers.vertex(end), to, share, sums);
  }

  /** The router of a vertex: itself, or the one that it hangs on. */
  private int router(int v) {
    int own = routers.indexOf(v);
    for (int arc = graph.arcStart(v); own < 0 && arc < graph.arcStart(v + 1); arc++) {
      own = routers.indexOf(graph.arcHead(arc));
    }
    return own;
  }

  private ShortestWays line(int at, int dimension, int stride) {
    int size = sizes.get(dimension);
    int first = at - at / stride % size * stride;
    return alongLine.computeIfAbsent(
        first * sizes.size() + dimension,
        _ -> {
          BitSet outside = new BitSet();
          outside.set(0, graph.vertexCount());
          for (int i = 0; i < size; i++) {
            outside.clear(routers.vertex(first + i * stride));
          }
          return new ShortestWays(graph.without(outside, new BitSet()));
        });
  }

  @Override
  public String toString() {
    return "dimension order " + Arrays.toString(sizes.toArray());
  }
}
