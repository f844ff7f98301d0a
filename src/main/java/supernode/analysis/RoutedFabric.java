package supernode.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import supernode.design.Fabric;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.FabricSolver;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.route.Routing;
import supernode.solve.network.traffic.Traffic;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/** A fabric with what is chosen for it, solved as far as it is asked for. */
final class RoutedFabric {
  private final SystemModel model;
  private final Fabric fabric;
  private final NetworkStage.Choice choice;
  private final FabricGraph sound;
  private final FabricGraph graph;
  private final FabricPatterns patterns;
  private final Outcome<Routing> routing;
  private final FabricSolver solver;

  private RoutedFabric(
      SystemModel model,
      Fabric fabric,
      NetworkStage.Choice choice,
      FabricGraph sound,
      FabricGraph graph) {
    this.model = model;
    this.sound = sound;
    this.fabric = fabric;
    this.choice = choice;
    this.graph = graph;
    patterns =
        new FabricPatterns(
            new FabricTraffic(graph.graph(), WiredNetwork.dims(choice.network())),
            choice.traffic());
    routing = FabricRouting.of(choice.routing(), choice.network());
    solver = new FabricSolver(graph.graph(), routing);
  }

  /** Not applicable with fewer than two endpoints. */
  static Outcome<RoutedFabric> of(Unrolled unrolled, Fabric fabric, NetworkStage.Choice choice) {
    SystemModel model = unrolled.model();
    FabricGraph graph = unrolled.graph(fabric);
    return graph.graph().endpointCount() < 2
        ? Outcome.notApplicable("analysis.noFabric")
        : Outcome.solved(new RoutedFabric(model, fabric, choice, unrolled.sound(fabric), graph));
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
        NetworkAssumptions.terms(model, graph),
        NetworkAssumptions.reducing(model, graph),
        cancelled);
  }

  /** Endpoints that failures cut off. */
  List<String> cutOff() {
    return FabricReach.isWhole(model, sound, graph) ? List.of() : FabricReach.cutOff(model, fabric);
  }

  SystemModel model() {
    return model;
  }

  Fabric fabric() {
    return fabric;
  }

  FabricGraph graph() {
    return graph;
  }

  FabricPatterns patterns() {
    return patterns;
  }

  /** The routing, or why it is not possible. */
  Outcome<Routing> chosen() {
    return routing;
  }

  /** What is said of the routing, with what came of it. */
  FabricAnswer.RoutingAnswer routing(NetworkResult solved) {
    return FabricRouting.answer(choice.routing(), routing, solved);
  }
}
