package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScheduleCommandTest {
  private static final String DAY = "src/test/resources/jobs/day.schedule.json";
  private static final String RAIL = "sample-designs/h100-rail-1024.supernode.json";
  private static final String FLAT =
      "\"machine\": {\"chip\": \"h100-sxm\", \"count\": 1024, \"domainSize\": 8,"
          + " \"scaleUpGBps\": 450, \"scaleOutGBps\": 50},\n  \"hours\": 24";

  @TempDir private Path folder;

  @Test
  void aDayOnADesignIsAsOnTheSameFlatMachine() throws Exception {
    String job = Files.readString(Path.of(DAY));
    TrainCommandTest.assertValid("supernode-schedule-job-1", job);
    Said drawn = Said.to("schedule", DAY, "--on", RAIL, "--json", "--lang", "en");
    assertThat(drawn.err()).isEmpty();
    assertThat(drawn.code()).isZero();
    TrainCommandTest.assertValid("supernode-schedule-1", drawn.out());
    String withMachine = job.replace("\"hours\": 24", FLAT);
    TrainCommandTest.assertValid("supernode-schedule-job-1", withMachine);
    Path file = Files.writeString(folder.resolve("job.json"), withMachine);
    Said flat = Said.to("schedule", file.toString(), "--json", "--lang", "en");
    JsonNode a = JsonMapper.shared().readTree(drawn.out()).get("results");
    JsonNode b = JsonMapper.shared().readTree(flat.out()).get("results");
    assertThat(a.size()).isEqualTo(6);
    for (int i = 0; i < a.size(); i++) {
      assertThat(b.at("/" + i + "/finishedJobs")).isEqualTo(a.at("/" + i + "/finishedJobs"));
      assertThat(b.at("/" + i + "/usefulUtilisation").doubleValue())
          .isCloseTo(a.at("/" + i + "/usefulUtilisation").doubleValue(), within(1e-9));
    }
    JsonNode apart = a.at("/0/peak");
    JsonNode elastic = a.at("/4/peak");
    assertThat(elastic.get("wantedChips")).isEqualTo(apart.get("wantedChips"));
    assertThat(elastic.get("shavedShare").doubleValue())
        .isCloseTo(
            1 - elastic.get("chips").doubleValue() / elastic.get("apartChips").doubleValue(),
            within(1e-9));
    assertThat(elastic.get("shavedPowerShare").doubleValue()).isBetween(0.0, 1.0);
    // H100 of 700 W, a tenth of it where idle; the design's plant takes its share as well.
    double working = b.at("/4/peak/chips").doubleValue();
    assertThat(b.at("/4/peak/kW").doubleValue())
        .isCloseTo(0.7 * (working + 0.1 * (1024 - working)), within(1e-6));
    assertThat(elastic.get("kW").doubleValue())
        .isGreaterThanOrEqualTo(b.at("/4/peak/kW").doubleValue());
    assertThat(a.get(2).get("utilisation").doubleValue())
        .isGreaterThan(a.get(0).get("utilisation").doubleValue());
    assertThat(Said.to("schedule", file.toString(), "--lang", "zh").out()).contains("统一资源池");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "peakChips": 400 | "peakChips": 4000 | lower “peakChips” to 1,024 in all
          [1, 2, 4, 8]     | [1, 2048]         | a job takes 2,048 chips, but there are 1,024
          [1, 2, 4, 8]     | [1, 0]            | “chips” is 0
          [1, 2, 4, 8]     | []                | at least one item
          "meanHours": 3   | "meanHours": -3   | “meanHours” is -3
          "count": 100     | "count": 0        | “count” is 0
          "hours": 24      | "hours": 0        | “hours” is 0
          "seed": 1        | "sed": 1          | which is not known
          """)
  void whatCannotBeIsSaid(String from, String to, String said) throws Exception {
    String job = Files.readString(Path.of(DAY));
    assertThat(job).contains(from);
    String changed = job.replace(from, to).replace("\"hours\": 24", FLAT);
    if (from.startsWith("\"hours\"")) {
      changed = job.replace(from, FLAT.replace("\"hours\": 24", to));
    }
    Path file = Files.writeString(folder.resolve("job.json"), changed);
    Said answer = Said.to("schedule", file.toString(), "--lang", "en");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains(said).hasLineCount(1);
  }

  /** Energy dispatch: a week of simulation and learning in turns. */
  @Test
  void aWeekOfSimulationAndLearningIsFullerInOnePool() throws Exception {
    String job = "src/test/resources/jobs/energy-dispatch.schedule.json";
    TrainCommandTest.assertValid("supernode-schedule-job-1", Files.readString(Path.of(job)));
    Said said = Said.to("schedule", job, "--on", RAIL, "--json", "--lang", "en");
    JsonNode results = JsonMapper.shared().readTree(said.out()).get("results");
    assertThat(results.at("/2/utilisation").doubleValue())
        .isGreaterThan(results.at("/0/utilisation").doubleValue());
    assertThat(results.at("/4/unmetInferenceShare").doubleValue())
        .isLessThanOrEqualTo(results.at("/2/unmetInferenceShare").doubleValue());
  }

  @Test
  void aDayWithoutAnythingIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("job.json"), "{\"hours\": 24}");
    assertThat(Said.to("schedule", file.toString(), "--lang", "en").err()).contains("--on");
    assertThat(Said.to("schedule", file.toString(), "--on", RAIL, "--lang", "en").err())
        .contains("neither jobs nor services");
  }
}
