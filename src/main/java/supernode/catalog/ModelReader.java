package supernode.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.quantity.PlainText;
import supernode.quantity.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads model files:
 *
 * <pre>{"format": "supernode-models", "version": 1, "entries": [
 *   {"id": "gpt3-175b", "name": "...", "vendor": "...", "kind": "language",
 *    "values": {"layers": {"value": 96, "confidence": "seen", "source": "...", "note": ""}}}]}
 * </pre>
 */
public final class ModelReader {
  private static final String SHIPPED = "/assets/catalog/models.json";
  private static final int MOST_WIDTHS = 1000;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private ModelReader() {}

  /** The models that ship with the studio, by id. */
  public static Map<String, ModelCard> shipped() {
    try (InputStream in = ModelReader.class.getResourceAsStream(SHIPPED)) {
      return read(SHIPPED, in.readAllBytes());
    } catch (IOException e) {
      throw new CatalogException(Text.of("catalog.unreadable", SHIPPED, e.getMessage()));
    }
  }

  static Map<String, ModelCard> read(String file, byte[] bytes) {
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? 1 : Math.max(1, at.getLineNr());
      int column = at == null ? 1 : Math.max(1, at.getColumnNr());
      throw new CatalogException(Text.of("catalog.notJson", file, line, column));
    }
    if (!root.path("format").asString("").equals("supernode-models")
        || root.path("version").asInt(0) != 1) {
      throw new CatalogException(Text.of("catalog.modelFormat", file));
    }
    Map<String, ModelCard> cards = new LinkedHashMap<>();
    for (JsonNode entry : root.path("entries")) {
      ModelCard card = card(file, entry);
      if (cards.put(card.id(), card) != null) {
        throw new CatalogException(Text.of("catalog.duplicate", file, card.id()));
      }
    }
    return Collections.unmodifiableMap(cards);
  }

  /** One model of a file; {@code place} is named in messages. */
  static ModelCard card(String place, JsonNode entry) {
    String id = entry.path("id").asString("");
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new CatalogException(Text.of("catalog.id", place, id));
    }
    String at = place + ": " + id;
    EnumMap<ModelField, List<Sourced>> values = new EnumMap<>(ModelField.class);
    for (Map.Entry<String, JsonNode> e : entry.path("values").properties()) {
      ModelField field = field(at, e.getKey());
      JsonNode v = e.getValue();
      String source = words(at, v.path("source"), "source", "");
      if (source.isBlank()) {
        throw new CatalogException(Text.of("catalog.source", at, field.key()));
      }
      String key = v.path("confidence").asString("");
      Confidence confidence =
          Confidence.ofKey(key)
              .orElseThrow(
                  () -> new CatalogException(Text.of("catalog.confidence", at, field.key(), key)));
      String note = words(at, v.path("note"), "note", "");
      values.put(field, items(at, field, v.path("value"), confidence, source, note));
    }
    return new ModelCard(
        id,
        words(at, entry.path("name"), "name", id),
        words(at, entry.path("vendor"), "vendor", ""),
        kind(at, entry.path("kind").asString("")),
        values);
  }

  /**
   * A user's own shape in a job: bare numbers by their keys, for example {@code {"layers": 24,
   * "hidden": 2048, "heads": 16}}; texts under "id", "name" and "kind" may be added.
   */
  public static ModelCard own(String place, Object fields) {
    JsonNode shape = JsonMapper.shared().valueToTree(fields);
    EnumMap<ModelField, List<Sourced>> values = new EnumMap<>(ModelField.class);
    for (Map.Entry<String, JsonNode> e : shape.properties()) {
      if (!List.of("id", "name", "kind").contains(e.getKey())) {
        ModelField field = field(place, e.getKey());
        values.put(field, items(place, field, e.getValue(), Confidence.USER, "set in the job", ""));
      }
    }
    String name = words(place, shape.path("name"), "name", "own model");
    String kind = shape.path("kind").asString("language");
    return new ModelCard(
        words(place, shape.path("id"), "id", "own"), name, "", kind(place, kind), values);
  }

  private static ModelField field(String place, String key) {
    return ModelField.ofKey(key)
        .orElseThrow(() -> new CatalogException(Text.of("catalog.property", place, key)));
  }

  private static List<Sourced> items(
      String at,
      ModelField field,
      JsonNode value,
      Confidence confidence,
      String source,
      String note) {
    List<Sourced> items = new ArrayList<>();
    if (field.isList() && value.isArray() && value.size() <= MOST_WIDTHS) {
      value.forEach(v -> items.add(item(at, field, v, confidence, source, note)));
    } else {
      items.add(item(at, field, value, confidence, source, note));
    }
    if (items.isEmpty()) {
      throw new CatalogException(
          Text.of("catalog.whole", at, field.key(), field.min(), field.max()));
    }
    return items;
  }

  private static Sourced item(
      String at, ModelField field, JsonNode v, Confidence confidence, String source, String note) {
    if (!v.isNumber() || !field.admits(v.asDouble(Double.NaN))) {
      throw new CatalogException(
          Text.of("catalog.whole", at, field.key(), field.min(), field.max()));
    }
    return new Sourced(v.asDouble(), confidence, source, note);
  }

  private static ModelCard.Kind kind(String place, String key) {
    for (ModelCard.Kind kind : ModelCard.Kind.values()) {
      if (kind.key().equals(key)) {
        return kind;
      }
    }
    throw new CatalogException(Text.of("catalog.modelKind", place, key));
  }

  private static String words(String place, JsonNode node, String key, String otherwise) {
    String text = node.isMissingNode() ? otherwise : node.asString("");
    if (!PlainText.isText(text)) {
      throw new CatalogException(Text.of("catalog.text", place, key));
    }
    return text;
  }
}
