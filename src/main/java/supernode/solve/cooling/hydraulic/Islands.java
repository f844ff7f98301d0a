package supernode.solve.cooling.hydraulic;

import java.util.Arrays;

/** Parts of a network that open links hold together, found by union-find. */
final class Islands {
  private final int[] parent;
  private final boolean[] anchored;
  private final double[] demandKgS;
  private final int[] size;

  private Islands(int nodes) {
    parent = new int[nodes];
    Arrays.setAll(parent, v -> v);
    anchored = new boolean[nodes];
    demandKgS = new double[nodes];
    size = new int[nodes];
  }

  static Islands of(HydraulicNetwork network, boolean[] open) {
    int n = network.nodes().size();
    Islands islands = new Islands(n);
    for (int k = 0; k < open.length; k++) {
      if (open[k]) {
        HydraulicLink link = network.links().get(k);
        islands.parent[islands.root(link.from())] = islands.root(link.to());
      }
    }
    for (int v = 0; v < n; v++) {
      HydraulicNode node = network.nodes().get(v);
      int root = islands.root(v);
      islands.anchored[root] |= node.fixedPressurePa().isPresent();
      islands.demandKgS[root] += node.demandKgS();
      islands.size[root]++;
    }
    return islands;
  }

  int root(int v) {
    int r = v;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  /** Whether some node of this one's island has a fixed pressure. */
  boolean anchored(int v) {
    return anchored[root(v)];
  }

  double demandKgS(int v) {
    return demandKgS[root(v)];
  }

  boolean alone(int v) {
    return size[root(v)] == 1;
  }

  /** The highest node of each island without fixed pressure, marked. */
  boolean[] pins(HydraulicNetwork network) {
    int n = parent.length;
    int[] highest = new int[n];
    Arrays.fill(highest, -1);
    for (int v = 0; v < n; v++) {
      int root = root(v);
      if (!anchored[root] && (highest[root] < 0 || higher(network, v, highest[root]))) {
        highest[root] = v;
      }
    }
    boolean[] pins = new boolean[n];
    for (int v : highest) {
      if (v >= 0) {
        pins[v] = true;
      }
    }
    return pins;
  }

  private static boolean higher(HydraulicNetwork network, int a, int b) {
    return network.nodes().get(a).elevationM() > network.nodes().get(b).elevationM();
  }
}
