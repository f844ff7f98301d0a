package supernode.catalog;

import java.util.Optional;
import java.util.function.BiConsumer;
import supernode.quantity.Text;
import tools.jackson.databind.JsonNode;

/** Entries that somebody brings along: held to what the shipped ones keep to. */
public final class Entries {
  /** Own parts are kept in files that are named after them. */
  private static final int LONGEST_ID = 100;

  private Entries() {}

  public static boolean isId(String text) {
    return text.length() <= LONGEST_ID && text.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
  }

  /**
   * @param wrong is told the pointer to what is wrong, and why
   */
  public static Optional<Part> part(
      String place, String kind, JsonNode entry, BiConsumer<String, Text> wrong) {
    Optional<Part> part = new EntryReader(wrong::accept, place, "").part(kind, entry);
    part.ifPresent(p -> requireOrigins(place, "", p, entry, wrong));
    return part;
  }

  /** As {@link #part}. */
  public static Optional<LinkType> link(
      String place, JsonNode entry, BiConsumer<String, Text> wrong) {
    return new EntryReader(wrong::accept, place, "").link(entry);
  }

  /** No rate without its source. Copies in designs of before may have none. */
  static void requireOrigins(
      String place, String pointer, Part part, JsonNode entry, BiConsumer<String, Text> wrong) {
    int index = 0;
    for (JsonNode port : entry.path("ports")) {
      String at = pointer + "/ports/" + index++;
      String name = port.path("name").asString("");
      part.port(name)
          .filter(p -> p.type() instanceof PortType.Signal && !port.has("source"))
          .filter(_ -> !port.has("confidence"))
          .ifPresent(
              _ -> wrong.accept(at, Text.of("catalog.source", place + ": " + part.id(), name)));
    }
  }
}
