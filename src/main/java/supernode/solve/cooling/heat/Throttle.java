package supernode.solve.cooling.heat;

/**
 * How a chip guards itself: above its limit it takes less power, more so the hotter it is, down to
 * a least share; above the trip it switches off.
 *
 * @param startC junction temperature at which it begins
 * @param bandK over which its power falls to the least share
 * @param leastShare of its power, 0 to 1
 * @param tripC junction temperature at which it switches off
 */
public record Throttle(double startC, double bandK, double leastShare, double tripC) {
  /** Band of the control. Assumption: as vendors publish none. */
  public static final double BAND_K = 5;

  /** What idle clocks and leakage still take. Assumption. */
  public static final double LEAST_SHARE = 0.35;

  /** Trip above the limit. Assumption: 10 to 15 K are usual for accelerators. */
  public static final double TRIP_MARGIN_K = 10;

  /** Power goes with frequency and voltage squared, voltage with frequency: its third root. */
  private static final double SPEED_EXPONENT = 1.0 / 3;

  /** With the usual margins about a limit. */
  public static Throttle at(double limitC) {
    return new Throttle(limitC, BAND_K, LEAST_SHARE, limitC + TRIP_MARGIN_K);
  }

  /** Share of full power at a junction temperature. */
  public double powerShare(double dieC) {
    return Math.clamp(1 - (1 - leastShare) * (dieC - startC) / bandK, leastShare, 1);
  }

  /** Derivative of the share, 1/K. */
  public double slope(double dieC) {
    return dieC <= startC || dieC >= startC + bandK ? 0 : -(1 - leastShare) / bandK;
  }

  /** Share of full compute speed that a share of power gives. */
  public static double speed(double powerShare) {
    return Math.pow(Math.max(0, powerShare), SPEED_EXPONENT);
  }
}
