package supernode.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import supernode.design.Bounds;
import supernode.design.Fabric;
import supernode.design.Routing;
import supernode.design.Routings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How fabrics' ways are picked: a routing's name, or an object with its numbers. */
final class RoutingForm {
  private static final Map<String, Function<Fields, Routing>> KINDS = new LinkedHashMap<>();
  private static final Map<String, Function<Fields, Routing.Leg>> LEGS = new LinkedHashMap<>();

  static {
    leg("ecmp", _ -> new Routing.EqualCost());
    leg("dimension-order", f -> new Routing.DimensionOrder(TrafficForm.dims(f)));
    leg("minimal", f -> new Routing.Minimal(count(f, "routersPerGroup")));
    KINDS.put(
        "ecmp-hash", f -> new Routing.HashedEqualCost(f.integer("seed", 1, 0, Integer.MAX_VALUE)));
    KINDS.put("d-mod-k", _ -> new Routing.UpDown());
    KINDS.put("valiant", f -> new Routing.Valiant(leg(f)));
    KINDS.put("ugal", f -> new Routing.Adaptive(leg(f)));
    KINDS.put("rail-aware", f -> new Routing.RailAware(count(f, "perServer")));
    KINDS.put("plane-striping", _ -> new Routing.PlaneStriping());
  }

  private RoutingForm() {}

  private static void leg(String kind, Function<Fields, Routing.Leg> read) {
    LEGS.put(kind, read);
    KINDS.put(kind, read::apply);
  }

  private static int count(Fields f, String key) {
    return f.integer(key, 0, 0, Bounds.MAX_COUNT);
  }

  static Map<Fabric, Routing> read(Fields f) {
    Map<Fabric, Routing> routing = new LinkedHashMap<>();
    for (String key : f.keys()) {
      routing.put(f.constant(key, key, Names.FABRICS), one(f, key, KINDS));
    }
    return routing;
  }

  private static Routing.Leg leg(Fields f) {
    return f.find("legs").isEmpty() ? new Routing.EqualCost() : one(f, "legs", LEGS);
  }

  /** A routing by its name alone, or with its numbers. */
  private static <R> R one(Fields f, String key, Map<String, Function<Fields, R>> kinds) {
    if (f.require(key).isString()) {
      return f.constant(key, f.text(key), kinds).apply(f.empty(key));
    }
    Fields inner = f.object(key).orElseThrow();
    R read = inner.constant("kind", inner.text("kind"), kinds).apply(inner);
    inner.done();
    return read;
  }

  static ObjectNode write(Map<Fabric, Routing> routing) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    routing.forEach((fabric, r) -> write(node, fabric.key(), r));
    return node;
  }

  private static void write(ObjectNode node, String key, Routing routing) {
    if (routing.equals(Routings.BY_KEY.get(routing.key()))) {
      node.put(key, routing.key());
      return;
    }
    ObjectNode inner = node.putObject(key).put("kind", routing.key());
    switch (routing) {
      case Routing.EqualCost _, Routing.UpDown _, Routing.PlaneStriping _ -> {}
      case Routing.HashedEqualCost(long seed) -> inner.put("seed", seed);
      case Routing.DimensionOrder(List<Integer> dims) -> TrafficForm.dims(inner, dims);
      case Routing.Minimal(int perGroup) -> inner.put("routersPerGroup", perGroup);
      case Routing.Valiant(Routing.Leg legs) -> write(inner, "legs", legs);
      case Routing.Adaptive(Routing.Leg minimal) -> write(inner, "legs", minimal);
      case Routing.RailAware(int perServer) -> inner.put("perServer", perServer);
    }
  }
}
