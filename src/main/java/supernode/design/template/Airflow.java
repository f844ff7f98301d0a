package supernode.design.template;

import java.util.Map;
import supernode.catalog.Property;
import supernode.design.Ambient;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * Air of a tray: what its heat sinks are rated for, and past the boards as much for each watt as
 * through an 8U server.
 *
 * @param sinksM3S of all heat sinks
 * @param boardsM3S past boards
 * @param fansW of the fans at their usual speed
 */
record Airflow(double sinksM3S, double boardsM3S, double fansW) {
  static final String FANS = "fans-8u";
  static final String DUCT = "duct-8u";

  /** NVIDIA DGX H100 user guide: 1,105 CFM at 80 % of the fans' speed, for 10.2 kW. */
  private static final double M3S_PER_W = 1105 * 0.028316846592 / 60 / 10.2e3;

  private static final double SPEED = 0.8;

  /** Left to the limit, K: fans and the boards before warm the air by half of it. */
  private static final double MARGIN_K = 5;

  /**
   * @throws Refusal when the chip would be too hot under its heat sink
   */
  static void check(Kit kit, String sink) {
    double kPerW =
        kit.part(sink).values().get(Property.PLATE_RESISTANCE, 0)
            + kit.catalog()
                .link("tim-gpu")
                .orElseThrow()
                .values()
                .get(Property.THICKNESS_RESISTANCE, 0)
            + kit.chip().values().get(Property.JUNCTION_TO_CASE, 0);
    double junctionC = Ambient.DEFAULT.airC() + kPerW * kit.chipW();
    double limit = kit.chip().values().get(Property.JUNCTION_LIMIT_C, Double.MAX_VALUE);
    if (junctionC > limit - MARGIN_K) {
      throw new Refusal(
          "cooling",
          Text.of(
              "template.air",
              kit.chip().name(),
              new Quantity(junctionC, Dimension.TEMPERATURE),
              new Quantity(limit, Dimension.TEMPERATURE),
              new Quantity(MARGIN_K, Dimension.TEMPERATURE_DIFFERENCE)));
    }
  }

  static Airflow of(Kit kit, String sink) {
    int n = kit.wanted().perTray();
    double otherW = Math.max(0, kit.trayW() - n * kit.chipW());
    double each = kit.part(sink).values().get(Property.RATED_FLOW, 0);
    return new Airflow(n * each, otherW * M3S_PER_W, kit.fansW());
  }

  /** Fans of full speed: flow goes with speed, power with its cube. */
  Map<Property, Double> fans() {
    return Map.of(
        Property.RATED_FLOW,
        whole((sinksM3S + boardsM3S) / SPEED),
        Property.POWER_W,
        Math.rint(fansW / Math.pow(SPEED, 3)),
        Property.PUMP_SPEED,
        SPEED);
  }

  Map<Property, Double> duct() {
    return Map.of(Property.RATED_FLOW, whole(boardsM3S));
  }

  /** To a whole litre a minute, as files have it. */
  private static double whole(double m3S) {
    return Property.RATED_FLOW.toSi(Math.rint(Property.RATED_FLOW.toFile(m3S)));
  }
}
