package supernode.solve.workload.serve;

/**
 * How the software serves.
 *
 * @param overlap two half batches take turns, one on the wire while the other computes
 * @param speculative tokens guessed ahead per step
 * @param acceptance probability that a guess is right, each after the one before
 * @param pageTokens tokens of a page of the cache
 * @param reserve share of a chip's memory kept for everything else
 * @param poolBytes memory outside the chip that may keep cache, per chip
 * @param poolBytesPerS rate of a chip to it
 * @param mostBatch requests of a replica at once
 * @param prefillTokens of one prefill step at most
 */
public record ServingOptions(
    boolean overlap,
    int speculative,
    double acceptance,
    int pageTokens,
    double reserve,
    double poolBytes,
    double poolBytesPerS,
    int mostBatch,
    int prefillTokens) {
  public static final ServingOptions PLAIN =
      new ServingOptions(false, 0, 0, 16, 0.1, 0, 0, 1024, 8192);

  /** Tokens that a step yields in the mean. */
  public double tokensPerStep() {
    double sum = 1;
    double right = 1;
    for (int i = 0; i < speculative; i++) {
      right *= acceptance;
      sum += right;
    }
    return sum;
  }
}
