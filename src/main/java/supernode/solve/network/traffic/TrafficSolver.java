package supernode.solve.network.traffic;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import supernode.solve.Outcome;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.RailRoutes;
import supernode.solve.network.route.Routing;
import supernode.solve.network.route.TorusBoxes;
import supernode.topology.CsrGraph;

/** Max-min fair rates of a traffic pattern on a routed fabric. */
public final class TrafficSolver {
  /** Beyond so many flows a table of rates is no longer kept (40 MB). */
  static final int MOST_FLOWS = 5_000_000;

  /** Beyond so many endpoints pairs have no number of their own any more. */
  private static final int MOST_ENDPOINTS = 46_000;

  /** Crossings of classes up to which these are the quickest way. */
  private static final int FEW_CROSSINGS = 1_000_000;

  /** Crossings of flows and links held at once (about 250 MB while solving). */
  static final int MOST_CROSSINGS = 8_000_000;

  /** Fill levels after which writing down all crossings is cheaper than further passes. */
  private static final int FEW_LEVELS = 6;

  /** Fill levels after which all-to-all is given up where the crossings do not fit. */
  private static final int MOST_LEVELS = 200;

  /** Flows of an endpoint up to which those on a link are looked for among all. */
  private static final int MOST_PER_ENDPOINT = 4;

  /** Flows times the size of a fabric; to look for a pair's ways takes a small part of it. */
  private static final long MOST_SEARCHED = 1_000_000_000L;

  /** Pairs for each one inside an island from which only those inside are looked at. */
  private static final int FEW_WITHIN = 16;

  private static final Routing ECMP = new Routing.EqualCost();

  private TrafficSolver() {}

  /**
   * The same under any routing.
   *
   * @return not applicable where the fabric is not what the routing is made for, too
   * @throws CancellationException when cancelled
   */
  public static Outcome<TrafficResult> solve(
      CsrGraph graph, Routing routing, Traffic traffic, BooleanSupplier cancelled) {
    Outcome<EcmpRoutes> shortest = EcmpRoutes.of(graph);
    return solve(
        shortest.asOptional().orElseGet(() -> EcmpRoutes.ofSinglePairs(graph)),
        shortest,
        routing,
        () ->
            routing instanceof Routing.RailAware
                ? FabricClasses.ofSingleEndpoints(graph, cancelled)
                : FabricClasses.of(graph, cancelled),
        traffic,
        cancelled);
  }

  /**
   * The same where more is at hand.
   *
   * @param pairs routes of single pairs
   * @param shortest those of all pairs, or why these are too many
   * @param alike the fabric's classes, made when first asked for
   */
  public static Outcome<TrafficResult> solve(
      EcmpRoutes pairs,
      Outcome<EcmpRoutes> shortest,
      Routing routing,
      Supplier<FabricClasses> alike,
      Traffic traffic,
      BooleanSupplier cancelled) {
    CsrGraph graph = pairs.graph();
    if (routing instanceof Routing.RailAware rails) {
      return alongRails(graph, rails, alike, traffic, cancelled)
          .map(Outcome::solved)
          .orElseGet(() -> alongWays(graph, routing, traffic, cancelled));
    }
    if (!routing.equals(ECMP)) {
      return alongWays(graph, routing, traffic, cancelled);
    }
    return translated(pairs, traffic, cancelled)
        .or(() -> onTorus(pairs, traffic, cancelled))
        .or(() -> byClasses(graph, alike, traffic, cancelled))
        .map(Outcome::solved)
        .orElseGet(() ->
            shortest.asOptional().isEmpty() && isSparse(pairs.graph(), traffic)
                ? byRoutes(pairs, traffic, cancelled)
                : shortest.flatMap(r -> byRoutes(r, traffic, cancelled)));
  }

  /** Whether flows are few enough to look for the ways of each by itself. */
  private static boolean isSparse(CsrGraph graph, Traffic traffic) {
    int n = graph.endpointCount();
    if (n < 2 || n > MOST_ENDPOINTS || traffic.isAllToAll(n)) {
      return false;
    }
    long flows = traffic.pairs(n).count();
    return flows <= (long) MOST_PER_ENDPOINT * n
        && flows * (graph.vertexCount() + graph.arcCount()) <= MOST_SEARCHED;
  }

