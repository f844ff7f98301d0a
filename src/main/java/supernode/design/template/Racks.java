package supernode.design.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** Racks and tanks: what stands in them, their shelves, their loop. */
final class Racks {
  /** Rows of an elevation: trays are drawn higher than single parts. */
  private static final double TRAY_ROW = 44;

  private static final double PART_ROW = 31;
  private static final double RISER_Y = 30;

  private static final double FEED_M = 1;
  private static final double CDU_M = 2;
  private static final double SPEED = 0.65;

  /** From this heat on the pumps run faster, watt. */
  private static final double HOT_W = 140e3;

  private static final double FAST = 0.85;

  /** Plates of larger chips let little through. */
  private static final double LARGE_CHIP_W = 1800;

  private static final double FASTEST = 1;

  private final Kit kit;
  private final boolean tank;
  private final Map<String, Placement> placements = new LinkedHashMap<>();
  private final List<Wiring> wirings = new ArrayList<>();
  private final Map<String, List<Selector>> exposes = new LinkedHashMap<>();
  private int top;
  private double drawn;

  /** A placement of things in slots, and under which port they take power. */
  record Row(String name, String of, int count, int heightU, String power) {}

  private Racks(Kit kit, boolean tank) {
    this.kit = kit;
    this.tank = tank;
    this.top = (int) kit.rack().values().get(Property.SLOTS_U, 0);
  }

  /** A rack or tank of trays. */
  static Assembly compute(Kit kit, RackPlan plan, int ofDomain, ScaleUp fabric) {
    int trays = ofDomain * plan.domains();
    boolean tank = kit.wanted().cooling() == Parameters.Cooling.IMMERSION;
    Racks r = new Racks(kit, tank);
    r.fill(
        plan.watt(),
        plan.switches() > 0
            ? List.of(
                new Row(
                    fabric.inRack(), fabric.switchId(), plan.switches() * plan.domains(), 1, "dc"),
                new Row("tray", "tray", trays, Trays.heightU(kit.wanted()), "power"))
            : List.of(new Row("tray", "tray", trays, Trays.heightU(kit.wanted()), "power")));
    r.expose("fabric", "tray[*].fabric");
    if (kit.wanted().joined()) {
      r.expose("net", "tray[*].net");
    }
    switch (kit.wanted().cooling()) {
      case COLD_PLATE -> r.loop(plan.watt());
      case IMMERSION -> r.bath();
      case AIR -> {}
    }
    r.wirings.addAll(fabric.within(plan));
    return r.rack((tank ? "Tank of " : "Rack of ") + trays * kit.wanted().perTray());
  }

  /**
   * A rack of switches.
   *
   * @param remedy parameter and value that need fewer of them
   * @throws Refusal when one rack does not take them
   */
  static Assembly network(
      Kit kit,
      String name,
      double watt,
      List<Row> rows,
      Map<String, String> exposed,
      String remedy) {
    Racks r = new Racks(kit, false);
    r.requireRoom(watt / kit.efficiency("rack-busbar"), rows, remedy);
    r.fill(watt / kit.efficiency("rack-busbar"), rows);
    exposed.forEach(r::expose);
    return r.rack(name);
  }

  private void requireRoom(double watt, List<Row> rows, String remedy) {
    int units = rows.stream().mapToInt(row -> row.count() * row.heightU()).sum();
    int shelves = Shelves.of(watt).count();
    int feeds = kit.part("rack-busbar").port("in").map(PortSpec::count).orElse(0);
    if (units + shelves > top || shelves > feeds) {
      throw new Refusal(
          remedy.split("=")[0],
          Text.of("template.switchRack", units, new Quantity(watt, Dimension.POWER), top, remedy));
    }
  }

  private void expose(String name, String ports) {
    exposes.put(name, List.of(Draw.ports(ports)));
  }

  private Assembly rack(String name) {
    return new Assembly(
        name, Assembly.Level.RACK, 0, tank ? "" : kit.rack().id(), placements, wirings, exposes);
  }

