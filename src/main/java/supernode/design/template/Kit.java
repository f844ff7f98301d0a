package supernode.design.template;

import java.util.Comparator;
import java.util.Optional;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.design.Joint;
import supernode.quantity.Text;

/**
 * The parts that the parameters name, found in the catalogue.
 *
 * @param port of the chip, to its scale-up fabric
 */
record Kit(Parameters wanted, Catalog catalog, Part chip, PortSpec port, Part nic, Part rack) {
  static final double HOST_M = 0.3;
  private static final java.util.List<String> OTHER_PORTS =
      java.util.List.of("pcie", "hbm", "c2c", "host");

  /** Chassis fans take 1,500 W of an HGX H100 of 10.2 kW. */
  private static final double FANS_OF_AIR = 0.15;

  /** Fans of a GB200 compute tray: 100 W beside 4,800 W of chips under plates. */
  private static final double FANS_OF_LIQUID = 0.02;

  static Kit of(Parameters wanted, Catalog catalog) {
    Part chip =
        catalog
            .part(wanted.chip())
            .filter(p -> p.kind() == PartKind.ACCELERATOR)
            .orElseThrow(() -> new Refusal("chip", Text.of("template.chip", wanted.chip())));
    PortSpec port =
        port(chip).orElseThrow(() -> new Refusal("chip", Text.of("template.port", chip.name())));
    Part nic =
        catalog
            .part(wanted.nic())
            .filter(Kit::isNic)
            .orElseThrow(() -> new Refusal("nic", Text.of("template.nic", wanted.nic())));
    Part rack =
        catalog
            .part(wanted.rack())
            .filter(Kit::isRack)
            .orElseThrow(() -> new Refusal("rack", Text.of("template.rack", wanted.rack())));
    return new Kit(wanted, catalog, chip, port, nic, rack);
  }

  /** The port that joins a chip to its peers; empty where none is public. */
  static Optional<PortSpec> port(Part chip) {
    return chip.ports().stream()
        .filter(p -> p.type() instanceof PortType.Signal && !OTHER_PORTS.contains(p.name()))
        .findFirst();
  }

  /** A NIC of one network port whose cable is in the catalogue. */
  static boolean isNic(Part part) {
    return part.kind() == PartKind.NIC
        && part.port("dc").isPresent()
        && part.port("net")
            .filter(p -> p.count() == 1 && p.type() instanceof PortType.Signal)
            .isPresent();
  }

  static boolean isRack(Part part) {
    return part.kind() == PartKind.ENCLOSURE && part.values().get(Property.SLOTS_U, 0) > 0;
  }

  PortType.Signal signal() {
    return (PortType.Signal) port.type();
  }

  PortType.Signal net() {
    return (PortType.Signal) nic.port("net").orElseThrow().type();
  }

  double chipW() {
    return chip.values().get(Property.POWER_W, 0);
  }

  double fansW() {
    double share = wanted.cooling() == Parameters.Cooling.AIR ? FANS_OF_AIR : FANS_OF_LIQUID;
    return Math.rint(share * chipW() * wanted.perTray());
  }

  /** Of all that a tray holds, at the rack's busbar. */
  double trayW() {
    int n = wanted.perTray();
    double fans = wanted.cooling() == Parameters.Cooling.IMMERSION ? 0 : fansW();
    double nics = wanted.joined() ? n * nic.values().get(Property.POWER_W, 0) : 0;
    double base = part("compute-base").values().get(Property.POWER_W, 0);
    return (n * chipW() + fans + nics + base) / efficiency("tray-pdb");
  }

  Part part(String id) {
    return catalog.part(id).orElseThrow();
  }

  double efficiency(String id) {
    return part(id).values().get(Property.EFFICIENCY, 1);
  }

  /** The PCIe link from chip to NIC; empty where the chip has no such port. */
  Optional<String> host() {
    return chip.port("pcie")
        .flatMap(a ->
            nic.port("pcie")
                .filter(b -> Joint.refusal(a, b, part2("pcie5"), HOST_M).isEmpty())
                .map(_ -> "pcie5"));
  }

  private LinkType part2(String id) {
    return catalog.link(id).orElseThrow();
  }

  /** The cable between NICs and switches: the first that carries the NIC's rate. */
  String cable(double lengthM) {
    PortSpec net = nic.port("net").orElseThrow();
    return catalog.links().values().stream()
        .filter(l -> Joint.refusal(net, net, l, lengthM).isEmpty())
        .filter(l -> l.values().get(Property.RATE).isPresent())
        .min(
            Comparator.comparingDouble((LinkType l) ->
                Math.abs(Math.log(l.values().get(Property.RATE, 1) / net().rateBytesPerS()))))
        .map(LinkType::id)
        .orElseThrow(() -> new Refusal("nic", Text.of("template.nic", nic.name())));
  }
}
