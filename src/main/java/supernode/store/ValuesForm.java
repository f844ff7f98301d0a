package supernode.store;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import supernode.catalog.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The user's own values, in the units that the keys name. */
final class ValuesForm {
  private ValuesForm() {}

  static Map<Property, Double> read(Fields f) {
    Map<Property, Double> values = new EnumMap<>(Property.class);
    for (String key : f.keys()) {
      Property property = f.constant(key, key, Names.PROPERTIES);
      Optional<String> name = property.choices().isEmpty() ? Optional.empty() : f.word(key);
      double si =
          name.isPresent()
              ? f.constant(key, name.get(), choices(property))
              : property.toSi(f.number(key));
      if (!property.admits(si)) {
        throw f.refused(key, "store.range", f.number(key), property.min(), property.max());
      }
      values.put(property, si);
    }
    return values;
  }

  static ObjectNode write(Map<Property, Double> values) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    values.forEach((property, si) -> node.set(property.key(), node(property, si)));
    return node;
  }

  /** A name where the value stands for one, else a number. */
  static JsonNode node(Property property, double si) {
    return property
        .choice(si)
        .<JsonNode>map(StringNode::valueOf)
        .orElseGet(() -> Layout.number(property.toFile(si)));
  }

  private static Map<String, Double> choices(Property property) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : property.choices()) {
      values.put(name, property.choice(name).orElseThrow());
    }
    return values;
  }
}
