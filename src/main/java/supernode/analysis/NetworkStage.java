package supernode.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import supernode.design.Design;
import supernode.design.DirectNetwork;
import supernode.design.Fabric;
import supernode.design.Routing;
import supernode.design.Scenario;
import supernode.design.Traffic;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.metric.FabricMetrics;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/** Bandwidth and latency of every fabric that carries traffic between endpoints. */
final class NetworkStage {
  /** Fabrics between accelerators or NICs; the others join a chip to what belongs to it. */
  private static final List<Fabric> FABRICS =
      List.of(Fabric.SCALE_UP, Fabric.SCALE_OUT, Fabric.INTER_SITE);

  private NetworkStage() {}

  /** What is chosen for a fabric, and the direct network that it is wired as. */
  record Choice(Routing routing, List<Traffic> traffic, Optional<DirectNetwork> network) {
    static Map<Fabric, Choice> of(Design design, Scenario scenario) {
      Map<Fabric, Choice> all = new EnumMap<>(Fabric.class);
      for (Fabric f : FABRICS) {
        List<Traffic> sent = scenario.traffic().stream().filter(t -> t.fabric() == f).toList();
        all.put(f, new Choice(design.routing(f), sent, WiredNetwork.of(design, f)));
      }
      return all;
    }
  }

  /** The fabrics that there are, nothing of them solved. */
  static Map<Fabric, Outcome<RoutedFabric>> routed(Unrolled unrolled, Map<Fabric, Choice> choices) {
    Map<Fabric, Outcome<RoutedFabric>> fabrics = new EnumMap<>(Fabric.class);
    Set<Fabric> wired = unrolled.fabrics();
    for (Fabric fabric : FABRICS) {
      if (wired.contains(fabric)) {
        fabrics.put(fabric, RoutedFabric.of(unrolled, fabric, choices.get(fabric)));
      }
    }
    return fabrics;
  }

  /** Everything. */
  static Map<Fabric, Outcome<FabricAnswer>> solve(
      Map<Fabric, Outcome<RoutedFabric>> fabrics, BooleanSupplier cancelled) {
    Map<Fabric, Outcome<FabricAnswer>> answers = new EnumMap<>(Fabric.class);
    fabrics.forEach((fabric, routed) ->
        answers.put(
            fabric,
            routed.map(r -> {
              NetworkResult solved = r.all(cancelled);
              return answer(r, solved, missing(solved, r.patterns().asked(), r.routing(solved)));
            })));
    return crossed(fabrics, answers);
  }

  /**
   * Flows along rails go through the servers' own fabric: where nothing else is sent there, its
   * links carry them.
   */
  private static Map<Fabric, Outcome<FabricAnswer>> crossed(
      Map<Fabric, Outcome<RoutedFabric>> fabrics, Map<Fabric, Outcome<FabricAnswer>> answers) {
    boolean idle =
        fabrics.containsKey(Fabric.SCALE_UP)
            && fabrics.get(Fabric.SCALE_UP).asOptional().filter(RoutedFabric::isIdle).isPresent();
    Outcome<RoutedFabric> out = fabrics.get(Fabric.SCALE_OUT);
    if (idle
        && out != null
        && out.asOptional().filter(RoutedFabric::isThroughServers).isPresent()) {
      answers
          .get(Fabric.SCALE_OUT)
          .asOptional()
          .filter(a -> a.sent().isPresent())
          .ifPresent(a ->
              answers.computeIfPresent(
                  Fabric.SCALE_UP, (_, up) -> up.map(own -> own.crossedBy(a))));
    }
    return answers;
  }

  /**
   * Rates, and what limits them; all that takes longer stays as it was.
   *
   * @param before earlier answers
   */
  static Map<Fabric, Outcome<FabricAnswer>> rates(
      Map<Fabric, Outcome<RoutedFabric>> fabrics,
      Map<Fabric, Outcome<FabricAnswer>> before,
      BooleanSupplier cancelled) {
    Map<Fabric, Outcome<FabricAnswer>> answers = new EnumMap<>(Fabric.class);
    fabrics.forEach((fabric, routed) -> {
      Optional<FabricAnswer> old =
          Optional.ofNullable(before.get(fabric)).flatMap(Outcome::asOptional);
      answers.put(
          fabric,
          routed
              .map(r -> answer(r, r.rates(cancelled), List.of()))
              .map(rates -> old.map(rates::withDepthOf).orElse(rates)));
    });
    return crossed(fabrics, answers);
  }

