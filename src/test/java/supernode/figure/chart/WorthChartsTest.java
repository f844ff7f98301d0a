package supernode.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.analysis.Analysis;
import supernode.analysis.SampleAnalysis;
import supernode.analysis.score.Appraisal;
import supernode.analysis.workload.ScheduleAnswer;
import supernode.analysis.workload.ServingAnswer;
import supernode.analysis.workload.Uptime;
import supernode.analysis.workload.Workloads;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Points;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.solve.reliability.Checkpointing;
import supernode.solve.workload.schedule.DayResult;

/** Serving, days of jobs, reliability and the score as charts. */
class WorthChartsTest {
  private static final Messages WORDS = new Messages(java.util.Locale.ENGLISH);

  private static Workloads.Answered answered(String sample, String scenario) {
    Analysis analysis = SampleAnalysis.full(SampleAnalysis.design(sample), scenario);
    return new Workloads().of(analysis).getFirst();
  }

  private static Chart chart(List<Slot> slots, String id) {
    return slots.stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow()
        .chart()
        .asOptional()
        .orElseThrow();
  }

  private static Series.Curve curve(Chart chart, String key) {
    return chart.series().stream()
        .filter(s -> s instanceof Series.Curve && s.name().key().equals(key))
        .map(Series.Curve.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void waitsGrowWithLoadAndKeepThePromiseBelowCapacity() {
    Workloads.Answered fraud = answered("hgx-h100", "finance risk control");
    ServingAnswer a = (ServingAnswer) fraud.answer().asOptional().orElseThrow();
    double most = a.calibrated().most().orElseThrow().perSecond();
    double promised = a.objective().ttftSeconds();
    // A model that answers once has no first token.
    assertThat(fraud.results())
        .extracting(r -> r.label().key())
        .contains("workload.result.answerP99Seconds")
        .noneMatch(key -> key.contains("ttft"));
    Chart chart = chart(WorkloadCharts.of(fraud), "serving-answer");
    Points p99 = curve(chart, "chart.curve.p99").points();
    Points p50 = curve(chart, "chart.curve.p50").points();
    for (int i = 0; i < p99.size(); i++) {
      assertThat(p99.y(i)).isGreaterThanOrEqualTo(p50.y(i));
      if (p99.x(i) < 0.9 * most) {
        assertThat(p99.y(i)).as("at %f", p99.x(i)).isLessThanOrEqualTo(promised);
      }
    }
    assertThat(p99.y(p99.size() - 1)).isGreaterThan(2 * p99.y(0));
    assertThat(p99.x(p99.size() - 1)).isGreaterThan(most);
    Points bound = curve(chart, "chart.curve.p99Bound").points();
    assertThat(bound.y(bound.size() / 2)).isLessThan(p99.y(p99.size() / 2));
    assertThat(chart.series())
        .anyMatch(s -> s instanceof Series.Reference r && !r.vertical() && r.at() == promised)
        .anyMatch(s -> s instanceof Series.Marker m && m.x() == a.mix().perSecond());
  }

  @ParameterizedTest
  @CsvSource({"cloudmatrix384, a million users", "superpod-h100-su, industrial inspection"})
  void memoryOfAServerAddsUpToTheChipInBothModes(String sample, String scenario) {
    Workloads.Answered users = answered(sample, scenario);
    ServingAnswer a = (ServingAnswer) users.answer().asOptional().orElseThrow();
    Chart chart = chart(WorkloadCharts.of(users), "serving-memory");
    double whole = a.machine().fleet().chip().memoryBytes();
    List<Series.StackRow> rows = chart.stackRows().orElseThrow().rows();
    assertThat(rows).hasSize(2);
    for (Series.StackRow row : rows) {
      assertThat(row.total()).isCloseTo(whole, within(1.0));
      assertThat(row.parts()).allMatch(p -> p.value() >= 0);
      // What answers once keeps no cache: what is left is for nothing yet.
      assertThat(row.parts())
          .extracting(p -> p.name().key())
          .contains(a.model().perToken() ? "chart.part.cacheFree" : "chart.part.free")
          .doesNotContain(a.model().perToken() ? "chart.part.free" : "chart.part.cacheFree");
    }
  }

  /** The curve's mean is the number that stands beside it. */
  @Test
  void theDayAddsUpToItsUtilisation() {
    Workloads.Answered week = answered("h100-rail-1024", "energy dispatch");
    ScheduleAnswer a = (ScheduleAnswer) week.answer().asOptional().orElseThrow();
    for (DayResult r : a.results()) {
      double mean = r.course().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      assertThat(mean).isCloseTo(r.usefulUtilisation(), within(1e-9));
      assertThat(r.course()).allMatch(u -> u >= 0 && u <= 1 + 1e-9);
      assertThat(r.waits()).isSorted();
    }
    Chart chart = chart(WorkloadCharts.of(week), "day-utilisation");
    assertThat(chart.series()).hasSize(3);
    Points waited =
        curve(chart(WorkloadCharts.of(week), "day-waiting"), "chart.policy.short.elastic").points();
    assertThat(waited.y(waited.size() - 1)).isBetween(0.5, 1.0);
  }

  @Test
  void goodputIsHighestAtItsOptimum() {
    Checkpointing c = new Checkpointing(60, 300, 20 * 3600);
    Analysis hgx = SampleAnalysis.full(SampleAnalysis.design("hgx-h100"), "default");
    Appraisal worth = Appraisal.of(hgx, List.of(), () -> false);
    List<Slot> slots = ReliabilityCharts.of(worth.resilience(), Optional.of(Uptime.of(c, false)));
    Points exact = curve(chart(slots, "goodput-interval"), "chart.curve.exact").points();
    double best = 0;
    double at = 0;
    for (int i = 0; i < exact.size(); i++) {
      assertThat(exact.y(i)).isLessThanOrEqualTo(c.goodput(c.bestS()) + 1e-12);
      if (exact.y(i) > best) {
        best = exact.y(i);
        at = exact.x(i);
      }
    }
    assertThat(at / c.bestS()).isBetween(0.85, 1.18);
    Points scale = curve(chart(slots, "goodput-scale"), "chart.curve.atDaly").points();
    for (int i = 1; i < scale.size(); i++) {
      assertThat(scale.y(i)).isLessThan(scale.y(i - 1));
    }
    assertThat(chart(slots, "failures-by-part").ranking().orElseThrow().rows().getFirst().value())
        .isEqualTo(8 * 6970.0);
  }

  @Test
  void theRadarNamesItsSpokesAndLeavesAGapWhereNothingIsMeasured() {
    Series.Radar radar =
        new Series.Radar(
            Text.of("chart.title.score-radar"),
            List.of(Text.of("score.density"), Text.of("score.speed"), Text.of("score.stability")),
            List.of(
                new Series.Outline(
                    Text.of("chart.name", "one"),
                    List.of(OptionalDouble.of(40), OptionalDouble.empty(), OptionalDouble.of(60)),
                    ColorRole.ACCENT)));
    Axis x = Axis.linear(Text.of("chart.axis.points"), Dimension.FACTOR).from(0).to(100);
    Chart chart = new Chart("r", radar.name(), radar.name(), x, x, List.of(radar));
    Figure figure = ChartFigure.of(chart, WORDS, 300, 240).orElseThrow();
    List<String> words =
        figure.shapes().stream()
            .filter(Shape.Label.class::isInstance)
            .map(s -> ((Shape.Label) s).text())
            .toList();
    assertThat(words).contains("High density  40", "–", "one");
    long dots = figure.shapes().stream().filter(Shape.Circle.class::isInstance).count();
    assertThat(dots).isEqualTo(2);
    assertThat(figure.shapes()).allMatch(s -> figure.bounds().inset(-1).contains(s.bounds()));
  }

  /** Where a workload is in the score, the radar has it calibrated and, dotted, as a bound. */
  @Test
  void theScoreIsOutlinedInBothModes() {
    Analysis unit =
        SampleAnalysis.full(SampleAnalysis.design("superpod-h100-su"), "industrial inspection");
    Appraisal worth = Appraisal.of(unit, new Workloads().of(unit), () -> false);
    Chart radar = ScoreCharts.radar(List.of(new ScoreCharts.Named("unit", worth.score())));
    List<Series.Outline> outlines = ((Series.Radar) radar.series().getFirst()).outlines();
    assertThat(outlines)
        .extracting(Series.Outline::dash)
        .containsExactly(Style.Dash.SOLID, Style.Dash.DOTTED);
    for (int i = 0; i < 4; i++) {
      double bound = outlines.get(1).values().get(i).orElseThrow();
      double calibrated = outlines.get(0).values().get(i).orElseThrow();
      assertThat(bound).isGreaterThanOrEqualTo(calibrated);
    }
    assertThat(outlines.get(1).values()).isNotEqualTo(outlines.get(0).values());
  }

  @Test
  void eachSubScoreSaysWhatWasMeasuredAgainstWhat() {
    Analysis rack = SampleAnalysis.full(SampleAnalysis.design("gb200-nvl72"), "default");
    Appraisal worth = Appraisal.of(rack, List.of(), () -> false);
    List<Slot> slots = ScoreCharts.of(List.of(new ScoreCharts.Named("rack", worth.score())));
    assertThat(slots).hasSize(5);
    for (Slot s : slots.subList(1, 5)) {
      assertThat(chart(slots, s.id()).ranking().orElseThrow().rows())
          .allMatch(r -> r.note().key().startsWith("chart.score."));
    }
  }
}
