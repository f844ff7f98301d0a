package supernode.analysis;

import java.util.List;
import java.util.Optional;
import supernode.design.DirectNetwork;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.route.Deadlock;
import supernode.solve.network.route.Routing;

/** A design's choice of routing as the solver takes it: what has no size follows the wiring. */
final class FabricRouting {
  private FabricRouting() {}

  /**
   * @param network that the fabric is wired as, where it is a direct one
   * @return not applicable where a size is neither given nor drawn
   */
  static Outcome<Routing> of(supernode.design.Routing chosen, Optional<DirectNetwork> network) {
    return switch (chosen) {
      case supernode.design.Routing.EqualCost _ -> Outcome.solved(new Routing.EqualCost());
      case supernode.design.Routing.HashedEqualCost(long seed) ->
          Outcome.solved(new Routing.HashedEqualCost(seed));
      case supernode.design.Routing.UpDown _ -> Outcome.solved(new Routing.UpDown());
      case supernode.design.Routing.PlaneStriping _ -> Outcome.solved(new Routing.PlaneStriping());
      case supernode.design.Routing.DimensionOrder(List<Integer> given) -> {
        List<Integer> dims = given.isEmpty() ? WiredNetwork.dims(network) : given;
        boolean wrapped = network.filter(n -> n instanceof DirectNetwork.Torus).isPresent();
        yield dims.isEmpty()
            ? Outcome.notApplicable("routing.noDims")
            : Outcome.solved(new Routing.DimensionOrder(dims, wrapped));
      }
      case supernode.design.Routing.Minimal(int given) -> {
        int perGroup =
            given > 0
                ? given
                : network
                    .map(n -> n instanceof DirectNetwork.Dragonfly d ? d.routersPerGroup() : 0)
                    .orElse(0);
        yield perGroup == 0
            ? Outcome.notApplicable("routing.noGroups")
            : Outcome.solved(new Routing.Minimal(perGroup));
      }
      case supernode.design.Routing.Valiant(var legs) ->
          of(legs, network).map(Routing.Valiant::new);
      case supernode.design.Routing.Adaptive(var minimal) ->
          of(minimal, network).map(Routing.Adaptive::new);
      case supernode.design.Routing.RailAware(int perServer) ->
          perServer == 0
              ? Outcome.notApplicable("routing.noServers")
              : Outcome.solved(new Routing.RailAware(perServer));
    };
  }

  /** What is said of a choice, with what came of it. */
  static FabricAnswer.RoutingAnswer answer(
      supernode.design.Routing chosen, Outcome<Routing> routing, NetworkResult solved) {
    Text name = Text.of("routing." + chosen.key());
    Optional<Text> whyNot =
        solved.traffics().stream()
            .flatMap(t -> t.whyNot().stream())
            .filter(why -> why.key().startsWith("routing."))
            .findFirst();
    Optional<Deadlock> deadlock =
        routing.asOptional().filter(_ -> whyNot.isEmpty()).map(Routing::deadlock);
    return deadlock
        .map(d ->
            new FabricAnswer.RoutingAnswer(name, Optional.empty(), d.virtualChannels(), d.reason()))
        .orElseGet(() ->
            new FabricAnswer.RoutingAnswer(name, whyNot, 0, Text.of("routing.deadlock.notHere")));
  }
}
