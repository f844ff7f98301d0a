package supernode.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import supernode.SolvedSamples;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.Result;
import supernode.analysis.SampleAnalysis;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.Workloads;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.SmallCatalog;
import supernode.design.SmallRack;
import supernode.design.TrafficPattern;
import supernode.design.Workload;
import supernode.design.edit.Edit;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** What is published of a solve, also of one that fails. */
class SolvingTest {
  private final Design design = SmallRack.design();
  private final List<Analysis> published = new ArrayList<>();

  private void solve(Solving solving) {
    solving.solve(design, Design.DEFAULT_SCENARIO, Optional.empty(), published::add);
  }

  @Test
  void theNewestRequestAloneIsPublished() {
    List<Runnable> later = new ArrayList<>();
    Solving solving = new Solving(SmallCatalog.CATALOG, later::add, Runnable::run);
    solve(solving);
    solve(solving);
    later.forEach(Runnable::run);
    assertThat(published).hasSize(1);
    assertThat(published.getFirst().complete()).isTrue();
  }

  @Test
  void whatWasBegunIsPublishedOnceItIsAskedFor() {
    List<Runnable> later = new ArrayList<>();
    Solving solving = new Solving(SmallCatalog.CATALOG, later::add, Runnable::run);
    solving.begin(design, Design.DEFAULT_SCENARIO);
    solve(solving);
    later.forEach(Runnable::run);
    Analysis alone =
        new Analyst(SmallCatalog.CATALOG).full(design, Design.DEFAULT_SCENARIO, () -> false);
    assertThat(published).hasSize(1);
    assertThat(powers(published.getFirst())).isNotEmpty().isEqualTo(powers(alone));
    assertThat(published.getFirst().complete()).isTrue();
  }

  private static List<Quantity> powers(Analysis analysis) {
    return analysis.power().asOptional().orElseThrow().results().stream()
        .map(Result::quantity)
        .toList();
  }

  @Test
  void ratesOfALargeFabricArePublishedBeforeTheRest() {
    Analysis before = SolvedSamples.of("atlas950-superpod");
    Design broken =
        new Edit.SetFault(Design.DEFAULT_SCENARIO, "interconnect[0].plane[0].l2[0]", true)
            .applyTo(before.design());
    Solving solving = new Solving(CatalogReader.shipped(), Runnable::run, Runnable::run);
    solving.solve(broken, Design.DEFAULT_SCENARIO, Optional.of(before), published::add);
    assertThat(published).extracting(Analysis::complete).containsExactly(false, false, true);
    assertThat(published).extracting(this::allToAll).doesNotContainNull();
    assertThat(allToAll(published.get(0))).isEqualTo(allToAll(before));
    assertThat(allToAll(published.get(1)))
        .isNotEqualTo(allToAll(before))
        .isEqualTo(allToAll(published.get(2)));
    assertThat(published)
        .extracting(a -> fresh(a, "scaleUp.allToAllPairGBps"))
        .containsExactly(false, true, true);
    assertThat(published)
        .extracting(a -> fresh(a, "scaleUp.latencyMeanNs"))
        .containsExactly(false, false, true);
    assertThat(published).allSatisfy(a -> assertThat(a.totals()).isNotEmpty().allMatch(a::isFresh));
  }

  private static boolean fresh(Analysis analysis, String id) {
    return analysis.isFresh(analysis.result(id).orElseThrow());
  }

  private Quantity allToAll(Analysis analysis) {
    return analysis.result("scaleUp.allToAllPairGBps").orElseThrow().quantity();
  }

  @Test
  void whatWasBegunGivesWayToAnotherDesign() {
    List<Runnable> later = new ArrayList<>();
    Solving solving = new Solving(SmallCatalog.CATALOG, later::add, Runnable::run);
    solving.begin(design, Design.DEFAULT_SCENARIO);
    Design other = new Edit.RenameDesign("another").applyTo(design);
    solving.solve(other, Design.DEFAULT_SCENARIO, Optional.empty(), published::add);
    later.forEach(Runnable::run);
    assertThat(published).extracting(Analysis::design).containsExactly(other);
  }

