package supernode.solve.network.metric;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.route.ChannelKind;
import supernode.solve.network.route.EcmpRoutes;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;

/**
 * What can be said of a fabric without traffic.
 *
 * @param endpoints endpoints that are up
 * @param switches switches that are up
 * @param links links that carry traffic
 * @param interSwitchLinks those of them between two switches
 * @param islands connected pieces that hold an endpoint
 * @param hops between endpoints
 * @param edgeConnectivity links whose failure parts two endpoints
 * @param bisection narrowest balanced cut
 */
public record FabricMetrics(
    int endpoints,
    int switches,
    int links,
    int interSwitchLinks,
    int islands,
    HopCounts hops,
    EdgeConnectivity edgeConnectivity,
    Outcome<Bisection> bisection) {
  /** For the starts of the search for a narrow cut; fixed, so that equal designs agree. */
  private static final long SEED = 1;

  /**
   * Computes them.
   *
   * @return not applicable beyond the bound on size
   * @throws CancellationException when cancelled
   */
  public static Outcome<FabricMetrics> of(CsrGraph graph, BooleanSupplier cancelled) {
    int endpoints = graph.endpointCount();
    if ((long) endpoints * (graph.vertexCount() + graph.arcCount()) > EcmpRoutes.MOST_WORK) {
      return Outcome.notApplicable("network.tooLarge", endpoints, graph.usableLinkCount());
    }
    int interSwitch = 0;
    for (int l = 0; l < graph.linkCount(); l++) {
      if (graph.isUsable(l) && ChannelKind.of(graph, 2 * l) == ChannelKind.SWITCH_TO_SWITCH) {
        interSwitch++;
      }
    }
    return Outcome.solved(
        new FabricMetrics(
            endpoints,
            graph.switchCount(),
            graph.usableLinkCount(),
            interSwitch,
            Islands.of(graph).countWithEndpoints(),
            HopCounts.betweenEndpoints(graph, cancelled),
            EdgeConnectivity.of(graph, cancelled),
            BisectionSolver.solve(graph, SEED, cancelled)));
  }
}
