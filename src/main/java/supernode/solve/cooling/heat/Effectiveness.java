package supernode.solve.cooling.heat;

import java.util.function.DoubleBinaryOperator;

/**
 * Effectiveness of a heat exchanger over its number of transfer units: the share of the greatest
 * possible heat that it moves (Kays and London, Compact Heat Exchangers).
 */
public final class Effectiveness {
  /** Nearer to equal capacity rates than this the counterflow formula goes over to its limit. */
  private static final double EQUAL = 1e-6;

  private Effectiveness() {}

  /**
   * Streams against each other.
   *
   * @param ntu UA over the smaller capacity rate
   * @param ratio smaller over larger capacity rate, 0 to 1
   */
  public static double counterflow(double ntu, double ratio) {
    if (Math.abs(1 - ratio) < EQUAL) {
      return ntu / (1 + ntu);
    }
    double e = Math.exp(-ntu * (1 - ratio));
    return (1 - e) / (1 - ratio * e);
  }

  /** Streams side by side. */
  public static double parallelFlow(double ntu, double ratio) {
    return -Math.expm1(-ntu * (1 + ratio)) / (1 + ratio);
  }

  /** Crossing streams, both unmixed; an approximation good to about 1 %. */
  public static double crossflowUnmixed(double ntu, double ratio) {
    if (ratio == 0) {
      return -Math.expm1(-ntu);
    }
    return -Math.expm1(Math.pow(ntu, 0.22) / ratio * Math.expm1(-ratio * Math.pow(ntu, 0.78)));
  }

  /** Transfer units for an effectiveness below 1 in counterflow: the inverse of the above. */
  public static double counterflowNtu(double effectiveness, double ratio) {
    if (Math.abs(1 - ratio) < EQUAL) {
      return effectiveness / (1 - effectiveness);
    }
    return Math.log((1 - effectiveness * ratio) / (1 - effectiveness)) / (1 - ratio);
  }

  /** Transfer units for an effectiveness in unmixed crossflow, by bisection. */
  public static double crossflowNtu(double effectiveness, double ratio) {
    double low = 0;
    double high = 60;
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (crossflowUnmixed(middle, ratio) < effectiveness) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * Watts moved per kelvin between the inlets of two streams.
   *
   * @param firstWK capacity rate of one stream
   * @param law effectiveness by transfer units and the ratio of capacity rates
   */
  static double wattsPerInletKelvin(
      double firstWK, double secondWK, double conductanceWK, DoubleBinaryOperator law) {
    double least = Math.min(firstWK, secondWK);
    return least > 0
        ? least * law.applyAsDouble(conductanceWK / least, least / Math.max(firstWK, secondWK))
        : 0;
  }
}
