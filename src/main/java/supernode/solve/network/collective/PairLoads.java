package supernode.solve.network.collective;

/**
 * Transfers of single pairs on a fabric that splits evenly over shortest paths, by what is alike on
 * it: for so many ranks that their ways cannot be gone through link by link.
 */
interface PairLoads {
  /**
   * Adds a transfer between two endpoints, by their places.
   *
   * @return latency of the slowest of its ways; -1 where there is none
   */
  double add(int from, int to, double share);

  /**
   * Hands out what was added and forgets it.
   *
   * @param load by channel, shifted by {@code first}
   */
  void flush(double[] load, int first);

  /** About how many steps it takes to look up the ways of a kind of pairs. */
  long costOfKind();

  /** What kind of pair two endpoints are: those of a kind are looked up once. */
  long kind(int from, int to);
}
