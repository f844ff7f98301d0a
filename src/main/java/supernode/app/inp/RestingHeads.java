package supernode.app.inp;

import java.util.Arrays;
import java.util.List;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.LinkState;

/**
 * Heads of parts that closed links cut off and nothing draws from: EPANET lets a closed link seep,
 * so such a part rests at the mean of the heads around it.
 */
final class RestingHeads {
  private static final int PASSES = 50;

  private RestingHeads() {}

  static void fill(HydraulicNetwork network, LinkState[] states, double[] headM) {
    int n = headM.length;
    boolean[] asked = new boolean[n];
    for (int v = 0; v < n; v++) {
      asked[v] = Double.isNaN(headM[v]) && network.nodes().get(v).demandKgS() == 0;
    }
    int[] part = parts(network.links(), states, asked);
    for (int pass = 0; pass < PASSES; pass++) {
      double[] sum = new double[n];
      int[] count = new int[n];
      for (int k = 0; k < states.length; k++) {
        if (states[k] == LinkState.SHUT) {
          HydraulicLink link = network.links().get(k);
          add(link.from(), link.to(), part, headM, asked, sum, count);
          add(link.to(), link.from(), part, headM, asked, sum, count);
        }
      }
      double moved = 0;
      for (int v = 0; v < n; v++) {
        if (asked[v] && count[part[v]] > 0) {
          double next = sum[part[v]] / count[part[v]];
          moved = Double.isNaN(headM[v]) ? 1 : Math.max(moved, Math.abs(next - headM[v]));
          headM[v] = next;
        }
      }
      if (moved < 1e-9) {
        return;
      }
    }
  }

  private static void add(
      int v, int other, int[] part, double[] headM, boolean[] asked, double[] sum, int[] count) {
    if (asked[v] && part[v] != part[other] && !Double.isNaN(headM[other])) {
      sum[part[v]] += headM[other];
      count[part[v]]++;
    }
  }

  private static int[] parts(List<HydraulicLink> links, LinkState[] states, boolean[] asked) {
    int[] part = new int[asked.length];
    Arrays.setAll(part, v -> v);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int k = 0; k < states.length; k++) {
        HydraulicLink l = links.get(k);
        if (states[k] == LinkState.OPEN && asked[l.from()] && asked[l.to()]) {
          int least = Math.min(part[l.from()], part[l.to()]);
          changed |= part[l.from()] != least || part[l.to()] != least;
          part[l.from()] = least;
          part[l.to()] = least;
        }
      }
    }
    return part;
  }
}
