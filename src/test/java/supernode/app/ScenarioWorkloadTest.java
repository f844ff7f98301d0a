package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.store.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Workloads in scenarios, answered with the design that they belong to. */
class ScenarioWorkloadTest {
  private static final String HGX = "sample-designs/hgx-h100.supernode.json";

  private static final Catalog CATALOG = CatalogReader.shipped();

  @TempDir private Path folder;

  private static JsonNode solved(String sample, String scenario) {
    Said said = Said.to("solve", sample, "--scenario", scenario, "--json", "--lang", "en");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                SchemaLocation.of("classpath:assets/schema/supernode-analysis-1.schema.json"));
    assertThat(schema.validate(said.out(), InputFormat.JSON)).isEmpty();
    return JsonMapper.shared().readTree(said.out()).path("workloads");
  }

  /** The bands are what each story needs to hold, not what the model happened to say. */
  @ParameterizedTest
  @CsvSource({
    "atlas950-superpod, trillion-parameter training, trillion-parameters, mfu, 0.3, 0.65",
    "cloudmatrix384, a million users, million-users, users, 10000, 1000000",
    "hgx-h100, finance risk control, fraud-stream, ttftP99Seconds, 0.00005, 0.01",
    "superpod-h100-su, industrial inspection, inspection, ttftP99Seconds, 0.001, 0.5",
    "superpod-h100-su, industrial inspection, inspection-retraining, daysOfTokens, 0.004, 0.5",
    "h100-rail-1024, energy dispatch, energy-dispatch, elasticUtilisation, 0.9, 1"
  })
  void theScenariosOfTheReportTellTheirStory(
      String sample, String scenario, String workload, String measure, double low, double high) {
    JsonNode told = solved("sample-designs/" + sample + ".supernode.json", scenario).path(workload);
    assertThat(told.path("status").asString()).isEqualTo("solved");
    assertThat(told.path("results").path(measure).doubleValue()).isBetween(low, high);
    assertThat(told.path("story").asString()).doesNotContain("{").isNotBlank();
  }

  /** What a token costs counts the plant as PUE does; the key number is that of the answer. */
  @ParameterizedTest
  @CsvSource({
    "superpod-h100-su, industrial inspection, inspection-retraining, tokensPerSecond",
    "gb200-nvl72, a reasoning service, reasoning, outputTokensPerSecond"
  })
  void aTokenSaysItsEnergy(String sample, String scenario, String workload, String rate) {
    String file = "sample-designs/" + sample + ".supernode.json";
    JsonNode told = solved(file, scenario).path(workload);
    double joules = told.path("results").path("joulesPerToken").doubleValue();
    assertThat(joules).isPositive();
    assertThat(told.path("answer").findValue("joulesPerToken").doubleValue())
        .isCloseTo(joules, withinPercentage(1e-6));
    Said whole = Said.to("solve", file, "--scenario", scenario, "--json", "--lang", "en");
    JsonNode power = JsonMapper.shared().readTree(whole.out()).path("power");
    double watt = joules * told.path("results").path(rate).doubleValue();
    // Parts beside the chips are in the machine's power only; without cooling there is no PUE.
    double total = power.path("pueParts").path("itKW").doubleValue(1e9) * 1e3;
    assertThat(watt).isLessThan(total * power.path("pue").doubleValue(1));
  }

  static Stream<Arguments> scenariosWithWorkloads() {
    return Samples.NAMES.stream()
        .flatMap(sample ->
            Samples.read(sample, CATALOG).design().scenarios().entrySet().stream()
                .filter(s -> !s.getValue().workloads().isEmpty())
                .map(s -> Arguments.of(sample, s.getKey())));
  }

  @ParameterizedTest
  @MethodSource("scenariosWithWorkloads")
  void noWorkloadOfASampleIsRefused(String sample, String scenario) {
    Design design = Samples.read(sample, CATALOG).design();
    Analysis analysis = new Analyst(CATALOG).full(design, scenario, () -> false);
    assertThat(new Workloads().of(analysis))
        .isNotEmpty()
        .allSatisfy(w -> assertThat(w.answer().asOptional()).as(w.name()).isPresent());
  }

  @Test
  void energyDispatchGainsByPooling() {
    JsonNode day =
        solved("sample-designs/h100-rail-1024.supernode.json", "energy dispatch")
            .path("energy-dispatch")
            .path("results");
    assertThat(day.path("elasticUtilisation").doubleValue())
        .isGreaterThan(day.path("staticUtilisation").doubleValue());
    assertThat(day.path("elasticWaitMeanSeconds").doubleValue())
        .isLessThan(day.path("staticWaitMeanSeconds").doubleValue());
  }

  @Test
  void aScenarioAnswersAsTheCommandDoes() throws Exception {
    JsonNode inScenario = solved(HGX, "finance risk control").path("fraud-stream").path("answer");
    JsonNode root = JsonMapper.shared().readTree(Path.of(HGX).toFile());
    JsonNode job =
        root.path("design")
            .path("scenarios")
            .path("finance risk control")
            .path("workloads")
            .path("fraud-stream")
            .path("serve");
    Path file = folder.resolve("fraud.serve.json");
    Files.writeString(file, job.toString());
    Said said = Said.to("serve", file.toString(), "--on", HGX, "--json", "--lang", "en");
    assertThat(JsonMapper.shared().readTree(said.out())).isEqualTo(inScenario);
  }

  @Test
  void explainDerivesAResultOfAWorkload() {
    Said said =
        Said.to(
            "explain",
            "sample-designs/superpod-h100-su.supernode.json",
            "workload.inspection-retraining.stepSeconds",
            "--scenario",
            "industrial inspection",
            "--lang",
            "en");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("Training step = ", "Compute = ", "← limits", "Optimiser = ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"train": {"model": "llama3-70b", "batch": 64}} | most of it for Gradients; no other strategy on these chips fits|1
          {"train": {"model": "llama3-8b", "batch": 64}} | most of it for Activations; the nearest that fits is|1
          {"train": {"model": "llama3-8b", "batch": 64, "strategy": {"tp": 3}}}   | takes 6 chips, but there are 8; nearest that fits them is|1
          {"train": {"model": "llama3-8c", "batch": 64}} | did you mean llama3-8b|1
          {"serve": {"model": "llama3-70b", "requests": {"perSecond": 1, "inputTokens": 100, "outputTokens": 10}, "objective": {"ttftSeconds": 1e-6}}} | cannot be met even by an idle machine; the nearest|1
          {"train": {"model": "llama3-8b", "batch": 64, "machine": {}}} | take “machine” out|2
          {"learn": {"model": "llama3-8b"}} | learn;train, serve, schedule|2
          {} | train, serve, schedule|2
          {"train": [1]} | /train|2
          """)
  void whatCannotBeCarriedOutIsSaid(String workload, String words, int code) throws Exception {
    String text = Files.readString(Path.of(HGX));
    int at = text.indexOf("\"finance risk control\"");
    Path file = folder.resolve("bad.supernode.json");
    Files.writeString(
        file,
        text.substring(0, at)
            + "\"bad\": {\"workloads\": {\"job\": "
            + workload
            + "}},"
            + text.substring(at));
    Said said = Said.to("solve", file.toString(), "--scenario", "bad", "--lang", "en");
    assertThat(said.code()).isEqualTo(code);
    for (String word : words.split(";")) {
      assertThat(said.out() + said.err()).contains(word.strip());
    }
  }

  @Test
  void checkTellsWhatIsWrongWithAWorkloadAndTheNearestThatHolds() throws Exception {
    Path file = folder.resolve("odd.supernode.json");
    String text = Files.readString(Path.of("sample-designs/superpod-h100-su.supernode.json"));
    Files.writeString(file, text.replace("\"tp\": 1, \"microbatch\"", "\"tp\": 3, \"microbatch\""));
    Said fine = Said.to("check", file.toString(), "--lang", "en");
    assertThat(fine.out()).doesNotContain("workload-refused");
    Said said =
        Said.to("check", file.toString(), "--scenario", "industrial inspection", "--lang", "en");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "workload-refused", "the strategy takes 255 chips", "Take the nearest that holds");
    Said json =
        Said.to(
            "check",
            file.toString(),
            "--scenario",
            "industrial inspection",
            "--json",
            "--lang",
            "en");
    assertThat(json.out()).contains("workload-refused");
  }
}
