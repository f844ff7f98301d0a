package supernode.solve.network.traffic;

import java.util.List;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.rate.MaxMinCertificate;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;

/**
 * Steady rates of a traffic pattern: a fluid bound under ideal splitting, not a packet simulation.
 * Endpoints are named by their places among those that are up ({@link CsrGraph#endpoint}).
 */
public final class TrafficResult {
  private final EcmpRoutes routes;
  private final Traffic traffic;
  private final FlowPairs flows;
  private final FilledRates filled;
  private final double[] egress;
  private final double[] ingress;
  private final RateSummary rates;
  private final int unrouted;

  TrafficResult(EcmpRoutes routes, Traffic traffic, FlowPairs flows, FilledRates filled) {
    this.routes = routes;
    this.traffic = traffic;
    this.flows = flows;
    this.filled = filled;
    int n = routes.graph().endpointCount();
    egress = new double[n];
    ingress = new double[n];
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double sum = 0;
    int routed = 0;
    for (int f = 0; f < flows.count(); f++) {
      double rate = filled.rate[f];
      if (rate > 0) {
        egress[flows.source(f)] += rate;
        ingress[flows.destination(f)] += rate;
        least = Math.min(least, rate);
        most = Math.max(most, rate);
        sum += rate;
        routed++;
      }
    }
    unrouted = flows.count() - routed;
    rates = routed == 0 ? new RateSummary(0, 0, 0) : new RateSummary(least, sum / routed, most);
  }

  public Traffic traffic() {
    return traffic;
  }

  public CsrGraph graph() {
    return routes.graph();
  }

  public FlowPairs flows() {
    return flows;
  }

  /** Flows between endpoints that have no way to each other; their rate is 0. */
  public int unroutedFlows() {
    return unrouted;
  }

  /** Rate of a flow, byte/s; infinite only where no link on its way has a finite capacity. */
  public double rateBytesPerS(int flow) {
    return filled.rate[flow];
  }

  /** Over the flows that have a route. */
  public RateSummary rates() {
    return rates;
  }

  /** What an endpoint sends in all, byte/s. */
  public double egressBytesPerS(int endpoint) {
    return egress[endpoint];
  }

  /** What an endpoint receives in all, byte/s. */
  public double ingressBytesPerS(int endpoint) {
    return ingress[endpoint];
  }

  /** What the endpoints send, one with another. */
  public RateSummary injection() {
    return RateSummary.of(egress);
  }

  /** Load of a directed link over its capacity, 0 to 1. */
  public double utilisation(int channel) {
    return filled.utilisation[channel];
  }

  /** The larger utilisation of a link's two directions. */
  public double linkUtilisation(int link) {
    return Math.max(utilisation(2 * link), utilisation(2 * link + 1));
  }

  /** The full links that hold flows back, those that limit most first. */
  public List<Bottleneck> bottlenecks() {
    return filled.bottlenecks;
  }

  /** Number of distinct fill levels. */
  public int levels() {
    return filled.levels;
  }

  /** Proves the rates afresh from all crossings; not applicable where there are too many. */
  public Outcome<MaxMinCertificate> certificate(BooleanSupplier cancelled) {
    return routes
        .incidence(flows, TrafficSolver.MOST_CROSSINGS, cancelled)
        .map(incidence ->
            MaxMinCertificate.check(FilledRates.problem(routes.graph(), incidence), filled.rate));
  }
}
