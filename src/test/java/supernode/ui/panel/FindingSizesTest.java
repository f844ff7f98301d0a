package supernode.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.quantity.Messages;
import supernode.ui.Lifetime;
import supernode.ui.Solving;
import supernode.ui.Workspace;

/** A finding works out the size that mends it, tells it, and takes it as one undoable step. */
@ExtendWith(ApplicationExtension.class)
class FindingSizesTest {
  private final Design hot =
      new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.08))
          .applyTo(SampleAnalysis.design("gb200-nvl72"));
  private Workspace workspace;
  private FindingsPanel panel;

  @Start
  void start(Stage stage) {
    workspace =
        new Workspace(
            SampleAnalysis.CATALOG,
            hot,
            new Solving(SampleAnalysis.CATALOG, Runnable::run, Runnable::run));
    panel = new FindingsPanel(workspace, new Messages(Locale.ENGLISH), new Lifetime());
    Scene scene = new Scene(panel, 500, 600);
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(getClass().getResource("/assets/theme/tokens-light.css"))
                .toExternalForm());
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void theFlowThatEveryChipNeedsIsFoundAndTaken(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    Button way = robot.lookup("#size-flow").queryAs(Button.class);
    robot.interact(way::fire);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(way.getText()).startsWith("Run the pumps at");
    robot.interact(way::fire);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(workspace.analysis().orElseThrow().findings())
        .extracting(f -> f.kind())
        .doesNotContain("junction-too-hot");
    robot.interact(() -> workspace.undo());
    assertThat(workspace.design()).isEqualTo(hot);
  }
}
