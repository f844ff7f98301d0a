package supernode.design;

import java.util.ArrayList;
import java.util.List;
import supernode.quantity.Text;

/** How the switches of a fabric pick ways. What a size is not given for follows the drawing. */
public sealed interface Routing {
  /** What may lead along a leg of another routing. */
  sealed interface Leg extends Routing {}

  /** Equal splitting over all shortest paths, as of a fluid. */
  record EqualCost() implements Leg {}

  /** One of the shortest paths for each flow, picked by a hash. */
  record HashedEqualCost(long seed) implements Routing {}

  /**
   * One coordinate after the other.
   *
   * @param dims routers along each dimension, the first fastest; empty for those of the wiring
   */
  record DimensionOrder(List<Integer> dims) implements Leg {
    public DimensionOrder {
      dims = List.copyOf(dims);
    }
  }

  /** Up and then down a fat tree, on the path that the destination's number picks (d-mod-k). */
  record UpDown() implements Routing {}

  /**
   * Minimal between groups of consecutive routers, as on a dragonfly.
   *
   * @param routersPerGroup 0 for that of the wiring
   */
  record Minimal(int routersPerGroup) implements Leg {}

  /** Over a random router in between (Valiant). */
  record Valiant(Leg legs) implements Routing {}

  /** The better mixture of minimal and Valiant's (what UGAL aims at). */
  record Adaptive(Leg minimal) implements Routing {}

  /**
   * Inside the scale-up domain to the destination's rail, and along it.
   *
   * @param perServer accelerators of a domain; 0 for those of the drawing
   */
  record RailAware(int perServer) implements Routing {}

  /** An equal part over each plane. */
  record PlaneStriping() implements Routing {}

  /** Its name in files and texts. */
  default String key() {
    return switch (this) {
      case EqualCost _ -> "ecmp";
      case HashedEqualCost _ -> "ecmp-hash";
      case DimensionOrder _ -> "dimension-order";
      case UpDown _ -> "d-mod-k";
      case Minimal _ -> "minimal";
      case Valiant _ -> "valiant";
      case Adaptive _ -> "ugal";
      case RailAware _ -> "rail-aware";
      case PlaneStriping _ -> "plane-striping";
    };
  }

  /** Numbers that cannot be. */
  default List<Text> problems() {
    List<Text> found = new ArrayList<>();
    switch (this) {
      case HashedEqualCost(long seed) -> check(found, "seed", seed, 0, Integer.MAX_VALUE);
      case DimensionOrder(List<Integer> dims) -> {
        check(found, "dims.length", dims.size(), 0, TrafficPattern.MAX_DIMENSIONS);
        dims.forEach(d -> check(found, "dims", d, 1, Bounds.MAX_COUNT));
      }
      case Minimal(int perGroup) -> check(found, "routersPerGroup", perGroup, 0, Bounds.MAX_COUNT);
      case RailAware(int perServer) -> check(found, "perServer", perServer, 0, Bounds.MAX_COUNT);
      case Valiant(Leg legs) -> found.addAll(legs.problems());
      case Adaptive(Leg minimal) -> found.addAll(minimal.problems());
      case EqualCost _, UpDown _, PlaneStriping _ -> {}
    }
    return found;
  }

  private void check(List<Text> found, String name, long value, long least, long most) {
    if (value < least || value > most) {
      found.add(Text.of("design.routingNumber", key(), name, least, most));
    }
  }
}
