package supernode.solve.network.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.network.route.EndpointKinds;
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
    return new HopSearch(graph, true, cancelled).all();
  }

  /**
   * Between all vertices that are up, as a bare graph in which everything forwards.
   *
   * @throws CancellationException when cancelled
   */
  public static HopCounts betweenAll(CsrGraph graph, BooleanSupplier cancelled) {
    return new HopSearch(graph, false, cancelled).all();
  }

  /**
   * Between endpoints, from the first of each kind, or from many at a time where kinds are many.
   *
   * @throws CancellationException when cancelled
   */
  public static HopCounts ofKinds(CsrGraph graph, EndpointKinds kinds, BooleanSupplier cancelled) {
    HopSearch search = new HopSearch(graph, true, cancelled);
    return kinds.count() <= Math.ceilDiv(graph.endpointCount(), Long.SIZE)
        ? search.ofKinds(kinds)
        : search.all();
  }

  /**
   * Between endpoints, or all vertices, from one vertex of each orbit.
   *
   * @throws CancellationException when cancelled
   */
  static HopCounts ofOrbits(
      CsrGraph graph, Symmetry symmetry, boolean endpointsOnly, BooleanSupplier cancelled) {
    return new HopSearch(graph, endpointsOnly, cancelled).ofOrbits(symmetry);
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

  /** Counts by distance as they are found. */
  static final class Tally {
    private long[] count = new long[16];
    private int longest;
    private long found;

    void add(int hops, long pairs) {
      if (hops >= count.length) {
        count = Arrays.copyOf(count, 2 * hops);
      }
      count[hops] += pairs;
      longest = Math.max(longest, hops);
      found += pairs;
    }

    /** With so many pairs in all. */
    HopCounts of(long allPairs) {
      List<Long> pairs = new ArrayList<>();
      for (int h = 0; h <= longest && found > 0; h++) {
        pairs.add(count[h]);
      }
      return new HopCounts(pairs, allPairs - found);
    }
  }
}
