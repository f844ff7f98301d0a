package supernode.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import supernode.quantity.PlainText;
import supernode.quantity.Text;
import tools.jackson.databind.JsonNode;

/**
 * A place in a catalogue file, and what its readers have in common.
 *
 * @param name of the place in messages
 * @param pointer to it in the file
 */
record Place(Complaints complaints, String name, String pointer) {
  /** A paragraph; files of designs, which carry copies, take no more. */
  private static final int LONGEST = 10_000;

  private static final List<String> ORIGIN = List.of("source", "confidence", "note");

  Place below(String path, String called) {
    return new Place(complaints, called, pointer + "/" + path);
  }

  void complain(String below, Text text) {
    complaints.add(pointer + below, text);
  }

  /** What is not read would be lost without a word. */
  void expect(JsonNode node, Collection<String> keys) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!keys.contains(field.getKey()) && !ORIGIN.contains(field.getKey())) {
        complain(
            "/" + escaped(field.getKey()),
            Text.of("catalog.key", name, brief(field.getKey()), String.join(", ", keys)));
      }
    }
  }

  /** A key as a step of a pointer, by RFC 6901. */
  static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /** As much as a message can hold. */
  static String brief(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** Whether there is a list under a key; something else there is complained of. */
  boolean isList(JsonNode node, String key) {
    if (!node.has(key) || node.path(key).isArray()) {
      return node.has(key);
    }
    complain("/" + key, Text.of("catalog.list", name, key));
    return false;
  }

  String words(JsonNode node, String key, String otherwise) {
    JsonNode value = node.path(key);
    return value.isMissingNode() ? otherwise : words(value, key);
  }

  String words(JsonNode value, String key) {
    String text = value.asString("");
    boolean isWritten = value.isString() || value.isNumber();
    if (isWritten && PlainText.isText(text) && text.length() <= LONGEST) {
      return text;
    }
    complain(
        "/" + key,
        text.length() > LONGEST
            ? Text.of("catalog.long", name, key, LONGEST)
            : Text.of(isWritten ? "catalog.text" : "catalog.noText", name, key));
    return "";
  }

  /**
   * @param of whose origin it is
   * @param below where a missing one is missed
   */
  Optional<Origin> origin(JsonNode node, String of, String below) {
    String source = words(node, "source", "");
    if (source.isBlank()) {
      complain(below, Text.of("catalog.source", name, of));
    }
    String key = node.path("confidence").asString("");
    Optional<Confidence> confidence = Confidence.ofKey(key);
    if (confidence.isEmpty()) {
      String at = node.has("confidence") ? below + "/confidence" : below;
      complain(at, Text.of("catalog.confidence", name, of, brief(key)));
    }
    return source.isBlank()
        ? Optional.empty()
        : confidence.map(c -> new Origin(c, source, words(node, "note", "")));
  }

  static <E extends Enum<E>> Optional<E> constant(Class<E> type, String key) {
    for (E e : type.getEnumConstants()) {
      if (e.name().toLowerCase(Locale.ROOT).equals(key)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }
}
