package supernode.solve.network.route;

/** How a routing gets from one cell of endpoints of {@link FabricClasses} to another. */
public interface ClassWays {
  /** Turns to a cell of destinations. */
  void prepare(int cell);

  /**
   * Hands out the share of one flow from a cell that all links of an arc carry together; an arc may
   * come more than once.
   *
   * @return whether there is a way
   */
  boolean follow(int source, ClassRoutes.Crossing out);

  /** Whether direct links between endpoints are left to the pairs that they join. */
  boolean leavesDirectLinks();
}
