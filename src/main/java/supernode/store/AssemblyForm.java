package supernode.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.design.Assembly;
import supernode.design.Assembly.Level;
import supernode.design.DesignException;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An assembly of the file. */
final class AssemblyForm {
  private static final int MAX_HEIGHT_U = 100;

  private AssemblyForm() {}

  static Assembly read(String id, boolean root, Fields f) {
    String name = f.text("name", id);
    Level level =
        f.constant(
            "level", f.text("level", Names.level(root ? Level.RACK : Level.TRAY)), Names.LEVELS);
    int heightU = f.integer("heightU", 0, 0, MAX_HEIGHT_U);
    String enclosure = f.text("enclosure", "");
    PlacementForm reader = new PlacementForm();
    Map<String, Placement> placements = new LinkedHashMap<>();
    f.objects("placements").forEach((key, p) -> placements.put(key, reader.read(p)));
    List<Wiring> wirings = f.objectList("wirings").stream().map(PatternForm::readWiring).toList();
    Map<String, List<Selector>> exposes = new LinkedHashMap<>();
    f.object("exposes")
        .ifPresent(e -> e.keys().forEach(key -> exposes.put(key, selectors(e, key))));
    f.done();
    return new Assembly(name, level, heightU, enclosure, placements, wirings, exposes);
  }

  private static List<Selector> selectors(Fields f, String key) {
    List<Selector> selectors = new ArrayList<>();
    for (String text : f.texts(key)) {
      selectors.add(selector(f, key, text));
    }
    if (selectors.isEmpty()) {
      throw f.refused(key, "store.exposesNothing");
    }
    return selectors;
  }

  static Selector selector(Fields f, String key, String text) {
    try {
      return Selector.parse(text);
    } catch (DesignException e) {
      throw f.refused(key, "store.at", e.text());
    }
  }

  static ObjectNode write(String id, Assembly assembly) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (!assembly.name().equals(id)) {
      node.put("name", assembly.name());
    }
    node.put("level", Names.level(assembly.level()));
    if (assembly.heightU() != 0) {
      node.put("heightU", assembly.heightU());
    }
    if (!assembly.enclosure().isEmpty()) {
      node.put("enclosure", assembly.enclosure());
    }
    ObjectNode placements = node.putObject("placements");
    assembly.placements().forEach((key, p) -> placements.set(key, PlacementForm.write(p)));
    if (!assembly.wirings().isEmpty()) {
      ArrayNode wirings = node.putArray("wirings");
      assembly.wirings().forEach(w -> wirings.add(PatternForm.write(w)));
    }
    if (!assembly.exposes().isEmpty()) {
      ObjectNode exposes = node.putObject("exposes");
      assembly
          .exposes()
          .forEach((key, selectors) -> {
            if (selectors.size() == 1) {
              exposes.put(key, selectors.getFirst().toString());
            } else {
              exposes.set(
                  key, DesignForm.array(selectors.stream().map(Selector::toString).toList()));
            }
          });
    }
    return node;
  }
}
