package supernode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The walls between the rooms: each package sees only what is left of it. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("supernode");

  /** Left to right: a room may use those before it. */
  private static final List<String> ROOMS =
      List.of("quantity", "catalog", "design", "topology", "solve", "analysis", "figure", "report");

  @Test
  void roomsSeeOnlyWhatIsLeftOfThem() {
    for (int i = 0; i < ROOMS.size(); i++) {
      String[] right =
          ROOMS.subList(i + 1, ROOMS.size()).stream()
              .map(ArchitectureTest::room)
              .toArray(String[]::new);
      ArchRule rule =
          noClasses()
              .that()
              .resideInAPackage(room(ROOMS.get(i)))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  java.util.stream.Stream.concat(
                          java.util.Arrays.stream(right),
                          java.util.stream.Stream.of(
                              room("ui"), room("app"), room("store"), room("interop")))
                      .toArray(String[]::new));
      rule.check(CLASSES);
    }
  }

  @Test
  void filesAreReadAndWrittenBelowTheSolvers() {
    noClasses()
        .that()
        .resideInAnyPackage(room("store"), room("interop"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            room("solve"),
            room("analysis"),
            room("figure"),
            room("report"),
            room("ui"),
            room("app"))
        .check(CLASSES);
  }

  @Test
  void theWindowKnowsNothingOfTheCommandLine() {
    noClasses()
        .that()
        .resideInAPackage(room("ui"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room("app"))
        .check(CLASSES);
  }

  @Test
  void javafxStaysInTheWindow() {
    outside("ui", "app").dependOnClassesThat().resideInAPackage("javafx..").check(CLASSES);
  }

  @Test
  void jacksonStaysWithTheReadersAndWriters() {
    outside("store", "interop", "catalog", "lesson", "app", "ui")
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void jgraphtStaysInTopology() {
    outside("topology", "interop")
        .dependOnClassesThat()
        .resideInAPackage("org.jgrapht..")
        .check(CLASSES);
  }

  @Test
  void awtStaysInPaintersAndReports() {
    outside("report", "figure")
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineWritesToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage(room("app"))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void namesComeFromTheField() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
        .orShould()
        .haveNameMatching(".*\\.Abstract[A-Z].*")
        .check(CLASSES);
  }

  @Test
  void roomsHaveNoCircles() {
    com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
        .matching("supernode.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  private static com.tngtech.archunit.lang.syntax.elements.ClassesShould outside(String... rooms) {
    String[] packages =
        java.util.Arrays.stream(rooms).map(ArchitectureTest::room).toArray(String[]::new);
    return noClasses().that().resideOutsideOfPackages(packages).should();
  }

  private static String room(String name) {
    return "supernode." + name + "..";
  }
}
