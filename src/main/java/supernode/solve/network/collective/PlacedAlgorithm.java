package supernode.solve.network.collective;

import java.util.List;

/** An algorithm on the fabric, ready to be asked for any size. */
final class PlacedAlgorithm {
  final Algorithm algorithm;
  final List<PlacedStage> stages;
  private final boolean chunked;

  /** By channel, share of the operation's size over the whole operation. */
  final double[] load;

  PlacedAlgorithm(Algorithm algorithm, List<PlacedStage> stages, boolean chunked) {
    this.algorithm = algorithm;
    this.stages = stages;
    this.chunked = chunked;
    load = new double[stages.isEmpty() ? 0 : stages.getFirst().load().length];
    for (PlacedStage s : stages) {
      for (int c = 0; c < load.length; c++) {
        load[c] += s.load()[c];
      }
    }
  }

  /** Seconds per byte of each stage. */
  double[] perByteS(double[] secondsPerByte) {
    return stages.stream().mapToDouble(s -> s.perByteS(secondsPerByte)).toArray();
  }

  /**
   * Time of one size.
   *
   * @param togetherPerByteS of the busiest channel over all stages; only for chunks that overlap
   */
  StageTime.Total time(
      double[] latencyS, double[] perByteS, double togetherPerByteS, double bytes) {
    return chunked
        ? StageTime.chunked(stages, latencyS, perByteS, togetherPerByteS, bytes)
        : StageTime.inRow(stages, latencyS, perByteS, bytes);
  }

  double[] latencyS() {
    return stages.stream().mapToDouble(PlacedStage::latencyS).toArray();
  }

  int busiest(double[] secondsPerByte) {
    return PlacedStage.busiest(load, secondsPerByte);
  }

  double togetherPerByteS(double[] secondsPerByte) {
    int c = busiest(secondsPerByte);
    return load.length > 0 && load[c] > 0 ? load[c] * secondsPerByte[c] : 0;
  }

  /** Channels that carry anything, and the mean of what they carry times their time per byte. */
  double meanPerByteS(double[] secondsPerByte) {
    double sum = 0;
    int used = 0;
    for (int c = 0; c < load.length; c++) {
      if (load[c] > 0) {
        sum += load[c] * secondsPerByte[c];
        used++;
      }
    }
    return used == 0 ? 0 : sum / used;
  }
}
