package supernode.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import supernode.analysis.Analysis;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.design.Instances;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** What has to be bought: parts and links of the whole design. */
final class BillOfMaterials {
  /** Links of one type and length are one line. */
  private record Cut(LinkType type, double lengthM) {}

  private BillOfMaterials() {}

  /**
   * @param library the catalogue as the design sees it
   */
  static Section of(Analysis analysis, Catalog library) {
    Map<String, Long> counts = Instances.parts(analysis.design(), analysis.design().root());
    List<List<Text>> rows = new ArrayList<>();
    library.parts().values().stream()
        .filter(p -> counts.containsKey(p.id()))
        .forEach(p -> rows.add(row(p, counts.get(p.id()))));
    links(analysis).forEach((cut, n) -> rows.add(row(cut, n)));
    return new Section.Table(
        "bill",
        Text.of("report.section.bill"),
        Text.of("report.lead.bill"),
        List.of(
            new Section.Column(Text.of("report.column.kind"), false, 17),
            new Section.Column(Text.of("report.column.part"), false, 36),
            new Section.Column(Text.of("report.column.count"), true, 8),
            new Section.Column(Text.of("report.column.length"), true, 9),
            new Section.Column(Text.of("report.column.powerEach"), true, 10),
            new Section.Column(Text.of("report.column.id"), false, 20)),
        rows);
  }

  private static List<Text> row(Part part, long count) {
    return List.of(
        Text.of("kind." + part.kind().key()),
        plain((part.vendor() + " " + part.name()).strip()),
        count(count),
        DesignReport.NONE,
        part.values()
            .find(Property.POWER_W)
            .map(v -> plain(new Quantity(v.value(), Dimension.POWER).toString()))
            .orElse(DesignReport.NONE),
        plain(part.id()));
  }

  private static Map<Cut, Integer> links(Analysis analysis) {
    Map<Cut, Integer> counts =
        new TreeMap<>(
            Comparator.comparing((Cut c) -> c.type().id()).thenComparingDouble(Cut::lengthM));
    analysis
        .model()
        .asOptional()
        .ifPresent(m ->
            m.links()
                .forEach(
                    l -> counts.merge(new Cut(l.type(), l.lengthM()), l.count(), Integer::sum)));
    return counts;
  }

  private static List<Text> row(Cut cut, int n) {
    return List.of(
        Text.of("report.kind.link"),
        plain(cut.type().name()),
        count(n),
        cut.lengthM() > 0
            ? plain(new Quantity(cut.lengthM(), Dimension.LENGTH).toString())
            : DesignReport.NONE,
        DesignReport.NONE,
        plain(cut.type().id()));
  }

  private static Text count(long n) {
    return plain(new Quantity(n, Dimension.COUNT).toString());
  }

  private static Text plain(String text) {
    return Text.of(DesignReport.PLAIN, text);
  }
}
