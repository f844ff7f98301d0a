package supernode.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import supernode.quantity.Text;
import tools.jackson.databind.JsonNode;

/** Reads the ports of an entry. */
record PortReader(Place place) {
  private static final int MAX_PORTS = 100_000;
  private static final double MAX_V = 1e6;
  private static final List<String> TYPES = List.of("signal", "fluid", "power", "heat");
  private static final List<String> KEYS =
      List.of("name", "count", "signal", "lanes", "rateGBps", "fluid", "power", "voltageV", "heat");

  static List<PortSpec> all(Place entry, JsonNode node) {
    List<PortSpec> ports = new ArrayList<>();
    if (!entry.isList(node, "ports")) {
      return ports;
    }
    Set<String> names = new HashSet<>();
    int index = 0;
    for (JsonNode port : node.path("ports")) {
      Place at = entry.below("ports/" + index++, entry.name());
      new PortReader(at)
          .port(port)
          .ifPresent(spec -> {
            if (names.add(spec.name())) {
              ports.add(spec);
            } else {
              at.complain("/name", Text.of("catalog.duplicate", at.name(), spec.name()));
            }
          });
    }
    return ports;
  }

  private Optional<PortSpec> port(JsonNode port) {
    place.expect(port, KEYS);
    String name = place.words(port, "name", "");
    int count = whole(port, "count");
    int lanes = whole(port, "lanes");
    Optional<PortType> type = type(name, port, lanes);
    // Wirings name ports: what they cannot name could never be joined.
    if (!name.matches("[A-Za-z0-9_-]{1,100}") || count < 1 || lanes < 1) {
      place.complain("", Text.of("catalog.port", place.name(), Place.brief(name), MAX_PORTS));
      return Optional.empty();
    }
    return type.map(t -> new PortSpec(name, t, count, origin(name, port)));
  }

  private Optional<PortType> type(String name, JsonNode port, int lanes) {
    if (TYPES.stream().filter(port::has).count() != 1) {
      place.complain("", Text.of("catalog.portType", place.name(), Place.brief(name)));
      return Optional.empty();
    }
    if (port.has("signal")) {
      double rate = port.path("rateGBps").isNumber() ? port.path("rateGBps").asDouble(0) : 0;
      String protocol = place.words(port, "signal", "");
      if (!(rate > 0) || rate > Property.RATE.max()) {
        place.complain("/rateGBps", Text.of("catalog.portRate", place.name(), Place.brief(name)));
        return Optional.empty();
      }
      if (protocol.isBlank()) {
        place.complain("/signal", Text.of("catalog.portType", place.name(), Place.brief(name)));
        return Optional.empty();
      }
      return Optional.of(new PortType.Signal(protocol, lanes, rate * 1e9));
    }
    if (port.has("fluid")) {
      return side(port, "fluid").map(PortType.Fluid::new);
    }
    if (port.has("heat")) {
      return side(port, "heat").map(PortType.Heat::new);
    }
    JsonNode voltage = port.path("voltageV");
    double volt = voltage.isMissingNode() ? 0 : voltage.isNumber() ? voltage.asDouble(-1) : -1;
    if (!(volt >= 0) || volt > MAX_V) {
      place.complain("/voltageV", Text.of("catalog.value", place.name(), "voltageV", 0.0, MAX_V));
      return Optional.empty();
    }
    return side(port, "power").map(s -> new PortType.Power(s, volt));
  }

  private Optional<Origin> origin(String name, JsonNode port) {
    return port.has("source") || port.has("confidence")
        ? place.origin(port, name, "")
        : Optional.empty();
  }

  /** A count from 1, which is also what a missing one means, to the bound; else 0. */
  private static int whole(JsonNode port, String key) {
    JsonNode value = port.path(key);
    if (value.isMissingNode()) {
      return 1;
    }
    double number = value.isNumber() ? value.asDouble(0) : 0;
    return number == Math.rint(number) && number >= 1 && number <= MAX_PORTS ? (int) number : 0;
  }

  private Optional<PortType.Side> side(JsonNode port, String family) {
    String key = port.path(family).asString("");
    Optional<PortType.Side> side = Place.constant(PortType.Side.class, key);
    if (side.isEmpty()) {
      place.complain("/" + family, Text.of("catalog.side", place.name(), Place.brief(key)));
    }
    return side;
  }
}
