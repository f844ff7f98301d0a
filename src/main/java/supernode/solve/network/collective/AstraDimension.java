package supernode.solve.network.collective;

/**
 * One dimension of the ASTRA-sim analytical network, with that tool's own meaning of its numbers:
 * for exports and for holding its answers against ours, never for the studio's results.
 *
 * @param npus endpoints
 * @param bandwidth what its files call GB/s and take as GiB/s
 * @param latencyNs per link; of a switch half of the way from endpoint to endpoint
 */
public record AstraDimension(Shape shape, int npus, double bandwidth, double latencyNs) {
  private static final double GIB_PER_GB = 1.073741824;

  /** The only three that it knows. */
  public enum Shape {
    RING,
    FULLY_CONNECTED,
    SWITCH
  }

  /**
   * @throws IllegalArgumentException for fewer than two endpoints or a rate that is not positive
   */
  public AstraDimension {
    if (npus < 2 || !(bandwidth > 0) || !(latencyNs >= 0)) {
      throw new IllegalArgumentException(npus + " NPUs, " + bandwidth + ", " + latencyNs + " ns");
    }
  }

  /** What to write into its files for a rate of ours. */
  public static double bandwidthOf(double bytesPerS) {
    return bytesPerS / 1e9 / GIB_PER_GB;
  }

  /** Links between two endpoints, the short way round a ring. */
  public int hops(int from, int to) {
    int distance = Math.abs(from - to);
    return switch (shape) {
      case RING -> Math.min(distance, npus - distance);
      case FULLY_CONNECTED -> distance == 0 ? 0 : 1;
      case SWITCH -> distance == 0 ? 0 : 2;
    };
  }

  /** Congestion-unaware: cut through, the message is on the wire once. Whole nanoseconds. */
  public long unawareNs(int from, int to, double bytes) {
    return (long) (hops(from, to) * latencyNs + serialNs(bytes));
  }

  /** Congestion-aware on an idle network: stored and forwarded at every hop. */
  public long awareNs(int from, int to, double bytes) {
    return (long) (hops(from, to) * (latencyNs + serialNs(bytes)));
  }

  private double serialNs(double bytes) {
    return bytes / (bandwidth * GIB_PER_GB);
  }
}
