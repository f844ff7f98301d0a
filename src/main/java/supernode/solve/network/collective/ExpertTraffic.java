package supernode.solve.network.collective;

/**
 * What one mixture-of-experts layer sends: every token to its experts and the answers back.
 *
 * @param tokens per rank and step
 * @param hidden elements of a token
 * @param experts routed ones, over all ranks
 * @param active routed experts of one token
 * @param shared experts that every token goes to as well
 * @param dispatchBytes per element on the way there
 * @param combineBytes per element on the way back
 */
public record ExpertTraffic(
    int tokens,
    int hidden,
    int experts,
    int active,
    int shared,
    double dispatchBytes,
    double combineBytes) {
  /**
   * Lower bound of dispatch and combine when every copy of a token crosses one link of a rank
   * (DeepSeek ISCA'25, section 2.3.2).
   *
   * @param bytesPerS rate of a rank
   */
  public double exchangeS(double bytesPerS) {
    return (dispatchBytes + combineBytes) * tokens * (active + shared) * hidden / bytesPerS;
  }

  /**
   * Least time per output token: two micro-batches take turns, one on the wire while the other
   * computes, so a layer cannot be shorter than both of their exchanges.
   */
  public double tokenS(double bytesPerS, int layers) {
    return layers * layerS(bytesPerS);
  }

  /** Least time of one layer of {@link #tokenS}. */
  public double layerS(double bytesPerS) {
    return 2 * exchangeS(bytesPerS);
  }

  double dispatchBytesPerToken() {
    return hidden * dispatchBytes;
  }

  double combineBytesPerToken() {
    return hidden * combineBytes;
  }
}
