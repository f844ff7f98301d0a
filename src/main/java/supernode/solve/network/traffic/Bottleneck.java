package supernode.solve.network.traffic;

import java.util.List;
import supernode.solve.network.route.ChannelKind;

/**
 * Full links of one kind that hold flows back. A flow that crosses full links of several kinds is
 * counted with each.
 *
 * @param kind what the links join
 * @param channels the full directed links (see {@link supernode.topology.CsrGraph}), ascending
 * @param flowsLimited flows for which one of them is the limit
 * @param leastRateBytesPerS slowest of these flows
 * @param mostRateBytesPerS fastest of these flows
 */
public record Bottleneck(
    ChannelKind kind,
    List<Integer> channels,
    long flowsLimited,
    double leastRateBytesPerS,
    double mostRateBytesPerS) {
  public Bottleneck {
    channels = channels instanceof Channels ? channels : List.copyOf(channels);
  }
}
