package supernode.solve.network.metric;

import supernode.topology.CsrGraph;

/**
 * The narrowest cut between two given sets of endpoints, switches on either side.
 *
 * @param bytesPerS capacity across, one way
 * @param links links across
 */
record SplitCut(double bytesPerS, long links) {
  /** {@code side} says for each endpoint that is up on which side it is. */
  static SplitCut of(CsrGraph graph, boolean[] side) {
    int n = graph.vertexCount();
    // All endpoints of a side become one vertex.
    int[] vertex = new int[n];
    for (int v = 0; v < n; v++) {
      vertex[v] = v;
    }
    for (int i = 0; i < side.length; i++) {
      vertex[graph.endpoint(i)] = side[i] ? n : n + 1;
    }
    // What joins a switch to a side is one link, of which most fabrics have most.
    double[][] toSide = new double[2][n];
    int between = 0;
    for (int l = 0; l < graph.linkCount(); l++) {
      int a = vertex[graph.channelFrom(2 * l)];
      int b = vertex[graph.channelTo(2 * l)];
      if (graph.isUsable(l)) {
        if (Math.max(a, b) < n) {
          between++;
        } else if (Math.min(a, b) < n) {
          toSide[Math.max(a, b) - n][Math.min(a, b)] += graph.capacityBytesPerS(l);
        }
      }
    }
    int gathered = 1;
    for (int v = 0; v < n; v++) {
      gathered += (toSide[0][v] > 0 ? 1 : 0) + (toSide[1][v] > 0 ? 1 : 0);
    }
    FlowNetwork network = new FlowNetwork(n + 2, between + gathered);
    double across = 0;
    for (int l = 0; l < graph.linkCount(); l++) {
      int a = vertex[graph.channelFrom(2 * l)];
      int b = vertex[graph.channelTo(2 * l)];
      if (graph.isUsable(l) && Math.max(a, b) < n) {
        network.add(a, b, graph.capacityBytesPerS(l), graph.capacityBytesPerS(l));
      }
      if (graph.isUsable(l) && a != b && Math.min(a, b) >= n) {
        across += graph.capacityBytesPerS(l);
      }
    }
    for (int end = 0; end < 2; end++) {
      for (int v = 0; v < n; v++) {
        if (toSide[end][v] > 0) {
          network.add(n + end, v, toSide[end][v], toSide[end][v]);
        }
      }
    }
    if (across > 0) {
      network.add(n, n + 1, across, across);
    }
    network.most(n, n + 1, Double.POSITIVE_INFINITY);
    double capacity = 0;
    long links = 0;
    for (int l = 0; l < graph.linkCount(); l++) {
      int a = vertex[graph.channelFrom(2 * l)];
      int b = vertex[graph.channelTo(2 * l)];
      if (graph.isUsable(l) && network.isOnSourceSide(a) != network.isOnSourceSide(b)) {
        capacity += graph.capacityBytesPerS(l);
        links++;
      }
    }
    return new SplitCut(capacity, links);
  }
}
