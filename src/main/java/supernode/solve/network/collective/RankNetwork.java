package supernode.solve.network.collective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import supernode.topology.CsrGraph;

/**
 * The ranks of a collective and the fabrics between them. Channels of all tiers have one numbering:
 * those of the first tier first.
 */
public final class RankNetwork {
  private final List<Tier> tiers;
  private final int ranks;
  private final int[] firstChannel;
  private final int[] firstKind;
  private final boolean alongRails;
  private int[][] nodes;
  private int[] nodeOf;
  private int[] placeInNode;

  /**
   * Ranks on fabrics.
   *
   * @param tiers nearest first
   */
  public RankNetwork(int ranks, List<Tier> tiers) {
    this(ranks, tiers, false);
  }

  /**
   * Ranks on fabrics.
   *
   * @param alongRails whether what leaves a node goes to the rail of its destination inside it, by
   *     the first tier, and keeps to that rail on the second
   */
  public RankNetwork(int ranks, List<Tier> tiers, boolean alongRails) {
    this.alongRails = alongRails;
    if (ranks < 2 || tiers.isEmpty()) {
      throw new IllegalArgumentException(ranks + " ranks on " + tiers.size() + " fabrics");
    }
    this.ranks = ranks;
    this.tiers = List.copyOf(tiers);
    firstChannel = new int[tiers.size() + 1];
    firstKind = new int[tiers.size() + 1];
    for (int t = 0; t < tiers.size(); t++) {
      firstChannel[t + 1] = firstChannel[t] + tiers.get(t).graph().channelCount();
      firstKind[t + 1] = firstKind[t] + tiers.get(t).graph().specs();
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

  /** Kinds of links of all tiers. */
  int kinds() {
    return firstKind[tiers.size()];
  }

  /** Number of a tier's kind of link among those of all. */
  int kind(int tier, int spec) {
    return firstKind[tier] + spec;
  }

  /** By kind of link, seconds per byte; infinite where nothing passes, 0 where nothing limits. */
  double[] secondsPerByte(boolean calibrated) {
    double[] perByte = new double[kinds()];
    for (int t = 0; t < tiers.size(); t++) {
      CsrGraph graph = tiers.get(t).graph();
      double share = calibrated ? tiers.get(t).calibration().efficiency().value() : 1;
      for (int k = 0; k < graph.specs(); k++) {
        perByte[kind(t, k)] = 1 / (graph.specOfNumber(k).capacityBytesPerS() * share);
      }
    }
    return perByte;
  }

  boolean isAlongRails() {
    return alongRails;
  }

  /**
   * The rank of the sender's node on the rail of the receiver; -1 where it goes straight: inside a
   * node, from that rail itself, and where the sender's node has none.
   */
  int relay(int from, int to) {
    if (!alongRails || tierOf(from, to) == 0) {
      return -1;
    }
    int[] own = nodes()[nodeOf[from]];
    int rail = placeInNode[to];
    return rail < own.length && own[rail] != from ? own[rail] : -1;
  }

  /** The groups of ranks that reach each other by the first tier, in the order of their ranks. */
  int[][] nodes() {
    if (nodes == null) {
      nodeOf = new int[ranks];
      placeInNode = new int[ranks];
      nodes = grouped();
    }
    return nodes;
  }

  /** Each rank with the first one that it reaches. */
  private int[][] grouped() {
    Tier near = tiers.getFirst();
    int vertices = near.graph().vertexCount();
    int[] ofPiece = new int[vertices];
    int[] ofVertex = new int[vertices];
    Arrays.fill(ofPiece, Integer.MAX_VALUE);
    Arrays.fill(ofVertex, Integer.MAX_VALUE);
    List<List<Integer>> groups = new ArrayList<>();
    for (int r = 0; r < ranks; r++) {
      int v = near.vertex(r);
      int group = v < 0 ? Integer.MAX_VALUE : near.reachability().leastAround(v, ofPiece, ofVertex);
      if (group == Integer.MAX_VALUE) {
        group = groups.size();
        groups.add(new ArrayList<>());
        if (v >= 0) {
          near.reachability().markPieces(v, ofPiece, group);
          ofVertex[v] = group;
        }
      }
      placeInNode[r] = groups.get(group).size();
      nodeOf[r] = group;
      groups.get(group).add(r);
    }
    return groups.stream()
        .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
