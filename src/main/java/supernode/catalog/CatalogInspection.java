package supernode.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import supernode.catalog.EntryImport.Problem;
import supernode.quantity.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Reads a catalogue file to its end and tells everything that is wrong with it, and where. */
public final class CatalogInspection {
  private static final String LINK = "link";

  private record At(int line, int column) {}

  private final String file;
  private final Map<String, At> places = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private CatalogInspection(String file) {
    this.file = file;
  }

  /**
   * @param known whose ids are taken
   */
  public static EntryImport of(String file, byte[] bytes, Catalog known) {
    CatalogInspection inspection = new CatalogInspection(file);
    JsonNode root;
    try {
      root = CatalogReader.tree(file, bytes);
    } catch (CatalogException e) {
      At at = at(e.text());
      return new EntryImport(
          List.of(), List.of(), List.of(new Problem(at.line, at.column, "", e.text())));
    }
    inspection.locate(bytes);
    return inspection.entries(root, known);
  }

  /** What is no JSON says where itself. */
  private static At at(Text text) {
    return text.key().equals("catalog.notJson")
        ? new At((Integer) text.values().get(1), (Integer) text.values().get(2))
        : new At(1, 1);
  }

  private void locate(byte[] bytes) {
    try (JsonParser parser = CatalogReader.JSON.createParser(bytes)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.END_OBJECT
            && parser.currentToken() != JsonToken.END_ARRAY
            && parser.currentToken() != JsonToken.PROPERTY_NAME) {
          TokenStreamLocation at = parser.currentTokenLocation();
          boolean opens = parser.currentToken().isStructStart();
          var context = opens ? parser.streamReadContext().getParent() : parser.streamReadContext();
          places.put(context.pathAsPointer().toString(), new At(at.getLineNr(), at.getColumnNr()));
        }
      }
    }
  }

  private EntryImport entries(JsonNode root, Catalog known) {
    String kind = root.path("kind").asString("");
    if (!kind.equals(LINK) && PartKind.ofKey(kind).isEmpty()) {
      complain("/kind", "", "", Text.of("catalog.kind", file, kind));
      return new EntryImport(List.of(), List.of(), problems);
    }
    List<Part> goodParts = new ArrayList<>();
    List<LinkType> goodLinks = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int index = 0;
    for (JsonNode entry : root.path("entries")) {
      String pointer = "/entries/" + index++;
      String id = entry.path("id").asString("");
      int before = problems.size();
      BiConsumer<String, Text> wrong = (at, text) -> complain(at, pointer, id, text);
      EntryReader reader = new EntryReader(wrong::accept, file, pointer);
      if (kind.equals(LINK)) {
        Optional<LinkType> link = reader.link(entry);
        requireFree(pointer, id, seen, known);
        link.filter(_ -> problems.size() == before).ifPresent(goodLinks::add);
      } else {
        Optional<Part> part = reader.part(kind, entry);
        part.ifPresent(p -> Entries.requireOrigins(file, pointer, p, entry, wrong));
        requireFree(pointer, id, seen, known);
        part.filter(_ -> problems.size() == before).ifPresent(goodParts::add);
      }
    }
    return new EntryImport(goodParts, goodLinks, problems);
  }

  private void requireFree(String pointer, String id, Set<String> seen, Catalog known) {
    if (!Entries.isId(id)) {
      return;
    }
    if (!seen.add(id)) {
      complain(pointer + "/id", pointer, id, Text.of("catalog.duplicate", file, id));
    } else if (known.part(id).isPresent() || known.link(id).isPresent()) {
      complain(pointer + "/id", pointer, id, Text.of("sheet.taken", id));
    }
  }

  /** At the place, or at the nearest around it that is there. */
  private void complain(String at, String entry, String id, Text text) {
    String near = at;
    while (!places.containsKey(near) && near.length() > entry.length()) {
      near = near.substring(0, near.lastIndexOf('/'));
    }
    At place = places.getOrDefault(near, new At(1, 1));
    problems.add(new Problem(place.line, place.column, id, text));
  }
}
