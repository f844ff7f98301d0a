package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.Instances;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;

/** The line of figures by which a part is told from its neighbours in a list. */
final class KeyFigures {
  private static final int SHOWN = 3;

  private KeyFigures() {}

  static String of(Part part, Messages messages) {
    List<String> figures = new ArrayList<>();
    int ports = signalPorts(part);
    if (part.kind() == PartKind.SWITCH && ports > 0) {
      figures.add(messages.say("panel.figure.ports", ports));
    }
    for (Property property : properties(part)) {
      if (figures.size() < SHOWN) {
        part.values().get(property).ifPresent(si -> figures.add(figure(property, si, messages)));
      }
    }
    return String.join(" · ", figures);
  }

  /** What an assembly holds: its parts, the most numerous kinds first. */
  static String of(Design design, String assembly, Names names) {
    Map<String, Long> parts = Instances.parts(design, assembly);
    return String.join(
        " · ",
        parts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(SHOWN)
            .map(e -> QuantityFormat.number(e.getValue()) + " × " + names.of(e.getKey()))
            .toList());
  }

  private static String figure(Property property, double si, Messages messages) {
    String value = QuantityFormat.format(si, property.dimension());
    return property == Property.CORES ? messages.say("panel.figure.cores", value) : value;
  }

  private static int signalPorts(Part part) {
    return part.ports().stream()
        .filter(p -> p.type() instanceof PortType.Signal)
        .mapToInt(PortSpec::count)
        .sum();
  }

  private static List<Property> properties(Part part) {
    return switch (part.kind()) {
      case ACCELERATOR ->
          List.of(Property.MEMORY_BYTES, Property.MEMORY_BANDWIDTH, Property.POWER_W);
      case CPU -> List.of(Property.CORES, Property.MEMORY_BYTES, Property.POWER_W);
      case HBM_STACK, MEMORY_POOL ->
          List.of(Property.MEMORY_BYTES, Property.MEMORY_BANDWIDTH, Property.POWER_W);
      case NIC, TRANSCEIVER -> List.of(Property.RATE, Property.REACH_M, Property.POWER_W);
      case SWITCH, OPTICAL_CIRCUIT_SWITCH ->
          List.of(Property.SWITCHING_CAPACITY, Property.TRANSIT_LATENCY, Property.POWER_W);
      case COLD_PLATE, HEAT_SINK -> List.of(Property.PLATE_RESISTANCE, Property.RATED_FLOW);
      case AIR_DUCT -> List.of(Property.RATED_FLOW, Property.RATED_PRESSURE);
      case MANIFOLD, QUICK_DISCONNECT ->
          List.of(Property.INNER_DIAMETER_M, Property.FLOW_COEFFICIENT_M3H);
      case VALVE -> List.of(Property.FLOW_COEFFICIENT_M3H, Property.OPENING, Property.SET_FLOW);
      case FILTER -> List.of(Property.RATED_FLOW, Property.RATED_PRESSURE, Property.FILTRATION_M);
      case EXPANSION_VESSEL -> List.of(Property.SET_PRESSURE);
      case PUMP, FAN -> List.of(Property.RATED_FLOW, Property.RATED_PRESSURE, Property.POWER_W);
      case CDU, AIR_HANDLER, HEAT_EXCHANGER, IMMERSION_TANK, DRY_COOLER, COOLING_TOWER, CHILLER ->
          List.of(Property.CAPACITY_W, Property.MAX_FLOW, Property.APPROACH_K);
      case POWER_SHELF, POWER_CONVERTER -> List.of(Property.CAPACITY_W, Property.EFFICIENCY);
      case ENCLOSURE -> List.of(Property.SLOTS_U, Property.POWER_BUDGET_W);
    };
  }
}
