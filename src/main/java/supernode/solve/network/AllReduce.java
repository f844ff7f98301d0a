package supernode.solve.network;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.Outcome;
import supernode.solve.network.collective.Algorithm;
import supernode.solve.network.collective.Collective;
import supernode.solve.network.collective.Grid;
import supernode.solve.network.collective.LinkCalibration;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Operation;
import supernode.solve.network.collective.RankNetwork;
import supernode.solve.network.collective.Run;
import supernode.solve.network.collective.Tier;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.metric.IslandKinds;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.Routing;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;

/**
 * All-reduce over all endpoints of a fabric as its headline quotes it: the best of ring, direct and
 * in-network reduction, on a torus of the algorithms along its axes, too; as a bound (latency per
 * step plus bytes over rate, without software); of an island, the slowest where they differ.
 *
 * @param ranks endpoints that take part
 * @param best its bottleneck is a channel of the fabric
 */
public record AllReduce(int ranks, Run best) {
  /** The message for which collectives are quoted: 1 GiB. */
  public static final double BYTES = 1073741824.0;

  /** Ranks beyond which the routes of a ring, looked up one by one, take longer than may be. */
  private static final int MOST_IN_RING = 2048;

  /** Ranks beyond which the ways of all pairs by another routing than ECMP take too long. */
  private static final int MOST_ROUTED = 512;

  /**
   * Of a fabric of any size, splitting evenly over shortest paths.
   *
   * @param terms latency besides the fabric; what the ends' software takes is not in each step
   * @param reducingSwitches whether the switches add up
   * @return not applicable where endpoints of an island do not reach each other
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static Outcome<AllReduce> of(
      CsrGraph graph, LatencyTerms terms, boolean reducingSwitches, BooleanSupplier cancelled) {
    return of(
        routes(graph),
        new Routing.EqualCost(),
        terms,
        OptionalDouble.empty(),
        reducingSwitches,
        cancelled);
  }

  private static EcmpRoutes routes(CsrGraph graph) {
    return EcmpRoutes.of(graph).asOptional().orElseGet(() -> EcmpRoutes.ofSinglePairs(graph));
  }

  /**
   * The same along chosen ways.
   *
   * @param routes shortest paths, along which latency is counted
   * @param slowestS of them all, where it is known, without what the ends take
   */
  static Outcome<AllReduce> of(
      EcmpRoutes routes,
      Routing routing,
      LatencyTerms terms,
      OptionalDouble slowestS,
      boolean reducingSwitches,
      BooleanSupplier cancelled) {
    Outcome<AllReduce> slowest = Outcome.notApplicable("network.ringBroken");
    for (CsrGraph island : IslandKinds.of(routes.graph())) {
      boolean whole = island == routes.graph();
      Outcome<AllReduce> one =
          ofIsland(
              whole ? routes : routes(island),
              routing,
              terms,
              whole ? slowestS : OptionalDouble.empty(),
              reducingSwitches,
              cancelled);
      if (one.asOptional().isEmpty()) {
        return one;
      }
      double before = slowest.asOptional().map(a -> a.best().timeS()).orElse(0.0);
      slowest = one.asOptional().get().best().timeS() > before ? one : slowest;
    }
    return slowest;
  }

  private static Outcome<AllReduce> ofIsland(
      EcmpRoutes routes,
      Routing routing,
      LatencyTerms terms,
      OptionalDouble slowestS,
      boolean reducingSwitches,
      BooleanSupplier cancelled) {
    CsrGraph island = routes.graph();
    int n = island.endpointCount();
    BitSet reducing = new BitSet();
    for (int v = 0; v < island.vertexCount() && reducingSwitches; v++) {
      reducing.set(v, island.isUp(v) && !island.isEndpoint(v));
    }
    Tier tier =
        new Tier(
            Tier.Kind.SCALE_UP,
            routes,
            routing,
            terms.withoutEnds(),
            IntStream.range(0, n).toArray(),
            reducing,
            LinkCalibration.ofProtocol(""));
    slowestS.ifPresent(tier::tellLongestS);
    Optional<Translations> torus = routes.translations();
    Set<Algorithm> algorithms = EnumSet.of(Algorithm.IN_NETWORK);
    if (n <= MOST_ROUTED
        || routing.equals(new Routing.EqualCost())
        || torus.filter(routing::isMovedWith).isPresent()) {
      algorithms.add(Algorithm.DIRECT);
    }
    if (torus.isPresent()) {
      algorithms.addAll(EnumSet.of(Algorithm.HIERARCHICAL, Algorithm.ROTATED));
    }
    if (n <= MOST_IN_RING && EcmpRoutes.of(island).asOptional().isPresent()) {
      algorithms.add(Algorithm.RING);
    }
    Collective collective =
        Collective.of(
            Operation.ALL_REDUCE,
            new RankNetwork(n, List.of(tier)),
            torus.map(t -> new Grid(t.sides())).orElseGet(() -> Grid.of(n)),
            algorithms,
            cancelled);
    Optional<Run> best = collective.best(BYTES, Mode.BOUND);
    return best.<Outcome<AllReduce>>map(r -> Outcome.solved(new AllReduce(n, r)))
        .orElseGet(() ->
            algorithms.contains(Algorithm.RING)
                ? new Outcome.NotApplicable<>(collective.refused().get(Algorithm.RING))
                : Outcome.notApplicable("network.ringBroken"));
  }
}
