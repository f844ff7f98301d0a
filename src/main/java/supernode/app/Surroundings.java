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
          case "facilityWaterC" -> new Ambient(c, a.airC(), a.dewPointC());
          case "airC" -> new Ambient(a.facilityWaterC(), c, a.dewPointC());
          case "dewPointC" -> new Ambient(a.facilityWaterC(), a.airC(), c);
          default -> throw new BadInput("app.noSurrounding", key);
        };
    return new Edit.SetAmbient(scenario, next).applyTo(design);
  }
}
