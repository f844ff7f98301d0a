package supernode.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import supernode.design.Damage;
import supernode.design.Fabric;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What has failed besides whole instances. */
final class DamageForm {
  private static final Map<String, Function<Fields, Damage>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("links", f -> new Damage.Links(path(f, "a"), path(f, "b"), count(f, "count", 0)));
    KINDS.put("port", f -> new Damage.Port(path(f, "at"), f.text("port"), count(f, "index", 0)));
    KINDS.put("plane", f -> new Damage.Plane(fabric(f), count(f, "index", 0)));
    KINDS.put(
        "random",
        f ->
            new Damage.Random(
                f.constant("of", f.text("of", "links"), Names.PARTS),
                fabric(f),
                count(f, "count", 1),
                count(f, "seed", 1)));
  }

  private DamageForm() {}

  static Damage read(Fields f) {
    Damage read = f.constant("kind", f.text("kind"), KINDS).apply(f);
    f.done();
    return read;
  }

  private static String path(Fields f, String key) {
    return DesignForm.path(f, key, f.text(key));
  }

  private static Fabric fabric(Fields f) {
    return f.constant("fabric", f.text("fabric"), Names.FABRICS);
  }

  private static int count(Fields f, String key, int otherwise) {
    return f.integer(key, otherwise, 0, Integer.MAX_VALUE);
  }

  static ObjectNode write(Damage damage) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    return switch (damage) {
      case Damage.Links(String a, String b, int count) ->
          node.put("kind", "links").put("a", a).put("b", b).put("count", count);
      case Damage.Port(String at, String port, int index) ->
          node.put("kind", "port").put("at", at).put("port", port).put("index", index);
      case Damage.Plane(Fabric fabric, int index) ->
          node.put("kind", "plane").put("fabric", fabric.key()).put("index", index);
      case Damage.Random(Damage.Part part, Fabric fabric, int count, long seed) ->
          node.put("kind", "random")
              .put("of", part.key())
              .put("fabric", fabric.key())
              .put("count", count)
              .put("seed", seed);
    };
  }
}
