package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.ui.shell.SampleWindow.fx;

import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import supernode.design.Design;
import supernode.ui.Selection;

/** The inspector of a cooling part works out sizes and applies them as one undoable step. */
@ExtendWith(ApplicationExtension.class)
class SizeTest {
  private Desk desk;
  private Screen screen;

  @Start
  void start(Stage stage) {
    SampleWindow window = new SampleWindow(stage, "gb200-nvl72");
    desk = window.desk;
    screen = window.screen;
  }

  private double facilityC() {
    return desk.workspace
        .design()
        .scenarios()
        .get(Design.DEFAULT_SCENARIO)
        .ambient()
        .facilityWaterC();
  }

  @Test
  void theWarmestFacilityWaterIsFoundAppliedAndTakenBack(FxRobot robot) {
    fx(() -> desk.workspace.select(Selection.of("cdu[0]")));
    double before = facilityC();
    Button water = robot.lookup("#sizing-water").queryButton();
    fx(water::fire);
    assertThat(screen.texts("#sizing", ".section-note"))
        .anyMatch(t -> t.startsWith("Supply facility water at"));
    assertThat(facilityC()).as("nothing changes unless asked").isEqualTo(before);
    Button apply = robot.lookup("#sizing-apply").queryButton();
    fx(apply::fire);
    assertThat(facilityC()).isGreaterThan(before);
    fx(desk.workspace::undo);
    assertThat(facilityC()).isEqualTo(before);
  }

  @Test
  void aPartThatIsNoPartOfALoopHasNoSizes(FxRobot robot) {
    fx(() -> desk.workspace.select(Selection.of("cdu[0]")));
    assertThat(robot.lookup("#sizing-flow").tryQuery()).isPresent();
    fx(() -> desk.workspace.select(Selection.of("busbar[0]")));
    assertThat(screen.texts("#sizing", ".quiet-button")).isEmpty();
  }
}
