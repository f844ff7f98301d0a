package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeView;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.ui.canvas.Board;
import supernode.ui.canvas.Camera;
import supernode.ui.canvas.CanvasView;

/** A window that begins with an empty design shows all of the next one. */
@ExtendWith(ApplicationExtension.class)
class OpeningTest {
  private Desk desk;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    Assembly rack =
        new Assembly("Rack", Assembly.Level.RACK, 48, "", Map.of(), List.of(), Map.of());
    desk = new Desk(Design.empty("Empty", "rack", rack));
    desk.settings.setNumber("window.x", 0);
    desk.settings.setNumber("window.y", 0);
    new StudioWindow(
            stage,
            desk.studio,
            desk.documents,
            new StudioSlots(),
            (_, progress) -> progress.accept(1),
            Runnable::run)
        .show();
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Node find(String query) {
    return stage.getScene().getRoot().lookup(query);
  }

  private static void fx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Camera whole(Board board) {
    Camera now = board.camera();
    return Camera.fit(board.figure().bounds(), now.width(), now.height());
  }

  @Test
  void allOfIsDrawnAndListed() {
    Board board = ((CanvasView) find("#canvas")).board();
    fx(() -> desk.workspace.open(Desk.small(), Optional.empty()));

    assertThat(board.camera()).isEqualTo(whole(board));
    assertThat(((TreeView<?>) find("#structure-tree")).getExpandedItemCount()).isEqualTo(2);
  }

  @Test
  void whatWasZoomedStaysSoWhenAnEditIsUndone() {
    Board board = ((CanvasView) find("#canvas")).board();
    fx(() -> desk.workspace.open(Desk.small(), Optional.empty()));
    fx(() -> board.look(whole(board).zoomed(2, 10, 10)));
    Camera near = board.camera();
    fx(() -> desk.edit());
    fx(() -> desk.workspace.undo());

    assertThat(board.camera()).isEqualTo(near);
  }

  @Test
  void sizesAreKeptWhenTheUserChangesThemAndNotWhenRoomIsShort(FxRobot robot) {
    double before = desk.settings.number("size.charts", -1);
    fx(() -> stage.setHeight(stage.getHeight() - 250));
    assertThat(desk.settings.number("size.charts", -1)).isEqualTo(before);

    Node divider =
        stage.getScene().getRoot().lookupAll(".split-pane-divider").stream()
            .filter(n ->
                n.getParent() instanceof SplitPane s
                    && s.getOrientation() == Orientation.VERTICAL
                    && s.lookup("#charts-slot") != null)
            .findFirst()
            .orElseThrow();
    robot.drag(divider, MouseButton.PRIMARY).moveBy(0, 20).drop();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(desk.settings.number("size.charts", -1)).isPositive().isNotEqualTo(before);
  }
}
