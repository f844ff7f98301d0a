package supernode.solve.network.collective;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import supernode.topology.CsrGraph;

/**
 * The ranks of a collective and the fabrics between them. Channels of all tiers have one numbering:
 * those of the first tier first.
 */
public final class RankNetwork {
  private final List<Tier> tiers;
  private final int ranks;
  private final int[] firstChannel;

  /**
   * Ranks on fabrics.
   *
   * @param tiers nearest first
   */
  public RankNetwork(int ranks, List<Tier> tiers) {
    if (ranks < 2 || tiers.isEmpty()) {
      throw new IllegalArgumentException(ranks + " ranks on " + tiers.size() + " fabrics");
    }
    this.ranks = ranks;
    this.tiers = List.copyOf(tiers);
    firstChannel = new int[tiers.size() + 1];
    for (int t = 0; t < tiers.size(); t++) {
      firstChannel[t + 1] = firstChannel[t] + tiers.get(t).graph().channelCount();
    }
  }

  public int ranks() {
    return ranks;
  }

  public List<Tier> tiers() {
    return tiers;
  }

  /** Channels of all tiers. */
  public int channelCount() {
    return firstChannel[tiers.size()];
  }

  /** The tier that two ranks use; -1 when they cannot reach each other. */
  public int tierOf(int from, int to) {
    for (int t = 0; t < tiers.size(); t++) {
      if (tiers.get(t).joins(from, to)) {
        return t;
      }
    }
    return -1;
  }

  /** Number of a tier's channel among those of all. */
  int channel(int tier, int channel) {
    return firstChannel[tier] + channel;
  }

  /** The tier that a channel belongs to. */
  public int tierOfChannel(int channel) {
    int t = 0;
    while (channel >= firstChannel[t + 1]) {
      t++;
    }
    return t;
  }

  /** Number of a channel within its tier. */
  public int channelInTier(int channel) {
    return channel - firstChannel[tierOfChannel(channel)];
  }

  /** By channel, seconds per byte; infinite where nothing passes, 0 where nothing limits. */
  double[] secondsPerByte(boolean calibrated) {
    double[] perByte = new double[channelCount()];
    for (int t = 0; t < tiers.size(); t++) {
      CsrGraph graph = tiers.get(t).graph();
      double share = calibrated ? tiers.get(t).calibration().efficiency().value() : 1;
      for (int c = 0; c < graph.channelCount(); c++) {
        perByte[channel(t, c)] = 1 / (graph.capacityBytesPerS(c / 2) * share);
      }
    }
    return perByte;
  }

  /** The groups of ranks that reach each other by the first tier, in the order of their ranks. */
  int[][] nodes() {
    boolean[] seen = new boolean[ranks];
    List<int[]> nodes = new ArrayList<>();
    for (int r = 0; r < ranks; r++) {
      if (!seen[r]) {
        int first = r;
        int[] node =
            IntStream.range(first, ranks)
                .filter(i -> i == first || (!seen[i] && tiers.getFirst().joins(first, i)))
                .toArray();
        IntStream.of(node).forEach(i -> seen[i] = true);
        nodes.add(node);
      }
    }
    return nodes.toArray(int[][]::new);
  }
}
