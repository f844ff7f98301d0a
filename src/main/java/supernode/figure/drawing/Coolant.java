package supernode.figure.drawing;

import java.util.List;
import java.util.Locale;
import supernode.catalog.PartKind;
import supernode.catalog.PortType;
import supernode.design.Places;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.figure.ColorRole;

/** On which side of the loop a pipe lies. */
final class Coolant {
  private Coolant() {}

  /**
   * Supply from what cools to what is cooled, return from there on; what the ports and the wiring
   * are called goes before what the parts are, because a manifold may serve either side.
   */
  static ColorRole side(Places places, String assembly, Wiring wiring) {
    String words = (wiring.pattern().ends() + wiring.name()).toLowerCase(Locale.ROOT);
    if (words.contains("return") != words.contains("supply")) {
      return words.contains("return") ? ColorRole.COOLANT_RETURN : ColorRole.COOLANT_SUPPLY;
    }
    for (Selector end : wiring.pattern().ends()) {
      List<Places.FoundPort> ports = places.ports(assembly, end);
      if (!ports.isEmpty() && ports.getFirst().port().type() instanceof PortType.Fluid(var side)) {
        PartKind kind = ports.getFirst().part().kind();
        boolean heated =
            kind == PartKind.COLD_PLATE
                || kind == PartKind.HEAT_SINK
                || kind == PartKind.AIR_DUCT
                || kind == PartKind.IMMERSION_TANK;
        if ((heated && side == PortType.Side.OUT) || (cools(kind) && side == PortType.Side.IN)) {
          return ColorRole.COOLANT_RETURN;
        }
      }
    }
    return ColorRole.COOLANT_SUPPLY;
  }

  private static boolean cools(PartKind kind) {
    return switch (kind) {
      case CDU, AIR_HANDLER, HEAT_EXCHANGER, DRY_COOLER, COOLING_TOWER, CHILLER -> true;
      default -> false;
    };
  }
}
