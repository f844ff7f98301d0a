package supernode.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import supernode.design.Bounds;
import supernode.design.DirectNetwork;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Selector;
import supernode.design.Wiring;
import tools.jackson.databind.node.ArrayNode;
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
    direct(
        "torus", f -> new DirectNetwork.Torus(dims(f), f.integer("twist", 0, 0, Bounds.MAX_COUNT)));
    direct("mesh", f -> new DirectNetwork.Mesh(dims(f)));
    direct("hyperx", f -> new DirectNetwork.HyperX(dims(f)));
    direct(
        "dragonfly",
        f ->
            new DirectNetwork.Dragonfly(
                count(f, "routersPerGroup"), count(f, "globalLinks"), count(f, "groups")));
    direct("slim-fly", f -> new DirectNetwork.SlimFly(count(f, "q")));
    direct(
        "jellyfish",
        f ->
            new DirectNetwork.Jellyfish(
                count(f, "degree"), f.integer("seed", 1, 0, Integer.MAX_VALUE)));
  }

  private PatternForm() {}

  private static void direct(String kind, Function<Fields, DirectNetwork> network) {
    KINDS.put(kind, f -> new Pattern.Direct(end(f, "among"), network.apply(f), links(f)));
  }

  private static int count(Fields f, String key) {
    return f.asInteger(key, f.require(key), 1, Bounds.MAX_COUNT);
  }

  private static List<Integer> dims(Fields f) {
    f.require("dims");
    return f.list("dims").stream()
        .limit(DirectNetwork.MAX_DIMENSIONS + 1L)
        .map(d -> f.asInteger("dims", d, 2, Bounds.MAX_COUNT))
        .toList();
  }

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
          case Pattern.Direct(Selector among, DirectNetwork network, int _) ->
              write(network, kind(network.kind()).put("among", among.toString()));
        };
    return pattern.linksPerPair() == 1 ? node : node.put("linksPerPair", pattern.linksPerPair());
  }

  private static ObjectNode kind(String kind) {
    return JsonNodeFactory.instance.objectNode().put("kind", kind);
  }

  private static ObjectNode write(DirectNetwork network, ObjectNode node) {
    return switch (network) {
      case DirectNetwork.Torus(List<Integer> dims, int twist) ->
          twist > 0 ? dims(node, dims).put("twist", twist) : dims(node, dims);
      case DirectNetwork.Mesh(List<Integer> dims) -> dims(node, dims);
      case DirectNetwork.HyperX(List<Integer> dims) -> dims(node, dims);
      case DirectNetwork.Dragonfly(int routers, int global, int groups) ->
          node.put("routersPerGroup", routers).put("globalLinks", global).put("groups", groups);
      case DirectNetwork.SlimFly(int q) -> node.put("q", q);
      case DirectNetwork.Jellyfish(int degree, long seed) ->
          node.put("degree", degree).put("seed", seed);
    };
  }

  private static ObjectNode dims(ObjectNode node, List<Integer> dims) {
    ArrayNode array = node.putArray("dims");
    dims.forEach(array::add);
    return node;
  }
}
