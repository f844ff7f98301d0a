package supernode.analysis.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.analysis.Analysis;
import supernode.analysis.SampleAnalysis;
import supernode.design.Design;
import supernode.design.Setting;
import supernode.design.Wiring;
import supernode.design.Workload;
import supernode.design.edit.Edit;

/**
 * A fat tree of several planes trains as fast as one of several rails with the same links
 * (DeepSeek, ISCA 2025: 272.80 against 272.52 billion tokens a day on 2,048 GPUs).
 */
class PlanesAndRailsTest {
  private static final Design RAILS = SampleAnalysis.design("superpod-h100-su");

  /** Every rail a plane of its own: nothing joins the leaves. */
  private static Design planes() {
    Wiring spine =
        RAILS.rootAssembly().wirings().stream()
            .filter(w -> w.name().equals("Leaf to spine"))
            .findFirst()
            .orElseThrow();
    return SampleAnalysis.edited(RAILS, new Edit.RemoveWiring("unit", spine));
  }

  private static double tokensPerSecond(
      Design design, String model, Map<String, Setting> strategy) {
    Setting.Group job =
        new Setting.Group(
            Map.of(
                "model",
                new Setting.Word(model),
                "batch",
                new Setting.Amount(512),
                "strategy",
                new Setting.Group(strategy)));
    Design with =
        SampleAnalysis.edited(
            design,
            new Edit.SetWorkload(
                "default", "job", Optional.of(new Workload(Workload.Kind.TRAIN, job))));
    Analysis solved = SampleAnalysis.full(with, "default");
    var answer = new Workloads().of(solved).getFirst().answer();
    assertThat(answer.whyNot()).isEmpty();
    return ((TrainingAnswer) answer.asOptional().orElseThrow()).calibrated().tokensPerSecond();
  }

  @ParameterizedTest
  @CsvSource({"gpt3-175b, 8, 8, 1", "llama2-70b, 8, 4, 1", "deepseek-v3, 8, 1, 32"})
  void equalLinksTrainEquallyFast(String model, int tp, int pp, int ep) {
    Map<String, Setting> strategy =
        Map.of(
            "tp", new Setting.Amount(tp),
            "pp", new Setting.Amount(pp),
            "dp", new Setting.Amount(256.0 / tp / pp),
            "ep", new Setting.Amount(ep),
            "recompute", new Setting.Word("full"),
            "zero", new Setting.Amount(1));
    double rails = tokensPerSecond(RAILS, model, strategy);
    assertThat(tokensPerSecond(planes(), model, strategy))
        .isCloseTo(rails, Percentage.withPercentage(0.5));
  }
}
