package supernode.solve.network.rate;

/**
 * Proof that rates are the max-min fair ones, whatever computed them: no link is above its
 * capacity, and every flow has its demand or crosses a full link on which nobody's rate per weight
 * is higher. (Bertsekas and Gallager, Data Networks, section 6.5: both together are equivalent to
 * max-min fairness.)
 *
 * @param worstOverload largest excess of a link's load over its capacity, or of a rate over its
 *     demand, as a share; 0 when none
 * @param worstShortfall largest share by which a flow stays behind what the condition asks for; 0
 *     when none, 1 when a flow has no full link at all
 */
public record MaxMinCertificate(double worstOverload, double worstShortfall) {
  /** Relative tolerance within which a link counts as full and a rate as the largest. */
  public static final double TOLERANCE = 1e-9;

  public boolean holds() {
    return worstOverload <= TOLERANCE && worstShortfall <= TOLERANCE;
  }

  /** Checks rates (byte/s, per flow class) in time proportional to the incidence. */
  public static MaxMinCertificate check(MaxMinProblem problem, double[] rateBytesPerS) {
    FlowIncidence a = problem.incidence;
    double[] utilisation = load(problem, rateBytesPerS);
    for (int l = 0; l < utilisation.length; l++) {
      double all = problem.capacity[l] * problem.linkCount[l];
      utilisation[l] = all > 0 && all < Double.POSITIVE_INFINITY ? utilisation[l] / all : 0;
    }
    double[] fastest = fastestPerWeight(problem, rateBytesPerS);
    double overload = 0;
    for (int l = 0; l < utilisation.length; l++) {
      boolean carriesOnNothing = problem.capacity[l] == 0 && fastest[l] > 0;
      overload = Math.max(overload, carriesOnNothing ? 1 : utilisation[l] - 1);
    }
    double shortfall = 0;
    for (int f = 0; f < a.flows(); f++) {
      double rate = rateBytesPerS[f];
      if (rate > problem.limit[f]) {
        overload = Math.max(overload, rate / problem.limit[f] - 1);
      }
      if (a.start[f] == a.start[f + 1] || rate >= problem.limit[f] * (1 - TOLERANCE)) {
        continue;
      }
      double best = 1;
      boolean bounded = false;
      for (int e = a.start[f]; e < a.start[f + 1]; e++) {
        int l = a.link[e];
        bounded |= problem.capacity[l] < Double.POSITIVE_INFINITY;
        if (utilisation[l] >= 1 - TOLERANCE || problem.capacity[l] == 0) {
          double most = fastest[l];
          best = Math.min(best, most > 0 ? 1 - rate / problem.weight[f] / most : 0);
        }
      }
      if (bounded || rate < Double.POSITIVE_INFINITY) {
        shortfall = Math.max(shortfall, best);
      }
    }
    return new MaxMinCertificate(overload, shortfall);
  }

  /** What the flows put on each class of links, added up afresh. */
  static double[] load(MaxMinProblem problem, double[] rate) {
    FlowIncidence a = problem.incidence;
    double[] load = new double[a.links()];
    for (int f = 0; f < a.flows(); f++) {
      double flow = rate[f] * problem.flowCount[f];
      for (int e = a.start[f]; flow > 0 && e < a.start[f + 1]; e++) {
        load[a.link[e]] += flow * a.share[e];
      }
    }
    return load;
  }

  /** The largest rate per weight on each link. */
  public static double[] fastestPerWeight(MaxMinProblem problem, double[] rate) {
    FlowIncidence a = problem.incidence;
    double[] fastest = new double[a.links()];
    for (int f = 0; f < a.flows(); f++) {
      double perWeight = rate[f] / problem.weight[f];
      for (int e = a.start[f]; e < a.start[f + 1]; e++) {
        fastest[a.link[e]] = Math.max(fastest[a.link[e]], perWeight);
      }
    }
    return fastest;
  }
}
