package supernode.app;

import java.io.PrintWriter;
import java.util.Map;
import supernode.catalog.ModelCard;
import supernode.catalog.ModelReader;
import supernode.catalog.Sourced;
import supernode.solve.workload.model.ModelShape;
import supernode.solve.workload.model.Parameters;

/** Models of the library as the catalogue's commands show them. */
final class ModelListing {
  static final String KIND = "model";

  private ModelListing() {}

  static void list(PrintWriter out) {
    ModelReader.shipped()
        .values()
        .forEach(m -> out.printf("%-28s %-22s %s%n", m.id(), KIND, name(m)));
  }

  /** Every dimension with its source, then what is counted from them; false if there is none. */
  static boolean show(String id, PrintWriter out) {
    ModelCard card = ModelReader.shipped().get(id);
    if (card == null) {
      return false;
    }
    out.printf("%s  %s  %s%n", id, card.kind().key(), name(card));
    card.values()
        .forEach((field, items) -> {
          Sourced first = items.getFirst();
          out.printf(
              "  %-22s %-24s %-11s %s%s%n",
              field.key(),
              items.stream().map(s -> String.format("%.0f", s.value())).toList(),
              first.confidence().key(),
              first.source(),
              first.note().isEmpty() ? "" : "; " + first.note());
        });
    ModelShape.of(card)
        .asOptional()
        .map(ModelShape::parameters)
        .ifPresent(p -> counted(p).forEach((k, v) -> out.printf("  = %-20s %,d%n", k, v)));
    return true;
  }

  private static Map<String, Long> counted(Parameters p) {
    Map<String, Long> counts = new java.util.LinkedHashMap<>();
    counts.put("parameters", p.total());
    counts.put("activeParameters", p.active());
    return counts;
  }

  private static String name(ModelCard m) {
    return m.vendor().isEmpty() ? m.name() : m.vendor() + " " + m.name();
  }
}
