package supernode.design.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Wiring;

/** The network between domains: units of several domains with their leaves, and what joins them. */
final class ScaleOut {
  private static final int MOST_DOWN = 32;
  private static final int MOST_IN_UNIT = 256;
  private static final int MOST_PORTS = 512;
  private static final double UNIT_M = 30;
  private static final double CORE_M = 100;
  private static final double TRANSIT_S = 150e-9;
  private static final int FREE_U = 8;

  /** A stage less. */
  private static final String FEWER = "scaleOut=rails";

  private final Kit kit;
  private final List<String> trays;
  private final Draw.Size size;
  private final int inUnit;
  private final int units;
  private final int chips;
  private final int leaves;
  private final int down;
  private final int up;

  /**
   * @param trays selectors of a domain's trays
   * @param together domains that stand in one rack and are placed as one
   * @param size of the drawing of a domain
   */
  ScaleOut(Kit kit, List<String> trays, int together, Draw.Size size) {
    this.size = size;
    Parameters wanted = kit.wanted();
    int domain = together * wanted.domain();
    int traysOfDomain = together * wanted.trays();
    this.kit = kit;
    this.trays = trays;
    int share = rails() ? MOST_DOWN / traysOfDomain : MOST_IN_UNIT / domain;
    int domains = wanted.domains() / together;
    inUnit = Draw.divisor(domains, Math.max(1, share));
    units = domains / inUnit;
    chips = inUnit * domain;
    down = rails() ? inUnit * traysOfDomain : Draw.divisor(chips, MOST_DOWN);
    leaves = chips / down;
    up = Math.max(1, down / wanted.oversubscription());
  }

  private boolean rails() {
    return kit.wanted().scaleOut() != Parameters.Network.LEAF_SPINE;
  }

  private boolean threeLevels() {
    return kit.wanted().scaleOut() == Parameters.Network.FAT_TREE;
  }

  /** Links from a leaf to each switch of the next stage. */
  private int linksUp() {
    return threeLevels()
        ? Draw.linksPerSpine(up, leaves, MOST_PORTS)
        : Draw.linksPerSpine(up, leaves * units, MOST_PORTS);
  }

  /**
   * Switches of the stage above the leaves: of a unit where there are three levels, else of all.
   */
  private int above() {
    return up / linksUp();
  }

  private int aggregateUp() {
    return leaves * linksUp();
  }

  private int coreLinks() {
    return Draw.divisor(aggregateUp(), Math.max(1, MOST_PORTS / units));
  }

  private int coresOfGroup() {
    return aggregateUp() / coreLinks();
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(part("leaf", port("down", down), port("up", up)));
    if (threeLevels()) {
      int ports = leaves * linksUp();
      parts.add(part("aggregate", port("down", ports), port("up", aggregateUp())));
      parts.add(part("core", port("port", units * coreLinks())));
    } else {
      parts.add(part("spine", port("port", units * leaves * linksUp())));
    }
    return parts;
  }

  private PortSpec port(String name, int count) {
    return Draw.ports(name, kit.net(), count, "the NIC's");
  }

  private Part part(String role, PortSpec... ports) {
    long gbps = Math.round(kit.net().rateBytesPerS() * 8 / 1e9);
    return Draw.switchOf(
        "scale-out-" + role,
        "Scale-out " + role + ", " + gbps + " Gb/s ports",
        TRANSIT_S,
        "class of InfiniBand switches",
        List.of(ports));
  }

  private double watt(List<Part> parts, String role) {
    return parts.stream()
        .filter(p -> p.id().equals("scale-out-" + role))
        .mapToDouble(p -> p.values().get(Property.POWER_W, 0))
        .sum();
  }

  private int room() {
    return (int) kit.rack().values().get(Property.SLOTS_U, 0) - FREE_U;
  }

  private int leafRacks() {
    return leaves / Draw.divisor(leaves, room());
  }

  private int spineRacks() {
    return above() / Draw.divisor(above(), room());
  }

  private int coreRacks() {
    return coresOfGroup() / Draw.divisor(coresOfGroup(), Math.max(1, room() / above()));
  }

