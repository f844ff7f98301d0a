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
      RankNetwork network,
      List<PlacedStage> stages,
      boolean chunked,
      double[] drawnSecondsPerByte,
      double[] effectiveSecondsPerByte) {
    this.algorithm = algorithm;
    this.stages = stages;
    this.chunked = chunked;
    List<HeaviestLoads> each =
        stages.stream().map(s -> new HeaviestLoads(network, s.load())).toList();
    HeaviestLoads together =
        stages.size() == 1
            ? each.getFirst()
            : new HeaviestLoads(network, together(network, stages));
    drawn = new LinkTimes(each, together, drawnSecondsPerByte);
    effective = new LinkTimes(each, together, effectiveSecondsPerByte);
    latencyS = stages.stream().mapToDouble(PlacedStage::latencyS).toArray();
  }

  private static double[] together(RankNetwork network, List<PlacedStage> stages) {
    double[] load = new double[network.channelCount()];
    for (PlacedStage s : stages) {
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
