package supernode.solve.network.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.EndpointKinds;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.PairWays;
import supernode.solve.network.route.RouteDag;
import supernode.topology.CsrGraph;

/**
 * One-way latency over all ordered pairs of endpoints on an idle fabric: model of network.md,
 * section 4, without its queueing term. No independent hardware measurement stands behind it.
 *
 * @param leastS over the fastest path of every pair
 * @param meanS over all pairs, each the mean over its paths as traffic splits over them
 * @param mostS over the slowest path of every pair
 * @param wayMostS the same without what the ends take
 * @param bins how many pairs have which mean latency, to the picosecond, ascending
 * @param slowestSource a pair that has {@code mostS}: places among the endpoints that are up
 * @param slowestDestination its other end
 * @param unroutedPairs pairs without a path; they are in nothing else here
 */
public record ZeroLoadLatency(
    double leastS,
    double meanS,
    double mostS,
    double wayMostS,
    List<Bin> bins,
    int slowestSource,
    int slowestDestination,
    long unroutedPairs) {
  public ZeroLoadLatency {
    bins = List.copyOf(bins);
  }

  /** So many ordered pairs with one latency. */
  public record Bin(double latencyS, long pairs) {}

  /**
   * Computes the distribution, from one destination of each kind.
   *
   * @return not applicable if no pair has a path, or there are too many kinds
   * @throws CancellationException when cancelled
   */
  public static Outcome<ZeroLoadLatency> of(
      EcmpRoutes routes, LatencyTerms terms, BooleanSupplier cancelled) {
    return of(routes, routes.kinds(cancelled), terms, cancelled);
  }

  /** The same where it is known which endpoints are alike. */
  public static Outcome<ZeroLoadLatency> of(
      EcmpRoutes routes, EndpointKinds kinds, LatencyTerms terms, BooleanSupplier cancelled) {
    CsrGraph graph = routes.graph();
    long work = (long) kinds.count() * (graph.vertexCount() + graph.arcCount());
    return work > EcmpRoutes.MOST_WORK
        ? Outcome.notApplicable("network.tooLarge", graph.endpointCount(), graph.usableLinkCount())
        : new LatencySweep(routes, terms).run(kinds, cancelled);
  }

  /** The slowest path of any of some flows; 0 when none has a path. */
  public static double slowestS(
      EcmpRoutes routes, LatencyTerms terms, FlowPairs flows, BooleanSupplier cancelled) {
    CsrGraph graph = routes.graph();
    SlowestPaths paths = new SlowestPaths(graph, terms);
    PairWays ways = new PairWays(graph);
    double slowest = 0;
    for (int f = 0; f < flows.count(); f++) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      if (ways.find(graph.endpoint(flows.source(f)), graph.endpoint(flows.destination(f)))) {
        slowest = Math.max(slowest, paths.of(ways));
      }
    }
    return slowest;
  }

  /**
   * Takes one pair apart.
   *
   * @return not applicable if it has no path
   */
  public static Outcome<PairLatency> ofPair(
      EcmpRoutes routes, LatencyTerms terms, int source, int destination) {
    RouteDag dag = routes.to(destination);
    LatencySweep sweep = new LatencySweep(routes, terms);
    sweep.times(dag);
    int p = dag.position(routes.graph().endpoint(source));
    if (p <= 0) {
      return Outcome.notApplicable("network.noRoute", source, destination);
    }
    List<HopLatency> hops = new ArrayList<>();
    double slowestLink = Double.POSITIVE_INFINITY;
    while (p > 0) {
      int best = dag.start(p);
      for (int e = best + 1; e < dag.start(p + 1); e++) {
        if (sweep.most(dag, e) > sweep.most(dag, best)) {
          best = e;
        }
      }
      HopLatency hop = sweep.hop(dag, best);
      hops.add(hop);
      slowestLink = Math.min(slowestLink, routes.graph().capacityBytesPerS(hop.channel() >> 1));
      p = dag.next(best);
    }
    return Outcome.solved(
        new PairLatency(
            source,
            destination,
            terms,
            hops,
            slowestLink,
            routes.aloneBytesPerS(source, destination)));
  }
}
