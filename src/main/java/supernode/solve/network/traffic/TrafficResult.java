package supernode.solve.network.traffic;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.Outcome;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMinCertificate;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;

/**
 * Steady rates of a traffic pattern: a fluid bound under ideal splitting, not a packet simulation.
 * Endpoints are named by their places among those that are up ({@link CsrGraph#endpoint}).
 */
public final class TrafficResult {
  private final CsrGraph graph;
  private final Routing routing;
  private final Traffic traffic;
  private final FlowPairs flows;
  private final FlowRates rates;

  /** Written down when first asked for. */
  private volatile Outcome<FlowIncidence> crossings;

  TrafficResult(
      CsrGraph graph, Routing routing, Traffic traffic, FlowPairs flows, FlowRates rates) {
    this.graph = graph;
    this.routing = routing;
    this.traffic = traffic;
    this.flows = flows;
    this.rates = rates;
  }

  public Traffic traffic() {
    return traffic;
  }

  /** How the flows find their way. */
  public Routing routing() {
    return routing;
  }

  public CsrGraph graph() {
    return graph;
  }

  public FlowPairs flows() {
    return flows;
  }

  FlowRates flowRates() {
    return rates;
  }

  /** Flows between endpoints that have no way to each other; their rate is 0. */
  public long unroutedFlows() {
    return rates.unrouted();
  }

  /** Rate of a flow, byte/s; infinite only where no link on its way has a finite capacity. */
  public double rateBytesPerS(int flow) {
    return rates.rate(flow);
  }

  /** Over the flows that have a route. */
  public RateSummary rates() {
    return rates.rates();
  }

  /** What an endpoint sends in all, byte/s. */
  public double egressBytesPerS(int endpoint) {
    return rates.egress(endpoint);
  }

  /** What an endpoint receives in all, byte/s. */
  public double ingressBytesPerS(int endpoint) {
    return rates.ingress(endpoint);
  }

  /** What the endpoints send, one with another. */
  public RateSummary injection() {
    int endpoints = graph.endpointCount();
    return RateSummary.of(IntStream.range(0, endpoints).mapToDouble(rates::egress).toArray());
  }

  /** Load of a directed link over its capacity, 0 to 1. */
  public double utilisation(int channel) {
    return rates.utilisation(channel);
  }

  /** The larger utilisation of a link's two directions. */
  public double linkUtilisation(int link) {
    return Math.max(utilisation(2 * link), utilisation(2 * link + 1));
  }

  /** The full links that hold flows back, those that limit most first. */
  public List<Bottleneck> bottlenecks() {
    return rates.bottlenecks();
  }

  /**
   * What crosses a channel, equal flows together, most load first.
   *
   * @return not applicable where single flows cross more links than are written down
   */
  public Outcome<List<LinkFlow>> flowsOn(int channel, BooleanSupplier cancelled) {
    Outcome<List<LinkFlow>> found =
        switch (rates) {
          case ClassRates c -> Outcome.solved(c.onLink(channel));
          case TranslatedRates t -> Outcome.solved(t.onLink(channel));
          case UniformRates u -> Outcome.solved(u.onLink(channel));
          case ListedRates listed ->
              listed
                  .onChannel()
                  .map(Outcome::solved)
                  .orElseGet(() -> crossings(cancelled).map(a -> a::forEachOn))
                  .map(crossing -> LinkFlows.on(this, crossing, channel));
        };
    return found.map(flows ->
        flows.stream().sorted(Comparator.comparingDouble(LinkFlow::bytesPerS).reversed()).toList());
  }

  private Outcome<FlowIncidence> crossings(BooleanSupplier cancelled) {
    if (crossings == null) {
      crossings =
          flows.count() > TrafficSolver.MOST_FLOWS
              ? tooManyFlows()
              : routing.incidence(graph, flows, TrafficSolver.MOST_CROSSINGS, cancelled);
    }
    return crossings;
  }

  private <T> Outcome<T> tooManyFlows() {
    return Outcome.notApplicable("network.tooManyFlows", flows.count(), TrafficSolver.MOST_FLOWS);
  }

  /**
   * What groups of endpoints send each other, byte/s: by the group that sends, then by the one that
   * receives.
   *
   * @param groupOf of each endpoint, by its place among those that are up
   */
  public double[][] sums(int[] groupOf, int groups, BooleanSupplier cancelled) {
    PairSums sums = new PairSums(groupOf, groups);
    switch (rates) {
      case ClassRates c -> c.addUp(sums, cancelled);
      case ListedRates listed -> sums.addListed(flows, listed);
      case TranslatedRates translated -> sums.addListed(flows, translated);
      case UniformRates uniform -> sums.addListed(flows, uniform);
    }
    return sums.sums();
  }

  /** How the rates are spread: ascending, flows of almost one rate together. */
  public List<RateClass> rateClasses() {
    return RateClass.of(rates);
  }

  /** Number of distinct fill levels. */
  public int levels() {
    return rates.levels();
  }

  /** Whether the answer was found by classes of flows and links. */
  public boolean isByClasses() {
    return rates instanceof ClassRates;
  }

  /**
   * Proves the rates afresh from all crossings, flow by flow; where there are too many, from the
   * crossings of classes; not applicable where there are none of these.
   */
  public Outcome<MaxMinCertificate> certificate(BooleanSupplier cancelled) {
    Outcome<MaxMinCertificate> listed =
        crossings(cancelled)
            .map(incidence ->
                MaxMinCertificate.check(
                    FilledRates.problem(graph, incidence, flows),
                    IntStream.range(0, flows.count()).mapToDouble(rates::rate).toArray()));
    if (listed.asOptional().isPresent()) {
      return listed;
    }
    return switch (rates) {
      case ClassRates c -> Outcome.solved(c.certificate());
      case TranslatedRates t -> Outcome.solved(t.certificate());
      default -> listed;
    };
  }
}
