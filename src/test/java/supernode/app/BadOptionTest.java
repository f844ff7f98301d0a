package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A command that cannot be carried out ends with 2 and one sentence that says why and what to do.
 */
class BadOptionTest {
  private static final String SAMPLE = "sample-designs/gb200-nvl72.supernode.json";

  @TempDir private Path folder;

  @BeforeEach
  void whatIsThere() throws IOException {
    Files.createDirectory(folder.resolve("folder.svg"));
    Files.createDirectory(folder.resolve("folder.pdf"));
    Files.writeString(folder.resolve("there.json"), "mine");
    Files.createSymbolicLink(folder.resolve("round.svg"), folder.resolve("about.svg"));
    Files.createSymbolicLink(folder.resolve("about.svg"), folder.resolve("round.svg"));
  }

  /** FILE stands for the sample, DIR for a folder. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slove FILE                                     | “slove” is not known            | did you mean solve
          --hlep                                         | “--hlep” is not known           | supernode-studio --help
          frobnicate                                     | “frobnicate” is not known       | supernode-studio --help
          solve                                          | FILE is missing                 | supernode-studio solve --help
          solve FILE FILE                                | is not known here               | supernode-studio solve --help
          solve FILE --jsn                               | “--jsn” is not known            | did you mean --json
          solve FILE --scenario                          | --scenario                      | supernode-studio solve --help
          solve FILE --scenario storm                    | no scenario “storm”             | it has: default
          solve FILE --lang tlh                          | “tlh” is not spoken             | use en or zh
          solve FILE --fail fabric[99].switch[0]         | no instance “fabric[99].switch[0]” | correct the path
          solve FILE --fail fabric[3                     | “fabric[3” is no path           | write for example
          solve FILE --fail ..                           | “..” is no path                 | write for example
          solve FILE --fail fabric[99]~compute[0]        | no instance “fabric[99]”        | correct the path
          solve FILE --fail-random fans=3                | “fans=3” says not what fails    | links=16,seed=7
          solve FILE --fail-random links=3,fabric=loop   | carries no signals              | fabrics that do
          solve FILE --degradation fans --json           | “fans” is nothing that fails    | use links
          solve FILE --traffic scale-up                  | “scale-up” names no fabric and   | write FABRIC=FILE
          solve FILE --traffic scale-up=no.csv           | no.csv cannot be read           | check the name
          solve FILE --set pumpSpeed                     | “pumpSpeed” does not set        | PATH.PROPERTY=VALUE
          solve FILE --set =                             | “=” does not set                | PATH.PROPERTY=VALUE
          solve FILE --set cdu.pumpSped=1                | “pumpSped” of cdu               | catalog show
          solve FILE --set nowhere.pumpSpeed=1           | no instance “nowhere”           | correct the path
          solve FILE --set cdu.pumpSpeed=fast            | “cdu.pumpSpeed=fast” cannot     | does not start with a number
          solve FILE --set cdu.pumpSpeed=                | “cdu.pumpSpeed=” cannot         | does not start with a number
          solve FILE --set cdu.pumpSpeed=NaN             | “cdu.pumpSpeed=NaN” cannot      | does not start with a number
          solve FILE --set cdu.pumpSpeed=1e999           | cdu                             | must be from
          solve FILE --set cdu.pumpSpeed=-1              | cdu                             | must be from
          solve FILE --set cdu.pumpSpeed=3kW             | “cdu.pumpSpeed=3kW” cannot      | use one of: %
          solve FILE --set compute[0].powerW=1           | compute[0] is an assembly       | a part inside
          solve FILE --set scenario.rain=1               | “rain”                          | use facilityWaterC
          solve FILE --set scenario.airC=hot             | “scenario.airC=hot” cannot      | does not start with a number
          solve FILE --set scenario.airC=900             | surroundings of scenario        | correct them
          explain FILE scaleUp.allToAl                   | “scaleUp.allToAl”               | did you mean scaleUp.allToAllPairGBps
          explain FILE luck                              | no result “luck”                | names them all
          report FILE                                    | --output is missing             | supernode-studio report --help
          report FILE -o DIR/x.docx                      | x.docx” is no document          | *.pdf or *.html
          report FILE -o DIR/none/x.pdf                  | x.pdf was not saved             | does not exist; create it
          report FILE -o DIR/folder.pdf                  | folder.pdf is no file           | choose a file
          render FILE -o DIR/x                           | x” is no picture                | *.svg or *.png
          render FILE -o DIR/none/x.svg                  | x.svg was not saved             | does not exist; create it
          render FILE -o DIR/folder.svg                  | folder.svg is no file           | choose a file
          render FILE -o DIR/round.svg                   | round.svg could not be saved    | save elsewhere
          render FILE -o DIR/x.svg --overlay rain        | --overlay                       | supernode-studio render --help
          render FILE -o DIR/x.svg --width wide          | --width                         | supernode-studio render --help
          render FILE -o DIR/x.svg --width -1            | -1 is no width                  | 100 to 20,000
          new                                            | TEMPLATE                        | supernode-studio new --help
          new dgx -o DIR/x.json                          | no template “dgx”               | gb200-nvl72
          new empty-rack -o DIR/there.json               | there.json is there already     | name a new file
          new empty-rack -o DIR/none/x.json              | x.json was not saved            | does not exist; create it
          catalog show nothing                           | no entry “nothing”              | catalog list
          catalog list --kind spoon                      | “spoon” is no kind              | accelerator
          demo --folder x                                | “--folder” is not known         | supernode-studio demo --help
          """)
  void isRefusedWithOneSentence(String command, String what, String remedy) throws IOException {
    String[] args =
        Stream.of(command.split(" ", -1))
            .map(a -> a.replace("FILE", SAMPLE).replace("DIR", folder.toString()))
            .toArray(String[]::new);

    Said said = Said.to(args);

    assertThat(said.err()).contains(what).contains(remedy).hasLineCount(1).endsWith("\n");
    assertThat(said.code()).isEqualTo(Failures.BAD_INPUT);
    assertThat(said.out()).isEmpty();
    assertThat(folder.resolve("there.json")).hasContent("mine");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("nothing half-written is left").hasSize(5);
    }
  }

  @Test
  void aCommandOfCommandsShowsThem() {
    Said said = Said.to("catalog");

    assertThat(said.code()).isEqualTo(Failures.BAD_INPUT);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("list", "show");
  }

  @Test
  void whatIsNoFileIsNeverReplacedByOne() throws IOException {
    Path nothing = Path.of("/dev/null");
    Path link = Files.createSymbolicLink(folder.resolve("out.svg"), nothing);

    Said said = Said.to("render", SAMPLE, "-o", link.toString());

    assertThat(said.code()).isEqualTo(Failures.BAD_INPUT);
    assertThat(said.err()).contains("out.svg is no file", "choose a file").hasLineCount(1);
    assertThat(link).isSymbolicLink();
    assertThat(Files.isRegularFile(nothing)).isFalse();
    Files.delete(link);
  }

  @Test
  void aNameThatNoFileCanHaveIsOneSentence() {
    for (String[] args :
        new String[][] {
          {"collective", "all-reduce", "--size", "1GB", "--on", "a\0b"},
          {"solve", "a\0b"},
          {"topology", "--graph", "a\0b.dot"},
        }) {
      Said said = Said.to(args);
      assertThat(said.code()).as(args[0]).isEqualTo(2);
      assertThat(said.err().strip()).isNotEmpty().doesNotContain("java.").doesNotContain("\n");
    }
  }

  @Test
  void anAttributeWithoutAValueIsOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("g.dot"), "graph g { a -- b [cap");
    Said said = Said.to("topology", "--graph", file.toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("g.dot").doesNotContain("Exception").doesNotContain("org.");
    Files.writeString(file, "graph g { a -- b [capacityGBps]; }");
    Said bare = Said.to("topology", "--graph", file.toString());
    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.err()).contains("g.dot").doesNotContain("Exception");
  }
}