  @Test
  void workloadsAreAnsweredForTheNewestAnalysisAlone() {
    String scenario = "industrial inspection";
    Design unit = SampleAnalysis.design("superpod-h100-su");
    Analysis analysis = SampleAnalysis.full(unit, scenario);
    List<Runnable> later = new ArrayList<>();
    List<List<Workloads.Answered>> told = new ArrayList<>();
    Solving solving =
        new Solving(
            CatalogReader.shipped(), Runnable::run, Runnable::run, later::add, Runnable::run);
    solving.answering().answer(analysis, told::add);
    solving.answering().answer(analysis, told::add);
    later.forEach(Runnable::run);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).allMatch(w -> w.answer().asOptional().isPresent());

    later.clear();
    solving.answering().answer(analysis, told::add);
    solving.answering().stopAnswering();
    solving.answering().answer(analysis, told::add);
    solving.solve(unit, Design.DEFAULT_SCENARIO, Optional.empty(), published::add);
    later.forEach(Runnable::run);
    assertThat(told).hasSize(1);
  }

  @Test
  void aSearchTellsHowFarItIsAndStopsWhenItIsNotWanted() {
    String scenario = "industrial inspection";
    Design unit = SampleAnalysis.design("superpod-h100-su");
    Analysis analysis = SampleAnalysis.full(unit, scenario);
    Workload job = unit.scenarios().get(scenario).workloads().get("inspection-retraining");
    List<Double> shares = new ArrayList<>();
    List<Outcome<TrainingAnswer>> told = new ArrayList<>();
    Solving solving = new Solving(CatalogReader.shipped(), Runnable::run, Runnable::run);
    solving.answering().search(analysis, "job", job, shares::add, told::add);
    assertThat(shares).isSorted().startsWith(0.0).endsWith(1.0);
    TrainingAnswer found = told.getFirst().asOptional().orElseThrow();
    assertThat(found.found().orElseThrow().best()).isNotEmpty();

    told.clear();
    solving.answering().search(analysis, "job", job, share -> stopAt(solving, share), told::add);
    assertThat(told).isEmpty();
  }

  @Test
  void whatAJobSendsIsWorkedOutBesideAndToldAlsoWhenTheDesignIsAnother() {
    String scenario = "industrial inspection";
    String name = "inspection-retraining";
    Design unit = SampleAnalysis.design("superpod-h100-su");
    Analysis analysis = SampleAnalysis.full(unit, scenario);
    List<Runnable> working = new ArrayList<>();
    List<Outcome<TrafficPattern>> told = new ArrayList<>();
    Solving solving =
        new Solving(CatalogReader.shipped(), _ -> {}, Runnable::run, working::add, Runnable::run);
    solving.answering().induce(analysis, name, Fabric.SCALE_UP, told::add);
    assertThat(told).isEmpty();
    working.removeFirst().run();
    assertThat(told.getFirst().asOptional()).containsInstanceOf(TrafficPattern.Matrix.class);

    told.clear();
    solving.answering().induce(analysis, name, Fabric.SCALE_UP, told::add);
    solving.solve(unit, Design.DEFAULT_SCENARIO, Optional.empty(), published::add);
    working.removeFirst().run();
    assertThat(told.getFirst().whyNot().orElseThrow().key()).isEqualTo("traffic.otherDesign");
  }

  private static void stopAt(Solving solving, double share) {
    if (share > 0) {
      solving.answering().stopSearch();
    }
  }

  @Test
  void aSolverThatFailsSaysSoAndKeepsTheSums() {
    IllegalStateException fault = new IllegalStateException("a fault of the program's own");
    List<Throwable> thrown = new ArrayList<>();
    Executor worker =
        work -> {
          try {
            work.run();
          } catch (IllegalStateException e) {
            thrown.add(e);
          }
        };
    Executor broken =
        _ -> {
          throw fault;
        };
    solve(new Solving(SmallCatalog.CATALOG, worker, broken, worker, Runnable::run));
    assertThat(thrown).containsExactly(fault);
    Analysis answer = published.getFirst();
    assertThat(answer.complete()).isTrue();
    assertThat(answer.totals()).isNotEmpty();
    assertThat(answer.cooling().whyNot()).contains(Text.of("analysis.failed"));
  }
}
