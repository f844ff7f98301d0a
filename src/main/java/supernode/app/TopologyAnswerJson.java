package supernode.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.metric.Bisection;
import supernode.solve.network.metric.HopCounts;
import supernode.solve.network.metric.ThroughputBounds;
import supernode.solve.network.metric.TopologyAnswer;
import supernode.solve.network.metric.UniformLoad;
import supernode.topology.CsrGraph;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The metrics of a topology; what was not computed is null, with the reason in notComputed. */
final class TopologyAnswerJson {
  /** Keys that only a graph can answer. */
  static final List<String> NEEDS_GRAPH =
      List.of(
          "islands",
          "diameter",
          "meanPathHosts",
          "meanPathAll",
          "edgeConnectivity",
          "diameterAll",
          "edgeConnectivityAll",
          "linkDisjointPaths",
          "articulationPoints",
          "shortestPaths",
          "throughput",
          "load");

  private final ObjectNode to;
  private final ObjectNode why;
  private final CsrGraph graph;
  private final boolean rated;
  private final Messages messages;

  TopologyAnswerJson(ObjectNode to, CsrGraph graph, boolean rated, Messages messages) {
    this.to = to;
    this.why = to.objectNode();
    this.graph = graph;
    this.rated = rated;
    this.messages = messages;
  }

  void put(TopologyAnswer a) {
    to.put("endpoints", a.endpoints());
    to.put("switches", a.switches());
    to.put("links", a.links());
    to.put("interSwitchLinks", a.interSwitchLinks());
    to.put("islands", a.islands());
    put(
        to,
        a.hostHops().flatMap(TopologyAnswerJson::some),
        "diameter",
        h -> to.put("diameter", h.diameter()));
    put(
        to,
        a.hostHops().flatMap(TopologyAnswerJson::some),
        "meanPathHosts",
        h -> to.put("meanPathHosts", h.mean()));
    put(
        to,
        a.allHops().flatMap(TopologyAnswerJson::some),
        "meanPathAll",
        h -> to.put("meanPathAll", h.mean()));
    put(
        to,
        a.hostHops(),
        "hostPairsByHops",
        h -> {
          ArrayNode pairs = to.putArray("hostPairsByHops");
          h.pairs().forEach(pairs::add);
          to.put("unreachablePairs", h.unreachable());
        });
    put(to, a.edgeConnectivity(), "edgeConnectivity", e -> to.put("edgeConnectivity", e.links()));
    put(
        to,
        a.allHops().flatMap(TopologyAnswerJson::whole),
        "diameterAll",
        h -> to.put("diameterAll", h.diameter()));
    put(
        to,
        a.edgeConnectivityAll(),
        "edgeConnectivityAll",
        e -> to.put("edgeConnectivityAll", e.links()));
    put(
        to,
        a.disjointPaths(),
        "linkDisjointPaths",
        d -> {
          ObjectNode paths = to.putObject("linkDisjointPaths");
          paths.put("least", d.least());
          paths.put("mean", d.mean());
          paths.put("most", d.most());
        });
    to.put("articulationPoints", a.cutVertices());
    bisection(a.bisection());
    put(
        to,
        a.load(),
        "shortestPaths",
        l -> {
          ObjectNode paths = to.putObject("shortestPaths");
          paths.put("least", l.shortestPaths().least());
          paths.put("mean", l.shortestPaths().mean());
          paths.put("most", l.shortestPaths().most());
        });
    throughput(a);
    put(to, a.load(), "load", this::load);
    to.set("notComputed", why);
  }

  private static Outcome<HopCounts> some(HopCounts hops) {
    return hops.reachable() > 0 ? Outcome.solved(hops) : Outcome.notApplicable("topology.noPair");
  }

  /** As graph theory has it: a graph in pieces has no diameter. */
  private static Outcome<HopCounts> whole(HopCounts hops) {
    return hops.unreachable() > 0
        ? Outcome.notApplicable("topology.apart", hops.unreachable())
        : some(hops);
  }

