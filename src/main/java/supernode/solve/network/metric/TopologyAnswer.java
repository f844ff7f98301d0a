package supernode.solve.network.metric;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.route.ChannelKind;
import supernode.topology.CsrGraph;
import supernode.topology.CutVertices;
import supernode.topology.Islands;
import supernode.topology.generate.Cut;
import supernode.topology.generate.Generated;

/**
 * All that is said of a topology, each part with the reason where it was not computed. Rates are in
 * the unit of the graph's capacities, of one ordered pair while all pairs send.
 *
 * @param islands connected pieces that hold an endpoint
 * @param hostHops between endpoints, past vertices that forward
 * @param allHops between all vertices of the bare graph
 * @param edgeConnectivityAll links whose failure parts any two vertices
 * @param disjointPaths ways of a pair of endpoints that share no link
 * @param cutVertices vertices whose loss parts others
 * @param load under equal-cost multipath
 * @param idealPair what the best routing could reach
 * @param distanceBound what no routing exceeds, by the lengths of paths
 */
public record TopologyAnswer(
    int endpoints,
    int switches,
    int links,
    int interSwitchLinks,
    int islands,
    Outcome<HopCounts> hostHops,
    Outcome<HopCounts> allHops,
    Outcome<EdgeConnectivity> edgeConnectivity,
    Outcome<EdgeConnectivity> edgeConnectivityAll,
    Outcome<DisjointPaths> disjointPaths,
    int cutVertices,
    Outcome<Bisection> bisection,
    Outcome<UniformLoad> load,
    Outcome<Double> idealPair,
    Outcome<Double> distanceBound) {
  /** Searches of 64 vertices times arcs, about two seconds. */
  private static final long MOST_HOP_WORK = 200_000_000L;

  private static final long SEED = 1;

  /**
   * Of a generated fabric, by its symmetry and formulas where there are any.
   *
   * @throws CancellationException when cancelled
   */
  public static TopologyAnswer of(Generated made, BooleanSupplier cancelled) {
    return of(made.graph(), Symmetry.of(made), made.generator().bisection(made.links()), cancelled);
  }

  /** Of any graph. */
  public static TopologyAnswer of(CsrGraph graph, BooleanSupplier cancelled) {
    return of(graph, Optional.empty(), Optional.empty(), cancelled);
  }

  /** Of one of the pieces of a generated fabric. */
  public static TopologyAnswer of(
      Generated made, Islands islands, int island, BooleanSupplier cancelled) {
    return of(islands.only(island), Symmetry.of(made), Optional.empty(), cancelled);
  }

  private static TopologyAnswer of(
      CsrGraph graph, Optional<Symmetry> symmetry, Optional<Cut> cut, BooleanSupplier cancelled) {
    int interSwitch = 0;
    for (int l = 0; l < graph.linkCount(); l++) {
      if (graph.isUsable(l) && ChannelKind.of(graph, 2 * l) == ChannelKind.SWITCH_TO_SWITCH) {
        interSwitch++;
      }
    }
    int pieces = Islands.of(graph).countWithEndpoints();
    Outcome<HopCounts> hostHops = hops(graph, symmetry, true, cancelled);
    Outcome<EdgeConnectivity> between = connectivity(graph, symmetry, cancelled);
    return new TopologyAnswer(
        graph.endpointCount(),
        graph.switchCount(),
        graph.usableLinkCount(),
        interSwitch,
        pieces,
        hostHops,
        hops(graph, symmetry, false, cancelled),
        between,
        graph.endpointCount() + graph.switchCount() < 2
            ? Outcome.notApplicable("network.tooFewEndpoints", graph.endpointCount())
            : exact(EdgeConnectivity.ofAll(graph, symmetry, cancelled)),
        DisjointPaths.of(graph, between, cancelled),
        CutVertices.of(graph).cardinality(),
        pieces > 1
            ? Outcome.notApplicable("network.inPieces", pieces)
            : bisection(graph, cut, cancelled),
        UniformLoad.of(graph, symmetry, cancelled),
        pieces > 1
            ? Outcome.notApplicable("network.inPieces", pieces)
            : hostHops.asOptional().filter(h -> h.unreachable() > 0).isPresent()
                ? Outcome.notApplicable(
                    "topology.noWay", hostHops.asOptional().orElseThrow().unreachable())
                : ConcurrentFlow.pairBytesPerS(graph),
        hostHops.flatMap(h -> bound(graph, h)));
  }

  private static Outcome<HopCounts> hops(
      CsrGraph graph,
      Optional<Symmetry> symmetry,
      boolean endpointsOnly,
      BooleanSupplier cancelled) {
    int members = endpointsOnly ? graph.endpointCount() : graph.vertexCount();
    int sources =
        symmetry.map(s -> s.representatives(graph).length).orElse(Math.ceilDiv(members, 64));
    if ((long) sources * (graph.vertexCount() + graph.arcCount()) > MOST_HOP_WORK) {
      return Outcome.notApplicable("network.tooLarge", members, graph.usableLinkCount());
    }
    return Outcome.solved(
        symmetry.isPresent()
            ? HopCounts.ofOrbits(graph, symmetry.get(), endpointsOnly, cancelled)
            : new HopSearch(graph, endpointsOnly, cancelled).all());
  }

  private static Outcome<EdgeConnectivity> connectivity(
      CsrGraph graph, Optional<Symmetry> symmetry, BooleanSupplier cancelled) {
    if (graph.endpointCount() < 2) {
      return Outcome.notApplicable("network.tooFewEndpoints", graph.endpointCount());
    }
    return exact(EdgeConnectivity.of(graph, symmetry, cancelled));
  }

  private static Outcome<EdgeConnectivity> exact(EdgeConnectivity found) {
    return found.exact()
        ? Outcome.solved(found)
        : Outcome.notApplicable("network.connectivityTooLarge", found.links());
  }

  private static Outcome<Bisection> bisection(
      CsrGraph graph, Optional<Cut> cut, BooleanSupplier cancelled) {
    if (graph.endpointCount() >= 2 && cut.isPresent()) {
      Cut known = cut.get();
      return Outcome.solved(
          new Bisection(known.bytesPerS(), known.links(), Bisection.Method.OF_THE_KIND));
    }
    return BisectionSolver.solve(graph, SEED, cancelled);
  }

  private static Outcome<Double> bound(CsrGraph graph, HopCounts hops) {
    double bound = ThroughputBounds.byDistance(graph, hops);
    return Double.isFinite(bound)
        ? Outcome.solved(bound)
        : Outcome.notApplicable("network.unlimitedLink");
  }
}
