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
public record Partition(
    int[] partOf, int[] place, List<List<Integer>> nodes, List<List<Integer>> links) {
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
    int[] place = new int[n];
    Arrays.fill(ofRoot, -1);
    List<List<Integer>> nodes = new ArrayList<>();
    List<List<Integer>> links = new ArrayList<>();
    for (int v = 0; v < n; v++) {
      int root = root(parent, v);
      if (ofRoot[root] < 0) {
        ofRoot[root] = nodes.size();
        nodes.add(new ArrayList<>());
        links.add(new ArrayList<>());
      }
      partOf[v] = ofRoot[root];
      place[v] = nodes.get(partOf[v]).size();
      nodes.get(partOf[v]).add(v);
    }
    for (int k = 0; k < between.size(); k++) {
      links.get(partOf[between.get(k).from()]).add(k);
    }
    return new Partition(partOf, place, nodes, links);
  }

  public int size() {
    return nodes.size();
  }

  /** One part as a network of its own. */
  public HydraulicNetwork network(HydraulicNetwork whole, int part) {
    List<HydraulicNode> own = nodes.get(part).stream().map(whole.nodes()::get).toList();
    List<HydraulicLink> between = new ArrayList<>();
    for (int k : links.get(part)) {
      HydraulicLink l = whole.links().get(k);
      between.add(
          new HydraulicLink(l.label(), place[l.from()], place[l.to()], l.law(), l.copies()));
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