  private <T> void put(ObjectNode node, Outcome<T> outcome, String key, Consumer<T> write) {
    Optional<T> value = outcome.asOptional();
    if (value.isPresent()) {
      write.accept(value.get());
    } else {
      node.putNull(key);
      why.put(key, messages.say(outcome.whyNot().orElseThrow()));
    }
  }

  private void bisection(Outcome<Bisection> outcome) {
    put(to, outcome, "bisectionLinks", b -> to.put("bisectionLinks", b.links()));
    put(to, outcome, "bisectionKind", b -> to.put("bisectionKind", b.method().kind()));
    put(to, outcome.flatMap(this::rate), "bisectionGBps", b -> to.put("bisectionGBps", b));
  }

  private Outcome<Double> rate(Bisection b) {
    return rated
        ? Outcome.solved(b.bytesPerS() / 1e9)
        : new Outcome.NotApplicable<>(Text.of("topology.noRate"));
  }

  /** Of each ordered pair while all pairs send, in links of the largest capacity and in GB/s. */
  private void throughput(TopologyAnswer a) {
    double unit = 0;
    for (int l = 0; l < graph.linkCount(); l++) {
      unit = Math.max(unit, graph.isUsable(l) ? graph.capacityBytesPerS(l) : 0);
    }
    ObjectNode node = to.putObject("throughput");
    node.put("routing", "ECMP");
    if (rated) {
      node.put("unitGBps", unit / 1e9);
    } else {
      node.putNull("unitGBps");
    }
    Outcome<Double> ecmp = a.load().flatMap(this::finite);
    pair(node, ecmp, "thetaEcmp", unit);
    pair(node, a.idealPair(), "thetaIdeal", unit);
    pair(node, a.distanceBound(), "thetaDistanceBound", unit);
    pair(
        node,
        a.bisection().map(b -> ThroughputBounds.byBisection(graph, b)),
        "thetaCutBound",
        unit);
    if (rated) {
      put(node, ecmp, "pairGBps", r -> node.put("pairGBps", r / 1e9));
      put(
          node,
          ecmp,
          "endpointGBps",
          r -> node.put("endpointGBps", r * (a.endpoints() - 1.0) / 1e9));
    } else {
      Outcome<Double> unknown = Outcome.notApplicable("topology.noRate");
      put(node, unknown, "pairGBps", _ -> {});
      put(node, unknown, "endpointGBps", _ -> {});
    }
  }

  private Outcome<Double> finite(UniformLoad load) {
    double rate = load.pairBytesPerS(graph);
    return Double.isFinite(rate) ? Outcome.solved(rate) : Outcome.notApplicable("topology.noPair");
  }

  private void pair(ObjectNode node, Outcome<Double> rate, String key, double unit) {
    put(node, rate, key, r -> node.put(key, unit == 0 ? 0 : r / unit));
  }

  /** Ordered pairs on a channel, by what it joins; and what vertices pass on. */
  private void load(UniformLoad load) {
    ObjectNode node = to.putObject("load");
    LoadSummary channels = new LoadSummary();
    for (int c = 0; c < graph.channelCount(); c++) {
      if (graph.isUsable(c >> 1)) {
        channels.add(load.pairs(c));
      }
    }
    LoadSummary vertices = new LoadSummary();
    for (int v = 0; v < graph.vertexCount(); v++) {
      if (graph.isUp(v) && graph.forwards(v)) {
        vertices.add(load.transitPairs(v));
      }
    }
    channels.put(node.putObject("pairsPerChannel"));
    vertices.put(node.putObject("pairsPerForwardingVertex"));
  }

  /** Least, mean and most. */
  private static final class LoadSummary {
    private double least = Double.POSITIVE_INFINITY;
    private double most;
    private double sum;
    private int count;

    void add(double value) {
      least = Math.min(least, value);
      most = Math.max(most, value);
      sum += value;
      count++;
    }

    void put(ObjectNode node) {
      node.put("least", count == 0 ? 0 : least);
      node.put("mean", count == 0 ? 0 : sum / count);
      node.put("most", most);
    }
  }
}
