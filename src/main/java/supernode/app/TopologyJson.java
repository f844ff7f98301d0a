package supernode.app;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import supernode.analysis.FabricDegradation;
import supernode.design.Damage;
import supernode.interop.graph.ImportedGraph;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.metric.LoadedFabric;
import supernode.solve.network.metric.TopologyAnswer;
import supernode.solve.network.traffic.TreeRates;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;
import supernode.topology.generate.Counts;
import supernode.topology.generate.Cut;
import supernode.topology.generate.ExtendedFatTree;
import supernode.topology.generate.Generated;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Recipe;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A topology as JSON, version 1; its schema is assets/schema/supernode-topology-1.schema.json. */
final class TopologyJson {
  /** Pieces that are answered each by itself at most. */
  private static final int MOST_ISLANDS = 16;

  private TopologyJson() {}

  /** What is asked for besides: what random failures do, and latency under load. */
  record Further(Optional<Damage.Part> failing, Optional<OfferedLoadOption.OfferedLoad> offered) {}

  static ObjectNode of(Recipe recipe, Further further, Messages messages) {
    ObjectNode root = head();
    root.put("kind", recipe.kind().key());
    ObjectNode given = root.putObject("parameters");
    recipe.given().forEach(given::put);
    Counts counts = recipe.generator().counts();
    if (counts.vertices() > Generator.MOST_VERTICES || counts.links() > Generator.MOST_LINKS) {
      counted(root, recipe, messages);
      further
          .offered()
          .ifPresent(o ->
              LoadedLatencyJson.write(
                  root,
                  0,
                  o,
                  Outcome.notApplicable(
                      "topology.notBuilt", Generator.MOST_VERTICES, Generator.MOST_LINKS),
                  messages));
      return root;
    }
    Generated made = recipe.generator().generate(recipe.links());
    boolean rated = recipe.links().isRated();
    TopologyAnswer answer = TopologyAnswer.of(made, () -> false);
    new TopologyAnswerJson(root, made.graph(), rated, messages).put(answer);
    tiers(root, counts, Optional.of(made.graph()));
    ArrayNode cables = root.putArray("cables");
    made.cables()
        .forEach((cable, count) -> {
          ObjectNode node = cables.addObject();
          node.put("kind", cable.key());
          node.put("count", count);
          node.put("lengthM", recipe.links().of(cable).lengthM());
          if (rated) {
            node.put("rateGBps", recipe.links().rateBytesPerS(cable) / 1e9);
          } else {
            node.putNull("rateGBps");
          }
        });
    loaded(
        root,
        rated,
        further,
        answer,
        o -> LoadedFabric.of(made, made.graph(), answer, o.load(), o.packets(), () -> false),
        messages);
    degradation(root, further.failing(), made.graph(), messages);
    if (answer.islands() > 1) {
      Islands islands = Islands.of(made.graph());
      islands(
          root,
          islands,
          made.graph(),
          rated,
          messages,
          i -> TopologyAnswer.of(made, islands, i, () -> false));
    }
    return root;
  }

  static ObjectNode of(ImportedGraph imported, String file, Further further, Messages messages) {
    ObjectNode root = head();
    root.put("graph", file);
    CsrGraph graph = imported.graph();
    TopologyAnswer answer = TopologyAnswer.of(graph, () -> false);
    new TopologyAnswerJson(root, graph, imported.rated(), messages).put(answer);
    root.put("hostsForward", imported.forwarding().forward());
    root.put("hostsForwardBy", imported.forwarding().key());
    loaded(
        root,
        imported.rated(),
        further,
        answer,
        o -> LoadedFabric.of(graph, answer, o.load(), o.packets(), () -> false),
        messages);
    degradation(root, further.failing(), graph, messages);
    if (answer.islands() > 1) {
      Islands islands = Islands.of(graph);
      islands(
          root,
          islands,
          graph,
          imported.rated(),
          messages,
          i -> TopologyAnswer.of(islands.only(i), () -> false));
    }
    return root;
  }

  private static void loaded(
      ObjectNode root,
      boolean rated,
      Further further,
      TopologyAnswer answer,
      Function<OfferedLoadOption.OfferedLoad, Outcome<LoadedFabric>> solve,
      Messages messages) {
    further
        .offered()
        .ifPresent(o ->
            LoadedLatencyJson.write(
                root,
                answer.endpoints(),
                o,
                rated ? solve.apply(o) : Outcome.notApplicable("topology.noRate"),
                messages));
  }

