package supernode.solve.network.collective;

/**
 * The binary trees that need no table: a rank's parent follows from its lowest set bit, so that odd
 * ranks are leaves; the second tree is the first one mirrored or shifted, so that they are not
 * (Sanders, Speck, Traeff 2009; NCCL).
 */
final class BinaryTree {
  private BinaryTree() {}

  /** Parent of a rank in the first tree; -1 for its root, rank 0. */
  static int parent(int rank, int ranks) {
    if (rank == 0) {
      return -1;
    }
    int bit = Integer.lowestOneBit(rank);
    int up = (rank ^ bit) | bit << 1;
    return up < ranks ? up : rank ^ bit;
  }

  /** Parent in the second tree; -1 for its root. */
  static int otherParent(int rank, int ranks) {
    if (ranks % 2 == 0) {
      int p = parent(ranks - 1 - rank, ranks);
      return p < 0 ? -1 : ranks - 1 - p;
    }
    int p = parent(Math.floorMod(rank - 1, ranks), ranks);
    return p < 0 ? -1 : (p + 1) % ranks;
  }

  /** Levels below the root. */
  static int depth(int ranks) {
    int most = 0;
    for (int r = 0; r < ranks; r++) {
      int levels = 0;
      for (int at = r; parent(at, ranks) >= 0; at = parent(at, ranks)) {
        levels++;
      }
      most = Math.max(most, levels);
    }
    return most;
  }

  /**
   * Edges of one tree or both.
   *
   * @param member rank at each place of the tree
   * @param up towards the root (reduce) or away from it (broadcast)
   * @param share what crosses an edge
   */
  static void add(Transfers.Builder to, int[] member, boolean second, boolean up, double share) {
    int n = member.length;
    for (int r = 0; r < n; r++) {
      int p = second ? otherParent(r, n) : parent(r, n);
      if (p >= 0) {
        to.add(up ? member[r] : member[p], up ? member[p] : member[r], share);
      }
    }
  }
}
