package supernode.solve.network.metric;

import supernode.topology.CsrGraph;

/** What no routing can exceed, for a rate of all ordered pairs of endpoints at the same time. */
public final class ThroughputBounds {
  private ThroughputBounds() {}

  /**
   * Capacity of all channels over the hops of all pairs: each pair uses up at least its distance (2
   * E over the sum of distances at unit capacity); infinite where a link has no limit or no pair a
   * path.
   */
  public static double byDistance(CsrGraph graph, HopCounts hops) {
    double capacity = 0;
    for (int l = 0; l < graph.linkCount(); l++) {
      capacity += graph.isUsable(l) ? 2 * graph.capacityBytesPerS(l) : 0;
    }
    double sum = hops.mean() * hops.reachable();
    return sum == 0 ? Double.POSITIVE_INFINITY : capacity / sum;
  }

  /** Capacity one way across a cut of the endpoints into halves, over the pairs that cross it. */
  public static double byBisection(CsrGraph graph, Bisection cut) {
    long n = graph.endpointCount();
    return cut.bytesPerS() / (n / 2 * (n - n / 2));
  }
}
