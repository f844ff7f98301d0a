package supernode.design.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;

/** Trays: accelerators, their NICs, what feeds them and what cools them. */
final class Trays {
  /** By the largest power that a heat sink takes, watt. */
  private static final List<Map.Entry<Double, String>> SINKS =
      List.of(
          Map.entry(400.0, "hs-400w"),
          Map.entry(500.0, "hs-500w"),
          Map.entry(700.0, "hs-700w"),
          Map.entry(1000.0, "hs-1000w"));

  private static final int CHIPS_OF_ONE_U = 4;
  private static final String DC = "dc-cable";

  /** By the largest power that a plate takes, watt. */
  private static final List<Map.Entry<Double, String>> PLATES =
      List.of(
          Map.entry(700.0, "cp-700w"),
          Map.entry(1000.0, "cp-1000w"),
          Map.entry(1400.0, "cp-1400w"),
          Map.entry(1800.0, "cp-2000w"),
          Map.entry(4000.0, "cp-coolit4k"));

  private final Kit kit;
  private final Map<String, Placement> placements = new LinkedHashMap<>();
  private final List<Wiring> wirings = new ArrayList<>();
  private final Map<String, List<Selector>> exposes = new LinkedHashMap<>();

  private Trays(Kit kit) {
    this.kit = kit;
  }

  /**
   * @throws Refusal when nothing that trays have keeps the chips below their limit
   */
  static void check(Kit kit) {
    switch (kit.wanted().cooling()) {
      case AIR -> Airflow.check(kit, sink(kit.chip()));
      case IMMERSION -> Baths.of(kit);
      case COLD_PLATE -> {}
    }
  }

  static Assembly tray(Kit kit) {
    return new Trays(kit).draw();
  }

  /** Rack units: chips under plates lie flat, heat sinks of air and baths stand. */
  static int heightU(Parameters wanted) {
    int n = wanted.perTray();
    return wanted.cooling() == Parameters.Cooling.COLD_PLATE
        ? n <= CHIPS_OF_ONE_U ? 1 : 2
        : n <= 2 ? 2 : n <= CHIPS_OF_ONE_U ? 4 : 8;
  }

  private static String enclosure(Parameters wanted) {
    int u = heightU(wanted);
    return u <= 2 ? "tray-" + u + "u" : "chassis-" + u + "u";
  }

  private Assembly draw() {
    Parameters wanted = kit.wanted();
    int n = wanted.perTray();
    boolean liquid = wanted.cooling() == Parameters.Cooling.COLD_PLATE;
    boolean air = wanted.cooling() == Parameters.Cooling.AIR;
    // A tray is as wide as ten and as high as four; a chassis grows downwards.
    double tall = liquid ? 1 : Math.max(1, heightU(wanted) / 2.0);
    double cell = (300 - 7.0 * (n - 1)) / n;
    Placement chips =
        Draw.at(kit.chip().id(), n, 54, 14, cell, liquid ? 112 : (air ? 96 : 172) * tall, n);
    placements.put("chip", air ? chips.withOverrides(Map.of(Property.LIQUID_SHARE, 0.0)) : chips);
    exposes.put("fabric", List.of(Draw.ports("chip[*]." + kit.port().name())));
    if (liquid) {
      plates(n, cell);
    } else if (air) {
      airway(n, cell, tall);
    } else {
      exposes.put("lids", List.of(Draw.ports("chip[*].lid")));
    }
    if (wanted.joined()) {
      nics(n, tall);
    }
    placements.put("base", Draw.at("compute-base", 1, 414, 14 + 140 * tall, 32, 32 * tall, 1));
    placements.put("pdb", Draw.at("tray-pdb", 1, 453, 14, 20, 76 * tall, 1));
    feed("chip", kit.chip().name());
    feed("base", "base");
    if (wanted.cooling() != Parameters.Cooling.IMMERSION) {
      Map<Property, Double> values =
          air ? Airflow.of(kit, sink(kit.chip())).fans() : Map.of(Property.POWER_W, kit.fansW());
      placements.put(
          "fans",
          Draw.at(air ? Airflow.FANS : "tray-fans", 1, 453, 14 + 96 * tall, 20, 76 * tall, 1)
              .withOverrides(values));
      feed("fans", "fans");
    }
    exposes.put("power", List.of(Draw.ports("pdb[*].in")));
    return new Assembly(
        "Tray of " + n,
        Assembly.Level.TRAY,
        heightU(wanted),
        enclosure(wanted),
        placements,
        wirings,
        exposes);
  }

