package supernode.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import supernode.design.Fabric;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.metric.FabricMetrics;
import supernode.solve.network.traffic.Bottleneck;
import supernode.solve.network.traffic.Traffic;
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

  private static final List<Traffic> PATTERNS =
      List.of(new Traffic.AllToAll(), Traffic.ring(), new Traffic.Permutation(1));

  private record Pair(int from, int to, double capacityBytesPerS) {}

  private NetworkStage() {}

  static Map<Fabric, Outcome<FabricAnswer>> solve(SystemModel model, BooleanSupplier cancelled) {
    Map<Fabric, Outcome<FabricAnswer>> answers = new EnumMap<>(Fabric.class);
    for (Fabric fabric : FABRICS) {
      if (model.links().stream().anyMatch(l -> l.fabric() == fabric)) {
        answers.put(fabric, solve(model, fabric, cancelled));
      }
    }
    return answers;
  }

  private static Outcome<FabricAnswer> solve(
      SystemModel model, Fabric fabric, BooleanSupplier cancelled) {
    FabricGraph graph = FabricGraph.of(model, fabric);
    if (graph.graph().endpointCount() < 2) {
      return Outcome.notApplicable("analysis.noFabric");
    }
    return NetworkResult.solve(
            graph.graph(),
            PATTERNS,
            NetworkAssumptions.terms(model, graph),
            NetworkAssumptions.reducing(model, graph),
            cancelled)
        .map(solved -> answer(model, fabric, graph, solved));
  }

  private static FabricAnswer answer(
      SystemModel model, Fabric fabric, FabricGraph graph, NetworkResult solved) {
    List<FabricAnswer.TrafficAnswer> traffics = new ArrayList<>();
    solved.traffics().stream()
        .flatMap(o -> o.asOptional().stream())
        .forEach(t -> traffics.add(traffic(model, graph, t)));
    FabricResults results = new FabricResults(model, fabric, graph, solved);
    LinkLoads links =
        traffics.isEmpty()
            ? LinkLoads.NONE
            : new FabricLoads(model, graph, c -> traffics.getFirst().utilisation()[c]);
    return new FabricAnswer(
        fabric,
        results.headline(),
        traffics,
        FabricFigures.latency(solved),
        new CollectiveCurves(model, fabric, graph, solved),
        utilisation(model, graph, solved, links),
        links,
        results.portBytesPerS(),
        missing(solved),
        cuts(model, graph),
        results.perInstance());
  }

  private static List<FabricAnswer.Missing> missing(NetworkResult solved) {
    List<FabricAnswer.Missing> missing = new ArrayList<>();
    for (int i = 0; i < PATTERNS.size(); i++) {
      note(Text.of("traffic." + PATTERNS.get(i).key()), solved.traffics().get(i), missing);
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
      SystemModel model, FabricGraph graph, TrafficResult result) {
    int channels = graph.graph().channelCount();
    double[] utilisation = new double[channels];
    for (int c = 0; c < channels; c++) {
      utilisation[c] = result.utilisation(c);
    }
    // Parallel links are named once.
    Set<Pair> seen = new HashSet<>();
    List<FabricAnswer.Bottleneck> limits = new ArrayList<>();
    for (Bottleneck b : result.bottlenecks()) {
      for (int channel : b.channels()) {
        int from = graph.graph().channelFrom(channel);
        int to = graph.graph().channelTo(channel);
        double capacity = graph.graph().capacityBytesPerS(channel / 2);
        if (seen.add(new Pair(from, to, capacity))) {
          limits.add(
              new FabricAnswer.Bottleneck(
                  name(model, graph, from), name(model, graph, to), capacity, b.flowsLimited()));
        }
      }
    }
    return new FabricAnswer.TrafficAnswer(
        result.traffic().key(),
        result.rates().leastBytesPerS(),
        result.rates().meanBytesPerS(),
        result.injection().leastBytesPerS(),
        utilisation,
        limits);
  }

  private static OverlayValues utilisation(
      SystemModel model, FabricGraph graph, NetworkResult solved, LinkLoads links) {
    Map<String, Double> values = new HashMap<>();
    FabricFigures.allToAll(solved)
        .ifPresent(result -> {
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