  private static FabricAnswer answer(
      RoutedFabric routed, NetworkResult solved, List<FabricAnswer.Missing> missing) {
    SystemModel model = routed.model();
    Fabric fabric = routed.fabric();
    FabricGraph graph = routed.graph();
    FabricGraph carrying = routed.carrying();
    FabricPatterns patterns = routed.patterns();
    List<FabricAnswer.TrafficAnswer> traffics = new ArrayList<>();
    Map<String, TrafficResult> byKey = new LinkedHashMap<>();
    List<FabricPatterns.Asked> asked = patterns.asked();
    for (int i = 0; i < asked.size(); i++) {
      FabricPatterns.Asked a = asked.get(i);
      solved
          .traffics()
          .get(i)
          .asOptional()
          .ifPresent(t -> {
            traffics.add(traffic(routed, a, t));
            byKey.put(a.key(), t);
          });
    }
    List<String> cutOff = routed.cutOff();
    FabricResults results =
        new FabricResults(model, fabric, graph, routed.sends(), solved, byKey, cutOff);
    Optional<TrafficResult> sent = Optional.ofNullable(byKey.get(patterns.sent()));
    LinkLoads links =
        traffics.stream()
            .filter(t -> t.key().equals(patterns.sent()))
            .findFirst()
            .<LinkLoads>map(t -> new FabricLoads(model, carrying, fabric, t))
            .orElse(LinkLoads.NONE);
    return new FabricAnswer(
        fabric,
        routed.routing(solved),
        results.headline(),
        traffics,
        patterns.sent(),
        FabricFigures.latency(solved),
        new CollectiveCurves(model, fabric, graph, solved, routed.onFabric()),
        Once.of(() -> utilisation(model, carrying, sent, links)),
        links,
        new FabricViews(model, graph, carrying, routed.chosen(), solved, sent),
        results.portBytesPerS(),
        missing,
        cutOff,
        new FabricDegradation(carrying.graph(), routed.chosen()),
        Once.of(results::perInstance));
  }

  private static List<FabricAnswer.Missing> missing(
      NetworkResult solved, List<FabricPatterns.Asked> asked, FabricAnswer.RoutingAnswer routing) {
    List<FabricAnswer.Missing> missing = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      // What the routing is to blame for is said once, of the routing.
      if (routing.whyNot().isEmpty()
          || !routing.whyNot().equals(solved.traffics().get(i).whyNot())) {
        note(asked.get(i).label(), solved.traffics().get(i), missing);
      }
    }
    note(
        Text.of("result.bisectionTBps"),
        solved.metrics().flatMap(FabricMetrics::bisection),
        missing);
    note(Text.of("chart.title.latency"), solved.latency(), missing);
    return missing;
  }

  private static void note(Text what, Outcome<?> outcome, List<FabricAnswer.Missing> missing) {
    outcome.whyNot().ifPresent(why -> missing.add(new FabricAnswer.Missing(what, why)));
  }

  private static FabricAnswer.TrafficAnswer traffic(
      RoutedFabric routed, FabricPatterns.Asked asked, TrafficResult result) {
    SystemModel model = routed.model();
    FabricGraph graph = routed.carrying();
    return new FabricAnswer.TrafficAnswer(
        asked.key(),
        asked.label(),
        result.rates().leastBytesPerS(),
        result.rates().meanBytesPerS(),
        routed.sends().leastBytesPerS(result),
        result.traffic().copiesPerToken(),
        Once.of(() -> utilisation(result)),
        new FabricLimits(model, graph, result::bottlenecks),
        new FabricFlows(model, graph, result));
  }

  private static double[] utilisation(TrafficResult result) {
    double[] utilisation = new double[result.graph().channelCount()];
    for (int c = 0; c < utilisation.length; c++) {
      utilisation[c] = result.utilisation(c);
    }
    return utilisation;
  }

  private static OverlayValues utilisation(
      SystemModel model, FabricGraph graph, Optional<TrafficResult> sent, LinkLoads links) {
    Map<String, Double> values = new HashMap<>();
    sent.ifPresent(result -> {
      double[] busiest = new double[graph.graph().vertexCount()];
      for (int c = 0; c < graph.graph().channelCount(); c++) {
        double u = result.utilisation(c);
        int from = graph.graph().channelFrom(c);
        int to = graph.graph().channelTo(c);
        busiest[from] = Math.max(busiest[from], u);
        busiest[to] = Math.max(busiest[to], u);
      }
      for (int v = 0; v < busiest.length; v++) {
        values.put(name(model, graph, v), busiest[v]);
      }
    });
    return new OverlayValues(Overlay.UTILISATION, Dimension.RATIO, values, links, 0, 1);
  }

  private static String name(SystemModel model, FabricGraph graph, int vertex) {
    return model.instances().get(graph.instanceOf()[vertex]).name();
  }
}
