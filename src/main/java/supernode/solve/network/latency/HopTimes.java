package supernode.solve.network.latency;

import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;

/** Time that each channel takes on an idle fabric, on the way and as the last of a path. */
final class HopTimes {
  private final CsrGraph graph;

  // By kind of link: graphs of many links have few.
  private final double[] lastS;
  private final double[] headedS;

  HopTimes(CsrGraph graph, LatencyTerms terms) {
    this.graph = graph;
    lastS = new double[graph.specs()];
    headedS = new double[lastS.length];
    for (int k = 0; k < lastS.length; k++) {
      LinkSpec link = graph.specOfNumber(k);
      lastS[k] = link.latencyS() + link.propagationS();
      headedS[k] = lastS[k] + terms.headerBytes() / link.capacityBytesPerS();
    }
  }

  /** Into the destination. */
  double lastS(int channel) {
    return lastS[graph.specNumber(channel >> 1)];
  }

  /** Into a vertex that passes on, and through it. */
  double onS(int channel) {
    return headedS[graph.specNumber(channel >> 1)] + graph.transitS(graph.channelTo(channel));
  }
}
