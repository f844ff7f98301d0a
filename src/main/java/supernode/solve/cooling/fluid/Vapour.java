package supernode.solve.cooling.fluid;

import java.util.OptionalDouble;

/** The pressure at which a coolant boils. */
final class Vapour {
  private static final double WATER_G_MOL = 18.015;
  private static final double PROPYLENE_GLYCOL_G_MOL = 76.09;
  private static final double ETHYLENE_GLYCOL_G_MOL = 62.07;

  private Vapour() {}

  /**
   * Absolute, Pa; empty for fluids of which it is not known. Water by Buck (1996), within 0.2 %
   * from 0 to 100 degrees Celsius; glycols in water by Raoult's law, their own vapour left out
   * (estimate).
   */
  static OptionalDouble pressurePa(String id, Origin origin, double temperatureC) {
    double glycol =
        id.startsWith("pg")
            ? PROPYLENE_GLYCOL_G_MOL
            : id.startsWith("eg") ? ETHYLENE_GLYCOL_G_MOL : 0;
    if (!id.equals("water") && glycol == 0) {
      return OptionalDouble.empty();
    }
    double share = 1;
    if (glycol > 0) {
      double water = (100 - origin.percent()) / WATER_G_MOL;
      share = water / (water + origin.percent() / glycol);
    }
    double t = temperatureC;
    return OptionalDouble.of(share * 611.21 * Math.exp((18.678 - t / 234.5) * (t / (257.14 + t))));
  }
}
