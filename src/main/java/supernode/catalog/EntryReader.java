package supernode.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.quantity.PlainText;
import supernode.quantity.Text;
import tools.jackson.databind.JsonNode;

/**
 * Reads one entry of a catalogue file. What is wrong goes to the complaints, and is left out where
 * these let it go on.
 *
 * @param place of the entry, as messages name it
 * @param pointer to the entry in its file
 */
record EntryReader(Complaints complaints, String place, String pointer) {
  private static final int MAX_PORTS = 100_000;

  /** Empty without an id or a kind. */
  Optional<Part> part(String kindKey, JsonNode entry) {
    Optional<PartKind> kind = PartKind.ofKey(kindKey);
    if (kind.isEmpty()) {
      complaints.add("/kind", Text.of("catalog.kind", place, kindKey));
    }
    String id = id(entry);
    if (id.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    EntryReader inside = new EntryReader(complaints, place + ": " + id, pointer);
    List<PortSpec> ports = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int index = 0;
    for (JsonNode port : entry.path("ports")) {
      EntryReader at = new EntryReader(complaints, inside.place, pointer + "/ports/" + index++);
      at.port(port)
          .ifPresent(spec -> {
            if (names.add(spec.name())) {
              ports.add(spec);
            } else {
              at.complain("/name", Text.of("catalog.duplicate", at.place, spec.name()));
            }
          });
    }
    return Optional.of(
        new Part(
            id,
            kind.get(),
            inside.words(entry, "name", id),
            inside.words(entry, "vendor", ""),
            inside.values(entry.path("values")),
            ports));
  }

  Optional<LinkType> link(JsonNode entry) {
    String id = id(entry);
    String familyKey = entry.path("family").asString("signal");
    Optional<LinkType.Family> family = constant(LinkType.Family.class, familyKey);
    if (family.isEmpty()) {
      complain("/family", Text.of("catalog.kind", place, familyKey));
    }
    if (id.isEmpty() || family.isEmpty()) {
      return Optional.empty();
    }
    EntryReader inside = new EntryReader(complaints, place + ": " + id, pointer);
    List<String> protocols = new ArrayList<>();
    entry.path("protocols").forEach(p -> protocols.add(inside.words(p, "protocols")));
    return Optional.of(
        new LinkType(
            id,
            family.get(),
            inside.words(entry, "name", id),
            inside.words(entry, "medium", ""),
            protocols,
            inside.values(entry.path("values"))));
  }

  Optional<Reference> reference(Reference.Kind kind, JsonNode entry) {
    String id = id(entry);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    EntryReader inside = new EntryReader(complaints, place + ": " + id, pointer);
    return Optional.of(
        new Reference(
            id,
            kind,
            inside.words(entry, "name", id),
            inside.words(entry, "vendor", ""),
            inside.values(entry.path("values"))));
  }

  private void complain(String below, Text text) {
    complaints.add(pointer + below, text);
  }

  /** Empty where it is no id. */
  private String id(JsonNode entry) {
    String id = entry.path("id").asString("");
    if (id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      return id;
    }
    complain("/id", Text.of("catalog.id", place, id));
    return "";
  }

  private String words(JsonNode node, String key, String otherwise) {
    JsonNode value = node.path(key);
    return value.isMissingNode() ? otherwise : words(value, key);
  }

  private String words(JsonNode value, String key) {
    String text = value.asString("");
    if (PlainText.isText(text)) {
      return text;
    }
    complain("/" + key, Text.of("catalog.text", place, key));
    return "";
  }

  private Optional<PortSpec> port(JsonNode port) {
    String name = words(port, "name", "");
    int count = whole(port, "count");
    int lanes = whole(port, "lanes");
    Optional<PortType> type = type(name, port, lanes);
    if (name.isEmpty() || count < 1 || lanes < 1) {
      complain("", Text.of("catalog.port", place, name, MAX_PORTS));
      return Optional.empty();
    }
    return type.map(t -> new PortSpec(name, t, count, origin(name, port)));
  }

  private Optional<PortType> type(String name, JsonNode port, int lanes) {
    if (port.has("signal")) {
      double rate = port.path("rateGBps").asDouble(Double.NaN) * 1e9;
      if (!(rate > 0) || Double.isInfinite(rate)) {
        complain("/rateGBps", Text.of("catalog.portRate", place, name));
        return Optional.empty();
      }
      return Optional.of(new PortType.Signal(words(port, "signal", ""), lanes, rate));
    }
    if (port.has("fluid")) {
      return side(port, "fluid").map(PortType.Fluid::new);
    }
    if (port.has("power")) {
      double voltageV = port.path("voltageV").asDouble(0);
      return side(port, "power").map(s -> new PortType.Power(s, voltageV));
    }
    if (port.has("heat")) {
      return side(port, "heat").map(PortType.Heat::new);
    }
    complain("", Text.of("catalog.portType", place, name));
    return Optional.empty();
  }

  private Optional<Origin> origin(String name, JsonNode port) {
    return port.has("source") || port.has("confidence") ? origin(port, name, "") : Optional.empty();
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
    Optional<PortType.Side> side = constant(PortType.Side.class, key);
    if (side.isEmpty()) {
      complain("/" + family, Text.of("catalog.side", place, key));
    }
    return side;
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String key) {
    for (E e : type.getEnumConstants()) {
      if (e.name().toLowerCase(Locale.ROOT).equals(key)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  private Values values(JsonNode node) {
    Map<Property, Sourced> values = new EnumMap<>(Property.class);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Optional<Property> property = Property.ofKey(field.getKey());
      if (property.isEmpty()) {
        complain("/values/" + field.getKey(), Text.of("catalog.property", place, field.getKey()));
      }
      property
          .flatMap(p -> value(p, field.getValue()))
          .ifPresent(s -> values.put(property.get(), s));
    }
    return new Values(values);
  }

  private Optional<Sourced> value(Property property, JsonNode v) {
    JsonNode given = v.path("value");
    double si =
        given.isString()
            ? property.choice(given.stringValue()).orElse(Double.NaN)
            : given.isNumber() ? property.toSi(given.asDouble(Double.NaN)) : Double.NaN;
    String below = "/values/" + property.key();
    boolean admitted = property.admits(si);
    if (!admitted) {
      complain(
          below + (given.isMissingNode() ? "" : "/value"),
          Text.of("catalog.value", place, property.key(), property.min(), property.max()));
    }
    Optional<Origin> origin = origin(v, property.key(), below);
    return admitted
        ? origin.map(o -> new Sourced(si, o.confidence(), o.source(), o.note()))
        : Optional.empty();
  }

  private Optional<Origin> origin(JsonNode node, String of, String below) {
    String source = words(node, "source", "");
    if (source.isBlank()) {
      complain(below, Text.of("catalog.source", place, of));
    }
    String key = node.path("confidence").asString("");
    Optional<Confidence> confidence = Confidence.ofKey(key);
    if (confidence.isEmpty()) {
      String at = node.has("confidence") ? below + "/confidence" : below;
      complain(at, Text.of("catalog.confidence", place, of, key));
    }
    return source.isBlank()
        ? Optional.empty()
        : confidence.map(c -> new Origin(c, source, words(node, "note", "")));
  }
}
