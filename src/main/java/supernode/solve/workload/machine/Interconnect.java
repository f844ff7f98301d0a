package supernode.solve.workload.machine;

/**
 * A fabric as one chip sees it.
 *
 * @param bytesPerS what a chip sends while all do, per direction
 * @param latencyS one way, from chip to chip
 * @param protocol of the links, for the published efficiencies
 * @param reducing whether its switches add up
 */
public record Interconnect(double bytesPerS, double latencyS, String protocol, boolean reducing) {
  /** The same with a share of its rate. */
  Interconnect atShare(double share) {
    return withRate(bytesPerS * share);
  }

  Interconnect withRate(double otherBytesPerS) {
    return new Interconnect(otherBytesPerS, latencyS, protocol, reducing);
  }

  Interconnect withLatency(double otherS) {
    return new Interconnect(bytesPerS, otherS, protocol, reducing);
  }
}
