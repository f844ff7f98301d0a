package supernode.solve.network.metric;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.route.ChannelKind;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.Translations;
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
 * @param edgeConnectivity links whose failure parts two endpoints of an island
 * @param bisection narrowest balanced cut of an island, the weakest where they differ
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
  /** Arcs gone along at most, 64 searches at a time: about half a second. */
  private static final long MOST_WORK = 150_000_000L;

  /** Of the search for a narrow cut, some hundredths of a second: it follows every edit. */
  private static final long QUICK = 3_000_000L;

  /** For the starts of the search for a narrow cut; fixed, so that equal designs agree. */
  private static final long SEED = 1;

  /**
   * Computes them.
   *
   * @return not applicable beyond the bound on size
   * @throws CancellationException when cancelled
   */
  public static Outcome<FabricMetrics> of(CsrGraph graph, BooleanSupplier cancelled) {
    return of(EcmpRoutes.ofSinglePairs(graph), cancelled);
  }

  /** The same where routes are at hand. */
  public static Outcome<FabricMetrics> of(EcmpRoutes routes, BooleanSupplier cancelled) {
    CsrGraph graph = routes.graph();
    int endpoints = graph.endpointCount();
    long searches = endpoints / Long.SIZE + 1L;
    if (searches * (graph.vertexCount() + graph.arcCount()) > MOST_WORK) {
      return Outcome.notApplicable("network.tooLarge", endpoints, graph.usableLinkCount());
    }
    int interSwitch = 0;
    for (int l = 0; l < graph.linkCount(); l++) {
      if (graph.isUsable(l) && ChannelKind.of(graph, 2 * l) == ChannelKind.SWITCH_TO_SWITCH) {
        interSwitch++;
      }
    }
    List<CsrGraph> islands = IslandKinds.of(graph);
    Outcome<Bisection> bisection = Outcome.notApplicable("network.tooFewEndpoints", endpoints);
    EdgeConnectivity connectivity = new EdgeConnectivity(Integer.MAX_VALUE, true);
    for (CsrGraph island : islands) {
      Optional<Translations> moves =
          island == graph ? routes.translations() : Translations.of(island);
      Optional<Symmetry> symmetry = moves.map(Symmetry::of);
      Outcome<Bisection> own = BisectionSolver.solve(island, moves, SEED, QUICK, cancelled);
      Outcome<Bisection> before = bisection;
      bisection =
          own.asOptional().isEmpty()
                  || before
                      .asOptional()
                      .filter(b -> b.bytesPerS() <= own.asOptional().orElseThrow().bytesPerS())
                      .isPresent()
              ? before
              : own;
      EdgeConnectivity cut = EdgeConnectivity.of(island, symmetry, cancelled);
      connectivity = cut.links() < connectivity.links() ? cut : connectivity;
    }
    return Outcome.solved(
        new FabricMetrics(
            endpoints,
            graph.switchCount(),
            graph.usableLinkCount(),
            interSwitch,
            Islands.of(graph).countWithEndpoints(),
            HopCounts.ofKinds(graph, routes.kinds(cancelled), cancelled),
            islands.isEmpty() ? new EdgeConnectivity(0, true) : connectivity,
            bisection));
  }
}
