package supernode.design.template;

import supernode.catalog.Property;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** The mildest bath that keeps a chip below its limit. */
enum Baths {
  SINGLE_PHASE("tank-sp", "bath-single", 52),
  BOILING("tank-sugon", "bath-boiling", 49);

  /** Left to the limit, K. */
  private static final double MARGIN_K = 2;

  private final String tank;
  private final String link;
  private final double bathC;

  /**
   * @param bathC of the fluid with facility water of 25 degrees C: the approaches of unit and tank
   *     above it, or where it boils
   */
  Baths(String tank, String link, double bathC) {
    this.tank = tank;
    this.link = link;
    this.bathC = bathC;
  }

  String tank() {
    return tank;
  }

  String link() {
    return link;
  }

  static Baths of(Kit kit) {
    double limit = kit.chip().values().get(Property.JUNCTION_LIMIT_C, Double.MAX_VALUE);
    for (Baths bath : values()) {
      if (bath.junctionC(kit) <= limit - MARGIN_K) {
        return bath;
      }
    }
    throw new Refusal(
        "cooling",
        Text.of(
            "template.bath",
            kit.chip().name(),
            new Quantity(BOILING.junctionC(kit), Dimension.TEMPERATURE),
            new Quantity(limit, Dimension.TEMPERATURE)));
  }

  private double junctionC(Kit kit) {
    double kPerW =
        kit.catalog().link(link).orElseThrow().values().get(Property.THICKNESS_RESISTANCE, 0)
            + kit.chip().values().get(Property.JUNCTION_TO_CASE, 0);
    return bathC + kPerW * kit.chipW();
  }
}
