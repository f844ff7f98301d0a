package supernode.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.quantity.Text;
import tools.jackson.databind.JsonNode;

/**
 * Reads one entry of a catalogue file. What is wrong goes to the complaints, and is left out where
 * these let it go on.
 */
record EntryReader(Place place) {
  private static final List<String> PART =
      List.of("id", "kind", "name", "vendor", "values", "ports");
  private static final List<String> LINK =
      List.of("id", "family", "name", "medium", "protocols", "values");
  private static final List<String> VALUE = List.of("value", "confidence", "source", "note");

  /**
   * @param name of the place of the entry, as messages give it
   * @param pointer to the entry in its file
   */
  EntryReader(Complaints complaints, String name, String pointer) {
    this(new Place(complaints, name, pointer));
  }

  /** Empty without an id or a kind. */
  Optional<Part> part(String kindKey, JsonNode entry) {
    Optional<PartKind> kind = PartKind.ofKey(kindKey);
    if (kind.isEmpty()) {
      place.complaints().add("/kind", Text.of("catalog.kind", place.name(), Place.brief(kindKey)));
    }
    String id = id(entry);
    if (id.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    EntryReader inside = inside(id);
    inside.place.expect(entry, PART);
    String own = entry.path("kind").asString(kindKey);
    if (!own.equals(kindKey)) {
      place.complain("/kind", Text.of("sheet.otherKind", id, kindKey, Place.brief(own)));
    }
    List<PortSpec> ports = PortReader.all(inside.place, entry);
    return Optional.of(
        new Part(
            id,
            kind.get(),
            inside.place.words(entry, "name", id),
            inside.place.words(entry, "vendor", ""),
            inside.values(entry),
            ports));
  }

  Optional<LinkType> link(JsonNode entry) {
    String id = id(entry);
    String familyKey = entry.path("family").asString("signal");
    Optional<LinkType.Family> family = Place.constant(LinkType.Family.class, familyKey);
    if (family.isEmpty()) {
      place.complain("/family", Text.of("catalog.kind", place.name(), Place.brief(familyKey)));
    }
    if (id.isEmpty() || family.isEmpty()) {
      return Optional.empty();
    }
    EntryReader inside = inside(id);
    inside.place.expect(entry, LINK);
    List<String> protocols = new ArrayList<>();
    if (inside.place.isList(entry, "protocols")) {
      entry.path("protocols").forEach(p -> protocols.add(inside.place.words(p, "protocols")));
    }
    return Optional.of(
        new LinkType(
            id,
            family.get(),
            inside.place.words(entry, "name", id),
            inside.place.words(entry, "medium", ""),
            protocols,
            inside.values(entry)));
  }

  Optional<Reference> reference(Reference.Kind kind, JsonNode entry) {
    String id = id(entry);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    EntryReader inside = inside(id);
    return Optional.of(
        new Reference(
            id,
            kind,
            inside.place.words(entry, "name", id),
            inside.place.words(entry, "vendor", ""),
            inside.values(entry)));
  }

  private EntryReader inside(String id) {
    return new EntryReader(
        new Place(place.complaints(), place.name() + ": " + id, place.pointer()));
  }

  /** Empty where it is no id. */
  private String id(JsonNode entry) {
    String id = entry.path("id").asString("");
    if (Entries.isId(id)) {
      return id;
    }
    place.complain("/id", Text.of("catalog.id", place.name(), Place.brief(id)));
    return "";
  }

  private Values values(JsonNode entry) {
    Map<Property, Sourced> values = new EnumMap<>(Property.class);
    JsonNode node = entry.path("values");
    if (!node.isMissingNode() && !node.isObject()) {
      place.complain("/values", Text.of("catalog.object", place.name(), "values"));
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Optional<Property> property = Property.ofKey(field.getKey());
      if (property.isEmpty()) {
        place.complain(
            "/values/" + Place.escaped(field.getKey()),
            Text.of("catalog.property", place.name(), Place.brief(field.getKey())));
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
    place.below("values/" + property.key(), place.name()).expect(v, VALUE);
    boolean admitted = property.admits(si);
    if (!admitted) {
      place.complain(
          below + (given.isMissingNode() ? "" : "/value"),
          Text.of("catalog.value", place.name(), property.key(), property.min(), property.max()));
    }
    Optional<Origin> origin = place.origin(v, property.key(), below);
    return admitted
        ? origin.map(o -> new Sourced(si, o.confidence(), o.source(), o.note()))
        : Optional.empty();
  }
}
