package supernode.design.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;

/** Trays of accelerators, with plates and hoses where they are cooled by liquid. */
final class Trays {
  static final int HEIGHT_U = 2;

  /** From the largest power down; the last one takes what is below. */
  private static final List<Map.Entry<Double, String>> PLATES =
      List.of(
          Map.entry(1500.0, "cp-2000w"),
          Map.entry(1050.0, "cp-1400w"),
          Map.entry(750.0, "cp-1000w"),
          Map.entry(0.0, "cp-700w"));

  private Trays() {}

  static Assembly tray(Parameters wanted, Part chip, PortSpec port, boolean joined) {
    int n = wanted.perTray();
    boolean liquid = wanted.cooling() == Parameters.Cooling.COLD_PLATE;
    Map<String, Placement> placements = new LinkedHashMap<>();
    List<Wiring> wirings = new ArrayList<>();
    Map<String, List<Selector>> exposes = new LinkedHashMap<>();
    double cell = (300 - 6.0 * (n - 1)) / n;
    Placement chips = Draw.at(chip.id(), n, 54, 14, cell, 112, n);
    placements.put(
        "chip", liquid ? chips : chips.withOverrides(Map.of(Property.LIQUID_SHARE, 0.0)));
    exposes.put("fabric", List.of(Draw.ports("chip[*]." + port.name())));
    if (liquid) {
      placements.put("supply", Draw.at("uqd08", 1, 6, 22, 14, 62, 1));
      placements.put("return", Draw.at("uqd08", 1, 6, 116, 14, 62, 1));
      placements.put("distributor", Draw.at("tray-manifold", 1, 28, 14, 6, 172, 1));
      placements.put("collector", Draw.at("tray-manifold", 1, 40, 14, 6, 172, 1));
      placements.put("plate", Draw.at(plate(chip), n, 54, 154, cell, 32, n));
      wirings.add(
          new Wiring(
              "lids",
              Fabric.HEAT,
              "tim-gpu",
              0,
              new Pattern.Rail(Draw.ports("chip[*].lid"), Draw.ports("plate[*].face"), 1)));
      wirings.add(hose("hose-12", "supply[*].b", "distributor[*].main"));
      wirings.add(hose("hose-8", "distributor[*].branch", "plate[*].in"));
      wirings.add(hose("hose-8", "plate[*].out", "collector[*].branch"));
      wirings.add(hose("hose-12", "collector[*].main", "return[*].a"));
      exposes.put("coolantIn", List.of(Draw.ports("supply[*].a")));
      exposes.put("coolantOut", List.of(Draw.ports("return[*].b")));
    }
    if (joined) {
      placements.put("nic", Draw.at("cx7", n, 370, 14, 14, 40, Math.min(n, 4)));
      if (chip.port("pcie").isPresent()) {
        wirings.add(
            new Wiring(
                "NIC host",
                Fabric.HOST,
                "pcie5",
                0.3,
                new Pattern.PointToPoint(
                    Draw.ports("chip[*].pcie"), Draw.ports("nic[*].pcie"), 1)));
      }
      exposes.put("net", List.of(Draw.ports("nic[*].net")));
    }
    return new Assembly(
        "Tray of " + n, Assembly.Level.TRAY, HEIGHT_U, "tray-2u", placements, wirings, exposes);
  }

  private static String plate(Part chip) {
    double watt = chip.values().get(Property.POWER_W, 0);
    return PLATES.stream()
        .filter(p -> watt >= p.getKey())
        .findFirst()
        .orElse(PLATES.getLast())
        .getValue();
  }

  /** Manifolds and the distribution unit of a rack. */
  static Map<String, Placement> plant() {
    Map<String, Placement> placements = new LinkedHashMap<>();
    placements.put("supply", Draw.at("manifold", 1, 1164, 40, 20, 1500, 1));
    placements.put("return", Draw.at("manifold", 1, 1200, 40, 20, 1500, 1));
    placements.put(
        "cdu",
        new Placement(
            "cdu-inrack-250",
            1,
            new Arrangement.Grid(1420, 1100, 330, 180, 1, 0),
            Map.of(Property.PUMP_SPEED, 0.65)));
    return placements;
  }

  static List<Wiring> loop() {
    return List.of(
        hose("hose-38", "cdu[*].supply", "supply[*].main"),
        hose("hose-12", "supply[*].branch", "tray[*].coolantIn"),
        hose("hose-12", "tray[*].coolantOut", "return[*].branch"),
        hose("hose-38", "return[*].main", "cdu[*].return"));
  }

  private static Wiring hose(String type, String a, String b) {
    return new Wiring(
        "",
        Fabric.LOOP,
        type,
        type.equals("hose-38") ? 2 : 0.4,
        new Pattern.EveryToEvery(Draw.ports(a), Draw.ports(b), 1));
  }
}
