package supernode.analysis;

import java.util.List;
import java.util.Optional;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.traffic.Traffic;
import supernode.solve.network.traffic.TrafficResult;

/** Curves and distributions of a solved fabric, for the charts. */
final class FabricFigures {
  private FabricFigures() {}

  static Optional<TrafficResult> allToAll(NetworkResult solved) {
    return solved.traffics().stream()
        .flatMap(o -> o.asOptional().stream())
        .filter(t -> t.traffic() instanceof Traffic.AllToAll)
        .findFirst();
  }

  /** What a pattern is called in results. */
  static List<FabricAnswer.LatencyBin> latency(NetworkResult solved) {
    return solved
        .latency()
        .asOptional()
        .map(l ->
            l.bins().stream()
                .map(b -> new FabricAnswer.LatencyBin(b.latencyS(), b.pairs()))
                .toList())
        .orElse(List.of());
  }
}
