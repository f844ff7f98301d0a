package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.ui.shell.SampleWindow.fx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.analysis.workload.TrainingAnswer;
import supernode.design.Design;
import supernode.design.Setting;
import supernode.design.SettingPath;
import supernode.design.Workload;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityFormat;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.TrainingResult;
import supernode.ui.ScenarioWork;
import supernode.ui.Selection;

/** Workloads of a scenario in the window: their numbers, their charts, what is wrong with them. */
@ExtendWith(ApplicationExtension.class)
class WorkloadsTest {
  private static final String SCENARIO = "industrial inspection";
  private static final String JOB = "inspection-retraining";

  private Desk desk;
  private Screen screen;

  @Start
  void start(Stage stage) {
    SampleWindow window = new SampleWindow(stage, "superpod-h100-su");
    desk = window.desk;
    screen = window.screen;
  }

  private void look(String name) {
    fx(() -> {
      desk.workspace.scenarioProperty().set(SCENARIO);
      desk.workspace.work().look(name);
    });
  }

  private static Workload with(Workload old, String key, Setting value) {
    Map<String, Setting> job = new LinkedHashMap<>(old.job().members());
    job.put(key, value);
    return new Workload(old.kind(), new Setting.Group(job));
  }

  @Test
  void aScenarioWithoutWorkloadsLeadsToOneThatHasSome(FxRobot robot) {
    assertThat(desk.workspace.workloadsProperty().get()).isEmpty();
    fx(() -> desk.workspace.work().look(""));
    assertThat(screen.texts("#workload-numbers", ".section-note"))
        .anyMatch(t -> t.startsWith("This scenario has no workloads"));
    Hyperlink link =
        (Hyperlink) screen.labelled("#workload-numbers", ".place-link", SCENARIO + ": 2");
    fx(link::fire);
    assertThat(desk.workspace.scenarioProperty().get()).isEqualTo(SCENARIO);
    ComboBox<?> choice = robot.lookup("#workload-choice").queryAs(ComboBox.class);
    assertThat(choice.getItems()).hasToString("[inspection, inspection-retraining]");
  }

  @Test
  void theNumbersOfAWorkloadTellWhereTheyComeFrom(FxRobot robot) {
    look(JOB);
    assertThat(screen.texts("#workload-numbers", ".row-label"))
        .contains("Training step", "Tokens per second", "Model FLOPS utilisation (MFU)");
    assertThat(screen.texts("#charts-slot", ".chart-title"))
        .contains("Training step", "Memory of the fullest chip");
    Hyperlink number = (Hyperlink) screen.node("#workload-numbers", ".number");
    fx(number::fire);
    assertThat(robot.lookup(".explanation-popover").tryQuery()).isPresent();
  }

  /** Two columns under their names; each number tells where it comes from. */
  @Test
  void calibratedAndBoundStandSideBySide(FxRobot robot) {
    look(JOB);
    assertThat(screen.texts("#workload-numbers", ".mode-head"))
        .containsExactly("Calibrated", "Bound");
    TrainingAnswer answer =
        (TrainingAnswer)
            desk.workspace.work().lookedAnswer().orElseThrow().answer().asOptional().orElseThrow();
    assertThat(screen.texts("#workload-numbers", ".bound-number").getFirst())
        .isEqualTo(QuantityFormat.format(answer.bound().stepSeconds(), Dimension.TIME));
    Hyperlink bound = (Hyperlink) screen.node("#workload-numbers", ".bound-number");
    assertThat(bound.getAccessibleText()).startsWith("Training step, bound");
    fx(bound::fire);
    assertThat(robot.lookup(".explanation-popover").tryQuery()).isPresent();
  }

