package supernode.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.analysis.reliability.PartLoss;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.score.Appraisal;
import supernode.figure.chart.Chart;
import supernode.figure.chart.ReliabilityCharts;
import supernode.figure.chart.ScoreCharts;
import supernode.figure.chart.Slot;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** Pages on what a design stands to lose, and on its score. */
final class WorthSections {
  /** Kinds of part that the table of losses names. */
  private static final int MOST_ROWS = 24;

  private WorthSections() {}

  /** What goes with one part, and the charts of both. */
  static List<Section> of(String name, Appraisal worth) {
    List<Section> sections = new ArrayList<>();
    worth.resilience().asOptional().flatMap(WorthSections::losses).ifPresent(sections::add);
    List<ScoreCharts.Named> one = List.of(new ScoreCharts.Named(name, worth.score()));
    sections.add(
        new Section.Charts(
            "worth",
            Text.of("report.section.worth"),
            drawn(
                Stream.concat(
                    ScoreCharts.of(one).stream(),
                    ReliabilityCharts.of(worth.resilience(), worth.uptime()).stream()))));
    return sections;
  }

  private static List<Chart> drawn(Stream<Slot> slots) {
    return slots.flatMap(s -> s.chart().asOptional().stream()).toList();
  }

  private static Optional<Section> losses(Resilience r) {
    List<List<Text>> rows =
        r.losses().stream()
            .filter(l -> l.isSinglePoint() || l.bandwidthLeft() < 1)
            .limit(MOST_ROWS)
            .map(WorthSections::row)
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section.Table(
                "losses",
                Text.of("report.section.losses"),
                Text.of("report.lead.losses"),
                List.of(
                    new Section.Column(Text.of("report.column.place"), false, 40),
                    new Section.Column(Text.of("report.column.gives"), false, 18),
                    new Section.Column(Text.of("report.column.count"), true, 12),
                    new Section.Column(Text.of("report.column.stops"), true, 15),
                    new Section.Column(Text.of("report.column.left"), true, 15)),
                rows));
  }

  private static List<Text> row(PartLoss l) {
    return List.of(
        plain(l.path()),
        Text.of("reliability.cause." + l.cause().key()),
        count(l.count()),
        count(l.accelerators() + l.cutOff()),
        plain(new Quantity(l.bandwidthLeft(), Dimension.RATIO)));
  }

  private static Text count(int n) {
    return plain(new Quantity(n, Dimension.COUNT));
  }

  private static Text plain(Object value) {
    return Text.of(DesignReport.PLAIN, value);
  }
}
