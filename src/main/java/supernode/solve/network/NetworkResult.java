package supernode.solve.network;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.metric.FabricMetrics;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.Routing;
import supernode.solve.network.traffic.Traffic;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.CsrGraph;

/**
 * All answers on one fabric.
 *
 * @param routes for questions about single pairs
 * @param traffics per pattern, in the order asked
 * @param allReduce the collective that is quoted; not applicable where it does not reach everyone
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
    if (graph.endpointCount() < 2) {
      return Outcome.notApplicable("network.tooFewEndpoints", graph.endpointCount());
    }
    return Outcome.solved(
        new FabricSolver(graph, routing).all(patterns, terms, reducingSwitches, cancelled));
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
}
