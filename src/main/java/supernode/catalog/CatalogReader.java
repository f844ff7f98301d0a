package supernode.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import supernode.quantity.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
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
  // The largest shipped file has 6,000; the longest sheet comes to 700,000; a tree takes some 100
  // byte for each.
  private static final long MAX_TOKENS = 800_000;

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  /** Of a file. */
  public static final long MAX_BYTES = 32L << 20;

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
    EntryReader reader = new EntryReader(Complaints.THROWN, file, "");
    for (JsonNode entry : tree(file, bytes).path("entries")) {
      Reference reference = reader.reference(kind, entry).orElseThrow();
      requireNew(ids, reference.id(), file);
      references.add(reference);
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

  static JsonNode tree(String file, byte[] bytes) {
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (StreamConstraintsException _) {
      throw new CatalogException(Text.of("catalog.tooMuch", file));
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
    if (!root.path("entries").isArray()) {
      throw new CatalogException(Text.of("catalog.entries", file));
    }
    return root;
  }

  /** A whole file; the first thing wrong with it is thrown. */
  public static Catalog read(String file, byte[] bytes) {
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
    return new EntryReader(Complaints.THROWN, place, "").part(kindKey, entry).orElseThrow();
  }

  /** One link type, as it also stands embedded in a design. */
  public static LinkType link(String place, JsonNode entry) {
    return new EntryReader(Complaints.THROWN, place, "").link(entry).orElseThrow();
  }

  private static void requireNew(Set<String> seen, String id, String place) {
    if (!seen.add(id)) {
      throw new CatalogException(Text.of("catalog.duplicate", place, id));
    }
  }
}
