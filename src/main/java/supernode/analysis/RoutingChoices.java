package supernode.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.design.Design;
import supernode.design.DirectNetwork;
import supernode.design.Fabric;
import supernode.design.Routing;
import supernode.design.Routings;
import supernode.quantity.Text;

/** Which routings a fabric can have as it is wired, and why not the others. */
public final class RoutingChoices {
  /** Accelerators of a server where nothing else is said: as many as on a common baseboard. */
  private static final int PER_SERVER = 8;

  private RoutingChoices() {}

  /** Each routing as it would begin, with the reason why it is not possible here, if it is not. */
  public static Map<Routing, Optional<Text>> of(Design design, Fabric fabric) {
    Optional<DirectNetwork> network = WiredNetwork.of(design, fabric);
    boolean grid = !WiredNetwork.dims(network).isEmpty();
    boolean groups = network.filter(n -> n instanceof DirectNetwork.Dragonfly).isPresent();
    Map<Routing, Optional<Text>> all = new LinkedHashMap<>();
    for (Routing routing : Routings.BY_KEY.values()) {
      switch (routing) {
        case Routing.DimensionOrder _ -> all.put(routing, unless(grid, "routing.notGridWired"));
        case Routing.Minimal _ -> all.put(routing, unless(groups, "routing.notGroupWired"));
        case Routing.UpDown _, Routing.PlaneStriping _ ->
            all.put(routing, unless(network.isEmpty(), "routing.notTreeWired"));
        case Routing.RailAware _ ->
            all.put(
                new Routing.RailAware(throughServers(design, fabric) ? 0 : PER_SERVER),
                unless(network.isEmpty(), "routing.notTreeWired"));
        case Routing.Valiant _ -> all.put(new Routing.Valiant(leg(grid, groups)), Optional.empty());
        case Routing.Adaptive _ ->
            all.put(new Routing.Adaptive(leg(grid, groups)), Optional.empty());
        case Routing.EqualCost _, Routing.HashedEqualCost _ -> all.put(routing, Optional.empty());
      }
    }
    return all;
  }

  /** Whether the drawing has servers that a network between nodes can be reached through. */
  private static boolean throughServers(Design design, Fabric fabric) {
    return fabric == Fabric.SCALE_OUT
        && design.assemblies().values().stream()
            .flatMap(a -> a.wirings().stream())
            .anyMatch(w -> w.fabric() == Fabric.SCALE_UP);
  }

  private static Routing.Leg leg(boolean grid, boolean groups) {
    return grid
        ? new Routing.DimensionOrder(List.of())
        : groups ? new Routing.Minimal(0) : new Routing.EqualCost();
  }

  private static Optional<Text> unless(boolean possible, String why) {
    return possible ? Optional.empty() : Optional.of(Text.of(why));
  }
}
