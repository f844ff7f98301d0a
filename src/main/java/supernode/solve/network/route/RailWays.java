package supernode.solve.network.route;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
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

  /** Endpoints in their order, failed ones too. */
  private final int[] endpoint;

  /** Place of a vertex in that order; -1 for switches. */
  private final int[] placeOf;

  RailWays(CsrGraph graph, int perServer) {
    this.graph = graph;
    this.perServer = perServer;
    whole = new ShortestWays(graph);
    endpoint = IntStream.range(0, graph.vertexCount()).filter(graph::isEndpoint).toArray();
    placeOf = new int[graph.vertexCount()];
    Arrays.fill(placeOf, -1);
    for (int i = 0; i < endpoint.length; i++) {
      placeOf[endpoint[i]] = i;
    }
  }

  /** Whether the first endpoints of a server meet at one switch, or inside the server. */
  boolean joinServers() {
    for (int i = 0; i + 1 < endpoint.length; i += perServer) {
      int a = endpoint[i];
      int b = endpoint[i + 1];
      if (perServer > 1 && graph.isUp(a) && graph.isUp(b)) {
        RouteDag near = whole.to(b);
        int p = near.position(a);
        return (p > 0 && near.hops(p) <= 2)
            || new ShortestWays(graph.without(beyondServers(), new BitSet())).to(b).position(a) > 0;
      }
    }
    return true;
  }

  private BitSet beyondServers() {
    BitSet switches = new BitSet();
    for (int v = 0; v < graph.vertexCount(); v++) {
      switches.set(v, !graph.isEndpoint(v) && !servesOne(v));
    }
    return switches;
  }

  private int server(int v) {
    return placeOf[v] / perServer;
  }

  @Override
  public boolean add(int from, int to, double share, ChannelSums sums) {
    if (server(from) == server(to)) {
      return whole.add(from, to, share, sums);
    }
    int place = server(from) * perServer + placeOf[to] % perServer;
    if (place >= endpoint.length) {
      return false;
    }
    int via = endpoint[place];
    boolean first =
        via == from || (graph.isUp(via) && inServer(server(from)).add(from, via, share, sums));
    return first && outside().add(via, to, share, sums);
  }

  /** What is left with the other servers' endpoints down: the ways inside one server. */
  private ShortestWays inServer(int number) {
    return server.computeIfAbsent(
        number,
        _ -> {
          BitSet others = new BitSet();
          for (int i = 0; i < graph.endpointCount(); i++) {
            others.set(graph.endpoint(i), server(graph.endpoint(i)) != number);
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
        direct.set(l, graph.isEndpoint(a) && graph.isEndpoint(b) && server(a) == server(b));
      }
      outside = new ShortestWays(graph.without(inner, direct));
    }
    return outside;
  }

  private boolean servesOne(int v) {
    int only = -1;
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      int w = graph.arcHead(arc);
      if (!graph.isEndpoint(w) || (only >= 0 && server(w) != only)) {
        return false;
      }
      only = server(w);
    }
    return only >= 0;
  }
}
