package supernode.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import supernode.design.Fabric;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.FabricSolver;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.Routing;
import supernode.solve.network.traffic.Traffic;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/** A fabric with what is chosen for it, solved as far as it is asked for. */
final class RoutedFabric {
  private final Unrolled unrolled;
  private final Fabric fabric;
  private final NetworkStage.Choice choice;
  private final FabricGraph graph;

  /** What flows cross: another graph where they go through their servers, too. */
  private final FabricGraph carrying;

  private final FabricPatterns patterns;
  private final Outcome<Routing> routing;
  private final FabricSolver solver;

  private RoutedFabric(
      Unrolled unrolled,
      Fabric fabric,
      NetworkStage.Choice choice,
      FabricGraph graph,
      FabricGraph carrying,
      Outcome<Routing> routing) {
    this.carrying = carrying;
    this.routing = routing;
    this.unrolled = unrolled;
    this.fabric = fabric;
    this.choice = choice;
    this.graph = graph;
    patterns =
        new FabricPatterns(
            new FabricTraffic(carrying.graph(), WiredNetwork.dims(choice.network())),
            choice.traffic());
    solver =
        new FabricSolver(
            graph.graph(),
            carrying.graph(),
            routing,
            c ->
                carrying == graph
                    ? unrolled.classes(fabric, c)
                    : FabricClasses.ofSingleEndpoints(carrying.graph(), c));
  }

  /** Not applicable with fewer than two endpoints. */
  static Outcome<RoutedFabric> of(Unrolled unrolled, Fabric fabric, NetworkStage.Choice choice) {
    FabricGraph graph = unrolled.graph(fabric);
    if (graph.graph().endpointCount() < 2) {
      return Outcome.notApplicable("analysis.noFabric");
    }
    if (fabric == Fabric.SCALE_OUT
        && choice.routing() instanceof supernode.design.Routing.RailAware(int perServer)) {
      Outcome<RailGraph> rails = RailGraph.of(unrolled, perServer);
      FabricGraph carrying = rails.asOptional().map(RailGraph::graph).orElse(graph);
      Outcome<Routing> along = rails.map(r -> new Routing.RailAware(r.perServer()));
      return Outcome.solved(new RoutedFabric(unrolled, fabric, choice, graph, carrying, along));
    }
    Outcome<Routing> routing = FabricRouting.of(choice.routing(), choice.network());
    return Outcome.solved(new RoutedFabric(unrolled, fabric, choice, graph, graph, routing));
  }

  /** What the endpoints get: of every pair at once, and of what the scenario sends. */
  NetworkResult rates(BooleanSupplier cancelled) {
    List<Optional<Outcome<Traffic>>> wanted =
        patterns.asked().stream()
            .map(a ->
                a.key().equals(FabricPatterns.ALL) || a.key().equals(patterns.sent())
                    ? Optional.of(a.traffic())
                    : Optional.<Outcome<Traffic>>empty())
            .toList();
    return solver.some(wanted, Text.of("analysis.notYet"), cancelled);
  }

  NetworkResult all(BooleanSupplier cancelled) {
    return solver.all(
        patterns.asked().stream().map(FabricPatterns.Asked::traffic).toList(),
        NetworkAssumptions.terms(model(), graph),
        NetworkAssumptions.reducing(model(), graph),
        cancelled);
  }

  /** Endpoints that failures cut off. */
  List<String> cutOff() {
    return FabricReach.isWhole(unrolled, fabric) ? List.of() : FabricReach.cutOff(model(), fabric);
  }

  SystemModel model() {
    return unrolled.model();
  }

  Fabric fabric() {
    return fabric;
  }

  FabricGraph graph() {
    return graph;
  }

  /** The graph that the flows of traffics cross: {@link #graph()}, or more than that. */
  FabricGraph carrying() {
    return carrying;
  }

  Sent sends() {
    return new Sent(model(), fabric, graph, carrying);
  }

  /** Whether flows cross the servers' own fabric, too. */
  boolean isThroughServers() {
    return carrying != graph;
  }

  /** Whether the scenario sends nothing on it. */
  boolean isIdle() {
    return choice.traffic().isEmpty();
  }

  FabricPatterns patterns() {
    return patterns;
  }

  /** The routing, or why it is not possible. */
  Outcome<Routing> chosen() {
    return routing;
  }

  /** The same for what stays on the fabric itself: along a rail there is no choice. */
  Outcome<Routing> onFabric() {
    return carrying == graph ? routing : Outcome.solved(new Routing.EqualCost());
  }

  /** What is said of the routing, with what came of it. */
  FabricAnswer.RoutingAnswer routing(NetworkResult solved) {
    return FabricRouting.answer(choice.routing(), routing, solved);
  }
}
