package supernode.solve.network.route;

import supernode.topology.CsrGraph;

/**
 * The links that lead one hop nearer to a destination, looked up along single paths: distances are
 * found between classes of vertices, so that no whole route graph is made for each destination.
 */
final class NearerLinks {
  private final CsrGraph graph;
  private final FabricClasses classes;
  private final ClassRoutes routes;
  private final int[] channel;
  private int preparedCell = -1;
  private int destination;

  NearerLinks(CsrGraph graph) {
    this.graph = graph;
    classes = FabricClasses.of(graph, () -> false);
    routes = new ClassRoutes(classes);
    int most = 0;
    for (int v = 0; v < graph.vertexCount(); v++) {
      most = Math.max(most, graph.degree(v));
    }
    channel = new int[most];
  }

  void prepare(int to) {
    destination = to;
    int cell = classes.cellOf(to);
    if (cell != preparedCell) {
      routes.prepare(cell);
      preparedCell = cell;
    }
  }

  /** How many links lead from a vertex nearer to the destination; 0 where none does. */
  int find(int v) {
    int here = hops(v);
    int count = 0;
    if (here == 1 || classes.directLinks(v, destination) > 0) {
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        if (graph.arcHead(arc) == destination) {
          channel[count++] = graph.arcChannel(arc);
        }
      }
      return count;
    }
    for (int arc = graph.arcStart(v); here > 1 && arc < graph.arcStart(v + 1); arc++) {
      int w = graph.arcHead(arc);
      if (graph.forwards(w) && hops(w) == here - 1) {
        channel[count++] = graph.arcChannel(arc);
      }
    }
    return count;
  }

  private int hops(int v) {
    return v == destination ? 0 : routes.hops(classes.cellOf(v));
  }

  /** One of the links found last, in the order of the vertex's links. */
  int channel(int index) {
    return channel[index];
  }
}
