package supernode.solve.network.latency;

/**
 * How long a link is busy with one packet.
 *
 * @param meanS mean over packets
 * @param squaredVariation variance over the square of the mean: 0 when all are alike, 1 when
 *     exponential
 */
public record ServiceTime(double meanS, double squaredVariation) {
  /**
   * @throws IllegalArgumentException if a value is negative or not finite
   */
  public ServiceTime {
    if (!(meanS >= 0 && meanS < Double.POSITIVE_INFINITY)
        || !(squaredVariation >= 0 && squaredVariation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("service time " + meanS + ", " + squaredVariation);
    }
  }

  /** Packets of one size. */
  public static ServiceTime ofPackets(double bytes, double bytesPerS) {
    return new ServiceTime(bytes / bytesPerS, 0);
  }

  /**
   * Packets of several sizes.
   *
   * @param bytes sizes
   * @param shares how many of all packets have which size; they add up to 1
   */
  public static ServiceTime ofMix(double[] bytes, double[] shares, double bytesPerS) {
    double mean = 0;
    double square = 0;
    double all = 0;
    for (int i = 0; i < bytes.length; i++) {
      mean += shares[i] * bytes[i];
      square += shares[i] * bytes[i] * bytes[i];
      all += shares[i];
    }
    if (!(Math.abs(all - 1) < 1e-9)) {
      throw new IllegalArgumentException("shares add up to " + all);
    }
    return new ServiceTime(mean / bytesPerS, Math.max(0, square / (mean * mean) - 1));
  }
}
