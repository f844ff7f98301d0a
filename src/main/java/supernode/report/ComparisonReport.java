package supernode.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import supernode.analysis.Analysis;
import supernode.analysis.Comparison;
import supernode.analysis.Overlay;
import supernode.catalog.Catalog;
import supernode.figure.Figure;
import supernode.figure.chart.ComparisonCharts;
import supernode.figure.drawing.DesignFigure;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** The report of designs side by side: drawings, what is ahead in what, curves in one chart. */
public final class ComparisonReport {
  private static final int NAME_SHARE = 26;
  private static final int WINNER_SHARE = 14;

  private ComparisonReport() {}

  /**
   * @param analyses two to four
   */
  public static Report of(List<Analysis> analyses, Catalog catalog) {
    Comparison comparison = Comparison.of(analyses);
    List<Section> sections = new ArrayList<>();
    sections.add(table(comparison));
    sections.add(drawings(analyses, catalog));
    sections.add(
        new Section.Charts(
            "charts", Text.of("report.section.charts"), ComparisonCharts.of(analyses)));
    sections.add(notes(analyses));
    return new Report(
        String.join(" · ", comparison.names()),
        Text.of("report.comparison"),
        new Report.Verdict(verdict(comparison), Optional.empty()),
        "",
        figure(analyses.getFirst(), catalog),
        List.of(),
        sections);
  }

  private static Text verdict(Comparison comparison) {
    long most =
        IntStream.range(0, comparison.names().size())
            .mapToLong(comparison::wins)
            .max()
            .orElseThrow();
    List<String> best =
        IntStream.range(0, comparison.names().size())
            .filter(i -> comparison.wins(i) == most)
            .mapToObj(comparison.names()::get)
            .toList();
    long all =
        comparison.lines().stream().filter(l -> l.sense() != Comparison.Sense.NEITHER).count();
    return best.size() == 1
        ? Text.of("report.comparison.verdict", best.getFirst(), most, all)
        : Text.of("report.comparison.draw", String.join(", ", best), most, all);
  }

  private static Section table(Comparison comparison) {
    List<Section.Column> columns = new ArrayList<>();
    int share = (100 - NAME_SHARE - WINNER_SHARE) / comparison.names().size();
    columns.add(new Section.Column(Text.of("report.column.figure"), false, NAME_SHARE));
    comparison.names().forEach(n -> columns.add(new Section.Column(plain(n), true, share)));
    columns.add(new Section.Column(Text.of("report.column.ahead"), false, WINNER_SHARE));
    return new Section.Table(
        "comparison",
        Text.of("report.section.comparison"),
        Text.of("report.lead.comparison"),
        columns,
        comparison.lines().stream().map(l -> row(comparison, l)).toList());
  }

  private static List<Text> row(Comparison comparison, Comparison.Line line) {
    List<Text> cells = new ArrayList<>();
    cells.add(line.label());
    for (int i = 0; i < line.values().size(); i++) {
      cells.add(value(line, i));
    }
    cells.add(
        line.winner().isPresent()
            ? plain(comparison.names().get(line.winner().getAsInt()))
            : DesignReport.NONE);
    return cells;
  }

  private static Text value(Comparison.Line line, int design) {
    OptionalDouble value = line.values().get(design);
    if (value.isEmpty()) {
      return DesignReport.NONE;
    }
    Text quantity = plain(new Quantity(value.getAsDouble(), line.dimension()).toString());
    return line.assumed().contains(design) ? Text.of("report.assumedValue", quantity) : quantity;
  }

  private static Section drawings(List<Analysis> analyses, Catalog catalog) {
    List<String> names = Comparison.names(analyses);
    return new Section.Drawings(
        "drawings",
        Text.of("report.section.drawings"),
        Text.of("report.lead.drawings"),
        analyses.stream()
            .map(a -> new Section.Plate(names.get(analyses.indexOf(a)), figure(a, catalog)))
            .toList());
  }

  private static Section notes(List<Analysis> analyses) {
    return new Section.Table(
        "notes",
        Text.of("report.section.notes"),
        Text.of("report.lead.notes"),
        List.of(
            new Section.Column(Text.of("report.column.design"), false, 20),
            new Section.Column(Text.of("report.column.remarks"), false, 80)),
        analyses.stream()
            .map(a -> List.of(plain(a.design().name()), plain(a.design().notes())))
            .toList());
  }

  private static Figure figure(Analysis a, Catalog catalog) {
    return DesignFigure.of(
            a.design(),
            a.design().library(catalog),
            Optional.of(a),
            Overlay.STRUCTURE,
            a.scenario())
        .figure();
  }

  private static Text plain(String text) {
    return Text.of(DesignReport.PLAIN, text);
  }
}
