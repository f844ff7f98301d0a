package supernode.solve.cooling.heat;

import java.util.ArrayList;
import java.util.List;
import supernode.catalog.Confidence;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.fluid.Origin;
import supernode.solve.cooling.fluid.Property;

/** Air and the water in it, at sea level; ASHRAE Handbook of Fundamentals, psychrometrics. */
public final class MoistAir {
  /** Sea level pressure, Pa; ISO 2533. */
  private static final double PRESSURE_PA = 101325;

  /** Gas constant of dry air, J/(kg K); ISO 2533. */
  private static final double GAS_CONSTANT = 287.05287;

  /** Heat capacities of dry air and of vapour, J/(kg K), and heat of evaporation at 0 C, J/kg. */
  static final double AIR_JKGK = 1006;

  private static final double VAPOUR_JKGK = 1860;
  private static final double EVAPORATION_JKG = 2501e3;
  private static final double WATER_JKGK = 4186;

  /** Molar mass of water over that of air. */
  private static final double MASS_RATIO = 0.621945;

  private static final double ZERO_C = 273.15;
  private static final double COLDEST_C = -60;
  private static final double HOTTEST_C = 99;

  /** Dry air as a fluid that exchangers pass. */
  public static final Fluid DRY = dry();

  private MoistAir() {}

  private static Fluid dry() {
    List<Double> at = new ArrayList<>();
    List<Double> density = new ArrayList<>();
    for (double c = COLDEST_C; c <= 120; c += 5) {
      at.add(c);
      density.add(PRESSURE_PA / (GAS_CONSTANT * (c + ZERO_C)));
    }
    return new Fluid(
        "air",
        new Property.Table(at, density),
        Property.polynomial(COLDEST_C, 120, AIR_JKGK),
        Property.polynomial(COLDEST_C, 120, 0.026),
        Property.polynomial(COLDEST_C, 120, Math.log(1.85e-5)),
        COLDEST_C,
        120,
        Origin.pure("ideal gas, ISO 2533", Confidence.SEEN));
  }

  /** Pressure of saturated vapour over water, Pa; Hyland and Wexler 1983. */
  public static double saturationPa(double c) {
    double t = Math.clamp(c, COLDEST_C, HOTTEST_C) + ZERO_C;
    return Math.exp(
        -5.8002206e3 / t
            + 1.3914993
            - 4.8640239e-2 * t
            + 4.1764768e-5 * t * t
            - 1.4452093e-8 * t * t * t
            + 6.5459673 * Math.log(t));
  }

  /** Kilograms of water in a kilogram of dry air that is saturated at a temperature. */
  public static double saturatedHumidity(double c) {
    double p = saturationPa(c);
    return MASS_RATIO * p / (PRESSURE_PA - p);
  }

  /** J per kg of dry air that is saturated at its wet bulb: what a cooling tower works with. */
  public static double saturatedEnthalpy(double wetBulbC) {
    return enthalpy(wetBulbC, saturatedHumidity(wetBulbC));
  }

  private static double enthalpy(double c, double humidity) {
    return AIR_JKGK * c + humidity * (EVAPORATION_JKG + VAPOUR_JKGK * c);
  }

  /** Humidity from dry and wet bulb. */
  public static double humidity(double dryC, double wetBulbC) {
    double saturated = saturatedHumidity(wetBulbC);
    double evaporation = EVAPORATION_JKG + VAPOUR_JKGK * dryC - WATER_JKGK * wetBulbC;
    return ((EVAPORATION_JKG - (WATER_JKGK - VAPOUR_JKGK) * wetBulbC) * saturated
            - AIR_JKGK * (dryC - wetBulbC))
        / evaporation;
  }

  /** Wet bulb from dry bulb and dew point. */
  public static double wetBulbC(double dryC, double dewPointC) {
    double wanted = saturatedHumidity(Math.min(dewPointC, dryC));
    double low = Math.min(dewPointC, dryC);
    double high = dryC;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (humidity(dryC, middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Dew point from dry bulb and relative humidity, 0 to 1. */
  public static double dewPointC(double dryC, double relativeHumidity) {
    double wanted = relativeHumidity * saturationPa(dryC);
    double low = COLDEST_C;
    double high = dryC;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (saturationPa(middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** kg/m3 of moist air. */
  public static double density(double dryC, double wetBulbC) {
    double w = humidity(dryC, wetBulbC);
    return PRESSURE_PA / (GAS_CONSTANT * (dryC + ZERO_C) * (1 + w / MASS_RATIO)) * (1 + w);
  }
}
