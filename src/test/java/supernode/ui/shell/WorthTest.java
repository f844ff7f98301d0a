package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.ui.shell.SampleWindow.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import supernode.design.edit.Edit;
import supernode.figure.chart.AnalysisCharts;

/** What a design stands to lose, its score, and the jobs that the welcome page offers. */
@ExtendWith(ApplicationExtension.class)
class WorthTest {
  private Desk desk;
  private Screen screen;

  @Start
  void start(Stage stage) {
    SampleWindow window = new SampleWindow(stage, "hgx-h100");
    desk = window.desk;
    screen = window.screen;
  }

  private static void open(FxRobot robot, AnalysisCharts.Tab tab) {
    fx(() -> {
      TabPane tabs = robot.lookup(".charts-tabs").queryAs(TabPane.class);
      tabs.getTabs().stream()
          .filter(t -> t.getUserData() == tab)
          .forEach(tabs.getSelectionModel()::select);
    });
  }

  @Test
  void theSubjectOfTheChartsStaysWhenTheLanguageChanges(FxRobot robot) {
    open(robot, AnalysisCharts.Tab.POWER);
    fx(() -> desk.studio.speak("zh"));
    TabPane tabs = robot.lookup(".charts-tabs").queryAs(TabPane.class);
    assertThat(tabs.getSelectionModel().getSelectedItem().getUserData())
        .isEqualTo(AnalysisCharts.Tab.POWER);
  }

  /** Single points are findings: they are there without anybody looking at their page. */
  @Test
  void findingsKnowSinglePointsFromTheFirstSolve(FxRobot robot) {
    ListView<?> list = robot.lookup("#findings-list").queryListView();
    assertThat(list.getItems()).anyMatch(f -> f.toString().contains("single-point-of-failure"));
    assertThat(screen.texts("#status", ".label")).anyMatch(t -> t.startsWith("warnings: 2"));
    assertThat(desk.workspace.worth().appraisalProperty().get())
        .as("the score waits until it is seen")
        .isEmpty();
    fx(() -> desk.workspace.perform(new Edit.SetCount("node", "psu", 3)));
    assertThat(list.getItems()).anyMatch(f -> f.toString().contains("psu"));
  }

  @Test
  void whatIsLostStandsWithItsDerivationAndAmongTheFindings(FxRobot robot) {
    open(robot, AnalysisCharts.Tab.RELIABILITY);
    assertThat(screen.texts("#reliability-numbers", ".row-label"))
        .contains("Single points of failure", "MTBF of a job on the whole, at most");
    assertThat(screen.texts("#charts-slot", ".chart-title"))
        .contains(
            "Single points of failure",
            "Failures by part",
            "Goodput over the checkpoint interval",
            "With one plane lost");
    fx(() -> ((Hyperlink) screen.node("#reliability-numbers", ".number")).fire());
    assertThat(robot.lookup(".explanation-popover").tryQuery()).isPresent();
  }

  /** Once looked at it is kept up: three supplies are needed for the node's load. */
  @Test
  void anEditIsAppraisedToo(FxRobot robot) {
    open(robot, AnalysisCharts.Tab.RELIABILITY);
    assertThat(singlePoint("psu")).isFalse();
    fx(() -> desk.workspace.perform(new Edit.SetCount("node", "psu", 3)));
    assertThat(singlePoint("psu")).isTrue();
    fx(desk.workspace::undo);
    assertThat(singlePoint("psu")).isFalse();
  }

  private boolean singlePoint(String path) {
    return desk
        .workspace
        .worth()
        .appraisalProperty()
        .get()
        .orElseThrow()
        .resilience()
        .asOptional()
        .orElseThrow()
        .singlePoints()
        .stream()
        .anyMatch(l -> l.path().equals(path));
  }

  @Test
  void theScoreIsDerivedAndComparedWithASample(FxRobot robot) {
    open(robot, AnalysisCharts.Tab.SCORE);
    assertThat(screen.texts("#score-numbers", ".row-label"))
        .contains("Efficiency and flexibility", "Scale-up injection, byte per FLOP");
    assertThat(screen.texts("#score-numbers", ".section-note"))
        .anyMatch(t -> t.startsWith("Not measured"));
    fx(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<String> choice = robot.lookup("#score-beside").queryAs(ComboBox.class);
      choice.setValue("gb200-nvl72");
    });
    String spoken = screen.node("#charts-slot", ".chart-plot").getAccessibleText();
    assertThat(spoken).contains("HGX H100, 8 GPUs Stability", "GB200 NVL72 rack Stability");
  }

  @Test
  void theScoreIsComparedWithAFileOfTheUsers(FxRobot robot) {
    open(robot, AnalysisCharts.Tab.SCORE);
    @SuppressWarnings("unchecked")
    ComboBox<String> choice = robot.lookup("#score-beside").queryAs(ComboBox.class);
    String file = choice.getItems().get(1);
    desk.answers.open = Optional.empty();
    fx(() -> choice.setValue(file));
    assertThat(choice.getValue()).as("nothing was chosen").isEmpty();
    desk.answers.open = Optional.of(Path.of("sample-designs/mi300x-mesh.supernode.json"));
    fx(() -> choice.setValue(file));
    String spoken = screen.node("#charts-slot", ".chart-plot").getAccessibleText();
    assertThat(spoken).contains("HGX H100, 8 GPUs Stability", "MI300X mesh, 8 GPUs Stability");
    assertThat(choice.getButtonCell().getText()).contains("MI300X mesh, 8 GPUs");
  }

  /** Each card opens its sample at its job, and the job is told in numbers. */
  @ParameterizedTest
  @CsvSource({
    "fraud-stream, finance risk control, transactions a second",
    "inspection, industrial inspection, a second",
    "million-users, a million users, users",
    "trillion-parameters, trillion-parameter training, tokens",
    "energy-dispatch, energy dispatch, % of the chips"
  })
  void aStoryOpensFromTheWelcomePage(String workload, String scenario, String told, FxRobot robot) {
    fx(() -> desk.studio.welcomeProperty().set(true));
    fx(() -> robot.lookup("#story-" + workload).queryAs(Button.class).fire());
    assertThat(desk.workspace.scenarioProperty().get()).isEqualTo(scenario);
    assertThat(desk.workspace.work().looked()).isEqualTo(Optional.of(workload));
    List<String> notes = screen.texts("#workload-numbers", ".section-note");
    assertThat(notes).anyMatch(t -> t.contains(told) && t.matches(".*\\d.*"));
  }
}
