package supernode.solve.network.latency;

import java.util.Arrays;
import java.util.List;

/**
 * Sizes of the packets on a link, equally many of each.
 *
 * @param bytes sizes
 */
public record PacketMix(List<Double> bytes) {
  /**
   * @throws IllegalArgumentException without a size, or with one that is not positive
   */
  public PacketMix {
    bytes = List.copyOf(bytes);
    if (bytes.isEmpty() || bytes.stream().anyMatch(b -> !(b > 0 && b < 1e15))) {
      throw new IllegalArgumentException("packets of " + bytes + " B");
    }
  }

  public double meanBytes() {
    return moment(1);
  }

  /** How long a link is busy with one of them. */
  public ServiceTime on(double bytesPerS) {
    double[] sizes = bytes.stream().mapToDouble(Double::doubleValue).toArray();
    double[] shares = new double[sizes.length];
    Arrays.fill(shares, 1.0 / sizes.length);
    return ServiceTime.ofMix(sizes, shares, bytesPerS);
  }

  /**
   * Variance of the M/G/1 wait, s^2, by Takács' recursion: E[W]^2 + rate E[S^3] / (3 (1 - load)).
   *
   * @param offeredLoad below 1
   * @param meanWaitS of the same queue
   */
  double waitVarianceS2(double offeredLoad, double meanWaitS, double bytesPerS) {
    double third = moment(3) / moment(1) / (bytesPerS * bytesPerS);
    return meanWaitS * meanWaitS + offeredLoad * third / (3 * (1 - offeredLoad));
  }

  private double moment(int power) {
    return bytes.stream().mapToDouble(b -> Math.pow(b, power)).average().orElseThrow();
  }
}
