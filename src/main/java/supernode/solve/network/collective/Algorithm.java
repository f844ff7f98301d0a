package supernode.solve.network.collective;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the ranks go about an operation. */
public enum Algorithm {
  /** To the neighbour, round the ring of ranks; for broadcast and reduce a chain of chunks. */
  RING,
  /** One binary tree, in chunks. */
  TREE,
  /** Two binary trees of half of the data each; who is inside one is a leaf of the other. */
  DOUBLE_BINARY_TREE,
  /** The whole with a partner at distance 1, 2, 4, ... */
  RECURSIVE_DOUBLING,
  /** Halves with partners, then the halves back (Rabenseifner). */
  HALVING_DOUBLING,
  /** Every rank with every other one at once. */
  DIRECT,
  /** Every rank with one other at a time. */
  PAIRWISE,
  /** Blocks travel by the bits of their distance. */
  BRUCK,
  /** The switches add and multiply (NVLS, SHARP). */
  IN_NETWORK,
  /** One dimension of the machine after the other, in chunks that overlap. */
  HIERARCHICAL,
  /**
   * As many parts of the data as dimensions, each through the dimensions in another order, so that
   * all are busy at once: on a torus all rings, both ways round.
   */
  ROTATED,
  /** Switches add within the node, double binary trees between nodes (NVLSTree). */
  IN_NETWORK_TREE;

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Algorithm> ofKey(String key) {
    for (Algorithm a : values()) {
      if (Operation.plain(a.key()).equals(Operation.plain(key))) {
        return Optional.of(a);
      }
    }
    return Optional.empty();
  }

  /** Those that can do an operation at all, whatever the fabric. */
  public static Set<Algorithm> of(Operation operation) {
    return switch (operation) {
      case ALL_REDUCE ->
          EnumSet.of(
              RING,
              TREE,
              DOUBLE_BINARY_TREE,
              RECURSIVE_DOUBLING,
              HALVING_DOUBLING,
              DIRECT,
              IN_NETWORK,
              HIERARCHICAL,
              ROTATED,
              IN_NETWORK_TREE);
      case REDUCE_SCATTER ->
          EnumSet.of(RING, HALVING_DOUBLING, DIRECT, IN_NETWORK, HIERARCHICAL, ROTATED);
      case ALL_GATHER ->
          EnumSet.of(RING, RECURSIVE_DOUBLING, BRUCK, DIRECT, IN_NETWORK, HIERARCHICAL, ROTATED);
      case ALL_TO_ALL -> EnumSet.of(DIRECT, PAIRWISE, BRUCK, HIERARCHICAL, ROTATED);
      case BROADCAST, REDUCE -> EnumSet.of(RING, TREE, DOUBLE_BINARY_TREE, IN_NETWORK);
      case POINT_TO_POINT -> EnumSet.of(DIRECT);
    };
  }
}
