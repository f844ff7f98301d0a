package supernode.solve.network.latency;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One-way latency between two endpoints without load, taken apart along the slowest of the shortest
 * paths.
 *
 * @param source place among the endpoints that are up
 * @param destination place among the endpoints that are up
 * @param hops links on the way
 * @param linkBytesPerS slowest single link on that path
 * @param bandwidthBytesPerS what the pair gets alone in the fabric, over all its shortest paths
 */
public record PairLatency(
    int source,
    int destination,
    LatencyTerms terms,
    List<HopLatency> hops,
    double linkBytesPerS,
    double bandwidthBytesPerS) {
  public PairLatency {
    hops = List.copyOf(hops);
  }

  /** Sum of one kind of term over the hops. */
  public double sumS(ToDoubleFunction<HopLatency> term) {
    return hops.stream().mapToDouble(term).sum();
  }

  /** Time for a message of no length. */
  public double zeroLoadS() {
    return terms.sendS() + terms.receiveS() + sumS(HopLatency::totalS);
  }

  /**
   * Time to move a message: without load, plus the message at the bandwidth of all paths, but no
   * less than its first packet on one link.
   */
  public double messageS(double bytes) {
    double striped = bytes / bandwidthBytesPerS;
    double firstPacket = Math.min(bytes, terms.packetBytes()) / linkBytesPerS;
    return zeroLoadS() + Math.max(striped, firstPacket);
  }
}
