package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/** Stages answer again only when something that they read has changed. */
class AnalystTest {
  private final Analyst analyst = new Analyst(SampleAnalysis.CATALOG);
  private final Design design = SampleAnalysis.design("gb200-nvl72");
  private final Analysis first = solve(design);

  private Analysis solve(Design d) {
    return analyst.full(d, Design.DEFAULT_SCENARIO, () -> false);
  }

  @Test
  void movingAPartSolvesNothingAgain() {
    Design moved =
        new Edit.Arrange("rack", "cdu", new Arrangement.Grid(700, 100, 300, 200, 1, 0))
            .applyTo(design);
    Analysis next = solve(moved);
    assertThat(next.model()).isSameAs(first.model());
    assertThat(next.networks()).isSameAs(first.networks());
    assertThat(next.cooling()).isSameAs(first.cooling());
    assertThat(next.totals()).isSameAs(first.totals());
    assertThat(next.power().asOptional().orElseThrow())
        .isSameAs(first.power().asOptional().orElseThrow());
  }

  @Test
  void aFaultLeavesPartsAndLinksThatItDoesNotTouchAsTheyWere() {
    SystemModel before = first.model().asOptional().orElseThrow();
    SystemModel after =
        solve(new Edit.SetFault(Design.DEFAULT_SCENARIO, "fabric[3]", true).applyTo(design))
            .model()
            .asOptional()
            .orElseThrow();
    assertThat(after.instances())
        .allSatisfy(i -> {
          boolean hit = i.name().startsWith("fabric[3].");
          assertThat(i.failed()).isEqualTo(hit);
          assertThat(i == before.instances().get(i.index())).isEqualTo(!hit);
        })
        .anyMatch(Instance::failed);
    assertThat(after.links())
        .allSatisfy(l -> {
          boolean hit =
              after.instances().get(l.a()).failed() || after.instances().get(l.b()).failed();
          assertThat(l.failed()).isEqualTo(hit);
          assertThat(l == before.links().get(l.index())).isEqualTo(!hit);
        });
  }

  /** Until the newer drawing is solved, answers of the one before are asked with its parts. */
  @Test
  void partsThatAnOlderAnswerDoesNotKnowDrawNothingYet() {
    Design more = new Edit.SetCount("rack", "shelf", 12).applyTo(design);
    Analysis quick = analyst.quick(more, Design.DEFAULT_SCENARIO, Optional.of(first));
    PowerAnswer.Watts before = quick.power().asOptional().orElseThrow().watts();
    SystemModel now = quick.model().asOptional().orElseThrow();
    assertThat(before.of(now.find("shelf[11]").orElseThrow())).isZero();
    Instance switched = now.find("mgmt[0]").orElseThrow();
    Instance then = first.model().asOptional().orElseThrow().find("mgmt[0]").orElseThrow();
    assertThat(before.of(switched)).isEqualTo(before.of(then)).isPositive();
  }

