package supernode.store;

import java.util.EnumMap;
import java.util.Map;
import supernode.catalog.Property;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The user's own values, in the units that the keys name. */
final class ValuesForm {
  private ValuesForm() {}

  static Map<Property, Double> read(Fields f) {
    Map<Property, Double> values = new EnumMap<>(Property.class);
    for (String key : f.keys()) {
      Property property = f.constant(key, key, Names.PROPERTIES);
      double si = property.toSi(f.number(key));
      if (!property.admits(si)) {
        throw f.refused(key, "store.range", f.number(key), property.min(), property.max());
      }
      values.put(property, si);
    }
    return values;
  }

  static ObjectNode write(Map<Property, Double> values) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    values.forEach((property, si) -> node.set(property.key(), Layout.number(property.toFile(si))));
    return node;
  }
}
