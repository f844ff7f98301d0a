package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HydraulicsCommandTest {
  private static final String NET =
      """
      [JUNCTIONS]
      a 10 5
      far 0 5
      [RESERVOIRS]
      r 30
      [PIPES]
      p r a 10 300 120
      q a far 10 300 120 %s
      [OPTIONS]
      UNITS LPS
      """;

  @TempDir private Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("net.inp"), text).toString();
  }

  @Test
  void headsAndFlowsAreJsonByTheSchema() throws Exception {
    Said said = Said.to("hydraulics", file(NET.formatted("")), "--json", "--epanet-constants");
    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    JsonNode root = JsonMapper.shared().readTree(said.out());
    assertThat(root.get("status").stringValue()).isEqualTo("solved");
    assertThat(root.at("/nodes/r/headM").doubleValue()).isEqualTo(30);
    assertThat(root.at("/nodes/a/pressureKPa").doubleValue()).isBetween(190.0, 197.0);
    assertThat(root.at("/links/p/flowM3s").doubleValue()).isBetween(0.0099999, 0.0100001);
    assertThat(root.at("/links/p/status").stringValue()).isEqualTo("open");
    assertThat(root.at("/links/p/headLossM").doubleValue()).isPositive();
    assertThat(problems(said.out())).isEmpty();
  }

  @Test
  void aPartWithoutAnswerHasNoNumbersAndSaysWhy() throws Exception {
    Said said =
        Said.to(
            "hydraulics",
            file(NET.formatted("Closed") + "[JUNCTIONS]\nalone 0 1\n"),
            "--json",
            "--lang",
            "en");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("alone");
    JsonNode root = JsonMapper.shared().readTree(said.out());
    assertThat(root.get("status").stringValue()).isEqualTo("not-applicable");
    assertThat(root.at("/islands/0/status").stringValue()).isEqualTo("solved");
    assertThat(root.at("/islands/1/worstPlace").stringValue()).isEqualTo("alone");
    assertThat(root.at("/nodes/far/headM").isNull()).isTrue();
    assertThat(said.out()).doesNotContain("NaN");
    assertThat(problems(said.out())).isEmpty();
  }

  @Test
  void peopleReadALineForEachPlace() throws Exception {
    Said said = Said.to("hydraulics", file(NET.formatted("")), "--lang", "en");
    assertThat(said.out()).contains("Nodes: head m", "Links: flow L/s").contains("10.00000");
  }

  @Test
  void aBrokenFileIsOneSentence() throws Exception {
    Said said = Said.to("hydraulics", file("[PIPES]\np a b 10\n"), "--json");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().lines()).singleElement().asString().contains("net.inp").contains("2");
  }

  private static java.util.List<com.networknt.schema.Error> problems(String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of("classpath:assets/schema/supernode-hydraulics-1.schema.json"))
        .validate(json, InputFormat.JSON);
  }
}
