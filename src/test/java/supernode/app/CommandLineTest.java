package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands print, where they print it and how they end. */
class CommandLineTest {
  private static final String SAMPLE = "sample-designs/gb200-nvl72.supernode.json";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  static Stream<List<String>> commands() {
    return commands(Main.commandLine(), List.of());
  }

  private static Stream<List<String>> commands(CommandLine line, List<String> path) {
    return Stream.concat(
        Stream.of(path),
        line.getSubcommands().entrySet().stream()
            .flatMap(e ->
                commands(
                    e.getValue(), Stream.concat(path.stream(), Stream.of(e.getKey())).toList())));
  }

  @Test
  void commandsOfCommandsAreAmongThem() {
    assertThat(commands()).contains(List.of(), List.of("solve"), List.of("catalog", "list"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --fail=compute[0].gpu[1]~fabric[3].switch[0]        | 1295
          --fail=compute[0]~fabric[3]                         | 1288
          --fail=compute[0].gpu[1]:nvlink[4]                  | 1295
          --fail=scale-up:plane[2]                            | 1224
          --fail-random=links=16,seed=7                       | 1280
          --fail-random=switches=2,seed=3,fabric=scale-up     | 1152
          """)
  void failuresOfLinksPortsAndPlanesLeaveSoManyLinks(String option, int links) {
    Said said = ask(List.of("solve", SAMPLE, "--json"), option);
    assertThat(JSON.readTree(said.out()).at("/network/scale-up/links").intValue()).isEqualTo(links);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(List<String> command) {
    Said said = ask(command, "--help");

    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).contains("Usage: supernode-studio " + String.join(" ", command));
    assertThat(said.out()).doesNotContain("%%").doesNotContain("%n");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandKnowsTheVersion(List<String> command) {
    if (command.contains("generate-completion")) {
      assertThat(ask(command, "--version").code()).isZero();
      return;
    }
    assertThat(ask(command, "--version"))
        .isEqualTo(new Said(0, new Version().getVersion()[0] + System.lineSeparator(), ""));
  }

  private static Said ask(List<String> command, String option) {
    return Said.to(Stream.concat(command.stream(), Stream.of(option)).toArray(String[]::new));
  }

  @Test
  void resultsAreOnTheOutputAndNothingElse() {
    Said said = Said.to("solve", SAMPLE, "--json");

    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    JsonNode analysis = JSON.readTree(said.out());
    assertThat(analysis.path("format").asString()).isEqualTo("supernode-analysis");
    assertThat(analysis.path("totals").path("accelerators").asInt()).isEqualTo(72);
  }

  @Test
  void aHealthyDesignEndsWithZeroAndABrokenOneWithOne() {
    Said sound = Said.to("check", SAMPLE);
    assertThat(sound.code()).isZero();
    assertThat(sound.out()).contains("warning [single-point-of-failure] Cooling");

    Said hot = Said.to("check", SAMPLE, "--set", "cdu.pumpSpeed=10%");
    assertThat(hot.code()).isEqualTo(Failures.ERRORS_FOUND);
    assertThat(hot.err()).isEmpty();
    assertThat(hot.out()).contains("error [junction-too-hot]");
    assertThat(Said.to("solve", SAMPLE, "--set", "cdu.pumpSpeed=10%").code())
        .isEqualTo(Failures.ERRORS_FOUND);
  }

  @Test
  void aFailureOfItsOwnEndsWithThreeAndOneLine() {
    StringWriter err = new StringWriter();
    int code = Failures.report(new AssertionError("first\nsecond"), new PrintWriter(err, true));

    assertThat(code).isEqualTo(Failures.INTERNAL);
    assertThat(err.toString()).contains("AssertionError", "first").hasLineCount(1);
  }

  @Test
  void memoryThatDoesNotSufficeIsTheInputsFaultAndSaysTheRemedy() {
    StringWriter err = new StringWriter();
    int code = Failures.report(new OutOfMemoryError(), new PrintWriter(err, true));

    assertThat(code).isEqualTo(Failures.BAD_INPUT);
    assertThat(err.toString()).contains("memory", "-Xmx").hasLineCount(1);
  }

  @Test
  void theLanguageIsTheOneAskedFor() {
    assertThat(Said.to("solve", SAMPLE, "--lang", "zh").out()).contains("加速卡");
    assertThat(Said.to("solve", SAMPLE, "--lang", "en").out()).contains("Accelerators");
    assertThat(Said.to("solve", "none.json", "--lang", "zh").err()).contains("没有文件");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "设计 一", "quote'\"$HOME", "-dash"})
  void anyFileNameWillDo(String name) throws IOException {
    String in = folder.resolve(name + ".supernode.json").toString();
    assertThat(Said.to("new", "hgx-h100", "-o", in)).isEqualTo(new Said(0, "", ""));
    assertThat(Said.to("solve", in, "--json").out()).contains("accelerators");
    assertThat(Said.to("check", in).err()).isEmpty();
    assertThat(Said.to("explain", in).out()).contains("power.totalKW");
    for (String ending : List.of(".pdf", ".html")) {
      assertWritten("report", in, name + ending);
    }
    for (String ending : List.of(".svg", ".png")) {
      assertWritten("render", in, name + ending);
    }
  }

  private void assertWritten(String command, String in, String name) throws IOException {
    Path out = folder.resolve(name);
    assertThat(Said.to(command, in, "-o", out.toString())).isEqualTo(new Said(0, "", ""));
    assertThat(Files.size(out)).isPositive();
  }

  @Test
  void templatesAreTheSamplesAndAnEmptyRack() {
    List<String> small = List.of("gb200-nvl72", "hgx-h100", "mi300x-mesh", "empty-rack");
    for (String template : small) {
      String out = folder.resolve(template + ".json").toString();
      assertThat(Said.to("new", template, "-o", out).code()).as(template).isZero();
      assertThat(Said.to("solve", out).err()).as(template).isEmpty();
    }
  }

  @Test
  void theCatalogueIsListedAndShown() {
    assertThat(Said.to("catalog", "list", "--kind", "switch").out())
        .contains("nvlsw5")
        .doesNotContain("accelerator");
    assertThat(Said.to("catalog", "list", "--kind", "link").out()).contains("nvlink5");
    assertThat(Said.to("catalog", "show", "nvlsw5").out()).contains("port");
    assertThat(Said.to("catalog", "list", "--kind", "model").out())
        .contains("deepseek-v3")
        .doesNotContain("nvlsw5");
    assertThat(Said.to("catalog", "show", "llama3-8b").out())
        .contains("hidden", "4096", "8,030,261,248");
  }

  @Test
  void partsOfOnesOwnAreImportedFromJson() throws IOException {
    String good =
        """
        {"format": "supernode-catalog", "version": 1, "kind": "cpu", "entries": [
          {"id": "good", "name": "Good", "vendor": "Me", "ports": [], "values": {
            "powerW": {"value": 300, "confidence": "user", "source": "own sheet"}}}
        ]}
        """;
    Path from = Files.writeString(folder.resolve("mine.json"), good);
    Path to = folder.resolve("parts");
    Said kept = Said.to("catalog", "import", from.toString(), "-o", to.toString());
    assertThat(kept.err()).contains("1").doesNotContain("mine.json");
    assertThat(kept.code()).isZero();
    assertThat(Files.readString(to.resolve("mine-cpu.json"))).contains("good", "own sheet");

    // An id that is in the folder already is taken; another one does not put the first away.
    assertThat(Said.to("catalog", "import", from.toString(), "-o", to.toString()).err())
        .contains("“good” is taken");
    Files.writeString(from, good.replace("good", "better"));
    assertThat(Said.to("catalog", "import", from.toString(), "-o", to.toString()).code()).isZero();
    assertThat(Files.readString(to.resolve("mine-cpu.json"))).contains("good");
    assertThat(Files.readString(to.resolve("mine-cpu-2.json"))).contains("better");

    Files.writeString(from, good.replace("300", "\"many\""));
    Path nowhere = folder.resolve("nowhere");
    Said refused = Said.to("catalog", "import", from.toString(), "-o", nowhere.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("mine.json", "3");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void aParameterThatIsGivenTwiceIsRefused() {
    Path out = folder.resolve("two.supernode.json");
    Said said = Said.to("new", "supernode", "domain=8", "domain=16", "-o", out.toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("“domain” is given twice").hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void whatHoldsNoPartsIsNoImport() throws IOException {
    Path empty =
        Files.writeString(
            folder.resolve("empty.csv"),
            "id,kind,name,vendor,field,value,confidence,source,note\n");
    String to = folder.resolve("parts").toString();
    Said none = Said.to("catalog", "import", empty.toString(), "-o", to);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("empty.csv", "no entry");
    Said dir = Said.to("catalog", "import", folder.toString(), "-o", to);
    assertThat(dir.code()).isEqualTo(2);
    assertThat(dir.err()).contains("is a folder").hasLineCount(1);
    Said gone = Said.to("catalog", "import", folder.resolve("gone.csv").toString(), "-o", to);
    assertThat(gone.code()).isEqualTo(2);
    assertThat(gone.err()).contains("gone.csv", "NoSuchFile").hasLineCount(1);
    assertThat(folder.resolve("parts")).doesNotExist();
  }

  @Test
  void theCompletionScriptNamesEveryCommand() {
    Said said = Said.to("generate-completion");

    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("complete -F", "solve", "--fail", "render", "catalog");
  }
}
