package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import supernode.Golden;
import supernode.SolvedSamples;
import supernode.analysis.Analysis;
import supernode.analysis.Comparison;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Text;

/** The comparison on the command line: as JSON, as a sheet, of one design under scenarios. */
class CompareCommandTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              SchemaLocation.of("classpath:assets/schema/supernode-comparison-1.schema.json"));

  private static final double NONE = Double.NaN;

  @TempDir Path folder;

  @Test
  void theJsonFollowsItsSchema() {
    Said said = Said.to("compare", "mi300x-mesh", "hgx-h100", "--json", "--lang", "en");
    assertThat(said.code()).isZero();
    assertThat(SCHEMA.validate(said.out(), InputFormat.JSON)).isEmpty();
    assertThat(said.out()).contains("\"id\" : \"powerEach\"", "\"better\" : \"less\"");
  }

  /** Of numbers that no solver changes. */
  @Test
  void theFormIsAsItWas() throws Exception {
    Comparison comparison =
        new Comparison(
            List.of("A", "B", "C"),
            List.of(
                line("result.racks", Dimension.COUNT, Comparison.Sense.NEITHER, 1, 4, 4),
                line("result.powerEach", Dimension.POWER, Comparison.Sense.LESS, 1600, 1200, NONE),
                line(
                    "result.hottestJunctionC",
                    Dimension.TEMPERATURE,
                    Comparison.Sense.LESS,
                    60,
                    70,
                    60),
                line(
                    "result.bisectionEach",
                    Dimension.BANDWIDTH,
                    Comparison.Sense.MORE,
                    450e9,
                    225e9,
                    900e9)));
    Analysis any = SolvedSamples.of("mi300x-mesh");
    String json =
        ComparisonJson.text(comparison, List.of(any, any, any), new Messages(Locale.ENGLISH));
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    Golden.assertGolden("compare/form.json", json);
  }

  private static Comparison.Line line(
      String key, Dimension dimension, Comparison.Sense sense, double... values) {
    return new Comparison.Line(
        Text.of(key),
        dimension,
        sense,
        Arrays.stream(values)
            .mapToObj(v -> Double.isNaN(v) ? OptionalDouble.empty() : OptionalDouble.of(v))
            .toList());
  }

  @Test
  void oneDesignIsHeldAgainstItselfUnderAnotherScenario() {
    Said said =
        Said.to(
            "compare",
            "h100-cold-plate",
            "--scenario",
            "default",
            "--scenario",
            "45 °C facility water",
            "--json",
            "--lang",
            "en");
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("\"8 H100 on cold plates\"", "\"8 H100 on cold plates · 45 °C facility water\"");
  }

  @Test
  void theSheetHasARowForEachLine() throws Exception {
    Path sheet = folder.resolve("two.csv");
    Said said =
        Said.to("compare", "mi300x-mesh", "hgx-h100", "-o", sheet.toString(), "--lang", "en");
    assertThat(said.code()).isZero();
    assertThat(Files.readAllLines(sheet))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            row -> assertThat(row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).hasSize(8));
  }

  @Test
  void whatIsAssumedIsToldInTableAndSheet() throws Exception {
    Path sheet = folder.resolve("two.csv");
    Said said =
        Said.to("compare", "ub-mesh-rack", "hgx-h100", "-o", sheet.toString(), "--lang", "en");
    assertThat(said.out()).containsPattern("Power per accelerator.* W a .*–");
    assertThat(said.out()).contains("a: rests on a guess");
    assertThat(Files.readString(sheet)).containsPattern("Power per accelerator.*UB-Mesh rack");
    assertThat(Said.to("compare", "mi300x-mesh", "hgx-h100", "--lang", "en").out())
        .doesNotContain("rests on a guess");
  }

  @Test
  void whatCannotBeComparedIsRefusedWithASentence() {
    assertThat(Said.to("compare", "hgx-h100", "a\0b").code()).isEqualTo(2);
    assertThat(Said.to("compare", "hgx-h100").err()).contains("two to four");
    assertThat(Said.to("compare", "hgx-h100", "mi300x-mesh", "-o", "x.doc").err())
        .contains("*.csv");
    assertThat(Said.to("compare", "hgx-h100", "mi300x-mesh", "--scenario", "no such day").err())
        .contains("no such day");
    assertThat(
            Said.to(
                    "compare",
                    "hgx-h100",
                    "mi300x-mesh",
                    "--scenario",
                    "default",
                    "--scenario",
                    "default",
                    "--scenario",
                    "default")
                .err())
        .contains("3 scenarios");
  }
}