  private void plates(int n, double cell) {
    placements.put("supply", Draw.at("uqd08", 1, 6, 22, 14, 62, 1));
    placements.put("return", Draw.at("uqd08", 1, 6, 116, 14, 62, 1));
    placements.put("distributor", Draw.at("tray-manifold", 1, 28, 14, 6, 172, 1));
    placements.put("collector", Draw.at("tray-manifold", 1, 40, 14, 6, 172, 1));
    placements.put("plate", Draw.at(plate(kit.chip()), n, 54, 154, cell, 32, n));
    wirings.add(
        new Wiring(
            "lids",
            Fabric.HEAT,
            "tim-gpu",
            0,
            new Pattern.Rail(Draw.ports("chip[*].lid"), Draw.ports("plate[*].face"), 1)));
    wirings.add(hose("tray supply", "hose-12", "supply[*].b", "distributor[*].main"));
    wirings.add(hose("plate supply", "hose-8", "distributor[*].branch", "plate[*].in"));
    wirings.add(hose("plate return", "hose-8", "plate[*].out", "collector[*].branch"));
    wirings.add(hose("tray return", "hose-12", "collector[*].main", "return[*].a"));
    exposes.put("coolantIn", List.of(Draw.ports("supply[*].a")));
    exposes.put("coolantOut", List.of(Draw.ports("return[*].b")));
  }

  /** From the fans past heat sinks and boards, side by side, into the room. */
  private void airway(int n, double cell, double tall) {
    placements.put("sink", Draw.at(sink(kit.chip()), n, 54, 14 + 102 * tall, cell, 40 * tall, n));
    placements.put(
        "duct",
        Draw.at(Airflow.DUCT, 1, 54, 14 + 150 * tall, 300, 22 * tall, 1)
            .withOverrides(Airflow.of(kit, sink(kit.chip())).duct()));
    wirings.add(
        new Wiring(
            "lids",
            Fabric.HEAT,
            "tim-gpu",
            0,
            new Pattern.Rail(Draw.ports("chip[*].lid"), Draw.ports("sink[*].face"), 1)));
    wirings.add(hose("air to heat sinks", "airway", "fans[*].out", "sink[*].in"));
    wirings.add(hose("air to boards", "airway", "fans[*].out", "duct[*].in"));
  }

  private void nics(int n, double tall) {
    int columns = n > 2 ? 2 : n;
    double rows = Math.ceilDiv(n, columns);
    double height = (120 * tall - 6 * (rows - 1)) / rows;
    placements.put("nic", Draw.at(kit.nic().id(), n, 414, 14, 14, height, columns));
    kit.host()
        .ifPresent(link ->
            wirings.add(
                new Wiring(
                    "NIC host",
                    Fabric.HOST,
                    link,
                    Kit.HOST_M,
                    new Pattern.PointToPoint(
                        Draw.ports("chip[*].pcie"), Draw.ports("nic[*].pcie"), 1))));
    feed("nic", "NIC");
    exposes.put("net", List.of(Draw.ports("nic[*].net")));
  }

  private void feed(String placement, String name) {
    wirings.add(
        Draw.every(name + " power", Fabric.POWER, DC, 0.3, "pdb[*].out", placement + "[*].dc"));
  }

  private static Wiring hose(String name, String type, String a, String b) {
    return Draw.every(name, Fabric.LOOP, type, 0.3, a, b);
  }

  private static String plate(Part chip) {
    return smallest(PLATES, chip);
  }

  private static String sink(Part chip) {
    return smallest(SINKS, chip);
  }

  /** The smallest that takes the chip's power; the largest where none does. */
  private static String smallest(List<Map.Entry<Double, String>> sizes, Part chip) {
    double watt = chip.values().get(Property.POWER_W, 0);
    return sizes.stream()
        .filter(p -> watt <= p.getKey())
        .findFirst()
        .orElse(sizes.getLast())
        .getValue();
  }
}
