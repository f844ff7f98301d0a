package supernode.app;

import supernode.design.Ambient;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityFormat;

/** Sets the surroundings of a scenario by key. */
final class Surroundings {
  private Surroundings() {}

  static Design set(Design design, String scenario, String key, String value) {
    double c = QuantityFormat.parse(value, Dimension.TEMPERATURE);
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
