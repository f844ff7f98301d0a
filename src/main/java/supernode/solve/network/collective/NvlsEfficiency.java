package supernode.solve.network.collective;

import supernode.catalog.Confidence;
import supernode.catalog.Sourced;

/**
 * What adding switches reach of the links' rate, by the number of ranks.
 *
 * <p>Each sum waits for the last of n operands. When their arrivals scatter about like exponential
 * delays, the last comes later by the logarithm of their number: 1 / efficiency = 1 + c ln n, with
 * c from the published figure for 8 ranks. Nothing is lost where there is nothing to wait for, and
 * nothing is fitted to larger domains: 72 ranks of NVLink 5 come out at 0.58, where 0.60 was
 * measured (coreweave/nccl-tests#43).
 */
public final class NvlsEfficiency {
  /** Ranks of the node for which the tuner's figures hold. */
  static final int PUBLISHED_RANKS = 8;

  private NvlsEfficiency() {}

  /** Efficiency with so many ranks, from the one published for eight. */
  static double of(double published, int ranks) {
    double scatter = (1 / published - 1) / Math.log(PUBLISHED_RANKS);
    return 1 / (1 + scatter * Math.log(Math.max(1, ranks)));
  }

  static Sourced sourced(Sourced published, int ranks) {
    return ranks == PUBLISHED_RANKS
        ? published
        : new Sourced(
            of(published.value(), ranks),
            Confidence.ESTIMATE,
            published.source(),
            "1 / (1 + c ln n), c from " + published.value() + " at 8 ranks");
  }
}
