package supernode.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.design.Bounds;
import supernode.quantity.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An object of the file, read key by key. It knows its place (as a JSON pointer) for messages, and
 * which keys were asked for, so that {@link #done} can refuse those that nobody knows.
 */
final class Fields {
  private final String file;
  private final String place;
  private final JsonNode node;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(String file, String place, JsonNode node) {
    this.file = file;
    this.place = place;
    this.node = node;
  }

  static Fields of(String file, String place, JsonNode node) {
    if (!node.isObject()) {
      throw new StoreException(Text.of("store.notAnObject", file, place));
    }
    return new Fields(file, place, node);
  }

  JsonNode node() {
    return node;
  }

  /** File and place as other readers' messages begin. */
  String location() {
    return file + " " + place;
  }

  Optional<JsonNode> find(String key) {
    known.add(key);
    return Optional.ofNullable(node.get(key)).filter(n -> !n.isNull());
  }

  JsonNode require(String key) {
    return find(key)
        .orElseThrow(() -> new StoreException(Text.of("store.missing", file, place, key)));
  }

  String text(String key) {
    return asText(key, require(key));
  }

  String text(String key, String otherwise) {
    return find(key).map(n -> asText(key, n)).orElse(otherwise);
  }

  private String asText(String key, JsonNode value) {
    if (!value.isString()) {
      throw refused(key, "store.notText");
    }
    if (value.stringValue().length() > Bounds.MAX_TEXT) {
      throw refused(key, "store.textLong", Bounds.MAX_TEXT);
    }
    return value.stringValue();
  }

  /** A text of any length. */
  String prose(String key) {
    JsonNode value = find(key).orElse(null);
    if (value != null && !value.isString()) {
      throw refused(key, "store.notText");
    }
    return value == null ? "" : value.stringValue();
  }

  double number(String key, double otherwise) {
    return find(key).map(n -> asNumber(key, n)).orElse(otherwise);
  }

  double number(String key) {
    return asNumber(key, require(key));
  }

  /** A text, where the value is one. */
  Optional<String> word(String key) {
    return find(key).filter(JsonNode::isString).map(JsonNode::stringValue);
  }

  double asNumber(String key, JsonNode value) {
    double number = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw refused(key, "store.notANumber", shown(value));
    }
    return number;
  }

  boolean flag(String key, boolean otherwise) {
    return find(key).map(n -> asFlag(key, n)).orElse(otherwise);
  }

  private boolean asFlag(String key, JsonNode value) {
    if (!value.isBoolean()) {
      throw refused(key, "store.notAFlag", shown(value));
    }
    return value.booleanValue();
  }

  /** A whole number within bounds; anything else is refused with them. */
  int integer(String key, int otherwise, int min, int max) {
    return find(key).map(n -> asInteger(key, n, min, max)).orElse(otherwise);
  }

  int asInteger(String key, JsonNode value, int min, int max) {
    double number = asNumber(key, value);
    if (number != Math.rint(number) || number < min || number > max) {
      throw refused(key, "store.range", shown(value), min, max);
    }
    return (int) number;
  }

  /** A constant by its name in files. */
  <E> E constant(String key, String word, Map<String, E> all) {
    E found = all.get(word);
    if (found == null) {
      throw unknown("store.unknownWord", at(key), word, all.keySet());
    }
    return found;
  }

  /** A nested object; an empty one when the key is missing. */
  Map<String, Fields> objects(String key) {
    Map<String, Fields> members = new LinkedHashMap<>();
    find(key)
        .ifPresent(value -> {
          Fields inner = of(file, at(key), value);
          inner
              .node
              .properties()
              .forEach(e -> members.put(e.getKey(), of(file, inner.at(e.getKey()), e.getValue())));
        });
    return members;
  }

  Optional<Fields> object(String key) {
    return find(key).map(value -> of(file, at(key), value));
  }

  /** An object in this place that says nothing. */
  Fields empty(String key) {
    return of(file, at(key), JsonNodeFactory.instance.objectNode());
  }

  /** A list of objects; empty when the key is missing. */
  List<Fields> objectList(String key) {
    List<Fields> items = new ArrayList<>();
    for (JsonNode item : list(key)) {
      items.add(of(file, at(key) + "/" + items.size(), item));
    }
    return items;
  }

  /** A list; empty when the key is missing. */
  List<JsonNode> list(String key) {
    List<JsonNode> items = new ArrayList<>();
    find(key)
        .ifPresent(value -> {
          if (!value.isArray()) {
            throw refused(key, "store.notAList");
          }
          value.forEach(items::add);
        });
    return items;
  }

  /** A list of texts, or a single text that stands for a list of one. */
  List<String> texts(String key) {
    Optional<JsonNode> value = find(key);
    if (value.isPresent() && value.get().isString()) {
      return List.of(asText(key, value.get()));
    }
    return list(key).stream().map(item -> asText(key, item)).toList();
  }

  /** The names of all members, for objects whose keys are free. */
  List<String> keys() {
    return List.copyOf(node.propertyNames());
  }

  /** Refuses keys that were never asked for. */
  void done() {
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw unknown("store.unknownKey", place, key, known);
      }
    }
  }

  String at(String key) {
    // JSON pointer, RFC 6901: "~" and "/" inside a key are escaped.
    return place + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /** A refusal that names file and place first. */
  StoreException refused(String key, String message, Object... more) {
    List<Object> values = new ArrayList<>(List.of(file, at(key)));
    values.addAll(List.of(more));
    return new StoreException(new Text(message, values));
  }

  private StoreException unknown(String key, String at, String word, Collection<String> all) {
    return NearWord.of(word, all)
        .map(near -> new StoreException(Text.of(key + "Near", file, at, shorten(word), near)))
        .orElseGet(() ->
            new StoreException(Text.of(key, file, at, shorten(word), String.join(", ", all))));
  }

  private static String shown(JsonNode value) {
    return shorten(value.isContainer() ? value.isArray() ? "[…]" : "{…}" : value.asString(""));
  }

  static String shorten(String word) {
    return word.length() <= 60 ? word : word.substring(0, 60) + "…";
  }
}
