package supernode.solve.network.collective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import supernode.solve.network.collective.Stage.Ends;
import supernode.topology.CsrGraph;

/**
 * Trees of adding switches over a group of ranks: one for every switch that is nearest to all, the
 * data striped over them by what each can carry. An edge of a tree carries the sum once, however
 * many ranks hang below it.
 */
final class ReductionTrees {
  private final Tier tier;
  private final CsrGraph graph;
  private final int[] member;
  private final boolean[] isMember;

  /** The last one that a vertex was joined to, and by what: most trees join it to the same. */
  private final int[] joinedTo;

  private final double[] joinedBytesPerS;

  /** First and last arc to it. */
  private final int[] joinedFrom;

  private final int[] joinedUpTo;

  private final int[] nearer;
  private final boolean[] isNearer;

  /**
   * Trees over a group.
   *
   * @param group ranks, all on the tier
   */
  ReductionTrees(Tier tier, int[] group) {
    this.tier = tier;
    this.graph = tier.graph();
    member = Arrays.stream(group).map(r -> graph.endpoint(tier.endpoint(r))).toArray();
    isMember = new boolean[graph.vertexCount()];
    for (int v : member) {
      isMember[v] = true;
    }
    joinedTo = new int[graph.vertexCount()];
    Arrays.fill(joinedTo, -1);
    joinedBytesPerS = new double[graph.vertexCount()];
    joinedFrom = new int[graph.vertexCount()];
    joinedUpTo = new int[graph.vertexCount()];
    nearer = new int[graph.vertexCount()];
    isNearer = new boolean[graph.vertexCount()];
  }

  /** The breadth-first order from a root over adding switches, and everyone's distance. */
  private static final class Search {
    private final int[] order;
    private final int[] hops;
    private int count;
    private int depth;

    Search(int vertices) {
      order = new int[vertices];
      hops = new int[vertices];
      Arrays.fill(hops, -1);
    }
  }

  /** Who is that far from a member, and from the one that is farthest from it, is no nearer. */
  private List<Search> nearest() {
    int[] fromOne = hopsFrom(member[0]);
    int far = member[0];
    for (int v : member) {
      far = fromOne[v] > fromOne[far] ? v : far;
    }
    int[] fromFar = hopsFrom(far);
    int[] roots =
        IntStream.range(0, graph.vertexCount())
            .filter(v -> tier.reduces(v) && graph.isUp(v) && fromOne[v] >= 0)
            .toArray();
    List<Search> best = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    int most = IntStream.of(roots).map(v -> Math.max(fromOne[v], fromFar[v])).max().orElse(0);
    for (int hops = 0; hops <= Math.min(most, least); hops++) {
      for (int v : roots) {
        if (Math.max(fromOne[v], fromFar[v]) == hops && hops <= least) {
          Search s = search(v, least);
          if (s.depth < least) {
            best.clear();
            least = s.depth;
          }
          if (s.depth == least && least < Integer.MAX_VALUE) {
            best.add(s);
          }
        }
      }
    }
    best.sort(Comparator.comparingInt(s -> s.order[0]));
    return best;
  }

