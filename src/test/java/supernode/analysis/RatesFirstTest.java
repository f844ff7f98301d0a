package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.edit.Edit;

/** Of a large fabric the rates come first and the rest follows; a small one is answered at once. */
class RatesFirstTest {
  private static final String SCENARIO = Design.DEFAULT_SCENARIO;

  private final Analyst analyst = new Analyst(SampleAnalysis.CATALOG);

  private static Design failing(Design design, String path) {
    return new Edit.SetFault(SCENARIO, path, true).applyTo(design);
  }

  private static FabricAnswer scaleUp(Analysis analysis) {
    return analysis.networks().get(Fabric.SCALE_UP).asOptional().orElseThrow();
  }

  @Test
  void ratesOfALargeFabricAreThoseOfTheWholeAnswerAndTheRestStaysAsItWas() {
    Design design = SampleAnalysis.design("atlas950-superpod");
    Analysis before = analyst.full(design, SCENARIO, () -> false);
    Design broken = failing(design, "interconnect[3].plane[0].l2[0]");
    Analysis rates = analyst.rates(broken, SCENARIO, Optional.of(before), () -> false);
    Analysis whole = analyst.full(broken, SCENARIO, () -> false);
    Analysis alone = new Analyst(SampleAnalysis.CATALOG).full(broken, SCENARIO, () -> false);

    assertThat(rates.complete()).isFalse();
    assertThat(whole.complete()).isTrue();
    Predicate<Result> isRate = FabricResults::isRate;
    assertThat(scaleUp(rates).results().stream().filter(isRate).map(RatesFirstTest::said))
        .hasSizeGreaterThan(4)
        .containsExactlyElementsOf(
            scaleUp(whole).results().stream().filter(isRate).map(RatesFirstTest::said).toList());
    assertThat(scaleUp(rates).results().stream().filter(isRate.negate()).toList())
        .isNotEmpty()
        .isEqualTo(scaleUp(before).results().stream().filter(isRate.negate()).toList());
    assertThat(scaleUp(rates).sent().orElseThrow().bottlenecks())
        .isEqualTo(scaleUp(whole).sent().orElseThrow().bottlenecks());
    assertThat(rates.totals().stream().map(RatesFirstTest::said))
        .containsExactlyElementsOf(whole.totals().stream().map(RatesFirstTest::said).toList());
    assertThat(whole.results().map(RatesFirstTest::said))
        .containsExactlyElementsOf(alone.results().map(RatesFirstTest::said).toList());
    assertThat(whole.findings()).isEqualTo(alone.findings());
  }

  private static String said(Result result) {
    return result.id() + " " + result.quantity();
  }

  @Test
  void aSmallFabricIsAnsweredWhole() {
    Design design = SampleAnalysis.design("gb200-nvl72");
    Analysis before = analyst.full(design, SCENARIO, () -> false);
    Analysis next =
        analyst.rates(
            failing(design, "fabric[3].switch[0]"), SCENARIO, Optional.of(before), () -> false);
    assertThat(next.complete()).isTrue();
  }

  @Test
  void whereNothingOfTheNetworksChangesTheAnswerIsWhole() {
    Design design = SampleAnalysis.design("atlas950-superpod");
    Analysis before = analyst.full(design, SCENARIO, () -> false);
    Design renamed = new Edit.RenameDesign("another").applyTo(design);
    assertThat(analyst.rates(renamed, SCENARIO, Optional.of(before), () -> false).complete())
        .isTrue();
  }
}
