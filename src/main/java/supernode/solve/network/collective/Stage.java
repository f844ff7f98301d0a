package supernode.solve.network.collective;

import java.util.List;

/** A part of a schedule. */
sealed interface Stage {
  /** Equal steps one after the other, each waiting for the one before. */
  record Rounds(Transfers transfers, int repeat) implements Stage {}

  /**
   * Steps round a ring: what a rank passes on is what it has just received, so the slow links of
   * the ring are met one after the other and not in every step.
   *
   * @param transfers to the neighbour, in the order of the ring; several rings one after the other
   * @param length ranks of one ring
   */
  record Loop(Transfers transfers, int length, int repeat) implements Stage {}

  /**
   * Equal steps in which every rank of a torus receives what the first one does, from as far away.
   *
   * @param toFirst transfers to the first rank
   */
  record Alike(Transfers toFirst, int repeat) implements Stage {}

  /**
   * Chunks on their way through levels, all levels busy at once.
   *
   * @param transfers what all chunks together move
   * @param depth levels from the first sender to the last receiver
   */
  record Pipeline(Transfers transfers, int depth) implements Stage {}

  /**
   * The switches of each group of ranks add or multiply.
   *
   * @param groups ranks
   * @param upShare what each rank sends
   * @param downShare what each rank receives
   * @param ends which ranks of a group take part in each direction
   */
  record Reduction(List<int[]> groups, double upShare, double downShare, Ends ends)
      implements Stage {
    public Reduction {
      groups = List.copyOf(groups);
    }
  }

  /** Which ranks of a group send and receive in a {@link Reduction}. */
  enum Ends {
    ALL,
    /** Only the first sends. */
    FROM_FIRST,
    /** Only the first receives. */
    TO_FIRST
  }
}
