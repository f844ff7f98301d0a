package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.ui.shell.SampleWindow.fx;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Findings of a rack under one scenario after another. */
@ExtendWith(ApplicationExtension.class)
class FindingsListTest {
  private Desk desk;

  @Start
  void start(Stage stage) {
    desk = new SampleWindow(stage, "gb200-nvl72").desk;
  }

  @Test
  void everyFindingHasTheRoomThatItsWaysOutTake(FxRobot robot) {
    fx(() -> desk.workspace.scenarioProperty().set("one switch down"));
    Set<Node> cells = robot.lookup("#findings-list .list-cell").queryAll();
    assertThat(cells).isNotEmpty();
    for (Node node : cells) {
      if (node instanceof ListCell<?> cell && cell.getGraphic() instanceof Region row) {
        assertThat(row.getHeight())
            .as(cell.getAccessibleText())
            .isGreaterThanOrEqualTo(row.prefHeight(row.getWidth()) - 1);
        assertThat(cell.getHeight()).isGreaterThanOrEqualTo(row.getHeight());
      }
    }
  }
}
