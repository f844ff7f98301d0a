package supernode.solve.workload.serve;

import java.util.Arrays;

/**
 * Step times at hand for a queue: of decode by batch, in a straight line with the cache that is
 * read; of prefill by tokens, between points.
 */
final class StepTable {
  private static final double FEW = 1;
  private static final int POINTS_PER_DOUBLING = 2;

  private final InferenceStep decode;
  private final double context;
  private final double[] fixed;
  private final double[] perContext;
  private final double[] prefillAt;
  private final double[] prefillSeconds;

  /**
   * Tables.
   *
   * @param context mean of a request in the middle of its answer
   * @param length mean tokens of a prompt to be read
   * @param before mean tokens of it that are in the cache
   */
  StepTable(Service service, double context, double length, double before) {
    decode = service.decode();
    this.context = Math.max(context, 2 * FEW);
    int most = decode.options().mostBatch();
    fixed = new double[most + 1];
    perContext = new double[most + 1];
    Arrays.fill(fixed, -1);
    int prefillTokens = service.prefill().options().prefillTokens();
    double largest = Math.max(prefillTokens, length) * 64;
    int points = (int) Math.ceil(Math.log(largest) / Math.log(2) * POINTS_PER_DOUBLING) + 1;
    prefillAt = new double[points];
    prefillSeconds = new double[points];
    for (int i = 0; i < points; i++) {
      double tokens = Math.pow(2, (double) i / POINTS_PER_DOUBLING);
      double each = Math.min(Math.max(length, 1), tokens);
      prefillAt[i] = tokens;
      double prompts = Math.max(1, tokens / each);
      prefillSeconds[i] = service.prefill().prefill(tokens, before, each, prompts).total();
    }
  }

  private void at(int batch) {
    double full = Math.clamp(decode.cacheTokens() / batch, 2 * FEW, context);
    double low = decode.decode(batch, FEW).total();
    double high = decode.decode(batch, full).total();
    perContext[batch] = (high - low) / (batch * (full - FEW));
    fixed[batch] = low - perContext[batch] * batch * FEW;
  }

  /** Time of a decode step apart from reading the cache. */
  double fixedSeconds(int batch) {
    if (fixed[batch] < 0) {
      at(batch);
    }
    return Math.max(0, fixed[batch]);
  }

  /** More time per token of cache of all requests. */
  double secondsPerContext(int batch) {
    if (fixed[batch] < 0) {
      at(batch);
    }
    return Math.max(0, perContext[batch]);
  }

  double prefillSeconds(double tokens) {
    double t = Math.max(1, tokens);
    int i = (int) Math.min(prefillAt.length - 2, Math.log(t) / Math.log(2) * POINTS_PER_DOUBLING);
    double share = (t - prefillAt[i]) / (prefillAt[i + 1] - prefillAt[i]);
    return prefillSeconds[i] + share * (prefillSeconds[i + 1] - prefillSeconds[i]);
  }
}
