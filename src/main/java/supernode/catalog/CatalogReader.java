package supernode.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import supernode.quantity.PlainText;
import supernode.quantity.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads catalogue files:
 *
 * <pre>{"format": "supernode-catalog", "version": 1, "kind": "switch", "entries": [
 *   {"id": "nvlsw5", "name": "...", "vendor": "...",
 *    "values": {"powerW": {"value": 300, "confidence": "estimate", "source": "...", "note": ""}},
 *    "ports": [{"name": "port", "signal": "NVLink5", "lanes": 2, "rateGBps": 50, "count": 72}]}]}
 * </pre>
 *
 * The kind is a part kind or "link".
 */
public final class CatalogReader {
  // The largest shipped file has 6,000; a tree takes some 100 byte for each.
  private static final long MAX_TOKENS = 500_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();
  private static final int MAX_PORTS = 100_000;
  private static final long MAX_BYTES = 32L << 20;

  private CatalogReader() {}

  /** The catalogue that ships with the studio. */
  public static Catalog shipped() {
    Catalog catalog = Catalog.EMPTY;
    List<String> files = new ArrayList<>();
    for (PartKind kind : PartKind.values()) {
      files.add(kind.key());
    }
    files.add("link");
    Set<String> seen = new HashSet<>();
    for (String file : files) {
      String name = "/assets/catalog/" + file + ".json";
      try (InputStream in = CatalogReader.class.getResourceAsStream(name)) {
        if (in != null) {
          Catalog more = read(name, in.readAllBytes());
          more.parts().keySet().forEach(id -> requireNew(seen, id, name));
          more.links().keySet().forEach(id -> requireNew(seen, "link " + id, name));
          catalog = catalog.with(more.parts().values(), more.links().values());
        }
      } catch (IOException e) {
        throw new CatalogException(Text.of("catalog.unreadable", name, e.getMessage()));
      }
    }
    return catalog;
  }

