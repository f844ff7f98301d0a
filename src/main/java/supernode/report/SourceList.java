package supernode.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.analysis.Analysis;
import supernode.catalog.Catalog;
import supernode.catalog.Confidence;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.design.Design;
import supernode.design.Instances;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * What a design rests on: every value of its parts and links and every rate of their ports, where
 * from and how sure.
 */
final class SourceList {
  /** Values that were found in one place are one line. */
  private record Found(Confidence confidence, String source, String note) {}

  private SourceList() {}

  /**
   * @param library the catalogue as the design sees it
   */
  static Section of(Analysis analysis, Catalog library) {
    Design design = analysis.design();
    Set<String> parts = Instances.parts(design, design.root()).keySet();
    List<Section.Subject> subjects = new ArrayList<>();
    library.parts().values().stream()
        .filter(p -> parts.contains(p.id()))
        .forEach(p -> add(p.name(), p.values(), p.ports(), subjects));
    design.assemblies().values().stream()
        .flatMap(a -> a.wirings().stream())
        .map(w -> w.link())
        .distinct()
        .flatMap(id -> library.link(id).stream())
        .forEach(l -> add(l.name(), l.values(), List.of(), subjects));
    return new Section.Sources(
        "assumptions",
        Text.of("report.section.assumptions"),
        Text.of("report.lead.assumptions"),
        subjects);
  }

  private static void add(
      String name, Values values, List<PortSpec> ports, List<Section.Subject> subjects) {
    Map<Found, List<Section.Total>> found = new LinkedHashMap<>();
    values
        .all()
        .forEach((property, s) ->
            found
                .computeIfAbsent(
                    found(s.confidence(), s.source(), s.note()), _ -> new ArrayList<>())
                .add(total(property, s)));
    ports.forEach(port ->
        port.origin()
            .ifPresent(o ->
                rate(port)
                    .ifPresent(rate ->
                        found
                            .computeIfAbsent(
                                found(o.confidence(), o.source(), o.note()), _ -> new ArrayList<>())
                            .add(rate))));
    List<Section.Cited> cited = new ArrayList<>();
    found.forEach((f, v) -> cited.add(new Section.Cited(v, f.confidence(), f.source(), f.note())));
    if (!cited.isEmpty()) {
      subjects.add(new Section.Subject(name, cited));
    }
  }

  /** How a value that nobody published was reached is told; what was read needs no words. */
  private static Found found(Confidence confidence, String source, String note) {
    return new Found(confidence, source, confidence == Confidence.SEEN ? "" : note);
  }

  /** What a port says besides being there. */
  private static Optional<Section.Total> rate(PortSpec port) {
    return port.type() instanceof PortType.Signal(String protocol, int _, double rateBytesPerS)
        ? Optional.of(
            Section.Total.of(
                Text.of("measure.port", port.name(), port.count(), protocol),
                new Quantity(rateBytesPerS, Dimension.BANDWIDTH)))
        : Optional.empty();
  }

  private static Section.Total total(Property property, Sourced s) {
    return Section.Total.of(
        Text.of("property." + property.key()), new Quantity(s.value(), property.dimension()));
  }
}
