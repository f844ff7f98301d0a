package supernode.analysis;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import supernode.design.Fabric;
import supernode.design.Routing;
import supernode.solve.Outcome;
import supernode.topology.FabricGraph;

/**
 * The answers of all fabrics, solved again when their wiring or what is chosen for them changes.
 */
final class Networks {
  /** Endpoints of a fabric up to which everything is there as soon as the rates. */
  private static final int FEW = 1024;

  private final Stage<StageInputs.Networked, Map<Fabric, Outcome<RoutedFabric>>> routed =
      new Stage<>();
  private final Stage<StageInputs.Networked, Map<Fabric, Outcome<FabricAnswer>>> solved =
      new Stage<>();

  /**
   * @param complete whether all of them is solved, or the rates only
   */
  record Answers(Map<Fabric, Outcome<FabricAnswer>> fabrics, boolean complete) {}

  /**
   * @param networks the fabrics that are solved here
   * @param before where present, the rates will do on large fabrics, and the rest is taken of these
   */
  Answers get(
      Unrolled model,
      Set<Fabric> networks,
      Map<Fabric, NetworkStage.Choice> choices,
      Optional<Map<Fabric, Outcome<FabricAnswer>>> before,
      BooleanSupplier cancelled) {
    Set<Fabric> read = EnumSet.copyOf(networks);
    if (alongRails(choices)) {
      // Flows cross the hosts' wiring, too.
      read.add(Fabric.HOST);
    }
    StageInputs.Networked inputs = new StageInputs.Networked(model.wired(read), choices);
    if (before.isPresent() && !solved.knows(inputs)) {
      Map<Fabric, Outcome<RoutedFabric>> fabrics = routed(inputs, model);
      if (fabrics.values().stream().anyMatch(Networks::isLarge)) {
        return new Answers(NetworkStage.rates(fabrics, before.get(), cancelled), false);
      }
    }
    return new Answers(
        solved.get(inputs, () -> NetworkStage.solve(routed(inputs, model), cancelled)), true);
  }

  private static boolean alongRails(Map<Fabric, NetworkStage.Choice> choices) {
    return choices.get(Fabric.SCALE_OUT).routing() instanceof Routing.RailAware;
  }

  private Map<Fabric, Outcome<RoutedFabric>> routed(StageInputs.Networked inputs, Unrolled model) {
    return routed.get(inputs, () -> NetworkStage.routed(model, inputs.choices()));
  }

  private static boolean isLarge(Outcome<RoutedFabric> fabric) {
    return fabric
        .asOptional()
        .map(RoutedFabric::graph)
        .map(FabricGraph::graph)
        .filter(g -> g.endpointCount() > FEW)
        .isPresent();
  }
}
