package supernode.design.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.design.Ambient;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.Placement;
import supernode.design.Scenario;
import supernode.design.Selector;

/** Draws a supernode: trays in racks, racks in domains, domains on a network of NICs. */
public final class SupernodeTemplate {
  /** Facility water of a mild day, degrees C; the samples take the same. */
  private static final double WATER_C = 25;

  private static final int COLUMNS = 16;

  private final Kit kit;
  private final ScaleUp scaleUp;
  private final RackPlan plan;

  private SupernodeTemplate(Parameters wanted, Catalog catalog) {
    kit = Kit.of(wanted, catalog);
    Trays.check(kit);
    scaleUp = new ScaleUp(kit);
    plan = RackPlan.of(kit, scaleUp);
  }

  /**
   * @throws DesignException when the chip is not known, has too few ports or too much heat, with
   *     the nearest that works
   */
  public static Design draw(Parameters wanted, Catalog catalog) {
    return new SupernodeTemplate(wanted, catalog).design();
  }

  /**
   * Parts that a parameter can name.
   *
   * @param parameter "chip", "nic" or "rack"; none for another
   */
  public static List<Part> parts(String parameter, Catalog catalog) {
    return switch (parameter) {
      case "chip" ->
          catalog.ofKind(PartKind.ACCELERATOR).stream()
              .filter(p -> Kit.port(p).isPresent())
              .toList();
      case "nic" -> catalog.ofKind(PartKind.NIC).stream().filter(Kit::isNic).toList();
      case "rack" -> catalog.ofKind(PartKind.ENCLOSURE).stream().filter(Kit::isRack).toList();
      default -> List.of();
    };
  }

  private Design design() {
    Parameters wanted = kit.wanted();
    List<Part> parts = new ArrayList<>(scaleUp.parts(plan));
    List<LinkType> links = scaleUp.links(plan);
    Map<String, Assembly> assemblies = new LinkedHashMap<>();
    assemblies.put("tray", Trays.tray(kit));
    assemblies.put("rack", Racks.compute(kit, plan, plan.perRack(), scaleUp));
    assemblies.putAll(scaleUp.switches(plan));
    String root = "rack";
    if (!plan.whole()) {
      root = "domain";
      if (plan.rest() > 0) {
        assemblies.put("last-rack", Racks.compute(kit, plan, plan.rest(), scaleUp));
        assemblies.put("racks", racks());
      }
      assemblies.put("domain", domain());
    }
    if (wanted.joined()) {
      ScaleOut network = new ScaleOut(kit, trayPaths(), plan.domains(), size());
      parts.addAll(network.parts());
      assemblies.putAll(network.assemblies(root));
      root = "cluster";
    }
    return new Design(
        name(),
        notes(),
        root,
        assemblies,
        Map.of(),
        Map.of(),
        Map.of(
            Design.DEFAULT_SCENARIO,
            Scenario.DEFAULT.withAmbient(Ambient.DEFAULT.withFacilityWaterC(WATER_C))),
        parts,
        links,
        Map.of());
  }

  private String name() {
    Parameters wanted = kit.wanted();
    String size =
        wanted.joined() ? wanted.domains() + " × " + wanted.domain() : "" + wanted.domain();
    return kit.chip().name() + ", " + size;
  }

  private String notes() {
    String power =
        kit.chipW() > 0
            ? ""
            : " The power of the accelerator is not public: racks are counted by their units"
                + " alone.";
    String air =
        kit.wanted().cooling() == Parameters.Cooling.AIR
            ? ", what cools the room that servers are open to"
            : "";
    return "Made from a template: sizes as asked for, racks counted by the units and the power that"
        + " they need. Assumed: switches with the ports that are needed, at the rate of the"
        + " accelerator's or the NIC's, and 75 W for each TB/s; lengths, latency and optics of"
        + " links; drives and management of 200 W in each tray, fans; plates, hoses, pump speed and"
        + " shelves, one of them to spare. Not drawn: hosts, management network, facility water"
        + air
        + "."
        + power;
  }

  /** Of the drawing of a domain, with the row of switches above its racks. */
  private Draw.Size size() {
    int columns = Math.min(plan.racks(), COLUMNS);
    return plan.whole()
        ? Draw.Size.RACK
        : Draw.Size.RACK.times(columns, Math.ceilDiv(plan.racks(), columns) + 1);
  }

  private List<String> trayPaths() {
    if (plan.whole()) {
      return List.of("tray[*]");
    }
    return plan.rest() > 0
        ? List.of("racks[0].rack[*].tray[*]", "racks[0].last[*].tray[*]")
        : List.of("rack[*].tray[*]");
  }

  /** Racks of which the last is not full, seen as one. */
  private Assembly racks() {
    int columns = Math.min(plan.racks(), COLUMNS);
    Map<String, Placement> placements = new LinkedHashMap<>();
    placements.put("rack", Draw.grid("rack", plan.full(), 0, 0, columns));
    placements.put(
        "last",
        Draw.grid(
            "last-rack",
            1,
            Draw.pitch(plan.full() % columns),
            plan.full() / columns * Draw.rackPitchY(),
            1));
    Map<String, List<Selector>> exposes = new LinkedHashMap<>();
    exposes.put("fabric", both("fabric"));
    if (kit.wanted().joined()) {
      exposes.put("net", both("net"));
    }
    return new Assembly(
        "Racks of " + kit.wanted().domain(),
        Assembly.Level.ROW,
        0,
        "",
        placements,
        List.of(),
        exposes);
  }

  private static List<Selector> both(String name) {
    return List.of(Draw.ports("rack[*]." + name), Draw.ports("last[*]." + name));
  }

  private Assembly domain() {
    Map<String, Placement> placements = new LinkedHashMap<>();
    boolean uneven = plan.rest() > 0;
    if (uneven) {
      int columns = Math.min(plan.racks(), COLUMNS);
      int rows = Math.ceilDiv(plan.racks(), columns);
      placements.put(
          "racks",
          Draw.at("racks", 1, 0, 0, Draw.pitch(columns) + 100, rows * Draw.rackPitchY() + 100, 1));
    } else {
      placements.put("rack", Draw.grid("rack", plan.full(), 0, 0, Math.min(plan.full(), COLUMNS)));
    }
    Map<String, List<Selector>> exposes =
        kit.wanted().joined()
            ? Map.of("net", List.of(Draw.ports((uneven ? "racks[0]" : "rack[*]") + ".net")))
            : Map.of();
    return new Assembly(
        "Domain of " + kit.wanted().domain(),
        Assembly.Level.ROW,
        0,
        "",
        placements,
        scaleUp.between(plan, placements),
        exposes);
  }
}
