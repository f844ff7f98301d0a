package supernode.solve.network.metric;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.topology.CsrGraph;

/**
 * Shows in time near the number of links that no fewer than k links part two vertices: in a maximum
 * adjacency order, the ends of a link that is at least the k-th back from its later end are
 * k-connected and can be made one (Nagamochi and Ibaraki, SIAM J. Discrete Math. 5(1), 1992).
 */
final class Contraction {
  /** Arcs that are gone through in all rounds together at most, some tens of milliseconds. */
  private static final long MOST_WORK = 10_000_000L;

  private static final int LEAST_ROUNDS = 8;

  private final CsrGraph graph;
  private final int[] wanted;
  private final int[] root;
  private final int[] seenLinks;
  private final boolean[] visited;

  /** Links between what is one by now: from each root to others, with their number. */
  private int[] start;

  private int[] head;
  private int[] links;

  /** Of all endpoints. */
  Contraction(CsrGraph graph) {
    this(graph, IntStream.range(0, graph.endpointCount()).map(graph::endpoint).toArray());
  }

  /**
   * @param wanted vertices that are to be shown to be joined
   */
  Contraction(CsrGraph graph, int[] wanted) {
    this.graph = graph;
    this.wanted = wanted;
    int n = graph.vertexCount();
    root = new int[n];
    Arrays.setAll(root, v -> v);
    seenLinks = new int[n];
    visited = new boolean[n];
    start = new int[n + 1];
    head = new int[graph.arcCount()];
    for (int v = 0; v < n; v++) {
      start[v + 1] = graph.arcStart(v + 1);
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        head[arc] = graph.arcHead(arc);
      }
    }
    links = new int[head.length];
    Arrays.fill(links, 1);
  }

  /** Whether all wanted vertices became one; if not, nothing is known. */
  boolean showsAtLeast(int k, BooleanSupplier cancelled) {
    long rounds = Math.max(LEAST_ROUNDS, MOST_WORK / (1 + graph.arcCount()));
    for (int round = 0; round < rounds; round++) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      if (round > 0 && !wantedAreOne()) {
        merge();
        if (uniteNear(k)) {
          merge();
        }
      }
      if (wantedAreOne()) {
        return true;
      }
      if (!contract(k)) {
        return false;
      }
    }
    return false;
  }

  /** One of each group that is not known to be joined by k links, the first one first. */
  int[] membersLeft() {
    BitSet seen = new BitSet();
    return IntStream.of(wanted)
        .filter(v -> {
          int top = find(v);
          boolean fresh = !seen.get(top);
          seen.set(top);
          return fresh;
        })
        .toArray();
  }

  private boolean wantedAreOne() {
    int first = find(wanted[0]);
    for (int v : wanted) {
      if (find(v) != first) {
        return false;
      }
    }
    return true;
  }

  private boolean contract(int k) {
    int n = graph.vertexCount();
    Arrays.fill(seenLinks, 0);
    Arrays.fill(visited, false);
    Buckets buckets = new Buckets(n, k);
    for (int v = 0; v < n; v++) {
      if (graph.isUp(v) && root[v] == v) {
        buckets.add(v, 0);
      }
    }
    boolean any = false;
    for (int v = buckets.takeLargest(); v >= 0; v = buckets.takeLargest()) {
      visited[v] = true;
      for (int a = start[v]; a < start[v + 1]; a++) {
        int w = head[a];
        if (!visited[w]) {
          seenLinks[w] += links[a];
          buckets.raise(w, seenLinks[w]);
          any |= seenLinks[w] >= k && unite(v, w);
        }
      }
    }
    return any;
  }

  /** Joins to the first wanted one those with k ways to it past one other vertex at most. */
  private boolean uniteNear(int k) {
    boolean any = false;
    int first = find(wanted[0]);
    int[] atFirst = new int[root.length];
    for (int a = start[first]; a < start[first + 1]; a++) {
      atFirst[head[a]] = links[a];
    }
    for (int v : membersLeft()) {
      int other = find(v);
      int ways = 0;
      for (int a = start[other]; a < start[other + 1] && ways < k; a++) {
        ways += head[a] == first ? links[a] : Math.min(links[a], atFirst[head[a]]);
      }
      if (other != first && ways >= k) {
        root[other] = first;
        any = true;
      }
    }
    return any;
  }

  /** Makes one of all links between the same two roots, and leaves out those within one. */
  private void merge() {
    int n = root.length;
    int[] memberStart = new int[n + 1];
    for (int v = 0; v < n; v++) {
      memberStart[find(v) + 1]++;
    }
    for (int v = 0; v < n; v++) {
      memberStart[v + 1] += memberStart[v];
    }
    int[] members = new int[n];
    int[] fill = memberStart.clone();
    for (int v = 0; v < n; v++) {
      members[fill[find(v)]++] = v;
    }
    int[] mergedStart = new int[n + 1];
    int[] mergedHead = new int[start[n]];
    int[] mergedLinks = new int[start[n]];
    int[] newest = new int[n];
    Arrays.fill(newest, -1);
    int count = 0;
    for (int v = 0; v < n; v++) {
      int first = count;
      for (int m = memberStart[v]; m < memberStart[v + 1]; m++) {
        int member = members[m];
        for (int a = start[member]; a < start[member + 1]; a++) {
          int w = find(head[a]);
          if (w == v) {
            continue;
          }
          if (newest[w] < first) {
            newest[w] = count;
            mergedHead[count++] = w;
          }
          mergedLinks[newest[w]] += links[a];
        }
      }
      mergedStart[v + 1] = count;
    }
    start = mergedStart;
    head = mergedHead;
    links = mergedLinks;
  }

  private int find(int v) {
    int top = v;
    while (root[top] != top) {
      root[top] = root[root[top]];
      top = root[top];
    }
    return top;
  }

  private boolean unite(int a, int b) {
    int x = find(a);
    int y = find(b);
    root[x] = y;
    return x != y;
  }

  /** Vertices by a number that only grows; all of k and more are alike. */
  private static final class Buckets {
    private final int[] head;
    private final int[] following;
    private final int[] before;
    private final int[] level;
    private int largest;

    Buckets(int vertices, int k) {
      head = new int[k + 1];
      Arrays.fill(head, -1);
      following = new int[vertices];
      before = new int[vertices];
      level = new int[vertices];
    }

    void add(int v, int at) {
      int capped = Math.min(at, head.length - 1);
      level[v] = capped;
      before[v] = -1;
      following[v] = head[capped];
      if (head[capped] >= 0) {
        before[head[capped]] = v;
      }
      head[capped] = v;
      largest = Math.max(largest, capped);
    }

    void raise(int v, int to) {
      if (Math.min(to, head.length - 1) > level[v]) {
        remove(v);
        add(v, to);
      }
    }

    int takeLargest() {
      while (largest > 0 && head[largest] < 0) {
        largest--;
      }
      int v = head[largest];
      if (v >= 0) {
        remove(v);
      }
      return v;
    }

    private void remove(int v) {
      if (before[v] >= 0) {
        following[before[v]] = following[v];
      } else {
        head[level[v]] = following[v];
      }
      if (following[v] >= 0) {
        before[following[v]] = before[v];
      }
    }
  }
}
