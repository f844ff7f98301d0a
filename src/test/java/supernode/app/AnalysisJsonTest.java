package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.SolvedSamples;
import supernode.analysis.Analysis;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.quantity.Messages;
import supernode.solve.network.latency.PacketMix;
import supernode.store.Samples;
import tools.jackson.databind.JsonNode;

/** What {@code solve --json} prints keeps to its published schema. */
class AnalysisJsonTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaLocation.of("classpath:assets/schema/supernode-analysis-1.schema.json"));

  private static String json(Design design, String scenario) {
    Analysis analysis = SampleAnalysis.full(design, scenario);
    return AnalysisJson.text(analysis, new Messages(Locale.ENGLISH));
  }

  private static List<String> problems(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  static List<String> samples() {
    return Samples.NAMES;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsValid(String sample) {
    String json = AnalysisJson.text(SolvedSamples.of(sample), new Messages(Locale.ENGLISH));
    assertThat(problems(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gb200-nvl72", "hgx-h100", "mi300x-mesh", "era-web", "cross-site"})
  void everyScenarioIsValid(String sample) {
    Design design = SampleAnalysis.design(sample);
    for (String scenario : design.scenarios().keySet()) {
      assertThat(problems(json(design, scenario))).as(scenario).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"fabric[3].switch[0]", "compute[7]", "cdu[0]", "shelf[0]"})
  void failuresAreValid(String path) {
    Design hurt =
        SampleAnalysis.edited(
            SampleAnalysis.design("gb200-nvl72"),
            new Edit.SetFault(Design.DEFAULT_SCENARIO, path, true));
    String json = json(hurt, Design.DEFAULT_SCENARIO);
    assertThat(problems(json)).isEmpty();
    assertThat(json).contains("part-failed");
  }

  @ParameterizedTest
  @CsvSource({"links", "switches", "endpoints"})
  void curvesOfDegradationAreValid(String part) {
    Analysis analysis =
        SampleAnalysis.full(SampleAnalysis.design("gb200-nvl72"), Design.DEFAULT_SCENARIO);
    String json =
        AnalysisJson.text(
            analysis,
            new TopologyJson.Further(DegradationJson.part(part), Optional.empty()),
            List.of(),
            new Messages(Locale.ENGLISH));
    assertThat(problems(json)).isEmpty();
    assertThat(json).contains("slowestPairGBps");
  }

  @ParameterizedTest
  @CsvSource({
    "gb200-nvl72, scale-up, 0.8, steady",
    "gb200-nvl72, scale-up, 1.5, saturated",
    "dragonfly-1056, scale-out, 0.7, saturated"
  })
  void latencyUnderLoadIsValidAndNoNumberWhenSaturated(
      String sample, String fabric, double load, String state) {
    OfferedLoadOption.OfferedLoad asked =
        new OfferedLoadOption.OfferedLoad(load, new PacketMix(List.of(4096.0)), 1 << 20);
    String json =
        AnalysisJson.text(
            SolvedSamples.of(sample),
            new TopologyJson.Further(Optional.empty(), Optional.of(asked)),
            List.of(),
            new Messages(Locale.ENGLISH));
    assertThat(problems(json)).isEmpty();
    JsonNode loaded = AnalysisJson.JSON.readTree(json).at("/network/" + fabric + "/loadedLatency");
    assertThat(loaded.get("state").stringValue()).isEqualTo(state);
    assertThat(loaded.get("meanNs").isNull()).isEqualTo(state.equals("saturated"));
    if (sample.equals("gb200-nvl72") && state.equals("steady")) {
      // Two links of 50 GB/s, M/D/1: two services of 4,096 B in each of the queues.
      assertThat(loaded.get("queueMeanNs").doubleValue())
          .isCloseTo(2 * 2 * 4096 / 50.0, within(1e-3));
    }
  }

  @Test
  void aStoppedPumpIsValid() {
    Design still =
        SampleAnalysis.edited(
            SampleAnalysis.design("gb200-nvl72"),
            new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0)));
    assertThat(problems(json(still, Design.DEFAULT_SCENARIO))).isEmpty();
  }

  @Test
  void aStageThatDoesNotApplySaysWhy() {
    String json = json(SampleAnalysis.fabrics("mi300x-mesh"), Design.DEFAULT_SCENARIO);
    assertThat(problems(json)).isEmpty();
    assertThat(json).contains("\"status\" : \"not-applicable\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "version" : 1          | "version" : 2
          "status" : "solved"    | "status" : "guessed"
          "accelerators" : 8     | "accelerators" : "8"
          "all-to-all" :         | "some-to-some" :
          "minRateGBps" :        | "minRate" :
          "findings" :           | "finding" :
          "format" : "supernode-analysis" | "format" : "supernode"
          """)
  void theSchemaRefusesWhatIsNotPrinted(String from, String to) {
    String json = json(SampleAnalysis.design("mi300x-mesh"), Design.DEFAULT_SCENARIO);
    assertThat(json).contains(from);
    assertThat(problems(json.replace(from, to))).isNotEmpty();
  }
}
