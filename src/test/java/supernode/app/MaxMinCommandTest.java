package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MaxMinCommandTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Route and shares, a link twice, one without capacity, limits, a flow that crosses nothing. */
  private static final String PROBLEM =
      """
      {"flows": [{"id": "x", "route": ["a", "b"]}, {"id": "y", "route": ["a"]},
                 {"id": "w", "shares": {"b": 0.5}, "weight": 2, "limit": null},
                 {"id": "d", "route": ["z"]}, {"id": "e", "route": [], "limit": 3},
                 {"id": "g", "route": ["a", "a"], "limit": 1}],
       "links": [{"id": "a", "capacity": 10}, {"id": "b", "capacity": 5},
                 {"id": "z", "capacity": 0}]}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void ratesLimitsAndProofAreJson() throws Exception {
    assertThat(run(PROBLEM, "--json", "--what-if")).isZero();
    JsonNode root = JsonMapper.shared().readTree(out.toString());
    assertThat(root.get("rates").toString())
        .isEqualTo("{\"x\":2.5,\"y\":5.5,\"w\":5.0,\"d\":0.0,\"e\":3.0,\"g\":1.0}");
    assertThat(root.get("levels").intValue()).isEqualTo(5);
    assertThat(root.at("/certificate/holds").booleanValue()).isTrue();
    assertThat(root.at("/limitedBy/y").stringValue()).isEqualTo("a");
    assertThat(root.at("/limitedBy/e").isNull()).isTrue();
    assertThat(root.at("/bottlenecks/0/link").stringValue()).isEqualTo("b");
    assertThat(root.at("/bottlenecks/0/flows").intValue()).isEqualTo(2);
    // Raising b lets x rise until a is full for x and y: (10 - 2) / 2.
    assertThat(root.at("/whatIf/0/leastRatePerWeightThen").doubleValue()).isEqualTo(4);
    assertThat(root.at("/whatIf/0/nextBottlenecks/0").stringValue()).isEqualTo("a");
    assertThat(problems("supernode-maxmin-1", out.toString())).isEmpty();
    assertThat(problems("supernode-maxmin-problem-1", PROBLEM)).isEmpty();
  }

  @Test
  void peopleReadWhatLimitsWhom() throws Exception {
    assertThat(run(PROBLEM)).isZero();
    assertThat(out.toString()).contains("b is full and limits 2 flows").contains("proved");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"flows\":[]}                                                    | has no flows",
        "[]                                                                | curly braces",
        "{\"links\":{                                                      | square brackets",
        "{\"links\":[                                                      | no valid JSON",
        "{\"a\":1}                                                         | links, flows",
        "{\"links\":[{\"id\":\"a\",\"capacity\":-1}]}                      | links[0]",
        "{\"links\":[{\"id\":\"a\",\"capacity\":NaN}]}                     | line 1, column",
        "{\"links\":[{\"id\":\"a\",\"capacity\":1e999}]}                   | 1e999",
        "{\"links\":[{\"id\":\"a\",\"capacity\":\"wide\"}]}                | must be a number",
        "{\"links\":[{\"id\":\"a\"}]}                                      | “capacity” is missing",
        "{\"links\":[{\"id\":\"a\",\"capacity\":1},{\"id\":\"a\",\"capacity\":2}]} | there already",
        "{\"flows\":[{\"id\":\"f\"}]}                                      | neither a route nor",
        "{\"flows\":[{\"id\":\"f\",\"route\":[]}]}                         | neither a route nor",
        "{\"flows\":[{\"id\":\"f\",\"route\":[\"q\"]}]}                    | crosses the link “q”",
        "{\"flows\":[{\"id\":\"f\",\"route\":\"q\"}]}                      | square brackets",
        "{\"flows\":[{\"id\":\"f\",\"limit\":1},{\"id\":\"f\",\"limit\":1}]} | there already",
        "{\"flows\":[{\"id\":\"f\",\"limit\":1,\"weight\":0}]}             | “weight” is 0",
        "{\"flows\":[{\"id\":\"f\",\"route\":[],\"shares\":{}}]}           | both a route and"
            + " shares",
        "{\"flows\":[{\"id\":\"f\",\"limit\":1,\"limit\":2}]}              | no valid JSON",
        "{\"links\":[],\"flows\":[{\"id\":\"f0                           | no valid JSON",
        "{\"flows\":[{\"id\":\"f\",\"route\":[\"                         | no valid JSON",
      })
  void badInputIsOneSentence(String problem, String part) throws Exception {
    assertThat(run(problem)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().strip()).contains("problem.json").contains(part).doesNotContain("\n");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    CommandLine command = Main.commandLine().setErr(new PrintWriter(err, true));
    assertThat(command.execute("maxmin", folder.resolve("none.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.json");
  }

  private int run(String problem, String... options) throws Exception {
    Path file = Files.writeString(folder.resolve("problem.json"), problem);
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
    String[] args = new String[options.length + 2];
    args[0] = "maxmin";
    args[1] = file.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return command.execute(args);
  }

  private static java.util.List<?> problems(String schema, String json) {
    return SCHEMAS
        .getSchema(SchemaLocation.of("classpath:assets/schema/" + schema + ".schema.json"))
        .validate(json, InputFormat.JSON);
  }
}
