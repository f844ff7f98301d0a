package supernode.solve.network;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.metric.FabricMetrics;
import supernode.solve.network.route.EcmpRoutes;
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
   * @param patterns what to send
   * @param terms latency besides the fabric
   * @param reducingSwitches whether the switches add up for collectives
   * @param cancelled asked in every long loop
   * @return not applicable with fewer than two endpoints
   * @throws CancellationException when cancelled
   */
  public static Outcome<NetworkResult> solve(
      CsrGraph graph,
      List<Traffic> patterns,
      LatencyTerms terms,
      boolean reducingSwitches,
      BooleanSupplier cancelled) {
    Outcome<EcmpRoutes> all = EcmpRoutes.of(graph, cancelled);
    if (graph.endpointCount() < 2 || all.asOptional().isPresent()) {
      return all.map(routes -> solve(routes, patterns, terms, reducingSwitches, cancelled));
    }
    Routing equalCost = new Routing.EqualCost();
    Text why = all.whyNot().orElseThrow();
    return Outcome.solved(
        new NetworkResult(
            EcmpRoutes.ofSinglePairs(graph),
            FabricMetrics.of(graph, cancelled),
            patterns.stream()
                .map(t -> TrafficSolver.solve(graph, equalCost, t, cancelled))
                .toList(),
            new Outcome.NotApplicable<>(why),
            new Outcome.NotApplicable<>(why)));
  }

  private static NetworkResult solve(
      EcmpRoutes routes,
      List<Traffic> patterns,
      LatencyTerms terms,
      boolean reducingSwitches,
      BooleanSupplier cancelled) {
    List<Outcome<TrafficResult>> traffics =
        patterns.stream().map(t -> TrafficSolver.solve(routes, t, cancelled)).toList();
    Outcome<TrafficResult> ring = solvedOr(routes, traffics, Traffic.ring(), cancelled);
    Outcome<TrafficResult> all = solvedOr(routes, traffics, new Traffic.AllToAll(), cancelled);
    Outcome<ZeroLoadLatency> latency = ZeroLoadLatency.of(routes, terms, cancelled);
    return new NetworkResult(
        routes,
        FabricMetrics.of(routes.graph(), cancelled),
        traffics,
        latency,
        ring.flatMap(r ->
            all.flatMap(a ->
                latency.flatMap(
                    l -> AllReduce.of(routes, terms, r, a, l, reducingSwitches, cancelled)))));
  }

  private static Outcome<TrafficResult> solvedOr(
      EcmpRoutes routes,
      List<Outcome<TrafficResult>> solved,
      Traffic wanted,
      BooleanSupplier cancelled) {
    return solved.stream()
        .filter(o -> o.asOptional().filter(r -> r.traffic().equals(wanted)).isPresent())
        .findFirst()
        .orElseGet(() -> TrafficSolver.solve(routes, wanted, cancelled));
  }
}
