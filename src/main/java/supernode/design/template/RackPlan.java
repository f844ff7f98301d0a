package supernode.design.template;

import java.util.stream.IntStream;
import supernode.catalog.Property;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * How many racks a domain needs, by the units and the power of what stands in them.
 *
 * @param full racks with the same number of trays
 * @param perRack trays in each of them
 * @param rest trays of one more rack; 0 for none
 * @param domains that stand in one rack together; several only where each is a single rack's
 * @param whole whether a domain and all its switches are in one rack
 * @param switches of the scale-up fabric of a domain in each rack
 * @param watt that a full rack draws from its shelves
 */
record RackPlan(
    int full, int perRack, int rest, int domains, boolean whole, int switches, double watt) {
  static final int CDU_U = 4;
  private static final int TANK_U = 52;
  private static final double CDU_W = 2000;

  /** What rooms of each kind of cooling commonly take, watt. */
  private static final double AIR_W = 45e3;

  private static final double PLATE_W = 130e3;

  /** Nine tenths of the unit of 250 kW, and of the tank of 120 kW. */
  private static final double MOST_PLATE_W = 225e3;

  private static final double MOST_TANK_W = 108e3;

  private static final int MOST_DOMAINS = 16;

  /** Below this share of a budget nobody is warned. */
  private static final double OF_BUDGET = 0.95;

  int racks() {
    return full + (rest > 0 ? 1 : 0);
  }

  /**
   * With the whole domain and its switches in one rack where they fit, else in as few equal ones as
   * hold it.
   */
  static RackPlan of(Kit kit, ScaleUp fabric) {
    int trays = kit.wanted().trays();
    int central = fabric.centralSwitches();
    if (central > 0 && fits(kit, trays, central, fabric.switchW(0), 0)) {
      return together(kit, trays, central, fabric.switchW(0));
    }
    boolean alone = central == 0 && fabric.rackSwitches() == 0;
    if (alone && fits(kit, trays, 0, 0, 0)) {
      return together(kit, trays, 0, 0);
    }
    double ends = fabric.opticsW();
    int own = fabric.rackSwitches();
    int most =
        IntStream.rangeClosed(1, trays)
            .takeWhile(n -> fits(kit, n, own, fabric.switchW(n), ends))
            .max()
            .orElseThrow(() -> refusal(kit, own, fabric.switchW(1), ends));
    int racks = Math.ceilDiv(trays, most);
    int each = Math.ceilDiv(trays, racks);
    return new RackPlan(
        trays / each,
        each,
        trays % each,
        1,
        false,
        own,
        watt(kit, each, own, fabric.switchW(each), ends));
  }

  /** As many whole domains in a rack as fit and share out evenly. */
  private static RackPlan together(Kit kit, int trays, int switches, double switchW) {
    int domains =
        IntStream.rangeClosed(1, Math.min(kit.wanted().domains(), MOST_DOMAINS))
            .filter(d -> kit.wanted().domains() % d == 0)
            .filter(d -> fits(kit, d * trays, d * switches, switchW, 0))
            .max()
            .orElse(1);
    double watt = watt(kit, domains * trays, domains * switches, switchW, 0);
    return new RackPlan(1, trays, 0, domains, true, switches, watt);
  }

  private static Refusal refusal(Kit kit, int switches, double switchW, double ends) {
    double one = watt(kit, 1, switches, switchW, ends);
    Quantity needed = new Quantity(one, Dimension.POWER);
    return one > mostW(kit) || kit.wanted().rackKW() == 0
        ? new Refusal(
            "cooling",
            Text.of("template.rackMost", needed, new Quantity(mostW(kit), Dimension.POWER)))
        : new Refusal(
            "rackKW",
            Text.of(
                "template.rackPower",
                kit.wanted().rackKW(),
                needed,
                (int) Math.ceil(one / 1e3 / OF_BUDGET)));
  }

  private static boolean fits(Kit kit, int trays, int switches, double switchW, double ends) {
    double watt = watt(kit, trays, switches, switchW, ends);
    return watt <= limitW(kit) && units(kit, trays, switches, watt) <= unitsOf(kit);
  }

  private static int unitsOf(Kit kit) {
    return kit.wanted().cooling() == Parameters.Cooling.IMMERSION
        ? TANK_U
        : (int) kit.rack().values().get(Property.SLOTS_U, 0);
  }

  private static int units(Kit kit, int trays, int switches, double watt) {
    int loop = kit.wanted().cooling() == Parameters.Cooling.COLD_PLATE ? CDU_U : 0;
    return trays * Trays.heightU(kit.wanted()) + switches + Shelves.of(watt).count() + loop;
  }

  /**
   * @param switchW of one switch in the rack
   * @param ends optics of one accelerator, both ends of its links
   */
  private static double watt(Kit kit, int trays, int switches, double switchW, double ends) {
    double chips = (double) trays * kit.wanted().perTray();
    double loop = kit.wanted().cooling() == Parameters.Cooling.COLD_PLATE ? CDU_W : 0;
    return (trays * kit.trayW() + switches * switchW + chips * ends) / kit.efficiency("rack-busbar")
        + loop;
  }

  private static double limitW(Kit kit) {
    int asked = kit.wanted().rackKW();
    double usual =
        switch (kit.wanted().cooling()) {
          case AIR -> AIR_W;
          case COLD_PLATE -> PLATE_W;
          case IMMERSION -> MOST_TANK_W;
        };
    return Math.min(mostW(kit), asked == 0 ? usual : OF_BUDGET * asked * 1e3);
  }

  private static double mostW(Kit kit) {
    double budget = kit.rack().values().get(Property.POWER_BUDGET_W, 0);
    double rack = budget > 0 ? OF_BUDGET * budget : Double.MAX_VALUE;
    return switch (kit.wanted().cooling()) {
      case AIR -> Math.min(rack, Parameters.MOST_RACK_KW * 1e3);
      case COLD_PLATE -> Math.min(rack, MOST_PLATE_W);
      case IMMERSION -> MOST_TANK_W;
    };
  }
}
