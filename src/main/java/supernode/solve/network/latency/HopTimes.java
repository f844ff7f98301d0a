package supernode.solve.network.latency;

import supernode.topology.CsrGraph;

/** Time that each channel takes on an idle fabric, on the way and as the last of a path. */
final class HopTimes {
  private final double[] lastS;
  private final double[] onS;

  HopTimes(CsrGraph graph, LatencyTerms terms) {
    lastS = new double[graph.channelCount()];
    onS = new double[graph.channelCount()];
    for (int c = 0; c < onS.length; c++) {
      int link = c >> 1;
      lastS[c] = graph.latencyS(link) + graph.propagationS(link);
      onS[c] =
          lastS[c]
              + terms.headerBytes() / graph.capacityBytesPerS(link)
              + graph.transitS(graph.channelTo(c));
    }
  }

  /** Into the destination. */
  double lastS(int channel) {
    return lastS[channel];
  }

  /** Into a vertex that passes on, and through it. */
  double onS(int channel) {
    return onS[channel];
  }
}
