package supernode.analysis;

/**
 * What some links carry under the first traffic of their fabric.
 *
 * @param links how many are live
 * @param out utilisation of the busiest one in the direction away from the first end, 0 to 1
 * @param back utilisation of the busiest one in the other direction
 * @param outBytesPerS what all carry together away from the first end
 * @param backBytesPerS what all carry together towards it
 * @param capacityBytesPerS what all could carry together in each direction; infinite where one has
 *     no limit
 * @param outChannel the busiest directed link away from the first end, as the fabric's graph counts
 *     them
 * @param backChannel the busiest one in the other direction
 */
public record LinkLoad(
    int links,
    double out,
    double back,
    double outBytesPerS,
    double backBytesPerS,
    double capacityBytesPerS,
    int outChannel,
    int backChannel) {
  static final LinkLoad NONE = new LinkLoad(0, 0, 0, 0, 0, 0, -1, -1);

  /** Utilisation of the busiest link and direction. */
  public double busiest() {
    return Math.max(out, back);
  }

  LinkLoad reversed() {
    return new LinkLoad(
        links, back, out, backBytesPerS, outBytesPerS, capacityBytesPerS, backChannel, outChannel);
  }

  LinkLoad with(LinkLoad other) {
    return new LinkLoad(
        links + other.links,
        Math.max(out, other.out),
        Math.max(back, other.back),
        outBytesPerS + other.outBytesPerS,
        backBytesPerS + other.backBytesPerS,
        capacityBytesPerS + other.capacityBytesPerS,
        outChannel < 0 || other.out > out ? other.outChannel : outChannel,
        backChannel < 0 || other.back > back ? other.backChannel : backChannel);
  }
}
