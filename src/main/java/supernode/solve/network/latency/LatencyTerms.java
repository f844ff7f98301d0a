package supernode.solve.network.latency;

/**
 * What a transfer costs besides the fabric itself. Without load; queueing is not in it.
 *
 * @param sendS from the sender's command to its first bit on the link
 * @param receiveS from the last bit to the receiver's notice
 * @param headerBytes what a switch must have received before it passes a packet on (cut-through);
 *     the whole packet for store-and-forward
 * @param packetBytes largest packet: a message no longer than this uses one link at a time
 */
public record LatencyTerms(double sendS, double receiveS, double headerBytes, double packetBytes) {
  /**
   * @throws IllegalArgumentException if a value is negative or not finite
   */
  public LatencyTerms {
    for (double v : new double[] {sendS, receiveS, headerBytes, packetBytes}) {
      if (!(v >= 0 && v < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("latency term " + v);
      }
    }
  }

  /** The fabric alone. */
  public LatencyTerms withoutEnds() {
    return new LatencyTerms(0, 0, headerBytes, packetBytes);
  }
}
