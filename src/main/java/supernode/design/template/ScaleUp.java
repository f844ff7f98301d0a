package supernode.design.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Wiring;
import supernode.quantity.Text;

/** The fabric of a domain: how its accelerators are joined, through what and over what. */
final class ScaleUp {
  private static final double IN_RACK_M = 1.5;
  private static final double BETWEEN_RACKS_M = 20;
  private static final double REACH_M = 100;
  private static final double LATENCY_S = 100e-9;
  private static final double TRANSIT_S = 250e-9;
  private static final String TRANSIT_NOTE = "Tomahawk Ultra, a scale-up switch, is quoted at 250";
  private static final String LINK = "scale-up-link";

  /** Switches of one accelerator's ports at most; several of its links then run to each. */
  private static final int MOST_PLANES = 18;

  /** Of NVSwitch 5. */
  private static final int USUAL_PORTS = 72;

  private static final int MOST_SPINE_PORTS = 512;

  /** Active optical cable of 800 Gb/s, each end: 14 W for 100 GB/s. */
  private static final double OPTICS_W_PER_BPS = 14 / 100e9;

  private final Kit kit;
  private final int planes;
  private final int links;

  ScaleUp(Kit kit) {
    this.kit = kit;
    this.planes = planes(kit);
    this.links = kit.port().count() / planes;
    if (direct()) {
      new DirectFabric(kit).check();
    }
  }

  /** As few as make switches of a common size, but two where there can be two. */
  private static int planes(Kit kit) {
    int ports = kit.port().count();
    int most = Draw.divisor(ports, MOST_PLANES);
    int least = Math.min(2, most);
    return kit.wanted().fabric() == Parameters.Wiring.SWITCH
        ? IntStream.range(least, most)
            .filter(p -> ports % p == 0 && kit.wanted().domain() * (ports / p) <= USUAL_PORTS)
            .findFirst()
            .orElse(most)
        : most;
  }

  private boolean direct() {
    return !switched() && !tiered();
  }

  private boolean switched() {
    return kit.wanted().fabric() == Parameters.Wiring.SWITCH;
  }

  private boolean tiered() {
    return kit.wanted().fabric() == Parameters.Wiring.TWO_TIER;
  }

  /** Switches that all accelerators of the domain meet at. */
  int centralSwitches() {
    return switched() ? planes : 0;
  }

  /** Switches that each rack has for itself. */
  int rackSwitches() {
    return tiered() ? planes : 0;
  }

  /** Placement of switches in a rack. */
  String inRack() {
    return tiered() ? "leaf" : "switch";
  }

  String switchId() {
    return tiered() ? "scale-up-leaf" : "scale-up-switch";
  }

  /**
   * @param trays that one rack switch serves; of no meaning where all meet at the same
   */
  double switchW(int trays) {
    if (switched()) {
      return Draw.switchW(kit.wanted().domain() * links * rate());
    }
    int down = trays * kit.wanted().perTray() * links;
    return Draw.switchW((down + up(down)) * rate()) + optics(up(down));
  }

  private int up(int down) {
    return Math.max(1, Math.ceilDiv(down, kit.wanted().taper()));
  }

  private double rate() {
    return kit.signal().rateBytesPerS();
  }

  /** At the accelerators' ends of links between racks, watt for each accelerator. */
  double opticsW() {
    return tiered() ? 0 : kit.port().count() * rate() * OPTICS_W_PER_BPS;
  }

  /** Fabric inside a rack. */
  List<Wiring> within(RackPlan plan) {
    if (tiered()) {
      return List.of(
          wiring("Leaves", LINK, IN_RACK_M, every("tray[*].fabric", "leaf[*].down", links)));
    }
    if (!plan.whole()) {
      return List.of();
    }
    return IntStream.range(0, plan.domains())
        .mapToObj(i ->
            flat(
                LINK,
                "tray" + range(i, plan.perRack(), plan.domains()) + ".fabric",
                "switch" + range(i, planes, plan.domains()) + ".port"))
        .toList();
  }

  /** The instances of one of several domains in a rack. */
  private static String range(int domain, int each, int domains) {
    int first = domain * each;
    String last = each > 1 ? ".." + (first + each - 1) : "";
    return domains == 1 ? "[*]" : "[" + first + last + "]";
  }

  private Wiring flat(String link, String chips, String switches) {
    return wiring(
        "Scale-up",
        link,
        link.equals(LINK) ? IN_RACK_M : BETWEEN_RACKS_M,
        switched() ? every(chips, switches, links) : new DirectFabric(kit).pattern(chips));
  }

  private static Pattern every(String a, String b, int links) {
    return new Pattern.EveryToEvery(Draw.ports(a), Draw.ports(b), links);
  }

  private static Wiring wiring(String name, String link, double m, Pattern pattern) {
    return new Wiring(name, Fabric.SCALE_UP, link, m, pattern);
  }

  /** Fabric between the racks of a domain, and the racks of switches that it needs. */
  List<Wiring> between(RackPlan plan, Map<String, Placement> placements) {
    List<Wiring> wirings = new ArrayList<>();
    if (tiered()) {
      Tiers tiers = tiers(plan);
      placements.put("spines", Draw.grid("spines", tiers.racks(), 0, -Draw.rackPitchY(), 8));
      for (String racks : rackPaths(plan)) {
        wirings.add(
            wiring(
                "Planes",
                far(),
                BETWEEN_RACKS_M,
                new Pattern.Rail(
                    Draw.ports(racks + ".leaf[*].up"),
                    Draw.ports("spines[*].plane[*].down"),
                    tiers.links())));
      }
    } else {
      if (switched()) {
        placements.put("switches", Draw.grid("switches", 1, 0, -Draw.rackPitchY(), 1));
      }
      String chips = plan.rest() > 0 ? "racks[0].fabric" : "rack[*].fabric";
      wirings.add(flat(far(), chips, "switches[0].fabric"));
    }
    return wirings;
  }

