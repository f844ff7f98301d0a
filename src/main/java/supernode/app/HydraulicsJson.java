package supernode.app;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import supernode.app.inp.InpFlow;
import supernode.quantity.Messages;
import supernode.solve.cooling.hydraulic.Notice;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Heads and flows as JSON, version 1; its schema is
 * assets/schema/supernode-hydraulics-1.schema.json.
 */
final class HydraulicsJson {
  private HydraulicsJson() {}

  static String text(InpFlow flow, boolean epanetConstants, Messages messages) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-hydraulics");
    root.put("version", 1);
    root.put("status", key(status(flow)));
    root.put("timeSeconds", 0);
    root.put("constants", epanetConstants ? "epanet" : "si");
    ArrayNode islands = root.putArray("islands");
    for (InpFlow.Island i : flow.islands()) {
      ObjectNode node = islands.addObject();
      node.put("status", key(i.status()));
      node.put("nodes", i.nodes());
      node.put("links", i.links());
      i.reason().ifPresent(r -> node.put("reason", messages.say(r)));
      if (!i.worst().isEmpty()) {
        node.put("worstPlace", i.worst());
      }
      notices(node.putArray("notices"), i.notices(), messages);
    }
    ObjectNode nodes = root.putObject("nodes");
    flow.nodes()
        .forEach((id, a) -> {
          ObjectNode node = nodes.putObject(id);
          put(node, "headM", a.headM());
          put(node, "pressureKPa", a.pressureKPa());
        });
    ObjectNode links = root.putObject("links");
    flow.links()
        .forEach((id, a) -> {
          ObjectNode node = links.putObject(id);
          put(node, "flowM3s", a.flowM3S());
          node.put("status", a.status());
          put(node, "headLossM", a.headLossM());
        });
    return AnalysisJson.JSON.writeValueAsString(root);
  }

  /** That of the worst part. */
  static InpFlow.Status status(InpFlow flow) {
    return flow.islands().stream()
        .map(InpFlow.Island::status)
        .max(java.util.Comparator.naturalOrder())
        .orElse(InpFlow.Status.SOLVED);
  }

  static String key(InpFlow.Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void notices(ArrayNode array, List<Notice> notices, Messages messages) {
    for (Notice notice : notices) {
      ObjectNode node = array.addObject();
      node.put("kind", notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      node.put("place", notice.place());
      node.put("text", messages.say(notice.text()));
    }
  }

  private static void put(ObjectNode node, String key, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(key, value.getAsDouble());
    } else {
      node.putNull(key);
    }
  }
}
