package supernode.app;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A topology's answer as lines for a terminal: key and value, reasons last. */
final class TopologyListing {
  private TopologyListing() {}

  static void print(ObjectNode answer, PrintWriter out) {
    print("", answer, out);
  }

  private static void print(String prefix, JsonNode node, PrintWriter out) {
    node.properties()
        .forEach(e -> {
          JsonNode value = e.getValue();
          String key = prefix + e.getKey();
          if (value.isObject()) {
            print(key + ".", value, out);
          } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            for (int i = 0; i < value.size(); i++) {
              print(key + "[" + i + "].", value.get(i), out);
            }
          } else if (!value.isNull()) {
            out.printf(
                "%-40s %s%n", key, value.isString() ? value.stringValue() : value.toString());
          }
        });
  }
}
