package supernode.solve.cooling.hydraulic;

import java.util.Arrays;

/**
 * An elimination order that keeps a sparse factor small: always the node with the fewest neighbours
 * left (greedy minimum degree, Tinney and Walker 1967). Loops of racks are almost trees, for which
 * this leaves no fill to speak of.
 */
final class MinimumDegree {
  private static final int[] NONE = {};

  private final int[][] neighbours;
  private final int[] degree;
  private final int[] head;
  private final int[] next;
  private final int[] previous;

  private MinimumDegree(int[][] adjacency) {
    int nodes = adjacency.length;
    neighbours = adjacency.clone();
    degree = new int[nodes];
    head = new int[nodes + 1];
    next = new int[nodes];
    previous = new int[nodes];
    Arrays.fill(head, -1);
    for (int v = nodes - 1; v >= 0; v--) {
      degree[v] = neighbours[v].length;
      push(v);
    }
  }

  /**
   * Nodes in the order of elimination.
   *
   * @param adjacency sorted distinct neighbours of each node
   */
  static int[] order(int[][] adjacency) {
    return new MinimumDegree(adjacency).run();
  }

  /** Sorted distinct neighbours of each node. */
  static int[][] adjacency(int nodes, int[] from, int[] to) {
    int[] count = new int[nodes];
    for (int k = 0; k < from.length; k++) {
      count[from[k]]++;
      count[to[k]]++;
    }
    int[][] lists = new int[nodes][];
    Arrays.setAll(lists, v -> new int[count[v]]);
    Arrays.fill(count, 0);
    for (int k = 0; k < from.length; k++) {
      lists[from[k]][count[from[k]]++] = to[k];
      lists[to[k]][count[to[k]]++] = from[k];
    }
    for (int v = 0; v < nodes; v++) {
      lists[v] = distinct(lists[v]);
    }
    return lists;
  }

  private static int[] distinct(int[] list) {
    Arrays.sort(list);
    int n = 0;
    for (int u : list) {
      if (n == 0 || list[n - 1] != u) {
        list[n++] = u;
      }
    }
    return n == list.length ? list : Arrays.copyOf(list, n);
  }

  private int[] run() {
    int[] order = new int[degree.length];
    int least = 0;
    for (int i = 0; i < order.length; i++) {
      while (head[least] < 0) {
        least++;
      }
      int v = head[least];
      order[i] = v;
      remove(v);
      int[] clique = neighbours[v];
      neighbours[v] = NONE;
      for (int u : clique) {
        remove(u);
        neighbours[u] = union(neighbours[u], clique, u, v);
        degree[u] = neighbours[u].length;
        push(u);
        least = Math.min(least, degree[u]);
      }
    }
    return order;
  }

  private void push(int v) {
    int d = degree[v];
    next[v] = head[d];
    previous[v] = -1;
    if (head[d] >= 0) {
      previous[head[d]] = v;
    }
    head[d] = v;
  }

  private void remove(int v) {
    if (previous[v] >= 0) {
      next[previous[v]] = next[v];
    } else {
      head[degree[v]] = next[v];
    }
    if (next[v] >= 0) {
      previous[next[v]] = previous[v];
    }
  }

  /** Sorted union of two sorted lists without two members. */
  private static int[] union(int[] a, int[] b, int without, int andWithout) {
    int[] merged = new int[a.length + b.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      int value;
      if (j == b.length || (i < a.length && a[i] <= b[j])) {
        value = a[i];
        j += j < b.length && b[j] == value ? 1 : 0;
        i++;
      } else {
        value = b[j++];
      }
      if (value != without && value != andWithout) {
        merged[n++] = value;
      }
    }
    return Arrays.copyOf(merged, n);
  }
}
