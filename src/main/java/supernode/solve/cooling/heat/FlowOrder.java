package supernode.solve.cooling.heat;

import java.util.Arrays;

/**
 * The nodes of a flow network from upstream to downstream. What flows round in a circle has to be
 * cut somewhere: links whose end comes before their start, few when the search begins behind the
 * pumps, for between pumps fluid only flows towards lower pressure.
 */
final class FlowOrder {
  private final int[] upstream;
  private final int[] downstream;
  private final int[] outStart;
  private final int[] outLink;
  private final int[] rank;
  private final int[] nodes;
  private int placed;

  /**
   * @param upstream node where each link's flow starts; -1 for a link without flow
   * @param downstream node where it ends
   * @param roots nodes to begin the search at
   */
  FlowOrder(int nodeCount, int[] upstream, int[] downstream, int[] roots) {
    this.upstream = upstream;
    this.downstream = downstream;
    outStart = new int[nodeCount + 2];
    for (int u : upstream) {
      if (u >= 0) {
        outStart[u + 2]++;
      }
    }
    for (int v = 2; v < outStart.length; v++) {
      outStart[v] += outStart[v - 1];
    }
    outLink = new int[outStart[nodeCount + 1]];
    for (int k = 0; k < upstream.length; k++) {
      if (upstream[k] >= 0) {
        outLink[outStart[upstream[k] + 1]++] = k;
      }
    }
    rank = new int[nodeCount];
    Arrays.fill(rank, -1);
    nodes = new int[nodeCount];
    placed = nodeCount;
    boolean[] seen = new boolean[nodeCount];
    for (int root : roots) {
      search(root, seen);
    }
    for (int v = 0; v < nodeCount; v++) {
      search(v, seen);
    }
  }

  /** Depth first; a node takes its place, from the end, when all behind it have theirs. */
  private void search(int root, boolean[] seen) {
    if (seen[root]) {
      return;
    }
    int[] stack = new int[16];
    int[] next = new int[16];
    int depth = 0;
    stack[0] = root;
    next[0] = outStart[root];
    seen[root] = true;
    while (depth >= 0) {
      int v = stack[depth];
      if (next[depth] == outStart[v + 1]) {
        placed--;
        nodes[placed] = v;
        rank[v] = placed;
        depth--;
        continue;
      }
      int w = downstream[outLink[next[depth]++]];
      if (!seen[w]) {
        seen[w] = true;
        depth++;
        if (depth == stack.length) {
          stack = Arrays.copyOf(stack, 2 * depth);
          next = Arrays.copyOf(next, 2 * depth);
        }
        stack[depth] = w;
        next[depth] = outStart[w];
      }
    }
  }

  /** Nodes from upstream to downstream. */
  int[] nodes() {
    return nodes;
  }

  /** Whether a link leads back to a node that comes earlier. */
  boolean leadsBack(int link) {
    return upstream[link] >= 0 && rank[upstream[link]] >= rank[downstream[link]];
  }

  /** First and one past the last position in {@link #outLink} of a node's links. */
  int outBegin(int node) {
    return outStart[node];
  }

  int outEnd(int node) {
    return outStart[node + 1];
  }

  int outLink(int position) {
    return outLink[position];
  }
}
