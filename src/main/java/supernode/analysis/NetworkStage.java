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
import supernode.solve.network.NetworkResult;
import supernode.solve.network.traffic.Bottleneck;
import supernode.solve.network.traffic.Traffic;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.SystemModel;
import supernode.topology.TopologyGraph;

/** Bandwidth and latency of every fabric that carries traffic between endpoints. */
final class NetworkStage {
  /** Fabrics between accelerators or NICs; the others join a chip to what belongs to it. */
  private static final List<Fabric> FABRICS =
      List.of(Fabric.SCALE_UP, Fabric.SCALE_OUT, Fabric.INTER_SITE);

  private static final List<Traffic> PATTERNS =
      List.of(new Traffic.AllToAll(), Traffic.ring(), new Traffic.Permutation(1));

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
    return new FabricAnswer(
        fabric,
        results.headline(),
        traffics,
        FabricFigures.latency(solved),
        FabricFigures.busBandwidth(solved),
        utilisation(model, graph, solved),
        results.portBytesPerS(),
        cuts(model, fabric),
        results.perInstance());
  }

  private static String key(Traffic traffic) {
    return switch (traffic) {
      case Traffic.AllToAll _ -> "all-to-all";
      case Traffic.RingShift _ -> "ring";
      case Traffic.Permutation _ -> "permutation";
      case Traffic.Incast _ -> "incast";
    };
  }

  private static FabricAnswer.TrafficAnswer traffic(
      SystemModel model, FabricGraph graph, TrafficResult result) {
    int channels = graph.graph().channelCount();
    double[] utilisation = new double[channels];
    for (int c = 0; c < channels; c++) {
      utilisation[c] = result.utilisation(c);
    }
    Set<FabricAnswer.Bottleneck> limits = new LinkedHashSet<>();
    for (Bottleneck b : result.bottlenecks()) {
      for (int channel : b.channels()) {
        limits.add(
            new FabricAnswer.Bottleneck(
                name(model, graph, graph.graph().channelFrom(channel)),
                name(model, graph, graph.graph().channelTo(channel)),
                graph.graph().capacityBytesPerS(channel / 2),
                b.flowsLimited()));
      }
    }
    return new FabricAnswer.TrafficAnswer(
        key(result.traffic()),
        result.rates().leastBytesPerS(),
        result.rates().meanBytesPerS(),
        result.injection().leastBytesPerS(),
        utilisation,
        List.copyOf(limits));
  }

  private static OverlayValues utilisation(
      SystemModel model, FabricGraph graph, NetworkResult solved) {
    Map<String, Double> values = new HashMap<>();
    FabricFigures.allToAll(solved)
        .ifPresent(result -> {
          for (int c = 0; c < graph.graph().channelCount(); c++) {
            double u = result.utilisation(c);
            values.merge(name(model, graph, graph.graph().channelFrom(c)), u, Math::max);
            values.merge(name(model, graph, graph.graph().channelTo(c)), u, Math::max);
          }
        });
    return new OverlayValues(Overlay.UTILISATION, Dimension.RATIO, values, 0, 1);
  }

  private static String name(SystemModel model, FabricGraph graph, int vertex) {
    return model.instances().get(graph.instanceOf()[vertex]).name();
  }

  private static List<String> cuts(SystemModel model, Fabric fabric) {
    return new TopologyGraph(model, Set.of(fabric))
        .cutInstances().stream()
            .filter(i -> i.part().kind().forwards())
            .map(Instance::name)
            .sorted()
            .toList();
  }
}
