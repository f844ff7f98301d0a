package supernode.topology;

/**
 * What a physical link of a {@link CsrGraph} does to data. Both directions are alike.
 *
 * @param capacityBytesPerS rate of one direction, byte/s; 0 means that the link is down, infinity
 *     that it never limits
 * @param latencyS fixed one-way latency of the two ends (serialiser, forward error correction)
 * @param lengthM length of the medium
 * @param propagationS one-way time of flight over that length
 */
public record LinkSpec(
    double capacityBytesPerS, double latencyS, double lengthM, double propagationS) {
  /**
   * @throws IllegalArgumentException if a value is negative or not a number, or a time or length is
   *     infinite
   */
  public LinkSpec {
    if (!(capacityBytesPerS >= 0)) {
      throw new IllegalArgumentException("link capacity " + capacityBytesPerS);
    }
    requireFinite(latencyS);
    requireFinite(lengthM);
    requireFinite(propagationS);
  }

  /** A link that only has a capacity. */
  public static LinkSpec of(double capacityBytesPerS) {
    return new LinkSpec(capacityBytesPerS, 0, 0, 0);
  }

  private static void requireFinite(double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("link time or length " + value);
    }
  }
}
