package supernode.solve.cooling.hydraulic;

/**
 * Darcy friction factor, smooth from laminar to turbulent flow: 64/Re up to 2000, Swamee and Jain
 * (1976) from 4000, between them the cubic of Dunlop (1991) as EPANET 2.2 uses it.
 */
public final class Friction {
  /** End of laminar flow. */
  public static final double LAMINAR = 2000;

  /** Start of turbulent flow. */
  public static final double TURBULENT = 4000;

  private static final double TWO_PER_LN_10 = 2 / Math.log(10);
  private static final double TRANSITION = 5.74 / Math.pow(TURBULENT, 0.9);

  private Friction() {}

  /** Friction factor; the Reynolds number must be positive. */
  public static double factor(double reynolds, double relativeRoughness) {
    if (reynolds <= LAMINAR) {
      return 64 / reynolds;
    }
    if (reynolds >= TURBULENT) {
      double log = TWO_PER_LN_10 * Math.log(argument(reynolds, relativeRoughness));
      return 1 / (log * log);
    }
    double r = reynolds / LAMINAR;
    Cubic c = Cubic.of(relativeRoughness);
    return c.x1 + r * (c.x2 + r * (c.x3 + r * c.x4));
  }

  /** Derivative of the factor by the Reynolds number. */
  public static double slope(double reynolds, double relativeRoughness) {
    if (reynolds <= LAMINAR) {
      return -64 / (reynolds * reynolds);
    }
    if (reynolds >= TURBULENT) {
      double y = argument(reynolds, relativeRoughness);
      double log = TWO_PER_LN_10 * Math.log(y);
      double dy = -0.9 * 5.74 * Math.pow(reynolds, -1.9);
      return -2 / (log * log * log) * TWO_PER_LN_10 / y * dy;
    }
    double r = reynolds / LAMINAR;
    Cubic c = Cubic.of(relativeRoughness);
    return (c.x2 + r * (2 * c.x3 + 3 * r * c.x4)) / LAMINAR;
  }

  /**
   * The factor and what its slope adds: 2 f + Re df/dRe, by one logarithm and one power where the
   * flow is turbulent.
   */
  static void turbulent(double reynolds, double relativeRoughness, double[] factorAndSlope) {
    if (reynolds < TURBULENT) {
      double f = factor(reynolds, relativeRoughness);
      factorAndSlope[0] = f;
      factorAndSlope[1] = 2 * f + reynolds * slope(reynolds, relativeRoughness);
      return;
    }
    double smooth = 5.74 * Math.pow(reynolds, -0.9);
    double y = relativeRoughness / 3.7 + smooth;
    double log = TWO_PER_LN_10 * Math.log(y);
    double f = 1 / (log * log);
    factorAndSlope[0] = f;
    factorAndSlope[1] = f * (2 + 1.8 * TWO_PER_LN_10 * smooth / (log * y));
  }

  private static double argument(double reynolds, double relativeRoughness) {
    return relativeRoughness / 3.7 + 5.74 * Math.pow(reynolds, -0.9);
  }

  private record Cubic(double x1, double x2, double x3, double x4) {
    static Cubic of(double relativeRoughness) {
      double y2 = relativeRoughness / 3.7 + TRANSITION;
      double y3 = -TWO_PER_LN_10 * Math.log(y2);
      double fa = 1 / (y3 * y3);
      double fb = fa * (2 - 0.9 * 2 * TWO_PER_LN_10 * TRANSITION / (y2 * y3));
      return new Cubic(
          7 * fa - fb,
          0.128 - 17 * fa + 2.5 * fb,
          -0.128 + 13 * fa - 2 * fb,
          0.032 - 3 * fa + 0.5 * fb);
    }
  }
}
