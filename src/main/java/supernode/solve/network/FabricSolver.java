package supernode.solve.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import supernode.quantity.Text;
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
 * Answers on one fabric, each worked out once: what is looked at first can be had without the rest.
 * Not for use by several threads at once.
 */
public final class FabricSolver {
  private final CsrGraph graph;
  private final CsrGraph carrying;
  private final Outcome<Routing> routing;
  private final Map<Traffic, Outcome<TrafficResult>> traffics = new HashMap<>();
  private final Outcome<EcmpRoutes> shortest;
  private final EcmpRoutes pairs;
  private final Function<BooleanSupplier, FabricClasses> classes;
  private FabricClasses alike;

  /**
   * @param graph a fabric with two endpoints that are up, or more
   * @param routing how flows find their way; distances and latency are by shortest paths
   */
  public FabricSolver(CsrGraph graph, Outcome<Routing> routing) {
    this(graph, graph, routing, cancelled -> FabricClasses.of(graph, cancelled));
  }

  /**
   * The same where more is at hand.
   *
   * @param carrying what flows cross, where that is more than the fabric; its metrics, latency and
   *     collectives are its own then, by shortest paths
   * @param classes of what carries, asked for once at most
   */
  public FabricSolver(
      CsrGraph graph,
      CsrGraph carrying,
      Outcome<Routing> routing,
      Function<BooleanSupplier, FabricClasses> classes) {
    this.graph = graph;
    this.carrying = carrying;
    this.routing = routing;
    this.classes = classes;
    Function<BooleanSupplier, FabricClasses> own =
        carrying == graph ? classes : cancelled -> FabricClasses.of(graph, cancelled);
    shortest = EcmpRoutes.of(graph, own);
    pairs = shortest.asOptional().orElseGet(() -> EcmpRoutes.ofSinglePairs(graph, own));
  }

  /**
   * Some patterns alone.
   *
   * @param patterns what to send; empty for what is not solved now
   * @param yet said of all that is not
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public NetworkResult some(
      List<Optional<Outcome<Traffic>>> patterns, Text yet, BooleanSupplier cancelled) {
    List<Outcome<TrafficResult>> solved =
        patterns.stream()
            .map(p ->
                p.map(t -> traffic(t, cancelled)).orElseGet(() -> new Outcome.NotApplicable<>(yet)))
            .toList();
    return new NetworkResult(
        pairs,
        new Outcome.NotApplicable<>(yet),
        solved,
        new Outcome.NotApplicable<>(yet),
        new Outcome.NotApplicable<>(yet));
  }

  /**
   * Everything. Beyond the size at which all pairs can be gone through, what has an answer by
   * classes or from many vertices at a time still has one, and the rest says why not.
   *
   * @param patterns what to send; those that cannot be are answered with their reason
   * @param terms latency besides the fabric
   * @param reducingSwitches whether the switches add up for collectives
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public NetworkResult all(
      List<Outcome<Traffic>> patterns,
      LatencyTerms terms,
      boolean reducingSwitches,
      BooleanSupplier cancelled) {
    List<Outcome<TrafficResult>> sent = patterns.stream().map(p -> traffic(p, cancelled)).toList();
    Outcome<FabricMetrics> metrics = FabricMetrics.of(pairs, cancelled);
    Outcome<ZeroLoadLatency> latency = ZeroLoadLatency.of(pairs, terms, cancelled);
    Outcome<Routing> own = carrying == graph ? routing : Outcome.solved(new Routing.EqualCost());
    Outcome<AllReduce> allReduce =
        latency.flatMap(known ->
            own.flatMap(r ->
                AllReduce.of(
                    pairs,
                    r,
                    terms,
                    OptionalDouble.of(known.wayMostS()),
                    reducingSwitches,
                    cancelled)));
    return new NetworkResult(pairs, metrics, sent, latency, allReduce);
  }

  private Outcome<TrafficResult> traffic(Outcome<Traffic> pattern, BooleanSupplier cancelled) {
    return pattern.flatMap(t -> {
      Outcome<TrafficResult> known = traffics.get(t);
      if (known == null) {
        known =
            routing.flatMap(r ->
                TrafficSolver.solve(
                    carrying == graph ? pairs : EcmpRoutes.ofSinglePairs(carrying),
                    shortest,
                    r,
                    () -> alike(cancelled),
                    t,
                    cancelled));
        traffics.put(t, known);
      }
      return known;
    });
  }

  private FabricClasses alike(BooleanSupplier cancelled) {
    if (alike == null) {
      alike = carrying == graph ? pairs.classes(cancelled) : classes.apply(cancelled);
    }
    return alike;
  }
}