  private static String far() {
    return LINK + "-far";
  }

  private static List<String> rackPaths(RackPlan plan) {
    return plan.rest() > 0 ? List.of("racks[0].rack[*]", "racks[0].last[*]") : List.of("rack[*]");
  }

  /**
   * @param racks of spines
   * @param spines of one plane in one of them
   * @param links from each leaf to each spine of its plane
   */
  private record Tiers(int racks, int spines, int links, int ports) {}

  private Tiers tiers(RackPlan plan) {
    int up = up(plan.perRack() * kit.wanted().perTray() * links);
    int each = Draw.linksPerSpine(up, plan.racks(), MOST_SPINE_PORTS);
    int spines = up / each;
    int room = (int) kit.rack().values().get(Property.SLOTS_U, 0) - 8;
    int inRack = Draw.divisor(spines, Math.max(1, room / planes));
    return new Tiers(spines / inRack, inRack, each, plan.racks() * each);
  }

  /** Assemblies of switches outside the racks of trays. */
  Map<String, Assembly> switches(RackPlan plan) {
    Map<String, Assembly> all = new LinkedHashMap<>();
    if (switched() && !plan.whole()) {
      all.put(
          "switches",
          Racks.network(
              kit,
              "Scale-up switches",
              planes * (switchW(0) + optics(kit.wanted().domain() * links)),
              List.of(new Racks.Row("switch", switchId(), planes, 1, "dc")),
              Map.of("fabric", "switch[*].port"),
              "fabric=two-tier"));
    } else if (tiered()) {
      Tiers t = tiers(plan);
      double each = Draw.switchW(t.ports() * rate()) + optics(t.ports());
      all.put("plane", plane(t));
      all.put(
          "spines",
          Racks.network(
              kit,
              "Scale-up spines",
              planes * t.spines() * each,
              List.of(new Racks.Row("plane", "plane", planes, t.spines(), "power")),
              Map.of(),
              "domain=" + kit.wanted().domain() / 2));
    }
    return all;
  }

  private double optics(int ports) {
    return ports * rate() * OPTICS_W_PER_BPS;
  }

  private static Assembly plane(Tiers t) {
    return new Assembly(
        "Spines of a plane",
        Assembly.Level.TRAY,
        t.spines(),
        "",
        Map.of("spine", Draw.at("scale-up-spine", t.spines(), 0, 0, 460, 60, 1)),
        List.of(),
        Map.of(
            "down", List.of(Draw.ports("spine[*].port")),
            "power", List.of(Draw.ports("spine[*].dc"))));
  }

  List<Part> parts(RackPlan plan) {
    if (switched()) {
      int ports = kit.wanted().domain() * links;
      return List.of(part(switchId(), ports + "-port scale-up switch", ports("port", ports)));
    }
    if (!tiered()) {
      return List.of();
    }
    if (plan.racks() == 1) {
      throw new Refusal("fabric", Text.of("template.oneTier", kit.wanted().domain()));
    }
    int down = plan.perRack() * kit.wanted().perTray() * links;
    return List.of(
        part(
            switchId(),
            "Scale-up leaf, " + down + " ports down",
            ports("down", down),
            ports("up", up(down))),
        part(
            "scale-up-spine",
            tiers(plan).ports() + "-port scale-up spine",
            ports("port", tiers(plan).ports())));
  }

  private PortSpec ports(String name, int count) {
    return Draw.ports(name, kit.port().type(), count, "the accelerator's");
  }

  private static Part part(String id, String name, PortSpec... ports) {
    return Draw.switchOf(id, name, TRANSIT_S, TRANSIT_NOTE, List.of(ports));
  }

  List<LinkType> links(RackPlan plan) {
    List<LinkType> all = new ArrayList<>();
    if (plan.whole() || tiered()) {
      all.add(link(LINK, "Scale-up link in a rack", "copper", 0));
    }
    if (!plan.whole()) {
      all.add(link(far(), "Scale-up link between racks", "optics", rate() * OPTICS_W_PER_BPS));
    }
    return all;
  }

  private LinkType link(String id, String name, String medium, double endW) {
    Map<Property, Sourced> values = new LinkedHashMap<>();
    values.put(Property.RATE, Draw.assumed(rate(), "as the accelerator's ports"));
    values.put(
        Property.REACH_M,
        Draw.assumed(endW > 0 ? REACH_M : 2, endW > 0 ? "active optical cable" : "backplane"));
    values.put(Property.FIXED_LATENCY, Draw.assumed(LATENCY_S, "short link with light coding"));
    values.put(
        Property.POWER_PER_END_W,
        Draw.assumed(endW, endW > 0 ? "14 W for each 100 GB/s, as cables of 800 Gb/s" : "passive"));
    return new LinkType(
        id,
        LinkType.Family.SIGNAL,
        name + ", " + kit.signal().protocol(),
        medium,
        List.of(kit.signal().protocol()),
        new Values(values));
  }
}
