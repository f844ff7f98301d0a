package supernode.solve.network.collective;

import java.util.List;

/** How stages and chunks add up to a time. */
final class StageTime {
  /** Smallest chunk worth sending: a packet. */
  private static final double LEAST_CHUNK_BYTES = 4096;

  private static final int MOST_CHUNKS = 4096;

  private StageTime() {}

  /**
   * A time and how it came about.
   *
   * @param steps times that data is sent on, one after the other
   * @param chunks parts that the data was cut into
   */
  record Total(double seconds, long steps, int chunks) {}

  /**
   * Stages one after the other.
   *
   * @param latencyS of each stage, or of one level of a pipeline
   * @param perByteS of each stage
   */
  static Total inRow(List<PlacedStage> stages, double[] latencyS, double[] perByteS, double bytes) {
    double sum = 0;
    long steps = 0;
    int chunks = 1;
    for (int i = 0; i < stages.size(); i++) {
      PlacedStage s = stages.get(i);
      if (s.pipeline()) {
        Total t = pipeline(s.steps(), latencyS[i], perByteS[i] * bytes, bytes);
        sum += t.seconds();
        steps += t.steps();
        chunks = Math.max(chunks, t.chunks());
      } else {
        sum += latencyS[i] + perByteS[i] * bytes;
        steps += s.steps();
      }
    }
    return new Total(sum, steps, chunks);
  }

  /** (depth + k - 1) (latency + all / k) with the best k. */
  private static Total pipeline(int depth, double levelS, double allS, double bytes) {
    double most = Math.clamp(bytes / LEAST_CHUNK_BYTES, 1, MOST_CHUNKS);
    double ideal = levelS > 0 ? Math.sqrt((depth - 1) * allS / levelS) : most;
    double best = Double.POSITIVE_INFINITY;
    int chunks = 1;
    for (double k :
        new double[] {
          Math.clamp(Math.floor(ideal), 1, most), Math.clamp(Math.ceil(ideal), 1, most)
        }) {
      double t = (depth + k - 1) * (levelS + allS / k);
      if (t < best) {
        best = t;
        chunks = (int) k;
      }
    }
    return new Total(best, depth + chunks - 1L, chunks);
  }

  /**
   * Stages that overlap, chunk after chunk: the first chunk goes through all; the others follow at
   * the pace of the slowest stage, or of the busiest link of all stages together.
   */
  static Total chunked(
      List<PlacedStage> stages,
      double[] latencyS,
      double[] perByteS,
      double togetherPerByteS,
      double bytes) {
    Total best = null;
    for (int c = 1; c <= MOST_CHUNKS && (c == 1 || bytes / c >= LEAST_CHUNK_BYTES); c *= 2) {
      double through = 0;
      double slowest = togetherPerByteS * bytes / c;
      long steps = 0;
      for (int i = 0; i < stages.size(); i++) {
        PlacedStage s = stages.get(i);
        double t = (s.pipeline() ? s.steps() : 1) * latencyS[i] + perByteS[i] * bytes / c;
        through += t;
        slowest = Math.max(slowest, t);
        steps += s.steps();
      }
      double all = through + (c - 1) * slowest;
      if (best == null || all < best.seconds()) {
        best = new Total(all, steps, c);
      }
    }
    return best;
  }
}