  /** Over adding switches, from one of the members; -1 for who is not reached. */
  private int[] hopsFrom(int one) {
    int[] hops = new int[graph.vertexCount()];
    Arrays.fill(hops, -1);
    int[] queue = new int[hops.length];
    queue[0] = one;
    hops[one] = 0;
    int count = 1;
    for (int i = 0; i < count; i++) {
      int v = queue[i];
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int w = graph.arcHead(arc);
        if (hops[w] < 0 && (isMember[w] || tier.reduces(w))) {
          hops[w] = hops[v] + 1;
          if (!isMember[w]) {
            queue[count++] = w;
          }
        }
      }
    }
    return hops;
  }

  /** Given up once it is deeper than so many hops. */
  private Search search(int root, int most) {
    Search s = new Search(graph.vertexCount());
    s.order[0] = root;
    s.hops[root] = 0;
    s.count = 1;
    int found = 0;
    for (int i = 0; i < s.count && s.hops[s.order[i]] <= most; i++) {
      int v = s.order[i];
      if (isMember[v]) {
        found++;
        s.depth = s.hops[v];
        continue;
      }
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int w = graph.arcHead(arc);
        if (s.hops[w] < 0 && (isMember[w] || tier.reduces(w))) {
          s.hops[w] = s.hops[v] + 1;
          s.order[s.count++] = w;
        }
      }
    }
    if (found < member.length) {
      s.depth = Integer.MAX_VALUE;
    }
    return s;
  }

  /**
   * Adds what crosses the channels.
   *
   * @param load by channel of the tier, shifted by {@code first}
   * @return links from the ranks to the root; 0 if no adding switches join them all
   */
  int add(double[] load, int first, Stage.Reduction stage) {
    List<Search> trees = nearest();
    if (trees.isEmpty()) {
      return 0;
    }
    double[] weight = new double[trees.size()];
    int[][] parents = new int[trees.size()][];
    double all = 0;
    for (int t = 0; t < trees.size(); t++) {
      parents[t] = parents(trees.get(t), t);
      weight[t] = narrowest(trees.get(t), parents[t]);
      all += weight[t];
    }
    for (int t = 0; t < trees.size(); t++) {
      add(load, first, stage, trees.get(t), parents[t], weight[t] / all);
    }
    return trees.getFirst().depth;
  }

  /** Next vertex to the root of everyone that has members below; -1 else. */
  private int[] parents(Search s, int turn) {
    int[] parent = new int[graph.vertexCount()];
    Arrays.fill(parent, -1);
    boolean[] used = isMember.clone();
    for (int i = s.count - 1; i > 0; i--) {
      int v = s.order[i];
      if (used[v]) {
        parent[v] = parent(s, v, turn);
        used[parent[v]] = true;
      }
    }
    return parent;
  }

  private int parent(Search s, int v, int turn) {
    int from = graph.arcStart(v);
    if (graph.degree(v) == 1) {
      return graph.arcHead(from);
    }
    int count = 0;
    for (int arc = from; arc < graph.arcStart(v + 1); arc++) {
      int w = graph.arcHead(arc);
      if (s.hops[w] == s.hops[v] - 1 && !isMember[w] && !isNearer[w]) {
        isNearer[w] = true;
        nearer[count++] = w;
      }
    }
    for (int i = 0; i < count; i++) {
      isNearer[nearer[i]] = false;
    }
    return nearer[(turn + v) % count];
  }

  private double narrowest(Search s, int[] parent) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < s.count; i++) {
      int v = s.order[i];
      if (parent[v] >= 0) {
        least = Math.min(least, capacity(v, parent[v]));
      }
    }
    return Double.isInfinite(least) ? 1 : least;
  }

  private double capacity(int v, int w) {
    if (joinedTo[v] == w) {
      return joinedBytesPerS[v];
    }
    double sum = 0;
    joinedFrom[v] = graph.arcStart(v + 1);
    joinedUpTo[v] = graph.arcStart(v);
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      if (graph.arcHead(arc) == w) {
        joinedFrom[v] = Math.min(joinedFrom[v], arc);
        joinedUpTo[v] = arc;
        sum += graph.capacityBytesPerS(graph.arcChannel(arc) / 2);
      }
    }
    joinedTo[v] = w;
    joinedBytesPerS[v] = sum;
    return sum;
  }

  private void add(
      double[] load, int first, Stage.Reduction stage, Search s, int[] parent, double stripe) {
    int[] below = new int[graph.vertexCount()];
    boolean[] firstBelow = new boolean[graph.vertexCount()];
    for (int v : member) {
      below[v] = 1;
    }
    firstBelow[member[0]] = true;
    for (int i = s.count - 1; i > 0; i--) {
      int v = s.order[i];
      int p = parent[v];
      if (p < 0) {
        continue;
      }
      below[p] += below[v];
      firstBelow[p] |= firstBelow[v];
      boolean up = stage.ends() != Ends.FROM_FIRST || firstBelow[v];
      boolean down = stage.ends() != Ends.TO_FIRST || firstBelow[v];
      double upShare = up ? stripe * crossing(stage.upShare(), below[v]) : 0;
      double downShare = down ? stripe * crossing(stage.downShare(), below[v]) : 0;
      cross(load, first, v, p, upShare, downShare);
    }
  }

  /** Parts of the buffer add up below an edge until they are the whole. */
  private static double crossing(double share, int below) {
    return share >= 1 ? share : Math.min(1, share * below);
  }

  private void cross(double[] load, int first, int v, int p, double upShare, double downShare) {
    double all = capacity(v, p);
    for (int arc = joinedFrom[v]; arc <= joinedUpTo[v]; arc++) {
      if (graph.arcHead(arc) == p) {
        int channel = graph.arcChannel(arc);
        double part = Double.isInfinite(all) ? 1 : graph.capacityBytesPerS(channel / 2) / all;
        load[first + channel] += upShare * part;
        load[first + (channel ^ 1)] += downShare * part;
      }
    }
  }
}
