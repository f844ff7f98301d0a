package supernode.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import supernode.solve.network.traffic.Bottleneck;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.CutVertices;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
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

  static Map<Fabric, Outcome<FabricAnswer>> solve(
      SystemModel model, Map<Fabric, Choice> choices, BooleanSupplier cancelled) {
    Map<Fabric, Outcome<FabricAnswer>> answers = new EnumMap<>(Fabric.class);
    for (Fabric fabric : FABRICS) {
      if (model.links().stream().anyMatch(l -> l.fabric() == fabric)) {
        answers.put(fabric, solve(model, fabric, choices.get(fabric), cancelled));
      }
    }
    return answers;
  }

  private static Outcome<FabricAnswer> solve(
      SystemModel model, Fabric fabric, Choice choice, BooleanSupplier cancelled) {
    FabricGraph graph = FabricGraph.of(model, fabric);
    int endpoints = graph.graph().endpointCount();
    if (endpoints < 2) {
      return Outcome.notApplicable("analysis.noFabric");
    }
    FabricPatterns patterns =
        new FabricPatterns(
            new FabricTraffic(graph.graph(), WiredNetwork.dims(choice.network())),
            choice.traffic());
    Outcome<supernode.solve.network.route.Routing> routing =
        FabricRouting.of(choice.routing(), choice.network());
    return NetworkResult.solve(
            graph.graph(),
            routing,
            patterns.asked().stream().map(FabricPatterns.Asked::traffic).toList(),
            NetworkAssumptions.terms(model, graph),
            NetworkAssumptions.reducing(model, graph),
            cancelled)
        .map(solved ->
            answer(
                model,
                fabric,
                graph,
                FabricRouting.answer(choice.routing(), routing, solved),
                patterns,
                solved));
  }

  private static FabricAnswer answer(
      SystemModel model,
      Fabric fabric,
      FabricGraph graph,
      FabricAnswer.RoutingAnswer routing,
      FabricPatterns patterns,
      NetworkResult solved) {
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
            traffics.add(traffic(model, graph, a, t));
            byKey.put(a.key(), t);
          });
    }
    List<String> cutOff = FabricReach.cutOff(model, fabric);
    FabricResults results = new FabricResults(model, fabric, graph, solved, byKey, cutOff);
    Optional<TrafficResult> sent = Optional.ofNullable(byKey.get(patterns.sent()));
    LinkLoads links =
        traffics.stream()
            .filter(t -> t.key().equals(patterns.sent()))
            .findFirst()
            .<LinkLoads>map(t -> new FabricLoads(model, graph, fabric, t))
            .orElse(LinkLoads.NONE);
    return new FabricAnswer(
        fabric,
        routing,
        results.headline(),
        traffics,
        patterns.sent(),
        FabricFigures.latency(solved),
        new CollectiveCurves(model, fabric, graph, solved),
        utilisation(model, graph, sent, links),
        links,
        new FabricViews(model, graph, sent),
        results.portBytesPerS(),
        missing(solved, asked, routing),
        cutOff,
        new FabricDegradation(graph.graph()),
        cuts(model, graph),
        results.perInstance());
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
      SystemModel model, FabricGraph graph, FabricPatterns.Asked asked, TrafficResult result) {
    int channels = graph.graph().channelCount();
    double[] utilisation = new double[channels];
    for (int c = 0; c < channels; c++) {
      utilisation[c] = result.utilisation(c);
    }
    List<FabricAnswer.Bottleneck> limits = new ArrayList<>();
    for (Bottleneck b : result.bottlenecks()) {
      // Parallel links follow each other; they are named once in each direction.
      int[] named = {-1, -1};
      for (int channel : b.channels()) {
        int line = graph.linkOf()[channel / 2];
        if (named[channel % 2] != line) {
          named[channel % 2] = line;
          limits.add(
              new FabricAnswer.Bottleneck(
                  name(model, graph, graph.graph().channelFrom(channel)),
                  name(model, graph, graph.graph().channelTo(channel)),
                  graph.graph().capacityBytesPerS(channel / 2),
                  b.flowsLimited()));
        }
      }
    }
    return new FabricAnswer.TrafficAnswer(
        asked.key(),
        asked.label(),
        result.rates().leastBytesPerS(),
        result.rates().meanBytesPerS(),
        result.injection().leastBytesPerS(),
        utilisation,
        limits,
        new FabricFlows(model, graph, result));
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

  private static List<String> cuts(SystemModel model, FabricGraph graph) {
    return CutVertices.of(graph.graph()).stream()
        .mapToObj(v -> model.instances().get(graph.instanceOf()[v]))
        .filter(i -> i.part().kind().forwards())
        .map(Instance::name)
        .sorted()
        .toList();
  }
}