  @Test
  void theChoiceShowsAnotherWorkload(FxRobot robot) {
    look(JOB);
    fx(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<String> choice = robot.lookup("#workload-choice").queryAs(ComboBox.class);
      choice.setValue("inspection");
    });
    assertThat(screen.texts("#workload-numbers", ".row-label"))
        .contains("Latency, 99 %")
        .doesNotContain("Training step");
  }

  @Test
  void aRefusalStandsAmongTheFindingsAndIsMended(FxRobot robot) {
    look(JOB);
    Workload old = desk.workspace.work().workloads().get(JOB);
    Setting.Group odd = new Setting.Group(Map.of("tp", new Setting.Amount(3)));
    fx(() -> desk.workspace.work().set(JOB, Optional.of(with(old, "strategy", odd))));
    ListView<?> list = robot.lookup("#findings-list").queryListView();
    assertThat(list.getItems()).anyMatch(f -> f.toString().contains("workload-refused"));
    assertThat(screen.texts("#findings-list", ".place-link")).contains(JOB);
    assertThat(screen.texts("#status", ".label")).anyMatch(t -> t.startsWith("errors: 1"));
    assertThat(screen.texts("#workload-numbers", ".field-error"))
        .anyMatch(t -> t.contains("cannot be carried out"));

    fx(() ->
        ((javafx.scene.control.Button)
                screen.labelled("#workload-numbers", ".mend-way", "Take the nearest that holds"))
            .fire());
    assertThat(desk.workspace.workloadsProperty().get())
        .allMatch(a -> a.answer().asOptional().isPresent());
    assertThat(list.getItems()).noneMatch(f -> f.toString().contains("workload-refused"));
    fx(desk.workspace::undo);
    assertThat(list.getItems()).anyMatch(f -> f.toString().contains("workload-refused"));
    assertThat(List.copyOf(desk.workspace.work().workloads().keySet())).contains(JOB);
  }

  private static TextField field(FxRobot robot, String path) {
    return (TextField)
        robot.lookup(n -> ("job-" + path).equals(n.getId()) && n instanceof TextField).query();
  }

  private static void type(FxRobot robot, String path, String text) {
    fx(() -> {
      TextField field = field(robot, path);
      field.requestFocus();
      field.setText(text);
      field.getOnAction().handle(null);
    });
  }

  private Setting set(String name, String path) {
    return SettingPath.get(desk.workspace.work().workloads().get(name).job(), path).orElse(null);
  }

  @Test
  void aWorkloadIsAddedSetRenamedCopiedAndTakenOutByFormAlone(FxRobot robot) {
    Design before = desk.workspace.design();
    fx(() -> {
      MenuButton add = (MenuButton) robot.lookup("#workload-add").query();
      add.getItems().getFirst().fire();
    });
    assertThat(desk.workspace.work().workloads()).containsOnlyKeys("training");
    assertThat(desk.workspace.work().lookedAnswer().orElseThrow().answer().asOptional())
        .isPresent();
    assertThat(field(robot, "strategy.tp").getPromptText()).isEqualTo("1");

    type(robot, "batch", "512");
    assertThat(set("training", "batch")).isEqualTo(new Setting.Amount(512));
    type(robot, "batch", "none");
    assertThat(screen.texts("#workload-form", ".field-error")).isNotEmpty();
    assertThat(set("training", "batch")).isEqualTo(new Setting.Amount(512));
    type(robot, "strategy.tp", "4");
    assertThat(strategy().tp()).isEqualTo(4);
    type(robot, "strategy.tp", "");
    assertThat(set("training", "strategy.tp")).isNull();

    fx(() -> {
      TextField name = (TextField) robot.lookup("#workload-name").query();
      name.setText("llama");
      name.getOnAction().handle(null);
    });
    assertThat(desk.workspace.work().workloads()).containsOnlyKeys("llama");
    fx(() -> ((Button) named(robot, "Duplicate")).fire());
    assertThat(desk.workspace.work().workloads()).containsOnlyKeys("llama", "llama-copy");
    fx(() -> ((Button) named(robot, "Remove")).fire());
    assertThat(desk.workspace.work().workloads()).containsOnlyKeys("llama");
    while (!desk.workspace.design().equals(before)) {
      assertThat(desk.workspace.history().past()).isNotEmpty();
      fx(desk.workspace::undo);
    }
    assertThat(desk.workspace.work().workloads()).isEmpty();
  }

  private static Node named(FxRobot robot, String what) {
    return robot
        .lookup("#workload-section .icon-button")
        .match(n -> what.equals(n.getAccessibleText()))
        .query();
  }

  private Strategy strategy() {
    return ((TrainingAnswer)
            desk.workspace.work().lookedAnswer().orElseThrow().answer().asOptional().orElseThrow())
        .calibrated()
        .strategy();
  }

  /** Each job of a day has its fields, is added and taken out. */
  @Test
  void listedJobsOfADayAreEdited(FxRobot robot) {
    fx(() -> ((MenuButton) robot.lookup("#workload-add").query()).getItems().get(2).fire());
    fx(() -> ((Hyperlink) screen.labelled("#workload-form", ".place-link", "Add one job")).fire());
    assertThat(set("day", "jobs[0].chips")).isEqualTo(new Setting.Amount(32));
    fx(() ->
        ((Hyperlink) screen.labelled("#workload-form", ".group-head", "▸ Job 1 · 4 set")).fire());
    type(robot, "jobs[0].chips", "64");
    type(robot, "jobs[0].arrivalHours", "2 h");
    assertThat(set("day", "jobs[0].chips")).isEqualTo(new Setting.Amount(64));
    assertThat(set("day", "jobs[0].arrivalHours")).isEqualTo(new Setting.Amount(2));
    assertThat(desk.workspace.work().lookedAnswer().orElseThrow().answer().asOptional())
        .isPresent();
  }

  /** Answering goes on until it is stopped, by a click beside the numbers or in the inspector. */
  @ParameterizedTest
  @ValueSource(strings = {"#workload-numbers", "#workload-section"})
  void answeringIsStoppedAndResumed(String where, FxRobot robot) {
    look(JOB);
    fx(() -> desk.workspace.select(Selection.NONE));
    desk.holding = true;
    Workload old = desk.workspace.work().workloads().get(JOB);
    Workload other = with(old, "batch", new Setting.Amount(2048));
    fx(() -> desk.workspace.work().set(JOB, Optional.of(other)));
    assertThat(state()).isEqualTo(ScenarioWork.State.ANSWERING);
    Node stop = screen.node(where, ".answers-stop");
    robot.interact(stop::requestFocus);
    robot.type(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(state()).isEqualTo(ScenarioWork.State.STOPPED);
    fx(() -> desk.held.forEach(Runnable::run));
    assertThat(state()).as("what comes later is not told").isEqualTo(ScenarioWork.State.STOPPED);
    desk.holding = false;
    fx(((Button) screen.node(where, ".answers-resume"))::fire);
    assertThat(state()).isEqualTo(ScenarioWork.State.ANSWERED);
  }

  private ScenarioWork.State state() {
    return desk.workspace.work().stateProperty().get();
  }

  @Test
  void everyKindOfWorkloadBeginsWithAnAnswer(FxRobot robot) {
    for (int i = 0; i < Workload.Kind.values().length; i++) {
      int at = i;
      fx(() -> ((MenuButton) robot.lookup("#workload-add").query()).getItems().get(at).fire());
    }
    assertThat(desk.workspace.workloadsProperty().get())
        .hasSize(3)
        .allSatisfy(a -> assertThat(a.answer().whyNot()).isEmpty());
  }

  @Test
  void strategiesAreSearchedAndTakenByAClickAndGivenBackByUndo(FxRobot robot) {
    look(JOB);
    Strategy before = strategy();
    fx(() -> ((Button) robot.lookup("#strategy-search").query()).fire());
    TableView<?> table = robot.lookup("#strategy-table").queryTableView();
    assertThat(table.getItems()).hasSizeGreaterThan(5);
    assertThat(table.getColumns().stream().map(TableColumnBase::getText))
        .containsSubsequence("step", "bound", "MFU", "bound");
    assertThat(screen.texts("#charts-slot", ".chart-title"))
        .contains("Strategies", "Speed against memory");

    fx(() -> {
      table.requestFocus();
      table.getSelectionModel().select(0);
    });
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    TrainingResult fastest = (TrainingResult) table.getItems().getFirst();
    assertThat(strategy()).isEqualTo(fastest.strategy()).isNotEqualTo(before);
    assertThat(desk.workspace.work().strategies().found(JOB)).isPresent();
    fx(desk.workspace::undo);
    assertThat(strategy()).isEqualTo(before);

    Workload old = desk.workspace.work().workloads().get(JOB);
    Workload other = with(old, "batch", new Setting.Amount(2048));
    fx(() -> desk.workspace.work().set(JOB, Optional.of(other)));
    assertThat(desk.workspace.work().strategies().found(JOB)).isEmpty();
  }

  @Test
  void aWorkloadIsOpenedFromItsNumbers(FxRobot robot) {
    look("inspection");
    fx(() -> ((Button) robot.lookup("#workload-edit").query()).fire());
    assertThat(robot.lookup("#workload-form").tryQuery()).isPresent();
    assertThat(((TextField) robot.lookup("#workload-name").query()).getText())
        .isEqualTo("inspection");
    type(robot, "requests.perSecond", "5000");
    assertThat(set("inspection", "requests.perSecond")).isEqualTo(new Setting.Amount(5000));
  }
}
