package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.ui.shell.SampleWindow.fx;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import supernode.analysis.DrawnFleet;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.Setting;
import supernode.design.SettingPath;
import supernode.design.Workload;
import supernode.ui.Selection;

/** A service on a rack in the window, and trays of it that stand by. */
@ExtendWith(ApplicationExtension.class)
class ServingTest {
  private static final String JOB = "reasoning";
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private Desk desk;
  private Screen screen;

  @Start
  void start(Stage stage) {
    SampleWindow window = new SampleWindow(stage, "gb200-nvl72");
    desk = window.desk;
    screen = window.screen;
  }

  private boolean isDimmed() {
    Node content = screen.node("#workload-numbers", ".workload-content");
    return content.getPseudoClassStates().contains(STALE);
  }

  /**
   * Caches that travel are told with the rest; what limits stands below, dimmed while it is old.
   */
  @Test
  void aServiceSaysWhatLimitsItAndIsDimmedUntilItIsAnswered() {
    fx(() -> {
      desk.workspace.scenarioProperty().set("a reasoning service");
      desk.workspace.work().look(JOB);
    });
    assertThat(screen.texts("#workload-numbers", ".row-label"))
        .contains(
            "Time to first token, 99 %",
            "Transfer of a prompt’s cache",
            "Added to the first token by the transfer",
            "Joules per token");
    assertThat(screen.texts("#workload-numbers", ".section-note"))
        .anyMatch(t -> t.startsWith("Decoding is limited by"));
    assertThat(screen.texts("#charts-slot", ".chart-title"))
        .contains("Time to first token over load");
    assertThat(isDimmed()).isFalse();

    desk.holding = true;
    Workload old = desk.workspace.work().workloads().get(JOB);
    Setting.Group slower =
        SettingPath.with(old.job(), "requests.perSecond", Optional.of(new Setting.Amount(1)));
    fx(() -> desk.workspace.work().set(JOB, Optional.of(new Workload(old.kind(), slower))));
    assertThat(isDimmed()).isTrue();
    fx(() -> desk.held.forEach(Runnable::run));
    assertThat(isDimmed()).isFalse();
  }

  private int chips() {
    return DrawnFleet.of(desk.workspace.analysis().orElseThrow())
        .asOptional()
        .orElseThrow()
        .fleet()
        .count();
  }

  private void type(FxRobot robot, String text) {
    fx(() -> {
      TextField field = robot.lookup("#placement-spares").queryAs(TextField.class);
      field.requestFocus();
      field.setText(text);
      field.getOnAction().handle(null);
    });
  }

  /** Of 18 trays two stand by, until it is taken back. */
  @Test
  void traysAreSetAsideAndGivenBackByUndo(FxRobot robot) {
    Design before = desk.workspace.design();
    fx(() -> desk.workspace.select(Selection.of("compute[3]")));
    type(robot, "2");
    assertThat(desk.workspace.design().rootAssembly().placements().get("compute").overrides())
        .containsEntry(Property.SPARES, 2.0);
    assertThat(chips()).isEqualTo(64);
    type(robot, "18");
    assertThat(screen.texts("#inspector-slot", ".field-error"))
        .anyMatch(t -> t.contains("at most 17 can stand by"));
    assertThat(chips()).isEqualTo(64);
    type(robot, "0");
    assertThat(desk.workspace.design().rootAssembly().placements().get("compute").overrides())
        .doesNotContainKey(Property.SPARES);
    fx(desk.workspace::undo);
    fx(desk.workspace::undo);
    assertThat(desk.workspace.design()).isEqualTo(before);
    assertThat(chips()).isEqualTo(72);
    fx(() -> desk.workspace.select(Selection.of("cdu")));
    assertThat(screen.texts("#inspector-slot", ".row-label")).doesNotContain("Spares");
  }
}