  private void fill(double watt, List<Row> rows) {
    Shelves shelves = Shelves.of(watt);
    place(new Row("shelf", shelves.part(), shelves.count(), 1, ""));
    rows.forEach(this::place);
    placements.put(
        "busbar",
        tank
            ? Draw.at("rack-busbar", 1, 30, 900, 1100, 20, 1)
            : Draw.at("rack-busbar", 1, 1238, RISER_Y, 12, drawn, 1));
    wirings.add(
        Draw.every("shelves", Fabric.POWER, "busbar", FEED_M, "shelf[*].out", "busbar[*].in"));
    rows.forEach(row ->
        wirings.add(
            Draw.every(
                row.name() + " feed",
                Fabric.POWER,
                "busbar",
                FEED_M,
                "busbar[*].out",
                row.name() + "[*]." + row.power())));
  }

  private void place(Row row) {
    if (tank) {
      int columns = row.name().equals("tray") ? 6 : 12;
      double y = row.name().equals("tray") ? 30 : row.name().equals("shelf") ? 940 : 1010;
      double width = (1100 - 6.0 * (columns - 1)) / columns;
      int rows = Math.ceilDiv(row.count(), columns);
      double height = row.name().equals("tray") ? (700 - 6.0 * (rows - 1)) / rows : 50;
      placements.put(row.name(), Draw.at(row.of(), row.count(), 30, y, width, height, columns));
      return;
    }
    placements.put(row.name(), Draw.slots(row.of(), row.count(), top, row.heightU()));
    top -= row.count() * row.heightU();
    drawn += row.count() * row.heightU() * rowHeight(row);
  }

  private static double rowHeight(Row row) {
    return row.power().equals("power") ? TRAY_ROW : PART_ROW;
  }

  private void loop(double watt) {
    placements.put("supply", Draw.at("manifold", 1, 1164, RISER_Y, 20, drawn, 1));
    placements.put("return", Draw.at("manifold", 1, 1200, RISER_Y, 20, drawn, 1));
    placements.put(
        "cdu",
        new Placement(
            "cdu-inrack-250",
            1,
            new Arrangement.Slots(List.of(1)),
            Map.of(Property.PUMP_SPEED, speed(watt))));
    wirings.add(hose("CDU supply", "hose-38", CDU_M, "cdu[*].supply", "supply[*].main"));
    wirings.add(hose("tray supply", "hose-12", 0.4, "supply[*].branch", "tray[*].coolantIn"));
    wirings.add(hose("tray return", "hose-12", 0.4, "tray[*].coolantOut", "return[*].branch"));
    wirings.add(hose("CDU return", "hose-38", CDU_M, "return[*].main", "cdu[*].return"));
    feedUnit();
  }

  private double speed(double watt) {
    return kit.chipW() > LARGE_CHIP_W ? FASTEST : watt > HOT_W ? FAST : SPEED;
  }

  private void bath() {
    String boiling = Baths.of(kit).link();
    placements.put("bath", Draw.at(Baths.of(kit).tank(), 1, 30, 760, 1100, 90, 1));
    placements.put(
        "cdu",
        Draw.at("cdu-inrack-250", 1, 1200, 760, 330, 180, 1)
            .withOverrides(Map.of(Property.PUMP_SPEED, SPEED)));
    wirings.add(Draw.every("bath", Fabric.HEAT, boiling, 0, "tray[*].lids", "bath[*].bath"));
    wirings.add(hose("CDU supply", "hose-38", CDU_M, "cdu[*].supply", "bath[*].in"));
    wirings.add(hose("CDU return", "hose-38", CDU_M, "bath[*].out", "cdu[*].return"));
    feedUnit();
    wirings.add(
        Draw.every("bath feed", Fabric.POWER, "dc-cable", CDU_M, "busbar[*].out", "bath[*].dc"));
  }

  private void feedUnit() {
    wirings.add(
        Draw.every("CDU feed", Fabric.POWER, "dc-cable", CDU_M, "busbar[*].out", "cdu[*].dc"));
  }

  private static Wiring hose(String name, String type, double m, String a, String b) {
    return Draw.every(name, Fabric.LOOP, type, m, a, b);
  }
}
