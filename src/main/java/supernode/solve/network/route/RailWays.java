package supernode.solve.network.route;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import supernode.topology.CsrGraph;

/**
 * Rails: inside the server to the accelerator on the destination's rail, and along that rail over
 * the fabric outside (PXN of NCCL). Servers are runs of consecutive endpoints.
 */
final class RailWays implements Ways {
  private final CsrGraph graph;
  private final int perServer;
  private final ShortestWays whole;
  private final Map<Integer, ShortestWays> server = new HashMap<>();
  private ShortestWays outside;

  RailWays(CsrGraph graph, int perServer) {
    this.graph = graph;
    this.perServer = perServer;
    whole = new ShortestWays(graph);
  }

  @Override
  public boolean add(int from, int to, double share, ChannelSums sums) {
    if (from / perServer == to / perServer) {
      return whole.add(from, to, share, sums);
    }
    int via = from / perServer * perServer + to % perServer;
    boolean first =
        via == from || (graph.isUp(via) && inServer(from / perServer).add(from, via, share, sums));
    return first && outside().add(via, to, share, sums);
  }

  /** What is left with the other servers' endpoints down: the ways inside one server. */
  private ShortestWays inServer(int number) {
    return server.computeIfAbsent(
        number,
        _ -> {
          BitSet others = new BitSet();
          for (int i = 0; i < graph.endpointCount(); i++) {
            others.set(graph.endpoint(i), graph.endpoint(i) / perServer != number);
          }
          return new ShortestWays(graph.without(others, new BitSet()));
        });
  }

  /** The rails alone: without the links inside servers, and without switches of one server. */
  private ShortestWays outside() {
    if (outside == null) {
      BitSet inner = new BitSet();
      for (int v = 0; v < graph.vertexCount(); v++) {
        inner.set(v, !graph.isEndpoint(v) && servesOne(v));
      }
      BitSet direct = new BitSet();
      for (int l = 0; l < graph.linkCount(); l++) {
        int a = graph.channelFrom(2 * l);
        int b = graph.channelTo(2 * l);
        direct.set(l, graph.isEndpoint(a) && graph.isEndpoint(b) && a / perServer == b / perServer);
      }
      outside = new ShortestWays(graph.without(inner, direct));
    }
    return outside;
  }

  private boolean servesOne(int v) {
    int server = -1;
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      int w = graph.arcHead(arc);
      if (!graph.isEndpoint(w) || (server >= 0 && w / perServer != server)) {
        return false;
      }
      server = w / perServer;
    }
    return server >= 0;
  }
}
