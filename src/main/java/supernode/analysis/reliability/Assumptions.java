package supernode.analysis.reliability;

import supernode.catalog.Confidence;
import supernode.catalog.Sourced;

/** What the drawing does not say about failing and mending. */
public final class Assumptions {
  /** Until traffic of a lost link goes another way, second: 4.096 µs × 2^20. */
  static final Sourced FAILOVER =
      new Sourced(
          4.096e-6 * (1 << 20),
          Confidence.SEEN,
          "hiascend.com, HCCL_RDMA_TIMEOUT",
          "one retransmission timeout at its default of 20");

  /** From a failure until the part works again, second. */
  static final Sourced REPAIR =
      new Sourced(4 * 3600.0, Confidence.ASSUMPTION, "no published rule", "time to repair a part");

  static final Sourced CREWS =
      new Sourced(1, Confidence.ASSUMPTION, "no published rule", "crews that repair at a time");

  /** Share of the time that all places are to be filled when spares are counted. */
  static final Sourced FILLED =
      new Sourced(0.99, Confidence.ASSUMPTION, "no published rule", "places filled by spares");

  /** Pause of an asynchronous checkpoint and time to begin again, second. */
  public static final Sourced CHECKPOINT =
      new Sourced(60, Confidence.ASSUMPTION, "no published rule", "pause of a checkpoint");

  public static final Sourced RESTART =
      new Sourced(300, Confidence.ASSUMPTION, "no published rule", "time to begin again");

  private Assumptions() {}
}
