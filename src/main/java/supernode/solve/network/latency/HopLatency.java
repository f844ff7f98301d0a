package supernode.solve.network.latency;

/**
 * What one link and the vertex behind it add to a transfer.
 *
 * @param channel the directed link
 * @param fixedS serialiser and forward error correction of the link's ends
 * @param propagationS time of flight
 * @param headerS time to receive the header before passing on; 0 at the destination
 * @param transitS through the vertex behind the link; 0 at the destination
 */
public record HopLatency(
    int channel, double fixedS, double propagationS, double headerS, double transitS) {
  public double totalS() {
    return fixedS + propagationS + headerS + transitS;
  }
}