  Map<String, Assembly> assemblies(String domain) {
    Map<String, Assembly> all = new LinkedHashMap<>();
    List<Part> parts = parts();
    int each = leaves / leafRacks();
    List<Racks.Row> rows = new ArrayList<>();
    rows.add(new Racks.Row("leaf", "scale-out-leaf", each, 1, "dc"));
    double watt = each * watt(parts, "leaf");
    if (threeLevels()) {
      rows.add(new Racks.Row("aggregate", "scale-out-aggregate", above(), 1, "dc"));
      watt += above() * watt(parts, "aggregate");
    }
    all.put("network", Racks.network(kit, "Leaves", watt, rows, Map.of(), FEWER));
    all.put("unit", unit(domain));
    if (threeLevels()) {
      int cores = coresOfGroup() / coreRacks();
      all.put("core-group", coreGroup(cores));
      all.put(
          "cores",
          Racks.network(
              kit,
              "Cores",
              above() * cores * watt(parts, "core"),
              List.of(new Racks.Row("group", "core-group", above(), cores, "power")),
              Map.of(),
              FEWER));
    } else {
      int spines = above() / spineRacks();
      all.put(
          "spine-rack",
          Racks.network(
              kit,
              "Spines",
              spines * watt(parts, "spine"),
              List.of(new Racks.Row("spine", "scale-out-spine", spines, 1, "dc")),
              Map.of(),
              FEWER));
    }
    all.put("cluster", cluster());
    return all;
  }

  private static Assembly coreGroup(int cores) {
    return new Assembly(
        "Cores of one rail",
        Assembly.Level.TRAY,
        cores,
        "",
        Map.of("core", Draw.at("scale-out-core", cores, 0, 0, 460, 60, 1)),
        List.of(),
        Map.of(
            "down", List.of(Draw.ports("core[*].port")),
            "power", List.of(Draw.ports("core[*].dc"))));
  }

  private Assembly unit(String domain) {
    Map<String, Placement> placements = new LinkedHashMap<>();
    placements.put("network", Draw.grid("network", leafRacks(), 0, 0, 1));
    placements.put(
        "domain", Draw.grid(domain, inUnit, Draw.pitch(1), 0, size, size.columns(inUnit)));
    List<Wiring> wirings = new ArrayList<>();
    if (rails()) {
      for (String tray : trays) {
        wirings.add(
            wiring(
                "Rails",
                UNIT_M,
                new Pattern.Rail(
                    Draw.ports("domain[*]." + tray + ".nic[*].net"),
                    Draw.ports("network[*].leaf[*].down"),
                    1)));
      }
    }
    if (threeLevels()) {
      wirings.add(
          wiring(
              "Leaves to aggregates",
              UNIT_M,
              new Pattern.EveryToEvery(
                  Draw.ports("network[*].leaf[*].up"),
                  Draw.ports("network[*].aggregate[*].down"),
                  linksUp())));
    }
    return new Assembly(
        "Unit of " + chips,
        Assembly.Level.ROW,
        0,
        "",
        placements,
        wirings,
        Map.of("net", List.of(Draw.ports("domain[*].net"))));
  }

  private Draw.Size unitSize() {
    int columns = size.columns(inUnit);
    Draw.Size domains = size.times(columns, Math.ceilDiv(inUnit, columns));
    Draw.Size racks = Draw.Size.RACK.times(1, leafRacks());
    return new Draw.Size(
        Draw.pitch(1) + domains.width(), Math.max(domains.height(), racks.height()));
  }

  private Wiring wiring(String name, double m, Pattern pattern) {
    return new Wiring(name, Fabric.SCALE_OUT, kit.cable(m), m, pattern);
  }

  private Assembly cluster() {
    Map<String, Placement> placements = new LinkedHashMap<>();
    String top = threeLevels() ? "cores" : "spines";
    placements.put(
        top,
        Draw.grid(
            threeLevels() ? "cores" : "spine-rack",
            threeLevels() ? coreRacks() : spineRacks(),
            0,
            -Draw.rackPitchY(),
            8));
    Draw.Size unit = unitSize();
    placements.put("unit", Draw.grid("unit", units, 0, 0, unit, unit.columns(units)));
    return new Assembly(
        "Cluster of " + kit.wanted().chips(),
        Assembly.Level.CLUSTER,
        0,
        "",
        placements,
        List.of(top()),
        Map.of());
  }

  private Wiring top() {
    return switch (kit.wanted().scaleOut()) {
      case LEAF_SPINE ->
          wiring(
              "Leaf and spine",
              UNIT_M,
              new Pattern.LeafSpine(
                  Draw.ports("unit[*].net"),
                  Draw.ports("unit[*].network[*].leaf[*].down"),
                  Draw.ports("unit[*].network[*].leaf[*].up"),
                  Draw.ports("spines[*].spine[*].port"),
                  linksUp()));
      case RAILS ->
          wiring(
              "Rails to spines",
              UNIT_M,
              new Pattern.EveryToEvery(
                  Draw.ports("unit[*].network[*].leaf[*].up"),
                  Draw.ports("spines[*].spine[*].port"),
                  linksUp()));
      case FAT_TREE ->
          wiring(
              "Aggregates to cores",
              CORE_M,
              new Pattern.Rail(
                  Draw.ports("unit[*].network[*].aggregate[*].up"),
                  Draw.ports("cores[*].group[*].down"),
                  coreLinks()));
    };
  }
}
