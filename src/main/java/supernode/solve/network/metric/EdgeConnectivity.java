package supernode.solve.network.metric;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.topology.CsrGraph;

/**
 * How many links must fail before some endpoint can no longer reach some other one; a property of
 * the bare graph, in which everything passes traffic on.
 *
 * @param links number of links
 * @param exact false where only the least number of links at an endpoint was taken: an upper bound
 */
public record EdgeConnectivity(int links, boolean exact) {
  /** Endpoints times arcs up to which the minimum cuts are computed (some tens of milliseconds). */
  private static final long MOST_WORK = 20_000_000L;

  /**
   * Minimum over cuts between the first endpoint and each other one: any cut that parts endpoints
   * parts the first one from some other.
   *
   * @throws CancellationException when cancelled
   */
  public static EdgeConnectivity of(CsrGraph graph, BooleanSupplier cancelled) {
    int n = graph.endpointCount();
    int best = Integer.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      best = Math.min(best, graph.degree(graph.endpoint(i)));
    }
    if (n < 2 || best == 0) {
      return new EdgeConnectivity(0, true);
    }
    if ((long) n * graph.arcCount() > MOST_WORK) {
      return new EdgeConnectivity(best, false);
    }
    FlowNetwork network = FlowNetwork.ofLinks(graph);
    int[] atFirst = linksTo(graph, graph.endpoint(0));
    for (int i = 1; i < n && best > 0; i++) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      if (shortPaths(graph, graph.endpoint(0), atFirst, graph.endpoint(i)) < best) {
        double flow = network.most(graph.endpoint(0), graph.endpoint(i), best);
        best = Math.min(best, (int) Math.round(flow));
      }
    }
    return new EdgeConnectivity(best, true);
  }

  /**
   * Paths over at most one other vertex that share no link: in a fabric of planes they alone show
   * that no cut is narrower, without a search for the widest flow.
   */
  private static int shortPaths(CsrGraph graph, int first, int[] atFirst, int other) {
    int[] atOther = linksTo(graph, other);
    int paths = 0;
    for (int arc = graph.arcStart(other); arc < graph.arcStart(other + 1); arc++) {
      int by = graph.arcHead(arc);
      paths += by == first ? atOther[by] : Math.min(atFirst[by], atOther[by]);
      atOther[by] = 0;
    }
    return paths;
  }

  private static int[] linksTo(CsrGraph graph, int vertex) {
    int[] links = new int[graph.vertexCount()];
    for (int arc = graph.arcStart(vertex); arc < graph.arcStart(vertex + 1); arc++) {
      links[graph.arcHead(arc)]++;
    }
    return links;
  }
}
