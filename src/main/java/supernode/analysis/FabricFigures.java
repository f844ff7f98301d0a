package supernode.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import supernode.solve.network.AllReduce;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.traffic.Traffic;
import supernode.solve.network.traffic.TrafficResult;

/** Curves and distributions of a solved fabric, for the charts. */
final class FabricFigures {
  /** Message sizes of the bus bandwidth curve: 64 KiB to 8 GiB in steps of two. */
  private static final int SMALLEST_LOG2 = 16;

  private static final int LARGEST_LOG2 = 33;

  private FabricFigures() {}

  static Optional<TrafficResult> allToAll(NetworkResult solved) {
    return solved.traffics().stream()
        .flatMap(o -> o.asOptional().stream())
        .filter(t -> t.traffic() instanceof Traffic.AllToAll)
        .findFirst();
  }

  /** What a pattern is called in results. */
  static String key(Traffic traffic) {
    return switch (traffic) {
      case Traffic.AllToAll _ -> "all-to-all";
      case Traffic.RingShift _ -> "ring";
      case Traffic.Permutation _ -> "permutation";
      case Traffic.Incast _ -> "incast";
    };
  }

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

  /** All-reduce bus bandwidth over message size, one curve for each algorithm. */
  static List<FabricAnswer.Curve> busBandwidth(NetworkResult solved) {
    List<FabricAnswer.Curve> curves = new ArrayList<>();
    solved.allReduce().asOptional().ifPresent(a -> curves(a, curves));
    return curves;
  }

  private static void curves(AllReduce allReduce, List<FabricAnswer.Curve> curves) {
    for (AllReduce.Algorithm algorithm : allReduce.algorithms()) {
      int n = LARGEST_LOG2 - SMALLEST_LOG2 + 1;
      double[] bytes = new double[n];
      double[] rate = new double[n];
      for (int i = 0; i < n; i++) {
        bytes[i] = Math.scalb(1.0, SMALLEST_LOG2 + i);
        rate[i] = allReduce.run(algorithm, bytes[i]).busBytesPerS();
      }
      String key = algorithm.name().toLowerCase(Locale.ROOT).replace('_', '-');
      curves.add(new FabricAnswer.Curve(key, bytes, rate));
    }
  }
}
