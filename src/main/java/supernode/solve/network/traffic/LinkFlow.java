package supernode.solve.network.traffic;

/**
 * Equal flows on one directed link.
 *
 * @param source an example of theirs, by its place among the endpoints that are up
 * @param destination of the example
 * @param flows on this link, a flow that splits over several counted by the share of it here
 * @param rateBytesPerS of each flow, all its ways together
 * @param limited whether this link is what holds them back
 */
public record LinkFlow(
    int source, int destination, double flows, double rateBytesPerS, boolean limited) {
  /** What they put on the link together. */
  public double bytesPerS() {
    return flows * rateBytesPerS;
  }
}