  private static void degradation(
      ObjectNode root, Optional<Damage.Part> failing, CsrGraph graph, Messages messages) {
    failing.ifPresent(part ->
        DegradationJson.write(
            root.putObject("degradation"), part, new FabricDegradation(graph), messages));
  }

  private static ObjectNode head() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-topology");
    root.put("version", 1);
    return root;
  }

  private static void islands(
      ObjectNode root,
      Islands islands,
      CsrGraph graph,
      boolean rated,
      Messages messages,
      java.util.function.IntFunction<TopologyAnswer> answer) {
    ArrayNode each = root.putArray("perIsland");
    boolean[] done = new boolean[islands.count()];
    for (int i = 0; i < graph.endpointCount() && each.size() < MOST_ISLANDS; i++) {
      int island = islands.islandOf(graph.endpoint(i));
      if (!done[island]) {
        done[island] = true;
        new TopologyAnswerJson(each.addObject(), islands.only(island), rated, messages)
            .put(answer.apply(island));
      }
    }
  }

  /** What formulas say of a fabric that is too large to be built. */
  private static void counted(ObjectNode root, Recipe recipe, Messages messages) {
    Counts counts = recipe.generator().counts();
    root.put("endpoints", counts.hosts());
    root.put("switches", counts.switches());
    root.put("links", counts.links());
    root.put("interSwitchLinks", counts.interSwitchLinks());
    Optional<Cut> cut = recipe.generator().bisection(recipe.links());
    ObjectNode why = JsonNodeFactory.instance.objectNode();
    String reason =
        messages.say(Text.of("topology.notBuilt", Generator.MOST_VERTICES, Generator.MOST_LINKS));
    for (String key : TopologyAnswerJson.NEEDS_GRAPH) {
      root.putNull(key);
      why.put(key, reason);
    }
    if (cut.isPresent()) {
      root.put("bisectionLinks", cut.get().links());
      root.put("bisectionKind", "formula");
    } else {
      root.putNull("bisectionLinks");
      root.putNull("bisectionKind");
      why.put("bisectionLinks", reason);
    }
    if (cut.isPresent() && recipe.links().isRated()) {
      root.put("bisectionGBps", cut.get().bytesPerS() / 1e9);
    } else {
      root.putNull("bisectionGBps");
      why.put("bisectionGBps", cut.isPresent() ? messages.say("topology.noRate") : reason);
    }
    if (recipe.generator() instanceof ExtendedFatTree tree) {
      distances(root, tree, why);
    }
    root.set("notComputed", why);
    tiers(root, counts, Optional.empty());
  }

  /** Distances on a fat tree follow from its rule. */
  private static void distances(ObjectNode root, ExtendedFatTree tree, ObjectNode why) {
    double[] rates = new double[tree.levels()];
    Arrays.fill(rates, 1);
    Map<Integer, Double> pairs =
        TreeRates.allToAll(tree, rates, List.of(), () -> false).pairsByHops();
    double all = pairs.values().stream().mapToDouble(Double::doubleValue).sum();
    double hops = pairs.entrySet().stream().mapToDouble(e -> e.getKey() * e.getValue()).sum();
    if (all > 0) {
      root.put("islands", 1);
      root.put("diameter", pairs.keySet().stream().mapToInt(Integer::intValue).max().orElse(0));
      root.put("meanPathHosts", hops / all);
      why.remove(List.of("islands", "diameter", "meanPathHosts"));
    }
  }

  private static void tiers(ObjectNode root, Counts counts, Optional<CsrGraph> graph) {
    ArrayNode tiers = root.putArray("tiers");
    double[][] capacity = graph.map(g -> TierCapacities.of(g, counts)).orElse(new double[0][]);
    for (int t = 0; t < counts.tiers().size(); t++) {
      ObjectNode node = tiers.addObject();
      node.put("name", counts.tiers().get(t).name());
      node.put("switches", counts.tiers().get(t).switches());
      if (graph.isPresent() && capacity[t + 1][1] > 0) {
        node.put("oversubscription", capacity[t + 1][0] / capacity[t + 1][1]);
      } else {
        node.putNull("oversubscription");
      }
    }
    if (!counts.further().isEmpty()) {
      ObjectNode further = root.putObject("counts");
      for (Map.Entry<String, Long> e : counts.further().entrySet()) {
        further.put(e.getKey(), e.getValue());
      }
    }
  }
}
