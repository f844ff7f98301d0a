package supernode.solve.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.topology.CsrGraph;

/**
 * How many ordered pairs lie how many links apart on shortest paths.
 *
 * @param pairs by number of links; index 0 is always 0
 * @param unreachable pairs without a path
 */
public record HopCounts(List<Long> pairs, long unreachable) {
  public HopCounts {
    pairs = List.copyOf(pairs);
  }

  /**
   * Between endpoints, past vertices that forward.
   *
   * @throws CancellationException when cancelled
   */
  public static HopCounts betweenEndpoints(CsrGraph graph, BooleanSupplier cancelled) {
    return new Search(graph, true).run(cancelled);
  }

  /**
   * Between all vertices that are up, as a bare graph in which everything forwards.
   *
   * @throws CancellationException when cancelled
   */
  public static HopCounts betweenAll(CsrGraph graph, BooleanSupplier cancelled) {
    return new Search(graph, false).run(cancelled);
  }

  public long reachable() {
    return pairs.stream().mapToLong(Long::longValue).sum();
  }

  /** Links on the longest shortest path; 0 when no pair is connected. */
  public int diameter() {
    return Math.max(0, pairs.size() - 1);
  }

  /** Vertices passed on the longest shortest path: switches, in a switched fabric. */
  public int diameterTransits() {
    return Math.max(0, diameter() - 1);
  }

  /** Mean number of links over the pairs that are connected; 0 when there is none. */
  public double mean() {
    double sum = 0;
    for (int h = 0; h < pairs.size(); h++) {
      sum += (double) h * pairs.get(h);
    }
    long all = reachable();
    return all == 0 ? 0 : sum / all;
  }

  private static final class Search {
    private final CsrGraph graph;
    private final boolean endpointsOnly;
    private final int[] queue;
    private final int[] hops;
    private long[] count = new long[16];
    private int longest;

    Search(CsrGraph graph, boolean endpointsOnly) {
      this.graph = graph;
      this.endpointsOnly = endpointsOnly;
      queue = new int[graph.vertexCount()];
      hops = new int[graph.vertexCount()];
    }

    HopCounts run(BooleanSupplier cancelled) {
      long found = 0;
      long members = 0;
      for (int v = 0; v < graph.vertexCount(); v++) {
        if (isMember(v)) {
          members++;
          if (cancelled.getAsBoolean()) {
            throw new CancellationException();
          }
          found += from(v);
        }
      }
      List<Long> pairs = new ArrayList<>();
      for (int h = 0; h <= longest && found > 0; h++) {
        pairs.add(count[h]);
      }
      return new HopCounts(pairs, members * (members - 1) - found);
    }

    private boolean isMember(int vertex) {
      return graph.isUp(vertex) && (!endpointsOnly || graph.isEndpoint(vertex));
    }

    private long from(int source) {
      Arrays.fill(hops, -1);
      hops[source] = 0;
      queue[0] = source;
      int tail = 1;
      long found = 0;
      for (int i = 0; i < tail; i++) {
        int v = queue[i];
        if (i > 0) {
          if (isMember(v)) {
            count(hops[v]);
            found++;
          }
          if (endpointsOnly && !graph.forwards(v)) {
            continue;
          }
        }
        for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
          int w = graph.arcHead(arc);
          if (hops[w] < 0) {
            hops[w] = hops[v] + 1;
            queue[tail++] = w;
          }
        }
      }
      return found;
    }

    private void count(int distance) {
      if (distance >= count.length) {
        count = Arrays.copyOf(count, 2 * distance);
      }
      count[distance]++;
      longest = Math.max(longest, distance);
    }
  }
}
