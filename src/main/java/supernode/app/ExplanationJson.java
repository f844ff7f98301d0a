package supernode.app;

import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.quantity.Messages;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An explanation as JSON. */
final class ExplanationJson {
  private ExplanationJson() {}

  static String text(Result result, Explanation explanation, Messages messages) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-explanation");
    root.put("version", 1);
    root.put("result", result.id());
    root.set("explanation", node(explanation, messages));
    return AnalysisJson.JSON.writeValueAsString(root);
  }

  private static ObjectNode node(Explanation e, Messages messages) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("label", messages.say(e.label()));
    e.value()
        .ifPresent(v -> {
          node.put("value", v.toString());
          node.put("si", v.value());
        });
    e.formula().ifPresent(f -> node.put("formula", messages.say(f)));
    e.source()
        .ifPresent(s -> {
          node.put("source", s.source());
          node.put("confidence", s.confidence().key());
          if (!s.note().isEmpty()) {
            node.put("note", s.note());
          }
        });
    if (!e.place().isEmpty()) {
      node.put("place", e.place());
    }
    if (e.limiting()) {
      node.put("limits", true);
    }
    if (!e.inputs().isEmpty()) {
      ArrayNode inputs = node.putArray("inputs");
      e.inputs().forEach(i -> inputs.add(node(i, messages)));
    }
    return node;
  }
}
