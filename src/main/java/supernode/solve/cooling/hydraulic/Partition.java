package supernode.solve.cooling.hydraulic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of a network that no link joins, in the order of their first nodes.
 *
 * @param partOf of each node
 * @param place of each node in its part
 * @param nodes of each part, indices in the whole
 * @param links the same
 */
public record Partition(int[] partOf, int[] place, int[][] nodes, int[][] links) {
  /** Every link must join two nodes of the network. */
  public static Partition of(HydraulicNetwork network) {
    return of(network.nodes().size(), network.links());
  }

  /** Of so many nodes, as they are joined. */
  public static Partition of(int n, List<HydraulicLink> between) {
    int[] parent = new int[n];
    Arrays.setAll(parent, v -> v);
    for (HydraulicLink link : between) {
      parent[root(parent, link.from())] = root(parent, link.to());
    }
    int[] partOf = new int[n];
    int[] ofRoot = new int[n];
    Arrays.fill(ofRoot, -1);
    int parts = 0;
    for (int v = 0; v < n; v++) {
      int root = root(parent, v);
      if (ofRoot[root] < 0) {
        ofRoot[root] = parts++;
      }
      partOf[v] = ofRoot[root];
    }
    int[] nodeCount = new int[parts];
    int[] linkCount = new int[parts];
    int[] place = new int[n];
    for (int v = 0; v < n; v++) {
      place[v] = nodeCount[partOf[v]]++;
    }
    for (HydraulicLink link : between) {
      linkCount[partOf[link.from()]]++;
    }
    int[][] nodes = new int[parts][];
    int[][] links = new int[parts][];
    for (int p = 0; p < parts; p++) {
      nodes[p] = new int[nodeCount[p]];
      links[p] = new int[linkCount[p]];
    }
    for (int v = 0; v < n; v++) {
      nodes[partOf[v]][place[v]] = v;
    }
    for (int k = between.size() - 1; k >= 0; k--) {
      int part = partOf[between.get(k).from()];
      links[part][--linkCount[part]] = k;
    }
    return new Partition(partOf, place, nodes, links);
  }

  public int size() {
    return nodes.length;
  }

  /** One part as a network of its own. */
  public HydraulicNetwork network(HydraulicNetwork whole, int part) {
    List<HydraulicNode> own = new ArrayList<>(nodes[part].length);
    for (int v : nodes[part]) {
      own.add(whole.nodes().get(v));
    }
    List<HydraulicLink> between = new ArrayList<>(links[part].length);
    for (int k : links[part]) {
      HydraulicLink l = whole.links().get(k);
      between.add(l.at(place[l.from()], place[l.to()]));
    }
    return new HydraulicNetwork(own, between);
  }

  private static int root(int[] parent, int v) {
    int r = v;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }
}
