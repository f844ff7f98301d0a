package supernode.solve.network.route;

import supernode.topology.CsrGraph;

/** What a directed link joins; bottlenecks are told by it. */
public enum ChannelKind {
  ENDPOINT_TO_SWITCH,
  SWITCH_TO_ENDPOINT,
  SWITCH_TO_SWITCH,
  ENDPOINT_TO_ENDPOINT;

  public static ChannelKind of(CsrGraph graph, int channel) {
    boolean from = graph.isEndpoint(graph.channelFrom(channel));
    boolean to = graph.isEndpoint(graph.channelTo(channel));
    if (from) {
      return to ? ENDPOINT_TO_ENDPOINT : ENDPOINT_TO_SWITCH;
    }
    return to ? SWITCH_TO_ENDPOINT : SWITCH_TO_SWITCH;
  }
}
