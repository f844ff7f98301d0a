package supernode.solve.network.route;

/** How a routing gets from one vertex to another. */
interface Ways {
  /**
   * Adds what a flow puts on the channels.
   *
   * @param share of the flow that goes this way
   * @return whether there is a way; if not, nothing of use was added
   */
  boolean add(int from, int to, double share, ChannelSums sums);
}
