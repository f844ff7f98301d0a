package supernode.analysis.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.analysis.Result;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.Setting;
import supernode.design.Workload;
import supernode.design.edit.Edit;

class WorkloadsTest {
  private static final String SCENARIO = "industrial inspection";
  private static final Design UNIT = SampleAnalysis.design("superpod-h100-su");
  private static final Analysis SOLVED = SampleAnalysis.full(UNIT, SCENARIO);

  private static Workload train(Map<String, Setting> job) {
    return new Workload(Workload.Kind.TRAIN, new Setting.Group(job));
  }

  private static Object answer(List<Workloads.Answered> all, String name) {
    return all.stream()
        .filter(w -> w.name().equals(name))
        .findFirst()
        .orElseThrow()
        .answer()
        .asOptional()
        .orElseThrow();
  }

  @Test
  void onlyWhatReadsAChangeIsAnsweredAgain() {
    Workloads workloads = new Workloads();
    List<Workloads.Answered> first = workloads.of(SOLVED);
    Design named = SampleAnalysis.edited(UNIT, new Edit.RenameDesign("another"));
    List<Workloads.Answered> renamed = workloads.of(SampleAnalysis.full(named, SCENARIO));
    assertThat(answer(renamed, "inspection")).isSameAs(answer(first, "inspection"));

    Workload old = UNIT.scenarios().get(SCENARIO).workloads().get("inspection-retraining");
    Map<String, Setting> job = new java.util.LinkedHashMap<>(old.job().members());
    job.put("batch", new Setting.Amount(2048));
    Design larger =
        SampleAnalysis.edited(
            UNIT, new Edit.SetWorkload(SCENARIO, "inspection-retraining", Optional.of(train(job))));
    List<Workloads.Answered> next = workloads.of(SampleAnalysis.full(larger, SCENARIO));
    assertThat(answer(next, "inspection")).isSameAs(answer(first, "inspection"));
    assertThat(answer(next, "inspection-retraining"))
        .isNotSameAs(answer(first, "inspection-retraining"));
  }

  @Test
  void aSlowerChipIsAnsweredAgainAndSlower() {
    Workloads workloads = new Workloads();
    double before = step(workloads.of(SOLVED));
    Design slow =
        SampleAnalysis.edited(
            UNIT,
            new Edit.SetValue("h100-package", "die", Property.FP16_DENSE, OptionalDouble.of(3e14)));
    assertThat(step(workloads.of(SampleAnalysis.full(slow, SCENARIO)))).isGreaterThan(before);
  }

  private static double step(List<Workloads.Answered> all) {
    return ((TrainingAnswer) answer(all, "inspection-retraining")).calibrated().stepSeconds();
  }

  @Test
  void everyResultIsWhatItsDerivationSays() {
    new Workloads()
        .of(SOLVED)
        .forEach(w ->
            w.results().stream()
                .flatMap(Result::modes)
                .forEach(r ->
                    assertThat(r.explanation().get().value().orElseThrow())
                        .as(r.id())
                        .isEqualTo(r.quantity())));
  }

  /** Memory and goodput are the same in both; nothing else of a timed workload is told alone. */
  @Test
  void whatEfficienciesChangeHasABoundBesideIt() {
    List<String> alone = List.of("memoryBytes", "goodput");
    for (Workloads.Answered w : new Workloads().of(SOLVED)) {
      assertThat(w.results()).isNotEmpty();
      for (Result r : w.results()) {
        String key = r.id().substring(r.id().lastIndexOf('.') + 1);
        if (alone.contains(key)) {
          assertThat(r.bound()).as(r.id()).isEmpty();
          continue;
        }
        double bound = r.bound().orElseThrow().quantity().value();
        assertThat(r.bound().orElseThrow().id()).contains(".bound");
        boolean less =
            key.endsWith("Seconds") || key.startsWith("days") || key.startsWith("joules");
        double gain = bound / r.quantity().value();
        assertThat(less ? 1 / gain : gain).as(r.id()).isGreaterThan(1 - 1e-3);
      }
    }
  }

  @Test
  void theDerivationOfAStepAddsUp() {
    var step =
        new Workloads()
            .of(SOLVED).stream()
                .flatMap(w -> w.results().stream())
                .filter(r -> r.id().endsWith(".stepSeconds"))
                .findFirst()
                .orElseThrow();
    double sum =
        step.explanation().get().inputs().stream()
            .filter(e -> e.value().isPresent() && e.source().isEmpty())
            .mapToDouble(e -> e.value().orElseThrow().value())
            .sum();
    assertThat(sum).isCloseTo(step.quantity().value(), org.assertj.core.data.Offset.offset(1e-12));
  }

  @Test
  void aScenarioWithoutWorkloadsAsksNothing() {
    assertThat(new Workloads().of(SampleAnalysis.full(UNIT, "default"))).isEmpty();
  }

  @Test
  void workloadsAreBounded() {
    Setting many =
        new Setting.Listing(
            java.util.Collections.nCopies(Workload.MAX_VALUES, new Setting.Amount(1)));
    assertThatThrownBy(() ->
            SampleAnalysis.edited(
                UNIT,
                new Edit.SetWorkload(SCENARIO, "long", Optional.of(train(Map.of("chips", many))))))
        .isInstanceOf(DesignException.class);
    assertThatThrownBy(() ->
            SampleAnalysis.edited(
                UNIT, new Edit.SetWorkload(SCENARIO, "two words", Optional.of(train(Map.of())))))
        .isInstanceOf(DesignException.class);
  }

  @Test
  void takingAWorkloadOutRestoresWhatWas() {
    Design with =
        SampleAnalysis.edited(
            UNIT, new Edit.SetWorkload("default", "job", Optional.of(train(Map.of()))));
    assertThat(with).isNotEqualTo(UNIT);
    assertThat(
            SampleAnalysis.edited(with, new Edit.SetWorkload("default", "job", Optional.empty())))
        .isEqualTo(UNIT);
  }
}
