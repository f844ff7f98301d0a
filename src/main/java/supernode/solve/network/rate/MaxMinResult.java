package supernode.solve.network.rate;

/** Max-min fair rates of the flow classes of a {@link MaxMinProblem}, and what limits each. */
public final class MaxMinResult {
  /** What keeps a flow from going faster. */
  public enum Limit {
    /** A link that it crosses is full. */
    LINK,
    /** It has all that it asked for. */
    DEMAND,
    /** It crosses no link at all: its rate is 0. */
    NO_ROUTE,
    /** Nothing limits it (only links without limit on its way): its rate is infinite. */
    UNBOUNDED
  }

  static final int DEMAND = -1;
  static final int NO_ROUTE = -2;
  static final int UNBOUNDED = -3;

  final double[] rate;
  final int[] limitedBy;
  final double[] utilisation;
  private final int levels;

  MaxMinResult(double[] rate, int[] limitedBy, double[] utilisation, int levels) {
    this.rate = rate;
    this.limitedBy = limitedBy;
    this.utilisation = utilisation;
    this.levels = levels;
  }

  /** Rate of one flow of a class, byte/s. */
  public double rateBytesPerS(int flow) {
    return rate[flow];
  }

  public double[] ratesBytesPerS() {
    return rate.clone();
  }

  /** Utilisation of every link. */
  public double[] utilisations() {
    return utilisation.clone();
  }

  public Limit limit(int flow) {
    return switch (limitedBy[flow]) {
      case DEMAND -> Limit.DEMAND;
      case NO_ROUTE -> Limit.NO_ROUTE;
      case UNBOUNDED -> Limit.UNBOUNDED;
      default -> Limit.LINK;
    };
  }

  /** The first link that filled up under a flow; -1 when no link limits it. */
  public int bottleneck(int flow) {
    return Math.max(-1, limitedBy[flow]);
  }

  /** Load of a link as a share of its capacity: 0 to 1; 0 for one without capacity or limit. */
  public double utilisation(int link) {
    return utilisation[link];
  }

  /** Number of distinct fill levels at which flows stopped. */
  public int levels() {
    return levels;
  }
}
