package supernode.solve.cooling.heat;

/**
 * The part of a chip's power that goes on without work and grows with temperature: share exp(beta
 * (T - reference)).
 *
 * @param share of the rated power at the reference temperature
 * @param betaPerK growth
 */
public record Leakage(double share, double betaPerK, double referenceC) {
  public static final Leakage NONE = new Leakage(0, 0, 85);

  /** What cooling from 85 to 30 degrees C saves of a chip's power (techreport quoting RWT). */
  private static final double SAVING = 0.12;

  private static final double COLD_C = 30;
  private static final double SPAN_K = 55;

  /**
   * By the share at 30 degrees C, with the growth at which 85 degrees C costs 12 % more than 30:
   * 0.0143, 0.0085, 0.0061 per kelvin for 10, 20, 30 %. The power rated is that at the reference.
   */
  public static Leakage ofShare(double share) {
    return share <= 0 ? NONE : new Leakage(share, Math.log1p(SAVING / share) / SPAN_K, COLD_C);
  }

  /** Power at a temperature over that at the reference. */
  public double factor(double dieC) {
    return 1 - share + share * Math.exp(betaPerK * (dieC - referenceC));
  }

  /** Derivative of the factor, 1/K. */
  public double slope(double dieC) {
    return share * betaPerK * Math.exp(betaPerK * (dieC - referenceC));
  }
}
