package supernode.solve.network.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;

/** The islands of a fabric that look different: of equal ones, one stands for all. */
public final class IslandKinds {
  /** Kinds that are answered by themselves; further ones go unlooked at. */
  private static final int MOST = 16;

  private IslandKinds() {}

  /** What can be counted of an island; its links by the degrees of their ends. */
  private record Look(int endpoints, int vertices, long links, long shape) {}

  /** Whether an endpoint reaches no other one. */
  private static boolean anyAlone(Islands islands) {
    return islands.endpoints().stream().anyMatch(i -> i.size() == 1);
  }

  /**
   * One island of each kind. The fabric itself where it is in one piece, and where an endpoint has
   * been parted from all others: that is damage, not how a fabric is built.
   */
  public static List<CsrGraph> of(CsrGraph graph) {
    Islands islands = Islands.of(graph);
    if (islands.countWithEndpoints() < 2 || anyAlone(islands)) {
      return graph.endpointCount() < 2 ? List.of() : List.of(graph);
    }
    int[] endpoints = new int[islands.count()];
    int[] vertices = new int[islands.count()];
    long[] links = new long[islands.count()];
    long[] shape = new long[islands.count()];
    for (int v = 0; v < graph.vertexCount(); v++) {
      int i = islands.islandOf(v);
      if (i >= 0) {
        vertices[i]++;
        endpoints[i] += graph.isEndpoint(v) ? 1 : 0;
        links[i] += graph.degree(v);
        for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
          double rate = graph.capacityBytesPerS(graph.arcChannel(arc) / 2);
          long look = 31L * graph.degree(v) + graph.degree(graph.arcHead(arc));
          shape[i] += (look * 31 + Double.doubleToLongBits(rate)) * 0x9E3779B97F4A7C15L >>> 7;
        }
      }
    }
    Set<Look> seen = new HashSet<>();
    List<CsrGraph> kinds = new ArrayList<>();
    for (int i = 0; i < islands.count() && kinds.size() < MOST; i++) {
      if (endpoints[i] >= 2 && seen.add(new Look(endpoints[i], vertices[i], links[i], shape[i]))) {
        kinds.add(islands.only(i));
      }
    }
    return kinds;
  }
}
