package supernode.app;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import supernode.analysis.Analysis;
import supernode.analysis.Comparison;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Unit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A comparison as JSON, version 1; its schema is assets/schema/supernode-comparison-1.schema.json.
 */
final class ComparisonJson {
  private ComparisonJson() {}

  static String text(Comparison comparison, List<Analysis> analyses, Messages messages) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-comparison");
    root.put("version", 1);
    ArrayNode designs = root.putArray("designs");
    for (int i = 0; i < analyses.size(); i++) {
      ObjectNode design = designs.addObject();
      design.put("name", comparison.names().get(i));
      design.put("design", analyses.get(i).design().name());
      design.put("scenario", analyses.get(i).scenario());
      design.put("ahead", comparison.wins(i));
    }
    ArrayNode lines = root.putArray("lines");
    comparison.lines().forEach(line -> line(lines.addObject(), line, messages));
    return AnalysisJson.JSON.writeValueAsString(root);
  }

  private static void line(ObjectNode node, Comparison.Line line, Messages messages) {
    double largest =
        line.values().stream()
            .flatMap(v -> v.stream().boxed())
            .mapToDouble(Math::abs)
            .max()
            .orElse(0);
    Unit unit = QuantityFormat.unitFor(largest, line.dimension());
    node.put("id", line.label().key().substring(line.label().key().indexOf('.') + 1));
    node.put("label", messages.say(line.label()));
    node.put("unit", unit.symbol());
    node.put("better", line.sense().name().toLowerCase(Locale.ROOT));
    ArrayNode values = node.putArray("values");
    ArrayNode differences = node.putArray("differences");
    ArrayNode ratios = node.putArray("ratios");
    for (int i = 0; i < line.values().size(); i++) {
      put(values, line.values().get(i), unit.perUnit());
      if (i > 0) {
        put(differences, line.difference(i), unit.perUnit());
        put(ratios, line.ratio(i), 1);
      }
    }
    ArrayNode assumed = node.putArray("assumed");
    line.assumed().stream()
        .sorted()
        .filter(i -> line.values().get(i).isPresent())
        .forEach(assumed::add);
    if (line.winner().isPresent()) {
      node.put("ahead", line.winner().getAsInt());
    }
  }

  private static void put(ArrayNode node, OptionalDouble si, double perUnit) {
    if (si.isPresent()) {
      node.add(si.getAsDouble() / perUnit);
    } else {
      node.addNull();
    }
  }
}
