package supernode.solve.network.route;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import supernode.topology.CsrGraph;

/**
 * Servers of a fabric: runs of so many consecutive endpoints, failed ones counted too, with the
 * links and switches that only one of them has. What is inside does not change as parts fail.
 */
final class Servers {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  private final CsrGraph graph;
  private final int perServer;
  private final int[] endpoint;

  /** Place of a vertex among the endpoints; -1 for switches. */
  private final int[] placeOf;

  /** The only server that a switch and those that it hangs together with have links to. */
  private final int[] serverOf;

  private final int[] root;

  Servers(CsrGraph graph, int perServer) {
    this.graph = graph;
    this.perServer = perServer;
    int n = graph.vertexCount();
    endpoint = IntStream.range(0, n).filter(graph::isEndpoint).toArray();
    placeOf = new int[n];
    Arrays.fill(placeOf, NONE);
    for (int i = 0; i < endpoint.length; i++) {
      placeOf[endpoint[i]] = i;
    }
    root = IntStream.range(0, n).toArray();
    for (int l = 0; l < graph.linkCount(); l++) {
      int a = graph.channelFrom(2 * l);
      int b = graph.channelTo(2 * l);
      if (!graph.isEndpoint(a) && !graph.isEndpoint(b)) {
        root[find(a)] = find(b);
      }
    }
    serverOf = new int[n];
    Arrays.fill(serverOf, NONE);
    for (int l = 0; l < graph.linkCount(); l++) {
      note(graph.channelFrom(2 * l), graph.channelTo(2 * l));
      note(graph.channelTo(2 * l), graph.channelFrom(2 * l));
    }
  }

  private void note(int end, int to) {
    if (graph.isEndpoint(end) && !graph.isEndpoint(to)) {
      int whole = find(to);
      int server = server(end);
      serverOf[whole] = serverOf[whole] == NONE || serverOf[whole] == server ? server : SEVERAL;
    }
  }

  private int find(int vertex) {
    int v = vertex;
    while (root[v] != v) {
      root[v] = root[root[v]];
      v = root[v];
    }
    return v;
  }

  int count() {
    return Math.ceilDiv(endpoint.length, perServer);
  }

  int perServer() {
    return perServer;
  }

  /** Server of an endpoint. */
  int server(int vertex) {
    return placeOf[vertex] / perServer;
  }

  /** Rail of an endpoint: its place in its server. */
  int rail(int vertex) {
    return placeOf[vertex] % perServer;
  }

  /** The endpoint on a rail of a server; -1 where the last server has not so many. */
  int at(int server, int rail) {
    int place = server * perServer + rail;
    return place < endpoint.length ? endpoint[place] : NONE;
  }

  /** Whether a link between two vertices is inside a server. */
  boolean isInner(int a, int b) {
    if (graph.isEndpoint(a) && graph.isEndpoint(b)) {
      return server(a) == server(b);
    }
    return serverOf[find(graph.isEndpoint(a) ? b : a)] >= 0;
  }

  /** The links inside servers. */
  BitSet innerLinks() {
    BitSet inner = new BitSet(graph.linkCount());
    for (int l = 0; l < graph.linkCount(); l++) {
      inner.set(l, isInner(graph.channelFrom(2 * l), graph.channelTo(2 * l)));
    }
    return inner;
  }
}
