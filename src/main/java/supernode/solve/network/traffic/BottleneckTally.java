package supernode.solve.network.traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import supernode.solve.network.route.ChannelKind;
import supernode.topology.CsrGraph;

/** Collects which kinds of full links limit how many flows. */
final class BottleneckTally {
  private static final ChannelKind[] KINDS = ChannelKind.values();

  private final BitSet[] channels = new BitSet[KINDS.length];
  private final long[] flows = new long[KINDS.length];
  private final double[] least = new double[KINDS.length];
  private final double[] most = new double[KINDS.length];
  private final CsrGraph graph;

  BottleneckTally(CsrGraph graph) {
    this.graph = graph;
    for (int k = 0; k < KINDS.length; k++) {
      channels[k] = new BitSet(graph.channelCount());
      least[k] = Double.POSITIVE_INFINITY;
    }
  }

  /** The bit of a channel's kind. */
  int mask(int channel) {
    return 1 << ChannelKind.of(graph, channel).ordinal();
  }

  void addChannel(int channel) {
    addChannel(channel, mask(channel));
  }

  /** A channel of which the bit of its kind is at hand. */
  void addChannel(int channel, int mask) {
    channels[Integer.numberOfTrailingZeros(mask)].set(channel);
  }

  /** Counts flows of one rate that full links of the given kinds limit. */
  void addFlows(int kindMask, long count, double rate) {
    for (int rest = kindMask; rest != 0; rest &= rest - 1) {
      int k = Integer.numberOfTrailingZeros(rest);
      flows[k] += count;
      least[k] = Math.min(least[k], rate);
      most[k] = Math.max(most[k], rate);
    }
  }

  /** Those that limit anything, the one that limits most flows first. */
  List<Bottleneck> bottlenecks() {
    List<Bottleneck> found = new ArrayList<>();
    for (ChannelKind kind : KINDS) {
      int k = kind.ordinal();
      if (flows[k] > 0) {
        found.add(new Bottleneck(kind, new Channels(channels[k]), flows[k], least[k], most[k]));
      }
    }
    found.sort(Comparator.comparingLong(Bottleneck::flowsLimited).reversed());
    return found;
  }
}