  /** What ships to be looked up; read only where it is asked for. */
  public static List<Reference> references() {
    List<Reference> references = new ArrayList<>();
    for (Reference.Kind kind : Reference.Kind.values()) {
      String name = "/assets/catalog/" + kind.key() + ".json";
      try (InputStream in = CatalogReader.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new CatalogException(Text.of("catalog.unreadable", name, ""));
        }
        references.addAll(references(name, kind, in.readAllBytes()));
      } catch (IOException e) {
        throw new CatalogException(Text.of("catalog.unreadable", name, e.getMessage()));
      }
    }
    return references;
  }

  private static List<Reference> references(String file, Reference.Kind kind, byte[] bytes) {
    List<Reference> references = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode entry : tree(file, bytes).path("entries")) {
      String id = id(file, entry);
      requireNew(ids, id, file);
      String place = file + ": " + id;
      references.add(
          new Reference(
              id,
              kind,
              words(place, entry, "name", id),
              words(place, entry, "vendor", ""),
              values(place, entry.path("values"))));
    }
    return references;
  }

  /** Where the user's own parts are. */
  public static Path userFolder() {
    return Path.of(System.getProperty("user.home", "."), ".supernode-studio", "parts");
  }

  /** The shipped catalogue and the {@code *.json} files of a folder of the user's, if it exists. */
  public static Catalog withUserFolder(Catalog catalog, Path folder) {
    if (!Files.isDirectory(folder)) {
      return catalog;
    }
    Catalog result = catalog;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(CatalogReader::isCatalogue).sorted().toList()) {
        if (Files.size(file) > MAX_BYTES) {
          throw new CatalogException(Text.of("catalog.tooLarge", file.toString()));
        }
        Catalog more = read(file.toString(), Files.readAllBytes(file));
        result = result.with(more.parts().values(), more.links().values());
      }
    } catch (IOException e) {
      throw new CatalogException(
          Text.of("catalog.unreadable", folder.toString(), String.valueOf(e.getMessage())));
    }
    return result;
  }

  private static boolean isCatalogue(Path file) {
    return file.toString().endsWith(".json") && Files.isRegularFile(file);
  }

  private static JsonNode tree(String file, byte[] bytes) {
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? 1 : Math.max(1, at.getLineNr());
      int column = at == null ? 1 : Math.max(1, at.getColumnNr());
      throw new CatalogException(Text.of("catalog.notJson", file, line, column));
    }
    if (!root.path("format").asString("").equals("supernode-catalog")
        || root.path("version").asInt(0) != 1) {
      throw new CatalogException(Text.of("catalog.format", file));
    }
    return root;
  }

  static Catalog read(String file, byte[] bytes) {
    JsonNode root = tree(file, bytes);
    List<Part> parts = new ArrayList<>();
    List<LinkType> links = new ArrayList<>();
    String kindKey = root.path("kind").asString("");
    for (JsonNode entry : root.path("entries")) {
      if (kindKey.equals("link")) {
        links.add(link(file, entry));
      } else {
        parts.add(part(file, kindKey, entry));
      }
    }
    Set<String> ids = new HashSet<>();
    parts.forEach(p -> requireNew(ids, p.id(), file));
    links.forEach(l -> requireNew(ids, l.id(), file));
    return Catalog.EMPTY.with(parts, links);
  }

  /** One part, as it also stands embedded in a design; {@code place} is named in messages. */
  public static Part part(String place, String kindKey, JsonNode entry) {
    String id = id(place, entry);
    PartKind kind =
        PartKind.ofKey(kindKey)
            .orElseThrow(() -> new CatalogException(Text.of("catalog.kind", place, kindKey)));
    List<PortSpec> ports = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode port : entry.path("ports")) {
      PortSpec spec = port(place + ": " + id, port);
      requireNew(names, spec.name(), place + ": " + id);
      ports.add(spec);
    }
    return new Part(
        id,
        kind,
        words(place + ": " + id, entry, "name", id),
        words(place + ": " + id, entry, "vendor", ""),
        values(place + ": " + id, entry.path("values")),
        ports);
  }

  /** One link type, as it also stands embedded in a design. */
  public static LinkType link(String place, JsonNode entry) {
    String id = id(place, entry);
    String family = entry.path("family").asString("signal");
    List<String> protocols = new ArrayList<>();
    entry.path("protocols").forEach(p -> protocols.add(words(place + ": " + id, p, "protocols")));
    return new LinkType(
        id,
        constant(LinkType.Family.class, family)
            .orElseThrow(() -> new CatalogException(Text.of("catalog.kind", place, family))),
        words(place + ": " + id, entry, "name", id),
        words(place + ": " + id, entry, "medium", ""),
        protocols,
        values(place + ": " + id, entry.path("values")));
  }

  private static String id(String place, JsonNode entry) {
    String id = entry.path("id").asString("");
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new CatalogException(Text.of("catalog.id", place, id));
    }
    return id;
  }

  private static String words(String place, JsonNode node, String key, String otherwise) {
    JsonNode value = node.path(key);
    return value.isMissingNode() ? otherwise : words(place, value, key);
  }

  private static String words(String place, JsonNode value, String key) {
    String text = value.asString("");
    if (!PlainText.isText(text)) {
      throw new CatalogException(Text.of("catalog.text", place, key));
    }
    return text;
  }

  private static void requireNew(Set<String> seen, String id, String place) {
    if (!seen.add(id)) {
      throw new CatalogException(Text.of("catalog.duplicate", place, id));
    }
  }

  private static PortSpec port(String place, JsonNode port) {
    String name = words(place, port, "name", "");
    int count = whole(port, "count");
    int lanes = whole(port, "lanes");
    if (name.isEmpty() || count < 1 || lanes < 1) {
      throw new CatalogException(Text.of("catalog.port", place, name, MAX_PORTS));
    }
    PortType type;
    if (port.has("signal")) {
      double rate = port.path("rateGBps").asDouble(Double.NaN) * 1e9;
      if (!(rate > 0) || Double.isInfinite(rate)) {
        throw new CatalogException(Text.of("catalog.portRate", place, name));
      }
      type = new PortType.Signal(words(place, port, "signal", ""), lanes, rate);
    } else if (port.has("fluid")) {
      type = new PortType.Fluid(side(place, port.path("fluid").asString("")));
    } else if (port.has("power")) {
      type =
          new PortType.Power(
              side(place, port.path("power").asString("")), port.path("voltageV").asDouble(0));
    } else if (port.has("heat")) {
      type = new PortType.Heat(side(place, port.path("heat").asString("")));
    } else {
      throw new CatalogException(Text.of("catalog.portType", place, name));
    }
    return new PortSpec(name, type, count);
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

  private static PortType.Side side(String place, String key) {
    return constant(PortType.Side.class, key)
        .orElseThrow(() -> new CatalogException(Text.of("catalog.side", place, key)));
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String key) {
    for (E e : type.getEnumConstants()) {
      if (e.name().toLowerCase(Locale.ROOT).equals(key)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  private static Values values(String place, JsonNode node) {
    Map<Property, Sourced> values = new EnumMap<>(Property.class);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Property property =
          Property.ofKey(field.getKey())
              .orElseThrow(
                  () -> new CatalogException(Text.of("catalog.property", place, field.getKey())));
      JsonNode v = field.getValue();
      JsonNode given = v.path("value");
      double si =
          given.isString()
              ? property.choice(given.stringValue()).orElse(Double.NaN)
              : given.isNumber() ? property.toSi(given.asDouble(Double.NaN)) : Double.NaN;
      if (!property.admits(si)) {
        throw new CatalogException(
            Text.of("catalog.value", place, property.key(), property.min(), property.max()));
      }
      String confidence = v.path("confidence").asString("");
      String source = words(place, v, "source", "");
      if (source.isBlank()) {
        throw new CatalogException(Text.of("catalog.source", place, property.key()));
      }
      values.put(
          property,
          new Sourced(
              si,
              Confidence.ofKey(confidence)
                  .orElseThrow(() ->
                      new CatalogException(
                          Text.of("catalog.confidence", place, property.key(), confidence))),
              source,
              words(place, v, "note", "")));
    }
    return new Values(values);
  }
}
