package supernode.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import supernode.design.Bounds;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Selector;
import supernode.design.Wiring;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A wiring of the file and its pattern. */
final class PatternForm {
  private static final Map<String, Function<Fields, Pattern>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("point-to-point", f -> new Pattern.PointToPoint(end(f, "a"), end(f, "b"), links(f)));
    KINDS.put("ring", f -> new Pattern.Ring(end(f, "among"), links(f)));
    KINDS.put("full-mesh", f -> new Pattern.FullMesh(end(f, "among"), links(f)));
    KINDS.put("every-to-every", f -> new Pattern.EveryToEvery(end(f, "a"), end(f, "b"), links(f)));
    KINDS.put("rail", f -> new Pattern.Rail(end(f, "a"), end(f, "b"), links(f)));
    KINDS.put(
        "each-to-group",
        f ->
            new Pattern.EachToGroup(
                end(f, "one"),
                end(f, "group"),
                f.asInteger("size", f.require("size"), 1, Bounds.MAX_COUNT),
                links(f)));
    KINDS.put(
        "leaf-spine",
        f ->
            new Pattern.LeafSpine(
                end(f, "hosts"), end(f, "leafDown"), end(f, "leafUp"), end(f, "spines"), links(f)));
  }

  private PatternForm() {}

  /** Names of the patterns in files. */
  static Set<String> kinds() {
    return Collections.unmodifiableSet(KINDS.keySet());
  }

  static Wiring readWiring(Fields f) {
    String name = f.text("name", "");
    Fabric fabric = f.constant("fabric", f.text("fabric"), Names.FABRICS);
    String link = f.text("link");
    double lengthM = f.number("lengthM", 0);
    if (lengthM < 0 || lengthM > Bounds.MAX_LENGTH_M) {
      throw f.refused("lengthM", "store.range", lengthM, 0, Bounds.MAX_LENGTH_M);
    }
    f.require("pattern");
    Fields pattern = f.object("pattern").orElseThrow();
    Pattern read = pattern.constant("kind", pattern.text("kind"), KINDS).apply(pattern);
    pattern.done();
    f.done();
    return new Wiring(name, fabric, link, lengthM, read);
  }

  private static Selector end(Fields f, String key) {
    return AssemblyForm.selector(f, key, f.text(key));
  }

  private static int links(Fields f) {
    return f.integer("linksPerPair", 1, 1, Pattern.MAX_LINKS_PER_PAIR);
  }

  static ObjectNode write(Wiring wiring) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (!wiring.name().isEmpty()) {
      node.put("name", wiring.name());
    }
    node.put("fabric", wiring.fabric().key());
    node.put("link", wiring.link());
    if (wiring.lengthM() != 0) {
      node.set("lengthM", Layout.number(wiring.lengthM()));
    }
    node.set("pattern", write(wiring.pattern()));
    return node;
  }

  private static ObjectNode write(Pattern pattern) {
    ObjectNode node =
        switch (pattern) {
          case Pattern.PointToPoint(Selector a, Selector b, int _) ->
              kind("point-to-point").put("a", a.toString()).put("b", b.toString());
          case Pattern.Ring(Selector among, int _) -> kind("ring").put("among", among.toString());
          case Pattern.FullMesh(Selector among, int _) ->
              kind("full-mesh").put("among", among.toString());
          case Pattern.EveryToEvery(Selector a, Selector b, int _) ->
              kind("every-to-every").put("a", a.toString()).put("b", b.toString());
          case Pattern.Rail(Selector a, Selector b, int _) ->
              kind("rail").put("a", a.toString()).put("b", b.toString());
          case Pattern.EachToGroup(Selector one, Selector group, int size, int _) ->
              kind("each-to-group")
                  .put("one", one.toString())
                  .put("group", group.toString())
                  .put("size", size);
          case Pattern.LeafSpine(Selector hosts, Selector down, Selector up, Selector top, int _) ->
              kind("leaf-spine")
                  .put("hosts", hosts.toString())
                  .put("leafDown", down.toString())
                  .put("leafUp", up.toString())
                  .put("spines", top.toString());
        };
    return pattern.linksPerPair() == 1 ? node : node.put("linksPerPair", pattern.linksPerPair());
  }

  private static ObjectNode kind(String kind) {
    return JsonNodeFactory.instance.objectNode().put("kind", kind);
  }
}
