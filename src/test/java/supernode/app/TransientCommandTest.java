package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code solve --transient} runs a loop over time and says what it cannot run. */
class TransientCommandTest {
  private static final String RACK = "sample-designs/gb200-nvl72.supernode.json";

  private static Said run(String incident, String... more) {
    String[] args = new String[6 + more.length];
    System.arraycopy(
        new String[] {"solve", RACK, "--lang", "en", "--transient", incident}, 0, args, 0, 6);
    System.arraycopy(more, 0, args, 6, more.length);
    return Said.to(args);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pump-trip",
        "pump-trip-standby@cdu[0]",
        "facility-loss",
        "facility-step=8",
        "blocked@compute[3].plate[1]",
        "half-mated",
        "leak",
        "wrong-fluid=pao4",
        "cold-start=8",
        "fan-loss"
      })
  void everyKindIsJsonByTheSchema(String incident) {
    Said said = run(incident, "--json", "--duration", "60");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                    SchemaLocation.of("classpath:assets/schema/supernode-transient-1.schema.json"))
                .validate(said.out(), InputFormat.JSON))
        .isEmpty();
    JsonNode root = JsonMapper.shared().readTree(said.out());
    int samples = root.get("timeS").size();
    assertThat(root.at("/timeS/" + (samples - 1)).doubleValue()).isEqualTo(60);
    root.get("chips").forEach(c -> assertThat(c.get("junctionC")).hasSize(samples));
  }

  @Test
  void theStoryIsToldInWords() {
    Said said = run("pump-trip");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("Time to throttle").contains("slows down");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meteor", "blocked@nowhere[0]", "wrong-fluid=beer", "facility-step=hot"})
  void whatCannotBeRunIsOneSentence(String incident) {
    Said said = run(incident);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err().strip().lines()).hasSize(1);
  }

  @Test
  void aRunOfNoLengthHasNoAnswer() {
    Said said = run("pump-trip", "--duration", "-5");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).contains("must be above 0");
  }
}
