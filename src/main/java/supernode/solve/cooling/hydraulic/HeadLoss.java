package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * Loss as height of the fluid: r Q^n + m Q^2, whatever the viscosity. The form of imported water
 * networks: Hazen-Williams and Chezy-Manning pipes, valves by their loss coefficient, emitters.
 *
 * @param resistance r, in m of fluid and m3/s
 * @param exponent n
 * @param minorS2M5 m, of fittings
 * @param leastSlopeSM2 where either part's slope would fall below this it is straight, m per m3/s
 * @param typicalFlowM3S flow of the usual size
 */
public record HeadLoss(
    double resistance,
    double exponent,
    double minorS2M5,
    double leastSlopeSM2,
    double typicalFlowM3S)
    implements LinkLaw {
  /** 1e-7 ft per ft3/s, as EPANET 2.2. */
  public static final double LEAST_SLOPE_S_M2 = 1e-7 / (0.3048 * 0.3048);

  /** 4.727 of the form in feet and ft3/s (EPANET 2.2 manual, table 3.1), in metres. */
  private static final double HAZEN_WILLIAMS = 4.727 * Math.pow(0.3048, 4.871 - 3 * 1.852);

  /** A pipe by Hazen and Williams: water at usual temperatures only. */
  public static HeadLoss hazenWilliams(
      double lengthM, double diameterM, double coefficient, double minorLossK) {
    double r =
        HAZEN_WILLIAMS * lengthM * Math.pow(coefficient, -1.852) * Math.pow(diameterM, -4.871);
    return pipe(r, 1.852, diameterM, minorLossK);
  }

  /** A full pipe by Chezy's law with Manning's coefficient. */
  public static HeadLoss chezyManning(
      double lengthM, double diameterM, double manning, double minorLossK) {
    double area = Math.PI * diameterM * diameterM / 4;
    double r = lengthM * manning * manning / (area * area) * Math.pow(diameterM / 4, -4.0 / 3);
    return pipe(r, 2, diameterM, minorLossK);
  }

  /** A fitting or valve: K velocity heads. */
  public static HeadLoss minor(double diameterM, double minorLossK) {
    return pipe(0, 2, diameterM, minorLossK);
  }

  /** From a resistance and the loss coefficient of what has this bore. */
  public static HeadLoss pipe(double r, double exponent, double diameterM, double minorLossK) {
    double area = Math.PI * diameterM * diameterM / 4;
    double m = minorLossK / (2 * Gravity.M_S2 * area * area);
    return new HeadLoss(r, exponent, m, LEAST_SLOPE_S_M2, 0.3 * area);
  }

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    double weight = densityKgM3 * Gravity.M_S2;
    double q = Math.abs(flowM3S);
    double head = 0;
    double slope = 0;
    if (resistance > 0) {
      slope = exponent * resistance * (exponent == 1 ? 1 : Math.pow(q, exponent - 1));
      head = slope * q / exponent;
      if (slope < leastSlopeSM2) {
        slope = leastSlopeSM2 / exponent;
        head = slope * q;
      }
    }
    if (minorS2M5 > 0) {
      double creeping = leastSlopeSM2 / minorS2M5;
      head += minorS2M5 * Quadratic.blended(q, creeping);
      slope += minorS2M5 * Quadratic.blendedSlope(q, creeping);
    }
    into.set(Math.copySign(weight * head, flowM3S), weight * slope);
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.first(
        LinkLaw.notNegative("linearLoss", resistance),
        LinkLaw.notNegative("quadraticLoss", minorS2M5),
        LinkLaw.positive("lossOfLengthAndFittings", resistance + minorS2M5),
        LinkLaw.positive("exponentAboveZero", exponent),
        LinkLaw.positive("linearLoss", leastSlopeSM2),
        LinkLaw.positive("flow", typicalFlowM3S));
  }
}
