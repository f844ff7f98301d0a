package supernode.solve.network.metric;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.network.route.EndpointKinds;
import supernode.topology.CsrGraph;

/**
 * Breadth-first search from 64 vertices at a time: bit i of a word says whether source i has come
 * to a vertex (Then et al., "The more the merrier: efficient multi-source graph traversal", VLDB
 * 2014).
 */
final class HopSearch {
  private static final int WORD = 64;

  private final CsrGraph graph;
  private final boolean endpointsOnly;
  private final BooleanSupplier cancelled;
  private final HopCounts.Tally tally = new HopCounts.Tally();

  HopSearch(CsrGraph graph, boolean endpointsOnly, BooleanSupplier cancelled) {
    this.graph = graph;
    this.endpointsOnly = endpointsOnly;
    this.cancelled = cancelled;
  }

  HopCounts all() {
    int n = graph.vertexCount();
    long[] seen = new long[n];
    long[] here = new long[n];
    long[] next = new long[n];
    int[] front = new int[n];
    int[] touched = new int[n];
    int[] sources = new int[WORD];
    long members = 0;
    int filled = 0;
    for (int v = 0; v < n; v++) {
      if (isMember(v)) {
        members++;
        sources[filled++] = v;
      }
      if (filled == WORD || (v == n - 1 && filled > 0)) {
        check();
        Arrays.fill(seen, 0);
        for (int i = 0; i < filled; i++) {
          front[i] = sources[i];
          seen[sources[i]] = 1L << i;
          here[sources[i]] = 1L << i;
        }
        spread(filled, new long[][] {seen, here, next}, front, touched);
        filled = 0;
      }
    }
    return tally.of(members * (members - 1));
  }

  private void spread(int sources, long[][] words, int[] front, int[] touched) {
    long[] seen = words[0];
    long[] here = words[1];
    long[] next = words[2];
    int size = sources;
    for (int hops = 1; size > 0; hops++) {
      int reached = 0;
      for (int i = 0; i < size; i++) {
        int v = front[i];
        long bits = here[v];
        here[v] = 0;
        if (hops > 1 && endpointsOnly && !graph.forwards(v)) {
          continue;
        }
        int end = graph.arcStart(v + 1);
        for (int arc = graph.arcStart(v); arc < end; arc++) {
          int w = graph.arcHead(arc);
          if ((bits & ~seen[w]) != 0) {
            if (next[w] == 0) {
              touched[reached++] = w;
            }
            next[w] |= bits;
          }
        }
      }
      size = 0;
      long found = 0;
      for (int i = 0; i < reached; i++) {
        int w = touched[i];
        long bits = next[w] & ~seen[w];
        next[w] = 0;
        seen[w] |= bits;
        here[w] = bits;
        front[size++] = w;
        found += isMember(w) ? Long.bitCount(bits) : 0;
      }
      if (found > 0) {
        tally.add(hops, found);
      }
    }
  }

  /** From the first endpoint of each kind, counted for all of it. */
  HopCounts ofKinds(EndpointKinds kinds) {
    int[] queue = new int[graph.vertexCount()];
    int[] hops = new int[graph.vertexCount()];
    for (int i : kinds.first()) {
      check();
      from(graph.endpoint(i), kinds.number(i), queue, hops);
    }
    long members = graph.endpointCount();
    return tally.of(members * (members - 1));
  }

  /** From one vertex of each orbit, counted for all of them. */
  HopCounts ofOrbits(Symmetry symmetry) {
    long[] sizes = symmetry.sizes(graph);
    int[] queue = new int[graph.vertexCount()];
    int[] hops = new int[graph.vertexCount()];
    long members = 0;
    for (int v : symmetry.representatives(graph)) {
      if (isMember(v)) {
        check();
        long weight = sizes[symmetry.ofVertex(v)];
        members += weight;
        from(v, weight, queue, hops);
      }
    }
    return tally.of(members * (members - 1));
  }

  private void from(int source, long weight, int[] queue, int[] hops) {
    Arrays.fill(hops, -1);
    hops[source] = 0;
    queue[0] = source;
    int tail = 1;
    int distance = 0;
    long atDistance = 0;
    for (int i = 0; i < tail; i++) {
      int v = queue[i];
      if (hops[v] > distance) {
        count(distance, atDistance * weight);
        distance = hops[v];
        atDistance = 0;
      }
      atDistance += i > 0 && isMember(v) ? 1 : 0;
      if (i > 0 && endpointsOnly && !graph.forwards(v)) {
        continue;
      }
      int end = graph.arcStart(v + 1);
      for (int arc = graph.arcStart(v); arc < end; arc++) {
        int w = graph.arcHead(arc);
        if (hops[w] < 0) {
          hops[w] = distance + 1;
          queue[tail++] = w;
        }
      }
    }
    count(distance, atDistance * weight);
  }

  private void count(int hops, long pairs) {
    if (pairs > 0) {
      tally.add(hops, pairs);
    }
  }

  private boolean isMember(int vertex) {
    return graph.isUp(vertex) && (!endpointsOnly || graph.isEndpoint(vertex));
  }

  private void check() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
