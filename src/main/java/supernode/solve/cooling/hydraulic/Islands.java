package supernode.solve.cooling.hydraulic;

import java.util.Arrays;

/** Parts of a network that open links hold together, found by union-find. */
final class Islands {
  /** A demand below this is rounding. */
  private static final double DEMAND_KG_S = 1e-9;

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

  /** By the present states of the links, with one more link apart; -1 for none. */
  static Islands of(Iteration state, int apart) {
    int n = state.pressurePa.length;
    Islands islands = new Islands(n);
    for (int k = 0; k < state.laws.length; k++) {
      if (state.state[k] == LinkState.OPEN && k != apart) {
        islands.parent[islands.root(state.from[k])] = islands.root(state.to[k]);
      }
    }
    for (int v = 0; v < n; v++) {
      HydraulicNode node = state.network.nodes().get(v);
      int root = islands.root(v);
      islands.anchored[root] |= node.fixedPressurePa().isPresent();
      islands.demandKgS[root] += node.demandKgS();
      islands.size[root]++;
    }
    for (int k = 0; k < state.laws.length; k++) {
      if (state.state[k] == LinkState.REGULATING || k == apart) {
        islands.regulate(state, k);
      }
    }
    return islands;
  }

  private void regulate(Iteration state, int k) {
    int held = Regulation.heldNode(state, k);
    if (held >= 0) {
      anchored[root(held)] = true;
    } else if (state.laws[k] instanceof FlowControl valve) {
      double set = state.copies[k] * state.densityKgM3[k] * valve.settingM3S();
      demandKgS[root(state.from[k])] += set;
      demandKgS[root(state.to[k])] -= set;
    }
  }

  /** Whether a valve's two sides each have a pressure of their own when it regulates. */
  boolean leaves(Iteration state, int valve) {
    return anchored(state.from[valve]) && anchored(state.to[valve]);
  }

  int root(int v) {
    int r = v;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  /** Whether some node of this one's island has a known pressure. */
  boolean anchored(int v) {
    return anchored[root(v)];
  }

  /** What leaves this node's island, kg/s. */
  double demandKgS(int v) {
    return demandKgS[root(v)];
  }

  /** Whether fluid is drawn from, or pressed into, this node's island and nothing balances it. */
  boolean unfed(int v) {
    return !anchored(v) && Math.abs(demandKgS(v)) > DEMAND_KG_S;
  }

  boolean alone(int v) {
    return size[root(v)] == 1;
  }

  /** The highest node of each island without known pressure or demand, marked. */
  boolean[] pins(HydraulicNetwork network) {
    int n = parent.length;
    int[] highest = new int[n];
    Arrays.fill(highest, -1);
    for (int v = 0; v < n; v++) {
      int root = root(v);
      if (!anchored[root]
          && !unfed(v)
          && (highest[root] < 0 || higher(network, v, highest[root]))) {
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
