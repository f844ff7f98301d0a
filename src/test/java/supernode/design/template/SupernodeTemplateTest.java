package supernode.design.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.Severity;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.design.DesignCheck;
import supernode.design.DesignException;
import supernode.topology.Expansion;

/** Designs made from a handful of numbers hold together and come to those numbers. */
class SupernodeTemplateTest {
  private static final Catalog CATALOG = CatalogReader.shipped();

  private static Parameters parameters(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    Stream.of(text.split(" ")).forEach(w -> values.put(w.split("=")[0], w.split("=")[1]));
    return Parameters.of(values);
  }

  private static Analysis solved(String text) {
    Design design = SupernodeTemplate.draw(parameters(text), CATALOG);
    assertThat(DesignCheck.problems(design, CATALOG)).isEmpty();
    return new Analyst(CATALOG).full(design, Design.DEFAULT_SCENARIO, () -> false);
  }

  private static double value(Analysis analysis, String id) {
    return analysis.result(id).orElseThrow().quantity().value();
  }

  @ParameterizedTest
  @CsvSource({
    "chip=gb200-gpu domain=64, 64, 900",
    "chip=h100-sxm domain=8 domains=4 cooling=air perTray=8, 32, 450",
    "chip=mi300x domain=8 fabric=mesh perTray=8, 8, 448",
    "chip=tpu7x domain=64 fabric=torus, 64, 600",
    "chip=ascend910c domain=256, 256, 392"
  })
  void anAcceleratorSendsWhatItsPortsAllow(String text, int chips, double injectionGBps) {
    Analysis analysis = solved(text);
    assertThat(analysis.count(Severity.ERROR)).isZero();
    assertThat(value(analysis, "totals.accelerators")).isEqualTo(chips);
    assertThat(value(analysis, "scaleUp.injectionGBps")).isEqualTo(injectionGBps * 1e9);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0.5", "4, 0.25"})
  void oversubscriptionTakesItsShareOfTheBisection(int oversubscription, double share) {
    Analysis analysis =
        solved(
            "chip=h100-sxm domain=8 domains=32 cooling=air perTray=8 oversubscription="
                + oversubscription);
    assertThat(value(analysis, "scaleOut.bisectionTBps")).isEqualTo(128 * 50e9 * share);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chip=nvlsw5",
        "chip=kunlun-m300",
        "chip=mi300x domain=16 fabric=mesh",
        "domain=7",
        "domain=1",
        "domain=99999999999",
        "perTray=9",
        "fabric=string",
        "cooling=hope",
        "colour=red",
        "domain=1024 domains=64"
      })
  void whatCannotBeIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> SupernodeTemplate.draw(parameters(text), CATALOG))
        .isInstanceOfSatisfying(
            DesignException.class, e -> assertThat(e.text().key()).startsWith("template."));
  }

  @Property(tries = 40)
  void everySizeHasPortsForAllItsLinks(
      @ForAll @IntRange(min = 1, max = 24) int trays,
      @ForAll @IntRange(min = 1, max = 8) int perTray,
      @ForAll @IntRange(min = 1, max = 4) int domains,
      @ForAll @IntRange(min = 1, max = 16) int oversubscription) {
    if (trays * perTray < 2) {
      return;
    }
    Parameters p =
        new Parameters(
            "h100-sxm",
            trays * perTray,
            perTray,
            Parameters.Wiring.SWITCH,
            Parameters.Cooling.COLD_PLATE,
            domains,
            oversubscription);
    Design design = SupernodeTemplate.draw(p, CATALOG);
    assertThat(
            Expansion.of(
                    design,
                    design.library(CATALOG),
                    design.scenarios().get(Design.DEFAULT_SCENARIO))
                .shortages())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"64, 4|4|4", "512, 8|8|8", "16, 2|2|4", "6, 2|3", "7, 7"})
  void aTorusIsAsNearACubeAsItsNumberAllows(int n, String dims) {
    assertThat(ScaleUp.dims(n))
        .isEqualTo(Stream.of(dims.split("\\|")).map(Integer::valueOf).toList());
  }
}