  /** By classes; empty where the fabric has none, or is not what the routing is made for. */
  private static Optional<TrafficResult> alongRails(
      CsrGraph graph,
      Routing.RailAware routing,
      Supplier<FabricClasses> alike,
      Traffic traffic,
      BooleanSupplier cancelled) {
    int n = graph.endpointCount();
    if (n < 2 || n > MOST_ENDPOINTS || routing.refusal(graph).isPresent()) {
      return Optional.empty();
    }
    FabricClasses classes = alike.get();
    Optional<RailRoutes> routes = RailRoutes.of(classes, routing.perServer());
    if (traffic.isAllToAll(n)) {
      return routes
          .flatMap(r -> RailRates.allToAll(r, MOST_CROSSINGS, cancelled))
          .map(r -> new TrafficResult(graph, routing, traffic, FlowPairs.allToAll(n), r));
    }
    FlowPairs pairs = traffic.pairs(n);
    if (pairs.count() == 0 || pairs.count() > MOST_FLOWS) {
      return Optional.empty();
    }
    return routes
        .flatMap(r -> RailRates.listed(classes, r, pairs, MOST_CROSSINGS, cancelled))
        .map(filled ->
            new TrafficResult(graph, routing, traffic, pairs, new ListedRates(pairs, filled, n)));
  }

  private static Outcome<TrafficResult> alongWays(
      CsrGraph graph, Routing routing, Traffic traffic, BooleanSupplier cancelled) {
    long n = graph.endpointCount();
    boolean all = traffic.isAllToAll((int) n);
    if (all && n * (n - 1) > MOST_FLOWS) {
      return Outcome.notApplicable("network.tooManyFlows", n * (n - 1), MOST_FLOWS);
    }
    FlowPairs pairs = all ? FlowPairs.allToAll((int) n) : traffic.pairs((int) n);
    if (pairs.count() == 0) {
      return Outcome.notApplicable("network.noFlows", n);
    }
    return routing
        .incidence(graph, pairs, MOST_CROSSINGS, cancelled)
        .map(incidence -> {
          MaxMinProblem problem = FilledRates.problem(graph, incidence, pairs);
          FilledRates filled = FilledRates.of(graph, problem, cancelled);
          ListedRates rates = new ListedRates(pairs, filled, graph.endpointCount());
          return new TrafficResult(graph, routing, traffic, pairs, rates);
        });
  }

  /**
   * Rates, utilisation and bottlenecks of a pattern, every flow of weight 1 and without limit.
   *
   * @return not applicable when the pattern has no flows here or is beyond the bounds
   * @throws CancellationException when cancelled
   */
  public static Outcome<TrafficResult> solve(
      EcmpRoutes routes, Traffic traffic, BooleanSupplier cancelled) {
    return solve(
        routes,
        Outcome.solved(routes),
        ECMP,
        () -> FabricClasses.of(routes.graph(), cancelled),
        traffic,
        cancelled);
  }

  private static Optional<TrafficResult> translated(
      EcmpRoutes routes, Traffic traffic, BooleanSupplier cancelled) {
    int n = routes.graph().endpointCount();
    return !traffic.isAllToAll(n) || n > MOST_ENDPOINTS
        ? Optional.empty()
        : TranslatedRates.of(routes, cancelled)
            .map(r -> new TrafficResult(routes.graph(), ECMP, traffic, FlowPairs.allToAll(n), r));
  }

  /** Of few flows on a torus; empty for others. */
  private static Optional<TrafficResult> onTorus(
      EcmpRoutes routes, Traffic traffic, BooleanSupplier cancelled) {
    CsrGraph graph = routes.graph();
    int n = graph.endpointCount();
    if (n > MOST_ENDPOINTS || traffic.isAllToAll(n) || routes.translations().isEmpty()) {
      return Optional.empty();
    }
    FlowPairs pairs = traffic.pairs(n);
    if (pairs.count() == 0 || pairs.count() > MOST_PER_ENDPOINT * n) {
      return Optional.empty();
    }
    return routes
        .translations()
        .flatMap(moves -> TorusBoxes.of(graph, moves))
        .flatMap(boxes -> TorusFilling.rates(boxes, pairs, cancelled))
        .map(r -> new TrafficResult(graph, ECMP, traffic, pairs, new ListedRates(pairs, r, n)));
  }

