package supernode.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import supernode.design.Fabric;
import supernode.quantity.Dimension;
import supernode.solve.Outcome;
import supernode.solve.network.Bottleneck;
import supernode.solve.network.EcmpRoutes;
import supernode.solve.network.Traffic;
import supernode.solve.network.TrafficResult;
import supernode.solve.network.TrafficSolver;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/** Bandwidth and latency of every fabric that carries traffic between endpoints. */
final class NetworkStage {
  /** Fabrics between accelerators or NICs; the others join a chip to what belongs to it. */
  private static final List<Fabric> FABRICS =
      List.of(Fabric.SCALE_UP, Fabric.SCALE_OUT, Fabric.INTER_SITE);

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
    return switch (EcmpRoutes.of(graph.graph(), cancelled)) {
      case Outcome.Solved<EcmpRoutes>(EcmpRoutes routes) ->
          answer(model, fabric, graph, routes, cancelled);
      case Outcome.NotApplicable<EcmpRoutes>(var why) -> new Outcome.NotApplicable<>(why);
      case Outcome.NotConverged<EcmpRoutes>(var why, String place) ->
          new Outcome.NotConverged<>(why, place);
    };
  }

  private static Outcome<FabricAnswer> answer(
      SystemModel model,
      Fabric fabric,
      FabricGraph graph,
      EcmpRoutes routes,
      BooleanSupplier cancelled) {
    Map<String, TrafficResult> solved = new java.util.LinkedHashMap<>();
    put(solved, "all-to-all", TrafficSolver.solve(routes, new Traffic.AllToAll(), cancelled));
    put(solved, "ring", TrafficSolver.solve(routes, Traffic.ring(), cancelled));
    put(solved, "permutation", TrafficSolver.solve(routes, new Traffic.Permutation(1), cancelled));
    FabricFigures figures = FabricFigures.of(graph.graph(), routes, cancelled);
    TrafficResult all = solved.get("all-to-all");
    List<FabricAnswer.TrafficAnswer> traffics = new ArrayList<>();
    solved.forEach((key, result) -> traffics.add(traffic(key, model, graph, result)));
    FabricResults results = new FabricResults(model, fabric, graph, figures, all);
    return Outcome.solved(
        new FabricAnswer(
            fabric,
            results.headline(),
            traffics,
            figures.latency(),
            figures.busBandwidth(all),
            utilisation(model, graph, all),
            results.portBytesPerS(),
            cuts(model, fabric),
            results.perInstance()));
  }

  private static void put(
      Map<String, TrafficResult> solved, String key, Outcome<TrafficResult> outcome) {
    outcome.asOptional().ifPresent(r -> solved.put(key, r));
  }

  private static FabricAnswer.TrafficAnswer traffic(
      String key, SystemModel model, FabricGraph graph, TrafficResult result) {
    int channels = graph.graph().channelCount();
    double[] utilisation = new double[channels];
    for (int c = 0; c < channels; c++) {
      utilisation[c] = result.utilisation(c);
    }
    List<FabricAnswer.Bottleneck> limits = new ArrayList<>();
    for (Bottleneck b : result.bottlenecks()) {
      Set<FabricAnswer.Bottleneck> shown = new LinkedHashSet<>();
      for (int channel : b.channels()) {
        shown.add(
            new FabricAnswer.Bottleneck(
                name(model, graph, graph.graph().channelFrom(channel)),
                name(model, graph, graph.graph().channelTo(channel)),
                graph.graph().capacityBytesPerS(channel / 2),
                b.flowsLimited()));
      }
      limits.addAll(shown);
    }
    return new FabricAnswer.TrafficAnswer(
        key,
        result.rates().leastBytesPerS(),
        result.rates().meanBytesPerS(),
        result.injection().leastBytesPerS(),
        utilisation,
        limits);
  }

  private static OverlayValues utilisation(
      SystemModel model, FabricGraph graph, TrafficResult result) {
    Map<String, Double> values = new HashMap<>();
    if (result != null) {
      for (int c = 0; c < graph.graph().channelCount(); c++) {
        double u = result.utilisation(c);
        values.merge(name(model, graph, graph.graph().channelFrom(c)), u, Math::max);
        values.merge(name(model, graph, graph.graph().channelTo(c)), u, Math::max);
      }
    }
    return new OverlayValues(Overlay.UTILISATION, Dimension.RATIO, values, 0, 1);
  }

  private static String name(SystemModel model, FabricGraph graph, int vertex) {
    return model.instances().get(graph.instanceOf()[vertex]).name();
  }

  private static List<String> cuts(SystemModel model, Fabric fabric) {
    return new supernode.topology.TopologyGraph(model, Set.of(fabric))
        .cutInstances().stream()
            .filter(i -> i.part().kind().forwards())
            .map(supernode.topology.Instance::name)
            .sorted()
            .toList();
  }
}
