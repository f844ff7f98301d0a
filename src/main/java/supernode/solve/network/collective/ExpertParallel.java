package supernode.solve.network.collective;

import java.util.List;
import supernode.catalog.Confidence;
import supernode.catalog.Sourced;

/**
 * Expert-parallel exchange with forwarding: a token crosses the network once for each other node
 * that has any of its experts, and is copied on inside the node. The experts of a token are taken
 * as drawn at random without return, from the nodes that it may use.
 *
 * @param ranks all
 * @param perNode ranks of a node
 * @param mostNodes nodes that the experts of one token may lie in (group-limited gating)
 * @param nodeBytesPerS what a rank moves inside its node, its own tokens included
 * @param networkBytesPerS what a rank moves between nodes
 */
public record ExpertParallel(
    ExpertTraffic traffic,
    int ranks,
    int perNode,
    int mostNodes,
    double nodeBytesPerS,
    double networkBytesPerS) {
  private static final String SOURCE = "DeepSeek ISCA'25, section 4.3 (notes of arXiv 2505.09343)";

  /** Kernels copy a rank's own tokens through the same buffers, so they count. */
  public static final Sourced H800_NVLINK =
      new Sourced(160e9, Confidence.SEEN, SOURCE, "achievable, of 200 GB/s; so DeepEP legacy.md");

  public static final Sourced H800_NETWORK =
      new Sourced(40e9, Confidence.SEEN, SOURCE, "achievable, of 50 GB/s");

  /**
   * @throws IllegalArgumentException unless experts and ranks divide evenly
   */
  public ExpertParallel {
    if (ranks < 2
        || perNode < 1
        || mostNodes < 1
        || ranks % perNode != 0
        || traffic.experts() % ranks != 0
        || (long) traffic.active() * (ranks / perNode) > (long) traffic.experts() * mostNodes) {
      throw new IllegalArgumentException(
          traffic.experts() + " experts on " + ranks + " ranks in nodes of " + perNode);
    }
  }

  private int nodes() {
    return ranks / perNode;
  }

  private int usedNodes() {
    return Math.min(nodes(), mostNodes);
  }

  /** Nodes that a token reaches, its own counted when it has experts there. */
  public double nodesPerToken() {
    return distinct(usedNodes(), traffic.experts() / nodes());
  }

  /** Ranks that a token reaches. */
  public double ranksPerToken() {
    return distinct(usedNodes() * perNode, traffic.experts() / ranks);
  }

  /** How many of so many equal places have any of a token's experts, in the mean. */
  private double distinct(int places, int expertsPerPlace) {
    double none = 1;
    double all = (double) places * expertsPerPlace;
    for (int i = 0; i < traffic.active(); i++) {
      none *= Math.max(0, all - expertsPerPlace - i) / (all - i);
    }
    return places * (1 - none);
  }

  public double dispatchS() {
    return seconds(traffic.dispatchBytesPerToken());
  }

  public double combineS() {
    return seconds(traffic.combineBytesPerToken());
  }

  /** The slower of both: they overlap chunk by chunk. */
  private double seconds(double bytesPerToken) {
    double all = traffic.tokens() * bytesPerToken;
    double inside = all * ranksPerToken() / nodeBytesPerS;
    double away = nodesPerToken() * (nodes() - 1) / nodes();
    return Math.max(inside, all * away / networkBytesPerS);
  }

  /**
   * Bandwidth as DeepEP prints it: inside one node all copies over time, else the copies to
   * distinct nodes, those that stay in the own node counted too; so it may exceed the line rate.
   */
  public double reportedBytesPerS(boolean dispatch) {
    double perToken = dispatch ? traffic.dispatchBytesPerToken() : traffic.combineBytesPerToken();
    double copies = nodes() == 1 ? ranksPerToken() : nodesPerToken();
    return traffic.tokens() * perToken * copies / (dispatch ? dispatchS() : combineS());
  }

  /** What the rates rest on. */
  public static List<Constant> constants() {
    return List.of(
        new Constant("h800NvlinkBytesPerS", H800_NVLINK),
        new Constant("h800NetworkBytesPerS", H800_NETWORK));
  }
}
