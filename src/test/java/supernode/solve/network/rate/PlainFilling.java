package supernode.solve.network.rate;

import java.util.Arrays;

/** A second, slow solver that shares no code with the first. */
final class PlainFilling {
  private PlainFilling() {}

  static double[] rates(MaxMinProblem p) {
    FlowIncidence a = p.incidence();
    int flows = a.flows();
    double[] rate = new double[flows];
    boolean[] stopped = new boolean[flows];
    for (int f = 0; f < flows; f++) {
      stopped[f] = a.start(f) == a.start(f + 1);
    }
    while (true) {
      double[] load = new double[a.links()];
      double[] slope = new double[a.links()];
      double step = Double.POSITIVE_INFINITY;
      for (int f = 0; f < flows; f++) {
        for (int e = a.start(f); e < a.start(f + 1); e++) {
          double share = p.flowCount[f] * a.share(e) / p.linkCount[a.link(e)];
          load[a.link(e)] += share * rate[f];
          slope[a.link(e)] += stopped[f] ? 0 : share * p.weight[f];
        }
        if (!stopped[f]) {
          step = Math.min(step, (p.limit[f] - rate[f]) / p.weight[f]);
        }
      }
      boolean[] full = new boolean[a.links()];
      for (int l = 0; l < full.length; l++) {
        if (slope[l] > 0) {
          step = Math.min(step, Math.max(0, p.capacity[l] - load[l]) / slope[l]);
        }
      }
      if (step == Double.POSITIVE_INFINITY) {
        for (int f = 0; f < flows; f++) {
          rate[f] = stopped[f] ? rate[f] : step;
        }
        return rate;
      }
      for (int l = 0; l < full.length; l++) {
        full[l] =
            p.capacity[l] < Double.POSITIVE_INFINITY
                && slope[l] > 0
                && p.capacity[l] - load[l] - slope[l] * step <= 1e-11 * p.capacity[l];
      }
      for (int f = 0; f < flows; f++) {
        if (!stopped[f]) {
          rate[f] += step * p.weight[f];
          boolean held = rate[f] >= p.limit[f] * (1 - 1e-12);
          for (int e = a.start(f); e < a.start(f + 1); e++) {
            held |= full[a.link(e)];
          }
          stopped[f] = held;
        }
      }
      if (allTrue(stopped)) {
        return rate;
      }
    }
  }

  private static boolean allTrue(boolean[] values) {
    return Arrays.equals(values, filled(values.length));
  }

  private static boolean[] filled(int length) {
    boolean[] all = new boolean[length];
    Arrays.fill(all, true);
    return all;
  }
}
