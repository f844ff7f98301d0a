package supernode.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import supernode.analysis.Analysis;
import supernode.analysis.Explanation;
import supernode.analysis.Finding;
import supernode.analysis.Overlay;
import supernode.analysis.PublishedCheck;
import supernode.analysis.Result;
import supernode.analysis.Severity;
import supernode.analysis.SizeWish;
import supernode.analysis.reliability.Verdict;
import supernode.analysis.score.Appraisal;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Catalog;
import supernode.catalog.PublishedFigure;
import supernode.design.Design;
import supernode.design.Placement;
import supernode.figure.chart.AnalysisCharts;
import supernode.figure.chart.AnalysisCharts.Tab;
import supernode.figure.chart.Chart;
import supernode.figure.drawing.DesignFigure;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/** The report of an analysed design: what it is, what it does, what is wrong, what it rests on. */
public final class DesignReport {
  /** Text that is printed as it stands. */
  static final String PLAIN = "report.plain";

  /** What is not known or says nothing here. */
  static final Text NONE = Text.of(PLAIN, "–");

  /** Numbers of the cover, most telling first; of those on one line the first that there is. */
  private static final List<List<String>> FACTS =
      List.of(
          List.of("totals.accelerators", "totals.cpus"),
          List.of("totals.fp4DensePflops", "totals.fp8DensePflops", "totals.fp16DensePflops"),
          List.of("totals.memoryTB"),
          List.of("totals.memoryBandwidthTBps"),
          List.of("scaleUp.bisectionTBps", "scaleOut.bisectionTBps"),
          List.of("scaleUp.injectionGBps", "scaleOut.injectionGBps"),
          List.of("power.totalKW"),
          List.of("cooling.hottestJunctionC", "power.pue"));

  /** What is derived in full beyond the numbers of the cover. */
  private static final List<List<String>> DERIVED =
      List.of(
          List.of("scaleUp.allToAllPairGBps", "scaleOut.allToAllPairGBps"),
          List.of("scaleUp.latencyMaxNs", "scaleOut.latencyMaxNs"),
          List.of("cooling.riseK"),
          List.of("power.pue"));

  private static final int MOST_PLATES = 4;

  private final Analysis analysis;
  private final Catalog library;
  private final List<PublishedFigure> published;
  private final List<Workloads.Answered> workloads;
  private final Verdict found;
  private final Appraisal worth;

  private DesignReport(
      Analysis analysis,
      Catalog library,
      List<PublishedFigure> published,
      List<Workloads.Answered> workloads) {
    this.workloads = List.copyOf(workloads);
    this.analysis = analysis;
    this.library = library;
    this.published = published;
    worth = Appraisal.of(analysis, workloads, () -> false);
    found = Verdict.of(analysis, workloads, worth.resilience());
  }

  /**
   * The report in no language yet.
   *
   * @param library the catalogue as the design sees it
   */
  public static Report of(Analysis analysis, Catalog library) {
    return of(analysis, library, List.of());
  }

  /**
   * The report of a system about which something is published.
   *
   * @param library the catalogue as the design sees it
   */
  public static Report of(Analysis analysis, Catalog library, List<PublishedFigure> published) {
    return of(analysis, library, published, List.of());
  }

  /**
   * The report of a system with the workloads of its scenario.
   *
   * @param library the catalogue as the design sees it
   */
  public static Report of(
      Analysis analysis,
      Catalog library,
      List<PublishedFigure> published,
      List<Workloads.Answered> workloads) {
    return new DesignReport(analysis, library, published, workloads).report();
  }

  private Report report() {
    List<Section> sections = new ArrayList<>();
    sections.add(findings());
    Section.Drawing whole = drawing("drawing", Overlay.STRUCTURE);
    sections.add(whole);
    inside().ifPresent(sections::add);
    sections.add(totals());
    sections.addAll(WorkloadPages.of(workloads));
    if (!published.isEmpty()) {
      sections.add(PublishedTable.of(PublishedCheck.of(analysis, published)));
    }
    if (analysis.overlay(Overlay.TEMPERATURE).isPresent()) {
      sections.add(drawing("temperature", Overlay.TEMPERATURE));
    }
    sections.add(new Section.Charts("charts", Text.of("report.section.charts"), charts()));
    sections.addAll(WorthSections.of(analysis.design().name(), worth));
    sections.add(BillOfMaterials.of(analysis, library));
    sections.add(derivations());
    sections.add(SourceList.of(analysis, library));
    return new Report(
        analysis.design().name(),
        Text.of("report.subtitle", scenario()),
        verdict(),
        analysis.design().notes(),
        whole.figure(),
        chosen(FACTS).map(r -> new Report.Fact(r.label(), r.quantity())).toList(),
        sections);
  }

  /** The scenario that every design has is named in the document's language. */
  private Object scenario() {
    return analysis.scenario().equals(Design.DEFAULT_SCENARIO)
        ? Text.of("ui.scenario.default")
        : analysis.scenario();
  }