  private static Outcome<TrafficResult> byRoutes(
      EcmpRoutes routes, Traffic traffic, BooleanSupplier cancelled) {
    CsrGraph graph = routes.graph();
    long n = graph.endpointCount();
    boolean all = traffic.isAllToAll(graph.endpointCount());
    if (all && n * (n - 1) > MOST_FLOWS) {
      Outcome<TrafficResult> tooMany =
          Outcome.notApplicable("network.tooManyFlows", n * (n - 1), MOST_FLOWS);
      return n > MOST_ENDPOINTS
          ? tooMany
          : UniformRates.of(routes, cancelled)
              .map(r ->
                  Outcome.solved(
                      new TrafficResult(graph, ECMP, traffic, FlowPairs.allToAll((int) n), r)))
              .or(() -> withinIslands(routes, traffic, MOST_FLOWS, cancelled))
              .orElse(tooMany);
    }
    if (all) {
      int few = (int) (n * (n - 1) / FEW_WITHIN);
      Optional<Outcome<TrafficResult>> within = withinIslands(routes, traffic, few, cancelled);
      if (within.isPresent()) {
        return within.get();
      }
    }
    FlowPairs pairs = all ? FlowPairs.allToAll((int) n) : traffic.pairs((int) n);
    if (pairs.count() == 0) {
      return Outcome.notApplicable("network.noFlows", n);
    }
    if (all) {
      Optional<FilledRates> quick = AllToAllFilling.fill(routes, FEW_LEVELS, cancelled);
      if (quick.isPresent()) {
        return listed(routes, traffic, pairs, quick.get());
      }
    }
    return switch (routes.incidence(pairs, MOST_CROSSINGS, cancelled)) {
      case Outcome.Solved<FlowIncidence>(FlowIncidence incidence) -> {
        MaxMinProblem problem = FilledRates.problem(graph, incidence, pairs);
        FilledRates rates = FilledRates.of(graph, problem, cancelled);
        yield listed(routes, traffic, pairs, rates);
      }
      case Outcome.NotApplicable<FlowIncidence>(var reason) ->
          all ? patient(routes, traffic, pairs, cancelled) : new Outcome.NotApplicable<>(reason);
      case Outcome.NotConverged<FlowIncidence>(var reason, var place) ->
          new Outcome.NotConverged<>(reason, place);
    };
  }

  /** All-to-all of many small islands: only flows inside one have a way. */
  private static Optional<Outcome<TrafficResult>> withinIslands(
      EcmpRoutes routes, Traffic traffic, int most, BooleanSupplier cancelled) {
    CsrGraph graph = routes.graph();
    return IslandPairs.of(graph, most)
        .map(pairs ->
            routes
                .incidence(pairs, MOST_CROSSINGS, cancelled)
                .map(incidence -> {
                  MaxMinProblem problem = FilledRates.problem(graph, incidence, pairs);
                  FilledRates filled = FilledRates.of(graph, problem, cancelled);
                  long n = graph.endpointCount();
                  ListedRates rates =
                      new ListedRates(pairs, filled, (int) n, n * (n - 1) - pairs.count());
                  return new TrafficResult(graph, ECMP, traffic, pairs, rates);
                }));
  }

  /** By classes of links, and of flows for all-to-all; empty where these would be too many. */
  private static Optional<TrafficResult> byClasses(
      CsrGraph graph, Supplier<FabricClasses> alike, Traffic traffic, BooleanSupplier cancelled) {
    int n = graph.endpointCount();
    if (n < 2 || n > MOST_ENDPOINTS) {
      return Optional.empty();
    }
    FabricClasses classes = alike.get();
    if (traffic.isAllToAll(n)) {
      return ClassRates.allToAll(classes, FEW_CROSSINGS, cancelled)
          .map(r -> new TrafficResult(graph, ECMP, traffic, FlowPairs.allToAll(n), r));
    }
    FlowPairs pairs = traffic.pairs(n);
    if (!CellFlows.fits(classes) || pairs.count() == 0 || pairs.count() > MOST_FLOWS) {
      return Optional.empty();
    }
    return CellFlows.rates(classes, pairs, MOST_CROSSINGS, cancelled)
        .map(filled ->
            new TrafficResult(graph, ECMP, traffic, pairs, new ListedRates(pairs, filled, n)));
  }

  private static Outcome<TrafficResult> listed(
      EcmpRoutes routes, Traffic traffic, FlowPairs pairs, FilledRates rates) {
    ListedRates listed = new ListedRates(pairs, rates, routes.graph().endpointCount());
    return Outcome.solved(new TrafficResult(routes.graph(), ECMP, traffic, pairs, listed));
  }

  private static Outcome<TrafficResult> patient(
      EcmpRoutes routes, Traffic traffic, FlowPairs pairs, BooleanSupplier cancelled) {
    return AllToAllFilling.fill(routes, MOST_LEVELS, cancelled)
        .map(rates -> listed(routes, traffic, pairs, rates))
        .orElseGet(() -> Outcome.notApplicable("network.tooManyLevels", MOST_LEVELS));
  }
}
