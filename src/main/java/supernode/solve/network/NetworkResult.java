package supernode.solve.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import supernode.solve.Outcome;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.metric.FabricMetrics;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.Routing;
import supernode.solve.network.traffic.Traffic;
import supernode.solve.network.traffic.TrafficResult;
import supernode.solve.network.traffic.TrafficSolver;
import supernode.topology.CsrGraph;

/**
 * All answers on one fabric.
 *
 * @param routes for questions about single pairs
 * @param traffics per pattern, in the order asked
 * @param allReduce what bounds collectives; not applicable where ring or all-to-all do not reach
 *     everyone
 */
public record NetworkResult(
    EcmpRoutes routes,
    Outcome<FabricMetrics> metrics,
    List<Outcome<TrafficResult>> traffics,
    Outcome<ZeroLoadLatency> latency,
    Outcome<AllReduce> allReduce) {
  public NetworkResult {
    traffics = List.copyOf(traffics);
  }

  /**
   * Solves a fabric. Beyond the size at which all pairs can be gone through, what has an answer by
   * classes or from many vertices at a time still has one, and the rest says why not.
   *
   * @param routing how flows find their way; distances and latency are by shortest paths
   * @param patterns what to send; those that cannot be are answered with their reason
   * @param terms latency besides the fabric
   * @param reducingSwitches whether the switches add up for collectives
   * @param cancelled asked in every long loop
   * @return not applicable with fewer than two endpoints
   * @throws CancellationException when cancelled
   */
  public static Outcome<NetworkResult> solve(
      CsrGraph graph,
      Outcome<Routing> routing,
      List<Outcome<Traffic>> patterns,
      LatencyTerms terms,
      boolean reducingSwitches,
      BooleanSupplier cancelled) {
    Outcome<EcmpRoutes> all = EcmpRoutes.of(graph, cancelled);
    if (graph.endpointCount() < 2) {
      return all.flatMap(_ -> Outcome.notApplicable("network.tooFewEndpoints", 0));
    }
    Supplier<FabricClasses> alike = once(() -> FabricClasses.of(graph, cancelled));
    Function<Traffic, Outcome<TrafficResult>> solver =
        t -> routing.flatMap(r -> TrafficSolver.solve(graph, r, all, alike, t, cancelled));
    List<Outcome<TrafficResult>> traffics = patterns.stream().map(p -> p.flatMap(solver)).toList();
    Outcome<FabricMetrics> metrics = FabricMetrics.of(graph, cancelled);
    Outcome<ZeroLoadLatency> latency =
        all.asOptional().isPresent()
            ? all.flatMap(routes -> ZeroLoadLatency.of(routes, terms, cancelled))
            : ZeroLoadLatency.byClasses(graph, terms, cancelled);
    Outcome<AllReduce> allReduce =
        all.flatMap(routes ->
            solvedOr(solver, traffics, Traffic.ringOf(graph))
                .flatMap(ring ->
                    solvedOr(solver, traffics, new Traffic.AllToAll())
                        .flatMap(a ->
                            latency.flatMap(l ->
                                AllReduce.of(
                                    routes, terms, ring, a, l, reducingSwitches, cancelled)))));
    EcmpRoutes pairs = all.asOptional().orElseGet(() -> EcmpRoutes.ofSinglePairs(graph));
    return Outcome.solved(new NetworkResult(pairs, metrics, traffics, latency, allReduce));
  }

  /** The same under equal splitting over shortest paths. */
  public static Outcome<NetworkResult> solve(
      CsrGraph graph,
      List<Traffic> patterns,
      LatencyTerms terms,
      boolean reducingSwitches,
      BooleanSupplier cancelled) {
    List<Outcome<Traffic>> all = patterns.stream().map(Outcome::solved).toList();
    Outcome<Routing> equalCost = Outcome.solved(new Routing.EqualCost());
    return solve(graph, equalCost, all, terms, reducingSwitches, cancelled);
  }

  private static <T> Supplier<T> once(Supplier<T> make) {
    List<T> made = new ArrayList<>(1);
    return () -> {
      if (made.isEmpty()) {
        made.add(make.get());
      }
      return made.getFirst();
    };
  }

  private static Outcome<TrafficResult> solvedOr(
      Function<Traffic, Outcome<TrafficResult>> solver,
      List<Outcome<TrafficResult>> solved,
      Traffic wanted) {
    return solved.stream()
        .filter(o -> o.asOptional().filter(r -> r.traffic().equals(wanted)).isPresent())
        .findFirst()
        .orElseGet(() -> solver.apply(wanted));
  }
}