  private Report.Verdict verdict() {
    if (found.findings().isEmpty()) {
      return new Report.Verdict(Text.of("report.noFindings"), Optional.empty());
    }
    Text text =
        Text.of(
            "report.verdict",
            found.count(Severity.ERROR),
            found.count(Severity.WARNING),
            found.count(Severity.INFO));
    return new Report.Verdict(text, found.worst());
  }

  private Stream<Result> chosen(List<List<String>> lines) {
    Map<String, Result> all = new LinkedHashMap<>();
    analysis.results().forEach(r -> all.putIfAbsent(r.id(), r));
    return lines.stream()
        .flatMap(line ->
            line.stream()
                .filter(all::containsKey)
                .map(all::get)
                .filter(r -> r.quantity().value() != 0)
                // What is cut through of a fabric of many domains is one of them; the next joins
                // them.
                .sorted(Comparator.comparing((Result r) -> isOfOneDomain(r, all)))
                .limit(1));
  }

  private static boolean isOfOneDomain(Result result, Map<String, Result> all) {
    int dot = result.id().indexOf('.');
    return result.id().endsWith(".bisectionTBps")
        && all.containsKey(result.id().substring(0, dot) + ".islands");
  }

  private Section.Drawing drawing(String id, Overlay overlay) {
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

  /** What the whole drawing shows too small to read. */
  private Optional<Section> inside() {
    Design design = analysis.design();
    Set<String> within = new LinkedHashSet<>();
    collect(design, design.root(), within);
    if (within.isEmpty()) {
      return Optional.empty();
    }
    DesignFigure figure = DesignFigure.of(design, library);
    List<Section.Plate> plates =
        within.stream()
            .limit(MOST_PLATES)
            .map(id -> new Section.Plate(design.assemblies().get(id).name(), figure.inside(id)))
            .toList();
    return Optional.of(
        new Section.Drawings(
            "inside", Text.of("report.section.inside"), Text.of("report.lead.inside"), plates));
  }

  private static void collect(Design design, String id, Set<String> into) {
    List<String> nested =
        design.assemblies().get(id).placements().values().stream()
            .map(Placement::of)
            .filter(design.assemblies()::containsKey)
            .toList();
    into.addAll(nested);
    nested.forEach(inner -> collect(design, inner, into));
  }

  /** Every chart that the window shows, each once, but those that keep a reader waiting. */
  private List<Chart> charts() {
    return Stream.of(Tab.NETWORK, Tab.COOLING, Tab.POWER)
        .flatMap(tab -> AnalysisCharts.of(analysis, tab).stream())
        .filter(slot -> !slot.isLong())
        .toList()
        // Curves that are worked out for the document alone are most of its time.
        .parallelStream()
        .flatMap(slot -> slot.chart().asOptional().stream())
        .toList();
  }

  private Section totals() {
    List<Section.Group> groups = new ArrayList<>();
    group(Text.of("report.group.parts"), analysis.totals(), groups);
    analysis
        .networks()
        .forEach((fabric, outcome) ->
            outcome
                .asOptional()
                .ifPresent(a -> group(Text.of("fabric." + fabric.key()), a.results(), groups)));
    analysis
        .cooling()
        .asOptional()
        .ifPresent(a -> group(Text.of("report.group.cooling"), a.results(), groups));
    analysis
        .power()
        .asOptional()
        .ifPresent(a -> group(Text.of("report.group.power"), a.results(), groups));
    worth
        .resilience()
        .asOptional()
        .ifPresent(r -> group(Text.of("report.group.reliability"), r.results(), groups));
    return new Section.Totals(
        "totals", Text.of("report.section.totals"), Text.of("report.lead.totals"), groups);
  }

  private static void group(Text title, List<Result> results, List<Section.Group> groups) {
    if (!results.isEmpty()) {
      groups.add(
          new Section.Group(
              title, results.stream().map(r -> Section.Total.of(r, note(r))).toList()));
    }
  }

  /** How it is counted: of a sum of one thing that thing, else the formula. */
  private static Optional<Text> note(Result r) {
    Explanation e = r.explanation().get();
    boolean sumOfOne = e.inputs().size() == 1 && e.inputs().getFirst().value().isPresent();
    return sumOfOne ? Optional.of(e.inputs().getFirst().label()) : e.formula();
  }

  private Section findings() {
    List<Section.Entry> entries =
        found.findings().stream()
            .map(f ->
                new Section.Entry(
                    f.severity(),
                    f.text(),
                    f.places(),
                    Stream.concat(
                            f.mends().stream().map(Finding.Mend::text),
                            f.sizes().stream().map(SizeWish::text))
                        .toList()))
            .toList();
    return new Section.Findings("findings", Text.of("report.section.findings"), entries);
  }

  private Section derivations() {
    List<Explanation> trees =
        Stream.of(
                chosen(FACTS),
                chosen(DERIVED),
                WorkloadPages.derived(workloads),
                WorthSections.derived(worth))
            .flatMap(Function.identity())
            .distinct()
            .filter(r -> r.quantity().dimension() != Dimension.COUNT)
            .map(r -> r.explanation().get())
            .toList();
    return new Section.Derivations(
        "derivations",
        Text.of("report.section.derivations"),
        Text.of("report.lead.derivations"),
        trees);
  }
}
