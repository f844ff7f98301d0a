package supernode.interop.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rows of one id, as they come to be an entry of a catalogue file. */
final class SheetEntry {
  private static final String PORTS = "/ports/";
  private static final String VALUES = "/values/";

  private final String id;
  private final String kind;
  private final long firstLine;
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();
  private final Map<String, Long> fields = new LinkedHashMap<>();
  private final List<Long> ports = new ArrayList<>();
  private boolean bad;

  SheetEntry(String id, String kind, long firstLine) {
    this.id = id;
    this.kind = kind;
    this.firstLine = firstLine;
    node.put("id", id);
  }

  String id() {
    return id;
  }

  String kind() {
    return kind;
  }

  ObjectNode node() {
    return node;
  }

  void spoil() {
    bad = true;
  }

  boolean isGood() {
    return !bad;
  }

  /**
   * Takes note of where a field stands.
   *
   * @return where it stands already
   */
  Optional<Long> begin(String field, long line) {
    return Optional.ofNullable(fields.putIfAbsent(field, line));
  }

  ObjectNode port(long line) {
    ports.add(line);
    return node.withArray("/ports").addObject();
  }

  /** Of what a pointer into the entry leads to. */
  long line(String pointer) {
    if (pointer.startsWith(PORTS)) {
      return ports.get(Integer.parseInt(pointer.substring(PORTS.length()).split("/")[0]));
    }
    String field = pointer.substring(pointer.startsWith(VALUES) ? VALUES.length() : 1);
    return fields.getOrDefault(field.split("/")[0], firstLine);
  }
}
