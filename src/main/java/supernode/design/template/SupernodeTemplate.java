package supernode.design.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.Fabric;
import supernode.design.Placement;
import supernode.design.Wiring;
import supernode.quantity.Text;

/** Draws a supernode: trays in racks, racks in domains, domains on a network of NICs. */
public final class SupernodeTemplate {
  private static final int TRAYS_PER_RACK = 16;
  private static final int RACK_U = 48;
  private static final List<String> OTHER_PORTS = List.of("pcie", "hbm", "c2c", "host");

  private final Parameters wanted;
  private final Part chip;
  private final PortSpec port;
  private final ScaleUp scaleUp;

  private SupernodeTemplate(Parameters wanted, Catalog catalog) {
    this.wanted = wanted;
    this.chip =
        catalog
            .part(wanted.chip())
            .filter(p -> p.kind() == PartKind.ACCELERATOR)
            .orElseThrow(() -> new DesignException(Text.of("template.chip", wanted.chip())));
    this.port =
        chip.ports().stream()
            .filter(p -> p.type() instanceof PortType.Signal && !OTHER_PORTS.contains(p.name()))
            .findFirst()
            .orElseThrow(() -> new DesignException(Text.of("template.port", chip.name())));
    this.scaleUp = new ScaleUp(wanted, chip, port);
  }

  /**
   * @throws DesignException when the chip is not known or has too few ports
   */
  public static Design draw(Parameters wanted, Catalog catalog) {
    return new SupernodeTemplate(wanted, catalog).design();
  }

  private Design design() {
    boolean joined = wanted.domains() > 1;
    Map<String, Assembly> assemblies = new LinkedHashMap<>();
    assemblies.put("tray", Trays.tray(wanted, chip, port, joined));
    assemblies.put("rack", rack(joined));
    if (wanted.fabric() == Parameters.Wiring.SWITCH) {
      assemblies.put("switches", scaleUp.switches());
    }
    assemblies.put("domain", domain(joined));
    List<Part> parts = scaleUp.parts();
    List<LinkType> links = List.of(scaleUp.link());
    if (joined) {
      ScaleOut network = new ScaleOut(wanted);
      assemblies.put("cluster", network.cluster());
      parts = Stream.concat(parts.stream(), network.parts().stream()).toList();
    }
    return new Design(
        chip.name() + ", " + wanted.domains() + " × " + wanted.domain(),
        "Made from a template. Sizes are as asked for; switches have the ports that are needed, at"
            + " the rate of the accelerator's; lengths, plates, hoses and switch latency are"
            + " assumptions.",
        joined ? "cluster" : "domain",
        assemblies,
        Map.of(),
        Map.of(),
        Map.of(),
        parts,
        links,
        Map.of());
  }

  private int trays() {
    return wanted.domain() / wanted.perTray();
  }

  /** As few racks as hold all trays in equal numbers. */
  private int racks() {
    return IntStream.rangeClosed(Math.ceilDiv(trays(), TRAYS_PER_RACK), trays())
        .filter(r -> trays() % r == 0)
        .findFirst()
        .orElseThrow();
  }

  private Assembly rack(boolean joined) {
    int count = trays() / racks();
    Map<String, Placement> placements = new LinkedHashMap<>();
    List<Integer> slots =
        IntStream.range(0, count).mapToObj(i -> RACK_U - 3 - Trays.HEIGHT_U * i).toList();
    placements.put("tray", new Placement("tray", count, new Arrangement.Slots(slots), Map.of()));
    List<Wiring> wirings = List.of();
    if (wanted.cooling() == Parameters.Cooling.COLD_PLATE) {
      placements.putAll(Trays.plant());
      wirings = Trays.loop();
    }
    Map<String, List<supernode.design.Selector>> exposes = new LinkedHashMap<>();
    exposes.put("fabric", List.of(Draw.ports("tray[*].fabric")));
    if (joined) {
      exposes.put("net", List.of(Draw.ports("tray[*].net")));
    }
    return new Assembly(
        "Rack of " + count * wanted.perTray(),
        Assembly.Level.RACK,
        0,
        "rack-48u",
        placements,
        wirings,
        exposes);
  }

  private Assembly domain(boolean joined) {
    int racks = racks();
    Map<String, Placement> placements = new LinkedHashMap<>();
    placements.put("rack", Draw.grid("rack", racks, 0, 0, Math.min(racks, 8)));
    if (wanted.fabric() == Parameters.Wiring.SWITCH) {
      placements.put("switches", Draw.grid("switches", 1, 0, -2400, 1));
    }
    Map<String, List<supernode.design.Selector>> exposes =
        joined ? Map.of("net", List.of(Draw.ports("rack[*].net"))) : Map.of();
    return new Assembly(
        "Domain of " + wanted.domain(),
        Assembly.Level.ROW,
        0,
        "",
        placements,
        List.of(
            new Wiring(
                "Scale-up",
                Fabric.SCALE_UP,
                scaleUp.link().id(),
                racks > 1 ? ScaleUp.BETWEEN_RACKS_M : ScaleUp.IN_RACK_M,
                scaleUp.pattern())),
        exposes);
  }
}
