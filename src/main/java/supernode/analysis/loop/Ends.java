package supernode.analysis.loop;

import java.util.List;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;

/**
 * The ports between which coolant passes a part, by their places among its ports.
 *
 * @param inlet -1 without one
 * @param outlet the same
 * @param facilityIn of a distribution unit whose facility side is another loop
 * @param facilityOut the same
 */
record Ends(int inlet, int outlet, int facilityIn, int facilityOut) {
  static Ends of(Part part) {
    List<PortSpec> ports = part.ports();
    // A CDU's facility side belongs to another loop.
    List<PortSpec> fluid =
        ports.stream()
            .filter(p -> p.type() instanceof PortType.Fluid && !p.name().startsWith("facility"))
            .toList();
    return new Ends(
        named(ports, facing(fluid, PortType.Side.IN, 0)),
        named(ports, facing(fluid, PortType.Side.OUT, 1)),
        named(ports, "facilityIn"),
        named(ports, "facilityOut"));
  }

  /** Whether coolant passes. */
  boolean pass() {
    return inlet >= 0 && outlet >= 0 && inlet != outlet;
  }

  /** The first that faces the way; of ports that face both ways, the n-th. */
  private static String facing(List<PortSpec> fluid, PortType.Side side, int nth) {
    for (PortSpec p : fluid) {
      if (p.type() instanceof PortType.Fluid(PortType.Side s) && s == side) {
        return p.name();
      }
    }
    return nth < fluid.size() ? fluid.get(nth).name() : "";
  }

  private static int named(List<PortSpec> ports, String name) {
    for (int p = 0; p < ports.size(); p++) {
      if (ports.get(p).name().equals(name)) {
        return p;
      }
    }
    return -1;
  }
}
