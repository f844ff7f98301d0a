package supernode.solve.cooling;

import java.util.Arrays;
import java.util.List;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Advection;
import supernode.solve.cooling.heat.Affine;
import supernode.solve.cooling.hydraulic.HydraulicLink;

/** Degrees Celsius at nodes and at both ends of links, with their enthalpies. */
record Temperatures(
    double[] nodeC,
    double[] inletC,
    double[] outletC,
    double[] nodeJKg,
    double[] inletJKg,
    double[] outletJKg) {

  /** One temperature everywhere. */
  static Temperatures uniform(int nodes, int links, double temperatureC, Fluid fluid) {
    return new Temperatures(
        filled(nodes, temperatureC),
        filled(links, temperatureC),
        filled(links, temperatureC),
        filled(nodes, fluid.enthalpy(temperatureC)),
        filled(links, fluid.enthalpy(temperatureC)),
        filled(links, fluid.enthalpy(temperatureC)));
  }

  private static double[] filled(int n, double value) {
    double[] all = new double[n];
    Arrays.fill(all, value);
    return all;
  }

  /**
   * From the enthalpies of the nodes that moving fluid reaches.
   *
   * @param near about what they will be
   */
  static Temperatures of(
      Temperatures near,
      List<HydraulicLink> links,
      Advection advection,
      double[] nodeJKg,
      double[] slope,
      double[] constant,
      Fluid fluid,
      double restingC) {
    int n = nodeJKg.length;
    int m = links.size();
    Temperatures t = uniform(n, m, restingC, fluid);
    for (int v = 0; v < n; v++) {
      t.nodeJKg[v] = nodeJKg[v];
      t.nodeC[v] = advection.reached(v) ? fluid.temperatureC(nodeJKg[v], near.nodeC[v]) : restingC;
    }
    t.spread(links, advection);
    for (int k = 0; k < m; k++) {
      if (advection.moves(k)) {
        int up = advection.upstream(k);
        t.inletC[k] = t.nodeC[up];
        t.inletJKg[k] = nodeJKg[up];
        t.outletJKg[k] = new Affine(slope[k], constant[k]).at(nodeJKg[up]);
        t.outletC[k] =
            t.outletJKg[k] == t.inletJKg[k]
                ? t.inletC[k]
                : fluid.temperatureC(t.outletJKg[k], near.outletC[k]);
      } else {
        t.inletC[k] = (t.nodeC[links.get(k).from()] + t.nodeC[links.get(k).to()]) / 2;
        t.outletC[k] = t.inletC[k];
        t.inletJKg[k] = fluid.enthalpy(t.inletC[k]);
        t.outletJKg[k] = t.inletJKg[k];
      }
    }
    return t;
  }

  /** Resting fluid takes the temperature of the nearest moving fluid, counted in links. */
  private void spread(List<HydraulicLink> links, Advection advection) {
    int n = nodeC.length;
    boolean[] known = new boolean[n];
    int missing = 0;
    for (int v = 0; v < n; v++) {
      known[v] = advection.reached(v);
      missing += known[v] ? 0 : 1;
    }
    if (missing == 0) {
      return;
    }
    int[] start = new int[n + 1];
    for (HydraulicLink link : links) {
      start[link.from()]++;
      start[link.to()]++;
    }
    for (int v = 0, end = 0; v <= n; v++) {
      end += start[v];
      start[v] = end;
    }
    int[] near = new int[2 * links.size()];
    for (HydraulicLink link : links) {
      near[--start[link.from()]] = link.to();
      near[--start[link.to()]] = link.from();
    }
    int[] queue = new int[n];
    int last = 0;
    for (int v = 0; v < n; v++) {
      if (known[v]) {
        queue[last++] = v;
      }
    }
    for (int first = 0; first < last; first++) {
      int v = queue[first];
      for (int p = start[v]; p < start[v + 1]; p++) {
        int w = near[p];
        if (!known[w]) {
          known[w] = true;
          nodeC[w] = nodeC[v];
          queue[last++] = w;
        }
      }
    }
  }

  /** Largest difference to another state of the same network, K. */
  double distance(Temperatures other) {
    double largest = 0;
    for (int v = 0; v < nodeC.length; v++) {
      largest = Math.max(largest, Math.abs(nodeC[v] - other.nodeC[v]));
    }
    for (int k = 0; k < outletC.length; k++) {
      largest = Math.max(largest, Math.abs(outletC[k] - other.outletC[k]));
    }
    return largest;
  }

  /** Node whose temperature differs most from another state. */
  int worstNode(Temperatures other) {
    int worst = 0;
    for (int v = 1; v < nodeC.length; v++) {
      double difference = Math.abs(nodeC[v] - other.nodeC[v]);
      worst = difference > Math.abs(nodeC[worst] - other.nodeC[worst]) ? v : worst;
    }
    return worst;
  }

  boolean fits(int nodes, int links) {
    return nodeC.length == nodes && inletC.length == links;
  }

  double meanC(int link) {
    return (inletC[link] + outletC[link]) / 2;
  }
}
