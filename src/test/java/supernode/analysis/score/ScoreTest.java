package supernode.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.analysis.Comparison;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.analysis.SampleAnalysis;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Confidence;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

class ScoreTest {
  private static final Analysis NVL72 =
      SampleAnalysis.full(SampleAnalysis.design("gb200-nvl72"), "default");

  private static Score score(Analysis analysis) {
    return Appraisal.of(analysis, new Workloads().of(analysis), () -> false).score();
  }

  private static double points(Score score, String id) {
    return score
        .results()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow()
        .quantity()
        .value();
  }

  private static SubScore sub(SubScore.Sense sense, double value, double reference) {
    Sourced r = new Sourced(reference, Confidence.ASSUMPTION, "test", "");
    Quantity q = new Quantity(value, Dimension.FACTOR);
    return new SubScore(
        "latency",
        sense,
        q,
        Optional.of(r),
        () -> Explanation.given(Text.of("score.reference"), q, r, ""));
  }

  /** The reference is this rack's data sheet; the drawing comes to it within a tenth. */
  @Test
  void theReferenceRackIsWorthFiftyPoints() {
    Score score = score(NVL72);
    assertThat(points(score, "score.density.flopsPerRack")).isCloseTo(50, within(2.5));
    assertThat(points(score, "score.density.memoryPerRack")).isCloseTo(50, within(2.5));
    assertThat(points(score, "score.density.powerPerRack")).isCloseTo(50, within(2.5));
    assertThat(points(score, "score.speed.injectionPerFlop")).isCloseTo(50, within(2.5));
    assertThat(points(score, "score.stability.linksToPart")).isCloseTo(50, within(2.5));
  }

  @net.jqwik.api.Property(tries = 200)
  void pointsAreBoundedAndRiseWithWhatIsBetter(
      @ForAll @DoubleRange(min = 0, max = 1e15) double v,
      @ForAll @DoubleRange(min = 0.01, max = 1e15) double reference) {
    double more = sub(SubScore.Sense.MORE, v, reference).score();
    double less = sub(SubScore.Sense.LESS, v, reference).score();
    assertThat(more).isBetween(0.0, 100.0);
    assertThat(more + less).isCloseTo(100, within(1e-9));
    assertThat(sub(SubScore.Sense.MORE, v * 2 + 1e-6, reference).score())
        .isGreaterThanOrEqualTo(more);
    assertThat(sub(SubScore.Sense.MORE, reference, reference).score()).isCloseTo(50, within(1e-9));
  }

  @Test
  void everyNumberOfTheScoreIsDerived() {
    List<Result> all = score(NVL72).results().toList();
    assertThat(all).hasSizeGreaterThan(8);
    for (Result r : all) {
      Explanation e = r.explanation().get();
      assertThat(e.value()).contains(r.quantity());
      assertThat(e.formula()).isPresent();
      assertThat(e.inputs()).as(r.id()).isNotEmpty();
    }
  }

  /** Islands of eight: each GPU reaches seven others, at the rate that it injects. */
  @Test
  void allToAllStaysInsideItsDomain() {
    Score unit = score(SampleAnalysis.full(SampleAnalysis.design("superpod-h100-su"), "default"));
    assertThat(points(unit, "score.speed.allToAllPerFlop"))
        .isCloseTo(points(unit, "score.speed.injectionPerFlop"), within(0.5));
  }

  @Test
  void anAbilityIsTheMeanOfItsParts() {
    for (Ability a : score(NVL72).abilities()) {
      double mean = a.parts().stream().mapToDouble(SubScore::score).average().orElseThrow();
      assertThat(a.score().orElseThrow().quantity().value()).isCloseTo(mean, within(1e-9));
    }
  }

  @Test
  void whatIsNotMeasuredIsSaidAndCountsNothing() {
    Score score = score(SampleAnalysis.full(SampleAnalysis.design("hgx-h100"), "default"));
    Ability density = score.abilities().getFirst();
    assertThat(density.parts()).isEmpty();
    assertThat(density.score()).isEmpty();
    assertThat(density.missing()).hasSize(3);
  }

  @Test
  void aFailedSwitchLowersSpeedAndStability() {
    Score before = score(NVL72);
    Score after =
        score(SampleAnalysis.full(SampleAnalysis.design("gb200-nvl72"), "one switch down"));
    assertThat(points(after, "score.speed.allToAllPerFlop"))
        .isLessThan(points(before, "score.speed.allToAllPerFlop"));
    assertThat(points(after, "score.stability.linksToPart"))
        .isLessThan(points(before, "score.stability.linksToPart"));
  }

  @Test
  void workloadsOfTheScenarioCountForEfficiency() {
    Analysis unit =
        SampleAnalysis.full(SampleAnalysis.design("superpod-h100-su"), "industrial inspection");
    double mfu =
        new Workloads()
            .of(unit).stream()
                .flatMap(w -> w.results().stream())
                .filter(r -> r.id().endsWith(".mfu"))
                .findFirst()
                .orElseThrow()
                .quantity()
                .value();
    assertThat(points(score(unit), "score.efficiency.mfu")).isCloseTo(100 * mfu, within(1e-9));
  }

  /** MFU is the one number of the score that efficiencies are in: it is told as a bound too. */
  @Test
  void theScoreStandsBesideItsBound() {
    Score unit =
        score(
            SampleAnalysis.full(
                SampleAnalysis.design("superpod-h100-su"), "industrial inspection"));
    assertThat(unit.results().filter(r -> r.bound().isPresent()).map(Result::id))
        .containsExactly("score.efficiency", "score.efficiency.mfu");
    unit.results()
        .filter(r -> r.bound().isPresent())
        .forEach(r -> {
          Result bound = r.bound().orElseThrow();
          assertThat(bound.quantity().value()).isGreaterThan(r.quantity().value());
          assertThat(bound.explanation().get().value()).contains(bound.quantity());
        });
  }

  /** The distribution unit takes all 72 with it; a CPU beside the GPU is the reference's own. */
  @Test
  void singlePointsAndKindsCount() {
    Score score = score(NVL72);
    assertThat(points(score, "score.stability.singlePoint")).isZero();
    assertThat(points(score, "score.efficiency.heterogeneity")).isCloseTo(50, within(1e-9));
    Score mesh = score(SampleAnalysis.full(SampleAnalysis.fabrics("ub-mesh-rack"), "default"));
    assertThat(points(mesh, "score.stability.singlePoint"))
        .isCloseTo(100 * (1 - 1.0 / 64), within(1e-9));
  }

  @Test
  void schedulingIsTheShareOfJobsThatAreDone() {
    Score week =
        score(SampleAnalysis.full(SampleAnalysis.design("h100-rail-1024"), "energy dispatch"));
    assertThat(points(week, "score.efficiency.scheduling")).isBetween(1.0, 100.0);
    assertThat(points(week, "score.efficiency.pooling")).isBetween(1.0, 100.0);
  }

  @Test
  void comparisonsShowThePointsOfEachAbility() {
    Analysis hgx = SampleAnalysis.full(SampleAnalysis.design("hgx-h100"), "default");
    Comparison.Line line =
        Comparison.of(List.of(NVL72, hgx)).lines().stream()
            .filter(l -> l.label().equals(Text.of("result.points", Text.of("score.speed"))))
            .findFirst()
            .orElseThrow();
    assertThat(line.values().getFirst().orElseThrow())
        .isCloseTo(points(score(NVL72), "score.speed"), within(1e-9));
    assertThat(line.values().get(1).orElseThrow())
        .isCloseTo(points(score(hgx), "score.speed"), within(1e-9));
  }
}
