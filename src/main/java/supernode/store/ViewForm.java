package supernode.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The view as a tree of the file. */
final class ViewForm {
  private ViewForm() {}

  static View read(JsonNode node) {
    return new View(members(node));
  }

  private static Map<String, Object> members(JsonNode node) {
    Map<String, Object> members = new LinkedHashMap<>();
    node.properties().forEach(e -> members.put(e.getKey(), value(e.getValue())));
    return Collections.unmodifiableMap(members);
  }

  private static Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> members(node);
      case ARRAY -> {
        List<Object> items = new ArrayList<>();
        node.forEach(item -> items.add(value(item)));
        yield Collections.unmodifiableList(items);
      }
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.canConvertToLong() ? (Object) node.longValue() : node.doubleValue();
      case STRING -> node.stringValue();
      default -> null;
    };
  }

  static ObjectNode write(View view) {
    return object(view.values());
  }

  private static ObjectNode object(Map<?, ?> members) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    members.forEach((key, value) -> node.set(key.toString(), node(value)));
    return node;
  }

  private static JsonNode node(Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case null -> nodes.nullNode();
      case Map<?, ?> members -> object(members);
      case List<?> items -> {
        ArrayNode array = nodes.arrayNode();
        items.forEach(item -> array.add(node(item)));
        yield array;
      }
      case Boolean b -> nodes.booleanNode(b);
      case Number n -> Layout.number(n.doubleValue());
      default -> nodes.stringNode(value.toString());
    };
  }
}
