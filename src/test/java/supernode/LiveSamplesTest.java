package supernode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.SampleAnalysis;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Confidence;
import supernode.design.Design;
import supernode.design.Scenario;
import supernode.store.Samples;

/**
 * Every sample is alive: it carries a workload and a cooling loop, its parts have feeds, and what
 * it guesses at its chips is told.
 */
class LiveSamplesTest {
  static Iterable<String> names() {
    return Samples.NAMES;
  }

  private static Design design(String name) {
    return SolvedSamples.of(name).design();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSampleCarriesAWorkloadThatIsAnswered(String name) {
    Design design = design(name);
    int answered = 0;
    for (Map.Entry<String, Scenario> s : design.scenarios().entrySet()) {
      if (!s.getValue().workloads().isEmpty()) {
        Analysis analysis = SampleAnalysis.full(design, s.getKey());
        for (Workloads.Answered w : new Workloads().of(analysis)) {
          assertThat(w.answer().whyNot()).as(s.getKey() + ", " + w.name()).isEmpty();
          answered++;
        }
      }
    }
    assertThat(answered).isPositive();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSampleIsCooledByALoop(String name) {
    assertThat(SolvedSamples.of(name).cooling().asOptional()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPartThatTakesPowerHasAFeed(String name) {
    assertThat(SolvedSamples.of(name).findings())
        .extracting(Finding::kind)
        .doesNotContain("no-power");
  }

  /** Whoever reads the notes learns that something is assumed before it is met in a number. */
  @ParameterizedTest
  @MethodSource("names")
  void notesTellOfWhatIsAssumed(String name) {
    Design design = design(name);
    boolean guesses =
        design.parts().stream()
            .flatMap(p -> p.values().all().values().stream())
            .anyMatch(v -> v.confidence() == Confidence.ASSUMPTION);
    if (guesses) {
      assertThat(design.notes())
          .containsPattern(
              "[Aa]ssum|stands in|not public|no product|of a class|of this design|own");
    }
  }
}
