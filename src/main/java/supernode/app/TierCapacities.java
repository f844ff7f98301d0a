package supernode.app;

import supernode.topology.CsrGraph;
import supernode.topology.generate.Counts;

/** Capacity of each switch tier towards the endpoints and away from them. */
final class TierCapacities {
  private TierCapacities() {}

  /** By tier, from 0 for the endpoints: capacity downwards, and upwards. */
  static double[][] of(CsrGraph graph, Counts counts) {
    int[] tier = new int[graph.vertexCount()];
    for (int v = 0; v < tier.length; v++) {
      tier[v] = counts.tierOf(v);
    }
    double[][] capacity = new double[counts.tiers().size() + 1][2];
    for (int l = 0; l < graph.linkCount(); l++) {
      int a = tier[graph.channelFrom(2 * l)];
      int b = tier[graph.channelTo(2 * l)];
      if (graph.isUsable(l) && a != b) {
        capacity[Math.max(a, b)][0] += graph.capacityBytesPerS(l);
        capacity[Math.min(a, b)][1] += graph.capacityBytesPerS(l);
      }
    }
    return capacity;
  }
}
