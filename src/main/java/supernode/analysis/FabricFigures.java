package supernode.analysis;

import java.util.List;
import java.util.function.BooleanSupplier;
import supernode.solve.network.EcmpRoutes;
import supernode.solve.network.TrafficResult;
import supernode.topology.CsrGraph;

/** Metrics, latency and collectives of a fabric. */
record FabricFigures(List<FabricAnswer.LatencyBin> latency) {
  static FabricFigures of(CsrGraph graph, EcmpRoutes routes, BooleanSupplier cancelled) {
    return new FabricFigures(List.of());
  }

  List<FabricAnswer.Curve> busBandwidth(TrafficResult all) {
    return List.of();
  }

  List<Result> results(String prefix) {
    return List.of();
  }
}
