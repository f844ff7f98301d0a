package supernode.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import supernode.analysis.SampleAnalysis;
import supernode.analysis.workload.Scaling;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.Workloads;
import supernode.figure.Box;
import supernode.figure.Figure;
import supernode.figure.Shape;
import supernode.quantity.Messages;

/** Charts of a trillion parameters in training on 8,192 chips. */
class WorkloadChartsTest {
  private static final Workloads.Answered JOB =
      new Workloads()
          .of(
              SampleAnalysis.full(
                  SampleAnalysis.design("atlas950-superpod"), "trillion-parameter training"))
          .getFirst();
  private static final TrainingAnswer ANSWER =
      (TrainingAnswer) JOB.answer().asOptional().orElseThrow();

  private static Chart chart(String id) {
    return WorkloadCharts.of(JOB).stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow()
        .chart()
        .asOptional()
        .orElseThrow();
  }

  @Test
  void partsOfAStepAddUpInBothModes() {
    List<Series.StackRow> rows = chart("step-parts").stackRows().orElseThrow().rows();
    assertThat(rows).hasSize(2);
    double calibrated = ANSWER.calibrated().stepSeconds();
    double bound = ANSWER.bound().stepSeconds();
    assertThat(rows.get(0).total()).isCloseTo(calibrated, within(1e-9 * calibrated));
    assertThat(rows.get(1).total()).isCloseTo(bound, within(1e-9 * bound));
    assertThat(bound).isLessThan(calibrated);
  }

  @Test
  void memoryStandsAgainstTheCapacityOfTheChip() {
    Chart memory = chart("training-memory");
    assertThat(memory.stackRows().orElseThrow().rows().getFirst().total())
        .isCloseTo(ANSWER.calibrated().memory().total(), within(1.0));
    assertThat(memory.series())
        .filteredOn(Series.Reference.class::isInstance)
        .extracting(s -> ((Series.Reference) s).at())
        .containsExactly(ANSWER.machine().fleet().chip().memoryBytes());
  }

  @Test
  void aLaneOfATimelineStaysWithinTheDrawing() {
    Chart chart = chart("step-timeline");
    Series.Timeline line = chart.timeline().orElseThrow();
    assertThat(line.lanes()).hasSize(8);
    Figure figure = ChartFigure.of(chart, new Messages(Locale.ENGLISH), 430, 180).orElseThrow();
    assertThat(figure.bounds().height()).isLessThanOrEqualTo(200);
    assertThat(figure.shapes())
        .filteredOn(Shape.Rect.class::isInstance)
        .allSatisfy(s -> {
          Box b = ((Shape.Rect) s).bounds();
          assertThat(b.right()).isLessThanOrEqualTo(431);
        })
        .hasSizeLessThan(8000);
  }

  @Test
  void scalingIsTheAnswerItselfOnAllChipsAndNeverBetterThanIdeal() {
    Scaling s = Scaling.of(ANSWER, () -> false);
    int all = ANSWER.machine().fleet().count();
    assertThat(s.fixed())
        .filteredOn(p -> p.chips() == all)
        .singleElement()
        .satisfies(p ->
            assertThat(p.calibrated())
                .isCloseTo(
                    ANSWER.calibrated().tokensPerSecond(),
                    within(1e-6 * ANSWER.calibrated().tokensPerSecond())));
    Scaling.Point first = s.growing().getFirst();
    assertThat(s.growing())
        .hasSizeGreaterThan(2)
        .allSatisfy(p -> {
          assertThat(p.calibrated() / p.chips())
              .isLessThanOrEqualTo(first.calibrated() / first.chips() * 1.02);
          assertThat(p.calibrated()).isLessThanOrEqualTo(p.bound() * (1 + 1e-9));
        });
  }

  @Test
  void everyOperatorLiesUnderItsRoofs() {
    Chart roofline = chart("roofline.forward");
    List<Series.Dot> dots = roofline.scatter().orElseThrow().dots();
    double memory = ANSWER.machine().fleet().chip().memoryBytesPerS();
    assertThat(dots)
        .hasSizeGreaterThan(8)
        .allSatisfy(d -> assertThat(d.y()).isLessThanOrEqualTo(d.x() * memory * (1 + 1e-9)));
    // Filled as a bound and hollow calibrated, one under the other.
    for (int i = 0; i < dots.size(); i += 2) {
      assertThat(dots.get(i).sure()).isTrue();
      assertThat(dots.get(i + 1).sure()).isFalse();
      assertThat(dots.get(i + 1).x()).isEqualTo(dots.get(i).x());
      assertThat(dots.get(i + 1).y()).isLessThan(dots.get(i).y());
    }
    Messages words = new Messages(Locale.ENGLISH);
    assertThat(ChartFigure.of(roofline, words, 300, 200)).isPresent();
  }

  /** More memory at a chip never slows a step; the drawn chip's own number stands across. */
  @Test
  void newerMemoryIsComparedAtOnce() {
    Chart chart = chart("other-memory");
    List<Series.Curve> curves = curves(chart);
    assertThat(curves).hasSizeGreaterThanOrEqualTo(6);
    for (Series.Curve c : curves) {
      for (int i = 1; i < c.points().size(); i++) {
        assertThat(c.points().x(i)).isGreaterThan(c.points().x(i - 1));
        assertThat(c.points().y(i)).isGreaterThanOrEqualTo(c.points().y(i - 1) * (1 - 1e-9));
      }
    }
    assertThat(chart.series())
        .filteredOn(Series.Reference.class::isInstance)
        .extracting(s -> ((Series.Reference) s).at())
        .containsExactly(ANSWER.calibrated().tokensPerSecond());
  }

  /** What moves is the same; twice the rate takes half the time where nothing hides it. */
  @Test
  void aPoolCostsLessTheFasterItIs() {
    for (Series.Curve c : curves(chart("pool"))) {
      for (int i = 1; i < c.points().size(); i++) {
        assertThat(c.points().y(i)).isLessThanOrEqualTo(c.points().y(i - 1));
      }
      assertThat(c.points().y(0)).isPositive();
    }
  }

  private static List<Series.Curve> curves(Chart chart) {
    return chart.series().stream()
        .filter(Series.Curve.class::isInstance)
        .map(Series.Curve.class::cast)
        .toList();
  }
}
