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
  private static final double COLDEST_AIR_C = -20;
  private static final double HOTTEST_AIR_C = 120;
  private static final double QUIET_K = 1e-6;

  /** Between gases near the pressure of the atmosphere and liquids, kg/m3. */
  private static final double GAS_BELOW = 100;

  /**
   * Water at 3 bar. Polynomials through CoolProp 8.0.0 (IAPWS formulations) in 5 to 70 degrees
   * Celsius, nowhere off by more than 0.0001 % in density, 0.0002 % in heat capacity, 0.0008 % in
   * conductivity and 0.0006 % in viscosity.
   */
  public static final Fluid WATER =
      new Fluid(
          "water",
          fit(
              999.957373,
              0.0624304058,
              -8.52813991e-3,
              7.29045118e-5,
              -5.3037498e-7,
              1.80957831e-9),
          fit(
              4218.22089,
              -3.32970294,
              0.114813201,
              -2.26462572e-3,
              2.89092979e-5,
              -2.11792199e-7,
              6.84449946e-10),
          fit(
              0.555867594,
              2.53645227e-3,
              -2.58423622e-5,
              2.78511834e-7,
              -2.39499277e-9,
              8.95393151e-12),
          fit(
              -6.32495114,
              -0.0347736832,
              3.55381732e-4,
              -4.2526775e-6,
              4.32886481e-8,
              -2.85103945e-10,
              8.59658338e-13),
          MIN_C,
          MAX_C,
          Origin.pure("polynomials through CoolProp 8.0.0 at 3 bar", Confidence.ESTIMATE));

  /**
   * Propylene glycol in water, 25 percent by mass, without inhibitors: Melinder (2010) by way of
   * CoolProp 8.0.0, in which every property is a cubic of temperature, the viscosity in its
   * logarithm (the heat capacity 5e-4 J/(kg K) above: at 40 degrees its 3968.6495 is printed
   * 3968.7, by way of 3968.65). Two data sets differ by 0.4 % in density and 1 % in viscosity.
   */
  public static final Fluid PG25 =
      new Fluid(
          "pg25",
          fit(1025.81325, -0.244492456, -4.40142004e-3, 1.43457319e-5),
          fit(3872.15091, 2.40276787, 1.06611628e-3, -2.05841027e-5),
          fit(0.449553254, 9.17555478e-4, 4.14838982e-11, -6.49556944e-9),
          fit(-5.2002732, -0.0472409611, 3.54581172e-4, -1.2943746e-6),
          MIN_C,
          MAX_C,
          Origin.byMass(
              25,
              "polynomials of CoolProp 8.0.0 (Melinder 2010), no inhibitors",
              Confidence.ESTIMATE));

  /**
   * Dry air at 101,325 Pa. Polynomials through CoolProp 8.0.0 (Lemmon and others 2000) in -20 to
   * 120 degrees Celsius, off by at most 0.001 % in density and heat capacity and 0.002 % in
   * conductivity and viscosity. Its pressure is that of the room throughout: what fans add is below
   * 1 %.
   */
  public static final Fluid AIR =
      new Fluid(
          "air",
          gas(
              1.29306696,
              -0.00475115565,
              1.751331e-5,
              -6.3416527e-8,
              1.96883243e-10,
              -3.48566301e-13),
          gas(1005.68398, 0.0150920959, 3.90640797e-4, 1.3189962e-7),
          gas(0.0243603638, 7.65272217e-5, -4.36770598e-8, 4.34676114e-11),
          gas(-10.9695376, 0.00290955695, -6.37143972e-6, 1.57406536e-8, -2.62397764e-11),
          COLDEST_AIR_C,
          HOTTEST_AIR_C,
          Origin.pure("polynomials through CoolProp 8.0.0 at 1 atm, dry", Confidence.ESTIMATE));

  private static Property gas(double... coefficients) {
    return Property.polynomial(COLDEST_AIR_C, HOTTEST_AIR_C, coefficients);
  }

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

  /** Whether it is one: where fans draw, its pressure may well be below that of the atmosphere. */
  public boolean gas() {
    return density(minC) < GAS_BELOW;
  }

  /** Whether the properties hold at this temperature. */
  public boolean holdsAt(double temperatureC) {
    return temperatureC >= minC && temperatureC <= maxC;
  }
}
