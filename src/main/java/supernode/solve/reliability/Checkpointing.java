package supernode.solve.reliability;

/**
 * Work that is saved now and then, lost back to the last save when something fails, and taken up
 * again after a restart.
 *
 * @param stallS what a checkpoint takes from the work: its writing, or of an asynchronous one the
 *     pause alone
 * @param restartS from a failure until the work goes on from the last checkpoint
 * @param mtbfS mean time between failures that stop the work
 */
public record Checkpointing(double stallS, double restartS, double mtbfS) {
  private static final int STEPS = 200;

  /**
   * @throws IllegalArgumentException if a time is negative or there is none between failures
   */
  public Checkpointing {
    if (!(stallS >= 0) || !(restartS >= 0) || !(mtbfS > 0)) {
      throw new IllegalArgumentException(stallS + " s, " + restartS + " s, " + mtbfS + " s");
    }
  }

  /** Young 1974: the first-order optimum of the work between checkpoints, s. */
  public double youngS() {
    return Math.sqrt(2 * stallS * mtbfS);
  }

  /** Daly 2006: the higher-order one. */
  public double dalyS() {
    double x = stallS / (2 * mtbfS);
    return stallS < 2 * mtbfS
        ? Math.sqrt(2 * stallS * mtbfS) * (1 + Math.sqrt(x) / 3 + x / 9) - stallS
        : mtbfS;
  }

  /**
   * Optimum of availability (arXiv 2410.18124): from one checkpoint's start to the next one's.
   *
   * @param saveS writing one
   * @param failS mean time to failure
   * @param recoverS mean time to recover
   */
  public static double availabilityOptimalS(double saveS, double failS, double recoverS) {
    return saveS + Math.sqrt(2 * (failS + recoverS) * saveS + saveS * saveS);
  }

  /** The interval of the largest {@link #goodput}, by golden section; it has one maximum. */
  public double bestS() {
    if (stallS == 0) {
      return 0;
    }
    double low = dalyS() / 100;
    double high = Math.max(dalyS(), mtbfS) * 100;
    double ratio = (Math.sqrt(5) - 1) / 2;
    for (int i = 0; i < STEPS; i++) {
      double a = high - ratio * (high - low);
      double b = low + ratio * (high - low);
      if (goodput(a) < goodput(b)) {
        low = a;
      } else {
        high = b;
      }
    }
    return (low + high) / 2;
  }

  /**
   * Share of the time that is work which lasts; exact for exponential failures, also during
   * checkpoints and restarts (Daly 2006).
   *
   * @param intervalS work between checkpoints; 0 where saving costs nothing
   */
  public double goodput(double intervalS) {
    double perInterval = Math.expm1((intervalS + stallS) / mtbfS) * mtbfS;
    double kept = intervalS > 0 ? intervalS / perInterval : 1;
    return kept * Math.exp(-restartS / mtbfS);
  }

  /** To first order in the losses: half an interval, half a checkpoint, one restart per failure. */
  public double goodputFirstOrder(double intervalS) {
    double saved = intervalS > 0 ? intervalS / (intervalS + stallS) : 1;
    return saved * (1 - (intervalS / 2 + stallS / 2 + restartS) / mtbfS);
  }
}
