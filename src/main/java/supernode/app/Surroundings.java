package supernode.app;

import supernode.design.Ambient;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;

/** Sets the surroundings of a scenario by key. */
final class Surroundings {
  private static final String CARBON = "carbonKgPerKWh";

  private Surroundings() {}

  static Dimension dimension(String key) {
    return key.equals(CARBON) ? Dimension.FACTOR : Dimension.TEMPERATURE;
  }

  static Design set(Design design, String scenario, String key, double c) {
    Ambient a = design.scenarios().get(scenario).ambient();
    Ambient next =
        switch (key) {
          case "facilityWaterC" -> a.withFacilityWaterC(c);
          case "airC" -> a.withAirC(c);
          case "dewPointC" -> a.withDewPointC(c);
          case "outdoorC" -> a.withOutdoorC(c);
          case "wetBulbC" -> a.withWetBulbC(c);
          case CARBON -> a.withCarbonKgPerKWh(carbon(c));
          default -> throw new BadInput("app.noSurrounding", key);
        };
    return new Edit.SetAmbient(scenario, next).applyTo(design);
  }

  private static double carbon(double kgPerKWh) {
    if (!(kgPerKWh >= 0 && kgPerKWh <= Ambient.MAX_CARBON_KG_PER_KWH)) {
      throw new BadInput("app.carbon", kgPerKWh, Ambient.MAX_CARBON_KG_PER_KWH);
    }
    return kgPerKWh;
  }
}
