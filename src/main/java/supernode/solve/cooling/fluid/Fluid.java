package supernode.solve.cooling.fluid;

import java.util.OptionalDouble;
import supernode.catalog.Confidence;

/**
 * A coolant.
 *
 * @param id as in the catalogue
 * @param densityKgM3 density
 * @param heatCapacityJKgK isobaric specific heat
 * @param conductivityWMK thermal conductivity
 * @param logViscosity natural logarithm of the dynamic viscosity in Pa s
 * @param minC lower end of the range in which the properties hold
 * @param maxC upper end
 * @param origin basis, source and confidence
 */
public record Fluid(
    String id,
    Property densityKgM3,
    Property heatCapacityJKgK,
    Property conductivityWMK,
    Property logViscosity,
    double minC,
    double maxC,
    Origin origin) {

  private static final double MIN_C = 5;
  private static final double MAX_C = 70;
  private static final double QUIET_K = 1e-6;

  /**
   * Water. Fits to CoolProp 8.0.0 in 5 to 70 degrees Celsius: density within 0.005 %, heat capacity
   * 0.007 %, conductivity 0.17 %, viscosity 0.26 %.
   */
  public static final Fluid WATER =
      new Fluid(
          "water",
          fit(1000.142, 0.02629916, -6.385575e-3, 2.098077e-5),
          fit(4216.610, -2.918186, 0.08007036, -9.518801e-4, 4.649487e-6),
          fit(0.5581875, 2.190362e-3, -1.066303e-5),
          fit(-6.334466, -0.03285743, 2.349396e-4, -9.727097e-7),
          MIN_C,
          MAX_C,
          Origin.pure("fit to CoolProp 8.0.0 at 3 bar", Confidence.ESTIMATE));

  /**
   * Propylene glycol in water, 25 percent by mass, without inhibitors. Fits to CoolProp 8.0.0
   * (Melinder 2010) in 5 to 70 degrees Celsius: density and conductivity within 0.02 %, heat
   * capacity 0.007 %. Two data sets differ by 0.4 % in density and 1 % in viscosity.
   */
  public static final Fluid PG25 =
      new Fluid(
          "pg25",
          fit(1026.218, -0.295645, -2.787525e-3),
          fit(3871.569, 2.476165, -1.249595e-3),
          fit(0.4493698, 9.407167e-4, -7.307e-7),
          fit(-5.200273, -0.04724096, 3.545812e-4, -1.294375e-6),
          MIN_C,
          MAX_C,
          Origin.byMass(
              25, "fit to CoolProp 8.0.0 (Melinder 2010), no inhibitors", Confidence.ESTIMATE));

  private static Property fit(double... coefficients) {
    return Property.polynomial(MIN_C, MAX_C, coefficients);
  }

  /** kg/m3. */
  public double density(double temperatureC) {
    return densityKgM3.at(temperatureC);
  }

  /** J/(kg K). */
  public double heatCapacity(double temperatureC) {
    return heatCapacityJKgK.at(temperatureC);
  }

  /** W/(m K). */
  public double conductivity(double temperatureC) {
    return conductivityWMK.at(temperatureC);
  }

  /** Dynamic viscosity, Pa s. */
  public double viscosity(double temperatureC) {
    return Math.exp(logViscosity.at(temperatureC));
  }

  /** Absolute pressure at which it boils, Pa; empty where that is not known. */
  public OptionalDouble vapourPressurePa(double temperatureC) {
    return Vapour.pressurePa(id, origin, temperatureC);
  }

  /** J/kg above 0 degrees Celsius. */
  public double enthalpy(double temperatureC) {
    return heatCapacityJKgK.integral(temperatureC);
  }

  /** Temperature of an enthalpy in J/kg: the inverse of {@link #enthalpy}. */
  public double temperatureC(double enthalpyJKg) {
    return temperatureC(enthalpyJKg, enthalpyJKg / heatCapacity(30));
  }

  /**
   * As the other, sooner the nearer the guess.
   *
   * @param guessC about what it will be
   */
  public double temperatureC(double enthalpyJKg, double guessC) {
    double t = guessC;
    for (int i = 0; i < 20; i++) {
      double step = (enthalpy(t) - enthalpyJKg) / heatCapacity(t);
      t -= step;
      // The next step would be the square of this one times half of what cp changes by per kelvin.
      if (Math.abs(step) < QUIET_K) {
        break;
      }
    }
    return t;
  }

  /** Whether the properties hold at this temperature. */
  public boolean holdsAt(double temperatureC) {
    return temperatureC >= minC && temperatureC <= maxC;
  }
}
