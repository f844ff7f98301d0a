package supernode.store;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sketches before the first release: placements were a list of objects with names, and the
 * surroundings and faults stood in the design itself, as there was one scenario.
 */
final class FromVersion0 implements Migration {
  @Override
  public int from() {
    return 0;
  }

  @Override
  public void apply(ObjectNode document) {
    if (!(document.path("design") instanceof ObjectNode design)) {
      return;
    }
    for (JsonNode assembly : design.path("assemblies")) {
      if (assembly instanceof ObjectNode a && a.path("placements") instanceof ArrayNode list) {
        nameByKey(a, list);
      }
    }
    List<String> moved = new ArrayList<>(List.of("ambient", "traffic", "faults"));
    moved.removeIf(key -> !design.has(key));
    if (!moved.isEmpty() && !design.has("scenarios")) {
      ObjectNode scenario = design.putObject("scenarios").putObject("default");
      moved.forEach(key -> scenario.set(key, design.remove(key)));
    }
  }

  private static void nameByKey(ObjectNode assembly, ArrayNode list) {
    // Left as they are, and refused with their place, when names are missing or doubled.
    long names = list.valueStream().map(p -> p.path("name").asString("")).distinct().count();
    if (names != list.size() || !list.valueStream().allMatch(p -> p.path("name").isString())) {
      return;
    }
    ObjectNode placements = assembly.objectNode();
    for (JsonNode item : list) {
      ObjectNode placement = (ObjectNode) item;
      placements.set(placement.remove("name").stringValue(), placement);
    }
    assembly.set("placements", placements);
  }
}
