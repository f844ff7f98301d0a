package supernode.store;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Prints JSON for people and for line-wise comparison: two-space indent, and what fits into a line
 * stays on one.
 */
final class Layout {
  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();

  private Layout() {}

  static String print(JsonNode node) {
    Layout layout = new Layout();
    layout.write(node, 0, 0);
    return layout.out.append('\n').toString();
  }

  /** A number without a needless fraction; negative zero keeps its sign. */
  static JsonNode number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    boolean negativeZero = value == 0 && 1 / value < 0;
    return whole && !negativeZero
        ? JsonNodeFactory.instance.numberNode((long) value)
        : JsonNodeFactory.instance.numberNode(value);
  }

  private void write(JsonNode node, int indent, int column) {
    if (!node.isContainer() || inline(node, WIDTH - column)) {
      if (!node.isContainer()) {
        out.append(node);
      }
      return;
    }
    boolean object = node.isObject();
    out.append(object ? '{' : '[');
    String separator = "\n";
    if (object) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String key = key(member.getKey());
        out.append(separator).repeat(' ', indent + 2).append(key);
        write(member.getValue(), indent + 2, indent + 2 + key.length());
        separator = ",\n";
      }
    } else {
      for (JsonNode item : node) {
        out.append(separator).repeat(' ', indent + 2);
        write(item, indent + 2, indent + 2);
        separator = ",\n";
      }
    }
    out.append('\n').repeat(' ', indent).append(object ? '}' : ']');
  }

  /** Prints on the present line if that takes at most so many characters; else prints nothing. */
  private boolean inline(JsonNode node, int room) {
    int start = out.length();
    // One character stays free for the comma that may follow.
    if (flat(node, start + room - 1)) {
      return true;
    }
    out.setLength(start);
    return false;
  }

  private boolean flat(JsonNode node, int end) {
    if (out.length() > end) {
      return false;
    }
    if (node.isObject()) {
      out.append('{');
      Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
      while (members.hasNext()) {
        Map.Entry<String, JsonNode> member = members.next();
        out.append(key(member.getKey()));
        if (!flat(member.getValue(), end)) {
          return false;
        }
        out.append(members.hasNext() ? ", " : "");
      }
      out.append('}');
    } else if (node.isArray()) {
      out.append('[');
      Iterator<JsonNode> items = node.iterator();
      while (items.hasNext()) {
        if (!flat(items.next(), end)) {
          return false;
        }
        out.append(items.hasNext() ? ", " : "");
      }
      out.append(']');
    } else {
      out.append(node);
    }
    return out.length() <= end;
  }

  private static String key(String name) {
    return JsonNodeFactory.instance.stringNode(name) + ": ";
  }
}
