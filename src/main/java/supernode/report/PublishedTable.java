package supernode.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import supernode.analysis.PublishedCheck;
import supernode.catalog.PublishedFigure;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** What was published about a system, what its parts come to, and how far the two are apart. */
final class PublishedTable {
  private PublishedTable() {}

  static Section of(List<PublishedCheck.Line> lines) {
    return new Section.Table(
        "published",
        Text.of("report.section.published"),
        Text.of("report.lead.published"),
        List.of(
            new Section.Column(Text.of("report.column.figure"), false, 21),
            new Section.Column(Text.of("report.column.published"), true, 12),
            new Section.Column(Text.of("report.column.computed"), true, 12),
            new Section.Column(Text.of("report.column.offBy"), true, 10),
            new Section.Column(Text.of("report.column.sourceRemarks"), false, 45)),
        lines.stream().map(PublishedTable::row).toList());
  }

  private static List<Text> row(PublishedCheck.Line line) {
    PublishedFigure figure = line.figure();
    return List.of(
        Text.of("figure." + figure.kind().key()),
        value(figure, figure.published()),
        line.assumed() && line.computed().isPresent()
            ? Text.of("report.assumedValue", value(figure, line.computed()))
            : value(figure, line.computed()),
        difference(line),
        source(figure));
  }

  private static Text value(PublishedFigure figure, OptionalDouble si) {
    return si.isEmpty()
        ? DesignReport.NONE
        : plain(new Quantity(si.getAsDouble(), figure.kind().dimension()).toString());
  }

  private static Text difference(PublishedCheck.Line line) {
    OptionalDouble share = line.difference();
    return share.isEmpty()
        ? DesignReport.NONE
        : plain(String.format(Locale.ROOT, "%+.1f %%", 100 * share.getAsDouble()));
  }

  private static Text source(PublishedFigure figure) {
    String why = figure.miss().isEmpty() ? figure.note() : figure.miss();
    return figure
        .confidence()
        .map(c -> Text.of("confidence." + c.key()))
        .map(c ->
            Text.of(
                why.isEmpty() ? "report.sourced" : "report.sourcedNote", c, figure.source(), why))
        .orElse(plain(why));
  }

  private static Text plain(String text) {
    return Text.of(DesignReport.PLAIN, text);
  }
}
