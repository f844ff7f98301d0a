package supernode.solve.network.collective;

import java.util.List;

/** An algorithm on the fabric, ready to be asked for any size. */
final class PlacedAlgorithm {
  final Algorithm algorithm;
  final List<PlacedStage> stages;

  /** On the links as drawn. */
  final LinkTimes drawn;

  /** On links of the rates that transfers really get. */
  final LinkTimes effective;

  private final boolean chunked;
  private final double[] latencyS;

  PlacedAlgorithm(
      Algorithm algorithm,
      List<PlacedStage> stages,
      boolean chunked,
      double[] drawnSecondsPerByte,
      double[] effectiveSecondsPerByte) {
    this.algorithm = algorithm;
    this.stages = stages;
    this.chunked = chunked;
    double[] load = together(stages);
    drawn = new LinkTimes(stages, load, drawnSecondsPerByte);
    effective = new LinkTimes(stages, load, effectiveSecondsPerByte);
    latencyS = stages.stream().mapToDouble(PlacedStage::latencyS).toArray();
  }

  private static double[] together(List<PlacedStage> stages) {
    if (stages.size() == 1) {
      return stages.getFirst().load();
    }
    double[] load = stages.isEmpty() ? new double[1] : stages.getFirst().load().clone();
    for (PlacedStage s : stages.subList(Math.min(1, stages.size()), stages.size())) {
      for (int c = 0; c < load.length; c++) {
        load[c] += s.load()[c];
      }
    }
    return load;
  }

  /** Latency per step plus bytes over rate. */
  StageTime.Total bound(double bytes) {
    return time(latencyS, drawn.perByteS, drawn.togetherPerByteS, bytes);
  }

  /**
   * Time without latencies, at other rates than those of the links.
   *
   * @param togetherPerByteS of the busiest channel over all stages; only for chunks that overlap
   */
  StageTime.Total transfer(double[] perByteS, double togetherPerByteS, double bytes) {
    return time(new double[perByteS.length], perByteS, togetherPerByteS, bytes);
  }

  private StageTime.Total time(
      double[] latency, double[] perByteS, double togetherPerByteS, double bytes) {
    return chunked
        ? StageTime.chunked(stages, latency, perByteS, togetherPerByteS, bytes)
        : StageTime.inRow(stages, latency, perByteS, bytes);
  }
}