  @Test
  void aPumpsSpeedSolvesOnlyTheLoopAgain() {
    Design slower =
        new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.5))
            .applyTo(design);
    Analysis next = solve(slower);
    assertThat(next.networks()).isSameAs(first.networks());
    assertThat(next.cooling()).isNotSameAs(first.cooling());
  }

  @Test
  void whatFailsAwayFromTheLoopsSolvesNoLoopAgain() {
    Design pod = SampleAnalysis.design("atlas950-superpod");
    Analysis sound = solve(pod);
    String chip = "interconnect[3].plane[0].l2[0]";
    Analysis next = solve(new Edit.SetFault(Design.DEFAULT_SCENARIO, chip, true).applyTo(pod));
    assertThat(next.cooling()).isSameAs(sound.cooling());
    assertThat(next.networks()).isNotSameAs(sound.networks());
    assertThat(SampleAnalysis.value(next, "power.itKW"))
        .isLessThan(SampleAnalysis.value(sound, "power.itKW"));
    Analysis cold =
        SampleAnalysis.full(
            new Edit.SetFault(Design.DEFAULT_SCENARIO, chip, true).applyTo(pod),
            Design.DEFAULT_SCENARIO);
    assertThat(SampleAnalysis.value(next, "cooling.hottestJunctionC"))
        .isEqualTo(SampleAnalysis.value(cold, "cooling.hottestJunctionC"));
  }

  /** A board beside a duct is on no loop, but warms the air in it. */
  @Test
  void whatAnotherPartGivesToTheAirOfALoopSolvesItAgain() {
    Design server = SampleAnalysis.design("hgx-h100");
    Analysis before = solve(server);
    Instance cpu =
        before.model().asOptional().orElseThrow().instances().stream()
            .filter(i -> i.part().kind() == PartKind.CPU)
            .findFirst()
            .orElseThrow();
    Design off = new Edit.SetFault(Design.DEFAULT_SCENARIO, cpu.name(), true).applyTo(server);
    Analysis next = solve(off);
    assertThat(next.cooling()).isNotSameAs(before.cooling());
    assertThat(SampleAnalysis.value(next, "cooling.exhaustC"))
        .isLessThan(SampleAnalysis.value(before, "cooling.exhaustC") - 0.1);
  }

  @Test
  void warmAndColdAnswersAgree() {
    Design slower =
        new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.5))
            .applyTo(design);
    Analysis warm = solve(slower);
    Analysis cold = SampleAnalysis.full(slower, Design.DEFAULT_SCENARIO);
    assertThat(SampleAnalysis.value(warm, "cooling.hottestJunctionC"))
        .isCloseTo(
            SampleAnalysis.value(cold, "cooling.hottestJunctionC"),
            org.assertj.core.api.Assertions.within(0.01));
  }

  @Test
  void theQuickTierKeepsOldAnswersAndSaysSo() {
    Analysis quick = analyst.quick(design, Design.DEFAULT_SCENARIO, Optional.of(first));
    assertThat(quick.complete()).isFalse();
    assertThat(quick.networks()).isSameAs(first.networks());
    assertThat(quick.totals()).isNotEmpty();
  }

  @Test
  void theQuickTierReadsOldPowerByThePartsNames() {
    Design small = new Edit.SetCount("rack", "compute", 2).applyTo(design);
    Analysis before = solve(small);
    Analysis quick = analyst.quick(design, Design.DEFAULT_SCENARIO, Optional.of(before));
    PowerAnswer.Watts watts = quick.power().asOptional().orElseThrow().watts();
    SystemModel then = before.model().asOptional().orElseThrow();
    SystemModel now = quick.model().asOptional().orElseThrow();
    int shelf = shelf(now);
    assertThat(shelf).isGreaterThan(then.instances().size());
    assertThat(watts.of(now.instances().get(shelf)))
        .isPositive()
        .isEqualTo(watts.of(then.instances().get(shelf(then))));
    // Not there before.
    assertThat(watts.of(instance(now, "compute[17].gpu[0].die[0]"))).isZero();
  }

  private static int shelf(SystemModel model) {
    return instance(model, "shelf[7]").index();
  }

  private static Instance instance(SystemModel model, String name) {
    return model.instances().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void stagesSideBySideAnswerAsOneAfterTheOther() {
    try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
      Analysis both =
          new Analyst(SampleAnalysis.CATALOG, worker)
              .full(design, Design.DEFAULT_SCENARIO, () -> false);
      assertThat(both.results().map(r -> r.id() + " " + r.quantity()))
          .containsExactlyElementsOf(
              first.results().map(r -> r.id() + " " + r.quantity()).toList());
    }
  }

  @Test
  void aWorkerThatNeverRunsDelaysNothing() {
    Analysis alone =
        new Analyst(SampleAnalysis.CATALOG, _ -> {})
            .full(design, Design.DEFAULT_SCENARIO, () -> false);
    assertThat(alone.networks().keySet()).isEqualTo(first.networks().keySet());
  }

  @Test
  void cancelledSideBySideItSaysSoAndAnswersTheNextQuestion() {
    try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
      Analyst cancelled = new Analyst(SampleAnalysis.CATALOG, worker);
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> cancelled.full(design, Design.DEFAULT_SCENARIO, () -> true));
      Analysis next = cancelled.full(design, Design.DEFAULT_SCENARIO, () -> false);
      assertThat(next.networks().keySet()).isEqualTo(first.networks().keySet());
    }
  }
}
