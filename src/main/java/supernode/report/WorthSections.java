package supernode.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.analysis.Result;
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
  private static final int MOST_ROWS = 18;

  private WorthSections() {}

  /** What goes with one part, and the charts of both. */
  static List<Section> of(String name, Appraisal worth) {
    List<Section> sections = new ArrayList<>();
    worth.resilience().asOptional().flatMap(WorthSections::losses).ifPresent(sections::add);
    List<ScoreCharts.Named> one = List.of(new ScoreCharts.Named(name, worth.score()));
    charts("reliability", ReliabilityCharts.of(worth.resilience(), worth.uptime()), sections);
    charts("score", ScoreCharts.of(one), sections);
    return sections;
  }

  private static void charts(String id, List<Slot> slots, List<Section> sections) {
    List<Chart> drawn = slots.stream().flatMap(s -> s.chart().asOptional().stream()).toList();
    if (!drawn.isEmpty()) {
      sections.add(new Section.Charts(id, Text.of("report.section." + id), drawn));
    }
  }

  /** What is derived in full: the abilities, and how long a job goes on. */
  static Stream<Result> derived(Appraisal worth) {
    return Stream.concat(
        worth.resilience().asOptional().stream()
            .flatMap(r -> r.results().stream())
            .filter(r -> r.id().equals("reliability.jobMtbfHours")),
        worth.score().abilities().stream().flatMap(a -> a.score().stream()));
  }

  private static Optional<Section> losses(Resilience r) {
    List<PartLoss> told =
        r.losses().stream().filter(l -> l.isSinglePoint() || l.bandwidthLeft() < 1).toList();
    List<List<Text>> rows = told.stream().limit(MOST_ROWS).map(WorthSections::row).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section.Table(
                "losses",
                Text.of("report.section.losses"),
                Text.of("report.lead.losses", rows.size(), told.size()),
                List.of(
                    new Section.Column(Text.of("report.column.place"), false, 40),
                    new Section.Column(Text.of("report.column.gives"), false, 18),
                    new Section.Column(Text.of("report.column.count"), true, 12),
                    new Section.Column(
                        Text.of("chart.axis.acceleratorsLost", r.countedName()), true, 15),
                    new Section.Column(Text.of("report.column.left"), true, 15)),
                rows));
  }

  private static List<Text> row(PartLoss l) {
    return List.of(
        plain(l.path()),
        Text.of("reliability.cause." + l.cause().key()),
        count(l.count()),
        count(l.stopped()),
        l.bandwidthLeft() < 1 ? left(l) : DesignReport.NONE);
  }

  /** Not solved but read off its links: about. */
  private static Text left(PartLoss l) {
    Quantity left = new Quantity(l.bandwidthLeft(), Dimension.RATIO);
    return l.isEstimate() ? Text.of("report.roughly", left) : plain(left);
  }

  private static Text count(int n) {
    return plain(new Quantity(n, Dimension.COUNT));
  }

  private static Text plain(Object value) {
    return Text.of(DesignReport.PLAIN, value);
  }
}
