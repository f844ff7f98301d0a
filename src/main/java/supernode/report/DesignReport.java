package supernode.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import supernode.analysis.Analysis;
import supernode.analysis.Explanation;
import supernode.analysis.Overlay;
import supernode.analysis.Result;
import supernode.catalog.Catalog;
import supernode.catalog.Confidence;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.design.Assembly;
import supernode.design.Instances;
import supernode.design.Wiring;
import supernode.figure.chart.AnalysisCharts;
import supernode.figure.chart.AnalysisCharts.Tab;
import supernode.figure.chart.Chart;
import supernode.figure.drawing.DesignFigure;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** The report of an analysed design: what it is, what it does, what is wrong, what it rests on. */
public final class DesignReport {
  /** Text that is printed as it stands. */
  private static final String PLAIN = "report.plain";

  private final Analysis analysis;
  private final Catalog library;

  private DesignReport(Analysis analysis, Catalog library) {
    this.analysis = analysis;
    this.library = library;
  }

  /**
   * @param library the catalogue as the design sees it
   */
  public static Report of(Analysis analysis, Catalog library) {
    return new DesignReport(analysis, library).report();
  }

  private Report report() {
    List<Section> sections = new ArrayList<>();
    sections.add(drawing("drawing", Overlay.STRUCTURE));
    sections.add(totals());
    if (analysis.overlay(Overlay.TEMPERATURE).isPresent()) {
      sections.add(drawing("temperature", Overlay.TEMPERATURE));
    }
    sections.add(new Section.Charts("charts", Text.of("report.section.charts"), charts()));
    sections.add(findings());
    sections.add(bill());
    sections.add(derivations());
    sections.add(assumptions());
    return new Report(
        analysis.design().name(),
        Text.of("report.subtitle", analysis.scenario()),
        analysis.totals().stream()
            .limit(6)
            .map(r -> new Report.Fact(r.label(), r.quantity()))
            .toList(),
        sections);
  }

  private Section drawing(String id, Overlay overlay) {
    DesignFigure figure =
        DesignFigure.of(
            analysis.design(), library, Optional.of(analysis), overlay, analysis.scenario());
    return new Section.Drawing(
        id,
        Text.of("report.section." + id),
        Text.of("report.caption." + id, analysis.design().rootAssembly().name()),
        figure.figure(),
        figure.reading());
  }

  /** Every chart that the window shows, each once. */
  private List<Chart> charts() {
    return Stream.of(Tab.NETWORK, Tab.COOLING, Tab.POWER)
        .flatMap(tab -> AnalysisCharts.of(analysis, tab).stream())
        .flatMap(slot -> slot.chart().asOptional().stream())
        .toList();
  }

  private Section totals() {
    List<Section.Total> totals = new ArrayList<>();
    analysis
        .results()
        .forEach((Result r) ->
            totals.add(new Section.Total(r.label(), r.quantity(), Optional.of(formula(r)))));
    return new Section.Totals(
        "totals", Text.of("report.section.totals"), Text.of("report.lead.totals"), totals);
  }

  private static Text formula(Result r) {
    Explanation e = r.explanation().get();
    return e.formula().orElseGet(() -> plain(""));
  }

  private Section findings() {
    List<Section.Entry> entries =
        analysis.findings().stream()
            .map(f ->
                new Section.Entry(
                    f.severity(),
                    f.text(),
                    f.places().stream().limit(12).toList(),
                    f.mends().stream().map(m -> m.text()).toList()))
            .toList();
    return new Section.Findings("findings", Text.of("report.section.findings"), entries);
  }

  private Section bill() {
    Map<String, Long> counts =
        new TreeMap<>(Instances.parts(analysis.design(), analysis.design().root()));
    List<List<Text>> rows = new ArrayList<>();
    library.parts().values().stream()
        .filter(p -> counts.containsKey(p.id()))
        .forEach(p ->
            rows.add(
                List.of(
                    Text.of("kind." + p.kind().key()),
                    plain((p.vendor() + " " + p.name()).strip()),
                    plain(new Quantity(counts.get(p.id()), Dimension.COUNT).toString()),
                    each(p),
                    plain(p.id()))));
    links().forEach((link, n) -> rows.add(linkRow(link, n)));
    return new Section.Table(
        "bill",
        Text.of("report.section.bill"),
        Text.of("report.lead.bill"),
        List.of(
            new Section.Column(Text.of("report.column.kind"), false, 18),
            new Section.Column(Text.of("report.column.part"), false, 38),
            new Section.Column(Text.of("report.column.count"), true, 12),
            new Section.Column(Text.of("report.column.powerEach"), true, 14),
            new Section.Column(Text.of("report.column.id"), false, 18)),
        rows);
  }

  private static Text each(Part p) {
    return p.values()
        .find(Property.POWER_W)
        .map(v -> plain(new Quantity(v.value(), Dimension.POWER).toString()))
        .orElse(plain("–"));
  }

  /** Physical links of each type in the unrolled design. */
  private Map<LinkType, Integer> links() {
    Map<LinkType, Integer> counts = new java.util.LinkedHashMap<>();
    analysis
        .model()
        .asOptional()
        .ifPresent(m -> m.links().forEach(l -> counts.merge(l.type(), l.count(), Integer::sum)));
    return counts;
  }

  private static List<Text> linkRow(LinkType link, int n) {
    return List.of(
        Text.of("report.kind.link"),
        plain(link.name()),
        plain(new Quantity(n, Dimension.COUNT).toString()),
        plain("–"),
        plain(link.id()));
  }

  private Section derivations() {
    List<Explanation> trees = analysis.results().limit(40).map(r -> r.explanation().get()).toList();
    return new Section.Derivations(
        "derivations",
        Text.of("report.section.derivations"),
        Text.of("report.lead.derivations"),
        trees);
  }

  private Section assumptions() {
    Map<String, Long> parts = Instances.parts(analysis.design(), analysis.design().root());
    List<List<Text>> rows = new ArrayList<>();
    library.parts().values().stream()
        .filter(p -> parts.containsKey(p.id()))
        .forEach(p -> sources(p.name(), p.values(), rows));
    analysis.design().assemblies().values().stream()
        .map(Assembly::wirings)
        .flatMap(List::stream)
        .map(Wiring::link)
        .distinct()
        .flatMap(id -> library.link(id).stream())
        .forEach(l -> sources(l.name(), l.values(), rows));
    return new Section.Table(
        "assumptions",
        Text.of("report.section.assumptions"),
        Text.of("report.lead.assumptions", notes()),
        List.of(
            new Section.Column(Text.of("report.column.part"), false, 22),
            new Section.Column(Text.of("report.column.property"), false, 18),
            new Section.Column(Text.of("report.column.value"), true, 12),
            new Section.Column(Text.of("report.column.confidence"), false, 12),
            new Section.Column(Text.of("report.column.source"), false, 36)),
        rows);
  }

  private String notes() {
    return analysis.design().notes();
  }

  private static void sources(String name, Values values, List<List<Text>> rows) {
    for (Map.Entry<Property, Sourced> e : values.all().entrySet()) {
      Sourced s = e.getValue();
      boolean noteworthy = s.confidence() != Confidence.SEEN && !s.note().isEmpty();
      rows.add(
          List.of(
              plain(name),
              Text.of("property." + e.getKey().key()),
              plain(new Quantity(s.value(), e.getKey().dimension()).toString()),
              Text.of("confidence." + s.confidence().key()),
              plain(noteworthy ? s.source() + ". " + s.note() : s.source())));
    }
  }

  private static Text plain(String text) {
    return Text.of(PLAIN, text);
  }
}
