package supernode.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The connected pieces of a fabric, by its usable links; failed vertices are in none. */
public final class Islands {
  private final CsrGraph graph;
  private final int[] islandOf;
  private final int count;

  private Islands(CsrGraph graph, int[] islandOf, int count) {
    this.graph = graph;
    this.islandOf = islandOf;
    this.count = count;
  }

  /** The same ones each time that a graph is asked for its. */
  public static Islands of(CsrGraph graph) {
    return graph.islands();
  }

  static Islands find(CsrGraph graph) {
    int n = graph.vertexCount();
    int[] islandOf = new int[n];
    Arrays.fill(islandOf, -1);
    int[] queue = new int[n];
    int count = 0;
    for (int start = 0; start < n; start++) {
      if (islandOf[start] >= 0 || !graph.isUp(start)) {
        continue;
      }
      int tail = 0;
      queue[tail++] = start;
      islandOf[start] = count;
      for (int head = 0; head < tail; head++) {
        int v = queue[head];
        for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
          int w = graph.arcHead(arc);
          if (islandOf[w] < 0) {
            islandOf[w] = count;
            queue[tail++] = w;
          }
        }
      }
      count++;
    }
    return new Islands(graph, islandOf, count);
  }

  public int count() {
    return count;
  }

  /** Islands that hold an endpoint. */
  public int countWithEndpoints() {
    BitSet seen = new BitSet(count);
    for (int i = 0; i < graph.endpointCount(); i++) {
      seen.set(islandOf[graph.endpoint(i)]);
    }
    return seen.cardinality();
  }

  /** The endpoints of each island that has any, by their places among those that are up. */
  public List<List<Integer>> endpoints() {
    Map<Integer, List<Integer>> byIsland = new LinkedHashMap<>();
    for (int i = 0; i < graph.endpointCount(); i++) {
      byIsland.computeIfAbsent(islandOf[graph.endpoint(i)], _ -> new ArrayList<>()).add(i);
    }
    return List.copyOf(byIsland.values());
  }

  private long[] sizes() {
    long[] size = new long[count];
    for (int i = 0; i < graph.endpointCount(); i++) {
      size[islandOf[graph.endpoint(i)]]++;
    }
    return size;
  }

  public int mostEndpoints() {
    return (int) Arrays.stream(sizes()).max().orElse(0);
  }

  /** Ordered pairs of endpoints on different islands. */
  public long pairsApart() {
    long n = graph.endpointCount();
    return n * n - Arrays.stream(sizes()).map(s -> s * s).sum();
  }

  /** Number of a vertex's island; -1 for a failed vertex. */
  public int islandOf(int vertex) {
    return islandOf[vertex];
  }

  /** The fabric with everything outside one island failed. */
  public CsrGraph only(int island) {
    BitSet outside = new BitSet(islandOf.length);
    for (int v = 0; v < islandOf.length; v++) {
      outside.set(v, islandOf[v] != island);
    }
    return graph.without(outside, new BitSet());
  }
}
