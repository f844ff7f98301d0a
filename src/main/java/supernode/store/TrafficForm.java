package supernode.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import supernode.catalog.Property;
import supernode.design.Bounds;
import supernode.design.Traffic;
import supernode.design.TrafficPattern;
import supernode.design.TrafficPatterns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a fabric's endpoints send: a pattern's name, or an object with its numbers. */
final class TrafficForm {
  private static final Map<String, Function<Fields, TrafficPattern>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("all-to-all", _ -> new TrafficPattern.AllToAll());
    KINDS.put("ring", f -> new TrafficPattern.RingShift(shift(f)));
    KINDS.put("permutation", f -> new TrafficPattern.Permutation(seed(f)));
    KINDS.put("uniform", f -> new TrafficPattern.Uniform(count(f, "peers", 8, 1), seed(f)));
    KINDS.put(
        "neighbours",
        f -> {
          boolean wrapped = f.flag("wrapped", true);
          return new TrafficPattern.NeighbourExchange(dims(f), wrapped);
        });
    KINDS.put(
        "incast", f -> new TrafficPattern.Incast(count(f, "root", 0, 0), count(f, "fanIn", 0, 0)));
    KINDS.put(
        "hot-spot",
        f -> new TrafficPattern.HotSpot(count(f, "target", 0, 0), f.number("share", 0.5), seed(f)));
    KINDS.put("bit-complement", _ -> new TrafficPattern.BitComplement());
    KINDS.put("tornado", f -> new TrafficPattern.Tornado(dims(f)));
    KINDS.put("pipeline", f -> new TrafficPattern.PipelineStages(count(f, "stages", 2, 2)));
    KINDS.put(
        "experts",
        f ->
            new TrafficPattern.ExpertParallel(
                count(f, "ranks", 0, 0), count(f, "experts", 256, 1), count(f, "topK", 8, 1)));
    KINDS.put(
        "matrix",
        f -> {
          if (f.find("tableGBps").isPresent()) {
            return MatrixTable.read(f);
          }
          List<Fields> demands = f.objectList("demands");
          if (demands.size() > TrafficPattern.MAX_DEMANDS) {
            throw f.refused("demands", "store.listLong", TrafficPattern.MAX_DEMANDS);
          }
          return new TrafficPattern.Matrix(demands.stream().map(TrafficForm::demand).toList());
        });
  }

  private TrafficForm() {}

  static Traffic read(Fields f) {
    TrafficPattern pattern = pattern(f);
    Traffic traffic =
        new Traffic(
            f.constant("fabric", f.text("fabric"), Names.FABRICS),
            pattern,
            f.number("weight", 1),
            limit(f));
    f.done();
    return traffic;
  }

  private static TrafficPattern pattern(Fields f) {
    if (f.require("pattern").isString()) {
      return f.constant("pattern", f.text("pattern"), TrafficPatterns.BY_KEY);
    }
    Fields inner = f.object("pattern").orElseThrow();
    TrafficPattern read = inner.constant("kind", inner.text("kind"), KINDS).apply(inner);
    inner.done();
    return read;
  }

  private static int count(Fields f, String key, int otherwise, int least) {
    return f.integer(key, otherwise, least, Bounds.MAX_COUNT);
  }

  private static int shift(Fields f) {
    return f.integer("shift", 1, -Bounds.MAX_COUNT, Bounds.MAX_COUNT);
  }

  private static int seed(Fields f) {
    return f.integer("seed", 1, 0, Integer.MAX_VALUE);
  }

  static List<Integer> dims(Fields f) {
    return f.list("dims").stream()
        .limit(TrafficPattern.MAX_DIMENSIONS + 1L)
        .map(d -> f.asInteger("dims", d, 1, Bounds.MAX_COUNT))
        .toList();
  }

  private static OptionalDouble limit(Fields f) {
    return f.find("limitGBps").isPresent()
        ? OptionalDouble.of(Property.RATE.toSi(f.number("limitGBps")))
        : OptionalDouble.empty();
  }

  private static TrafficPattern.Demand demand(Fields f) {
    TrafficPattern.Demand demand =
        new TrafficPattern.Demand(
            range(f, "from"), range(f, "to"), f.number("weight", 1), limit(f));
    f.done();
    return demand;
  }

  /** One endpoint, or the first and the last of several. */
  private static TrafficPattern.Range range(Fields f, String key) {
    JsonNode value = f.require(key);
    List<JsonNode> ends = value.isArray() ? f.list(key) : List.of(value);
    if (ends.size() != 1 && ends.size() != 2) {
      throw f.refused(key, "store.range2");
    }
    int first = f.asInteger(key, ends.getFirst(), 0, Bounds.MAX_COUNT - 1);
    return new TrafficPattern.Range(
        first, f.asInteger(key, ends.getLast(), first, Bounds.MAX_COUNT - 1));
  }

  static ObjectNode write(Traffic traffic) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("fabric", traffic.fabric().key());
    TrafficPattern pattern = traffic.pattern();
    if (pattern.equals(TrafficPatterns.BY_KEY.get(pattern.key()))) {
      node.put("pattern", pattern.key());
    } else {
      write(pattern, node.putObject("pattern").put("kind", pattern.key()));
    }
    weighted(node, traffic.weight(), traffic.limitBytesPerS());
    return node;
  }

  private static void weighted(ObjectNode node, double weight, OptionalDouble limit) {
    if (weight != 1) {
      node.set("weight", Layout.number(weight));
    }
    limit.ifPresent(si -> node.set("limitGBps", Layout.number(Property.RATE.toFile(si))));
  }

  private static void write(TrafficPattern pattern, ObjectNode node) {
    switch (pattern) {
      case TrafficPattern.AllToAll _, TrafficPattern.BitComplement _ -> {}
      case TrafficPattern.Uniform(int peers, long seed) ->
          node.put("peers", peers).put("seed", seed);
      case TrafficPattern.RingShift(int shift) -> node.put("shift", shift);
      case TrafficPattern.Permutation(long seed) -> node.put("seed", seed);
      case TrafficPattern.NeighbourExchange(List<Integer> dims, boolean wrapped) -> {
        dims(node, dims);
        node.put("wrapped", wrapped);
      }
      case TrafficPattern.Incast(int root, int fanIn) -> node.put("root", root).put("fanIn", fanIn);
      case TrafficPattern.HotSpot(int target, double share, long seed) -> {
        node.put("target", target).set("share", Layout.number(share));
        node.put("seed", seed);
      }
      case TrafficPattern.Tornado(List<Integer> dims) -> dims(node, dims);
      case TrafficPattern.PipelineStages(int stages) -> node.put("stages", stages);
      case TrafficPattern.ExpertParallel(int ranks, int experts, int topK) ->
          node.put("ranks", ranks).put("experts", experts).put("topK", topK);
      case TrafficPattern.Matrix matrix when MatrixTable.fits(matrix) ->
          MatrixTable.write(matrix, node);
      case TrafficPattern.Matrix(List<TrafficPattern.Demand> demands) -> {
        ArrayNode list = node.putArray("demands");
        demands.forEach(d -> {
          ObjectNode one = list.addObject();
          one.set("from", range(d.from()));
          one.set("to", range(d.to()));
          weighted(one, d.weight(), d.limitBytesPerS());
        });
      }
    }
  }

  private static JsonNode range(TrafficPattern.Range r) {
    return r.first() == r.last()
        ? JsonNodeFactory.instance.numberNode(r.first())
        : JsonNodeFactory.instance.arrayNode().add(r.first()).add(r.last());
  }

  static void dims(ObjectNode node, List<Integer> dims) {
    ArrayNode array = node.putArray("dims");
    dims.forEach(array::add);
  }
}
