package supernode.app;

import supernode.design.Ambient;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;

/** Sets the surroundings of a scenario by key. */
final class Surroundings {
  static final Dimension DIMENSION = Dimension.TEMPERATURE;

  private Surroundings() {}

  static Design set(Design design, String scenario, String key, double c) {
    Ambient a = design.scenarios().get(scenario).ambient();
    Ambient next =
        switch (key) {
          case "facilityWaterC" -> a.withFacilityWaterC(c);
          case "airC" -> a.withAirC(c);
          case "dewPointC" -> a.withDewPointC(c);
          case "outdoorC" -> a.withOutdoorC(c);
          case "wetBulbC" -> a.withWetBulbC(c);
          default -> throw new BadInput("app.noSurrounding", key);
        };
    return new Edit.SetAmbient(scenario, next).applyTo(design);
  }
}
