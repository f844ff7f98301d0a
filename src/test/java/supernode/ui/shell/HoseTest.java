package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
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
import supernode.design.Wiring;
import supernode.ui.canvas.CanvasView;

/** A part from the palette dropped on a hose goes into it. */
@ExtendWith(ApplicationExtension.class)
class HoseTest {
  private Desk desk;
  private Screen screen;
  private CanvasView canvas;

  @Start
  void start(Stage stage) {
    SampleWindow window = new SampleWindow(stage, "gb200-nvl72");
    desk = window.desk;
    screen = window.screen;
    canvas = (CanvasView) stage.getScene().getRoot().lookup("#canvas");
  }

  private Assembly rack() {
    return desk.workspace.design().rootAssembly();
  }

  private List<Wiring> hoses(String name) {
    return rack().wirings().stream().filter(w -> w.name().equals(name)).toList();
  }

  /** A point where a wiring runs level: a canvas that gets wider by a little moves it sideways. */
  private Point2D on(String hose) {
    int wanted = rack().wirings().indexOf(hoses(hose).getFirst());
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          for (double y = 4; y < canvas.getHeight(); y += 2) {
            for (double x = 14; x < canvas.getWidth() - 14; x += 2) {
              if (isHit(x - 10, y, wanted) && isHit(x, y, wanted) && isHit(x + 10, y, wanted)) {
                return canvas.localToScreen(x, y);
              }
            }
          }
          throw new AssertionError("not to be seen: " + hose);
        });
  }

  private boolean isHit(double x, double y, int wiring) {
    return canvas
        .board()
        .hit(x, y)
        .filter(t -> t.path().isEmpty() && t.wiring().orElse(-1) == wiring)
        .isPresent();
  }

  @Test
  void aFilterDroppedOnAHoseCarriesItsCoolant(FxRobot robot) {
    Design before = desk.workspace.design();
    double lengthM = hoses("CDU supply").getFirst().lengthM();
    robot.interact(
        () -> robot.lookup("#palette-search").queryAs(TextField.class).setText("filter"));
    WaitForAsyncUtils.waitForFxEvents();
    Point2D hose = on("CDU supply");
    robot.drag(
        screen.labelled("#palette-list", ".entry-name", "Filter 50 µm"), MouseButton.PRIMARY);
    robot.moveTo(hose).drop();
    WaitForAsyncUtils.waitForFxEvents();
    List<Wiring> halves = hoses("CDU supply");
    assertThat(halves).hasSize(2).allMatch(w -> w.lengthM() == lengthM / 2);
    List<String> added =
        rack().placements().keySet().stream()
            .filter(p -> !before.rootAssembly().placements().containsKey(p))
            .toList();
    assertThat(added).hasSize(1);
    String place = added.getFirst();
    assertThat(desk.workspace.selection().places()).containsExactly(place + "[0]");
    assertThat(halves.getFirst().pattern().ends().toString()).contains(place);
    assertThat(halves.getLast().pattern().ends().toString()).contains(place);
    assertThat(
            desk.workspace
                .analysis()
                .orElseThrow()
                .cooling()
                .asOptional()
                .orElseThrow()
                .detail()
                .parts())
        .anyMatch(p -> p.place().equals(place + "[0]") && p.flowM3S() > 0);
    robot.interact(desk.workspace::undo);
    assertThat(desk.workspace.design()).isEqualTo(before);
  }
}
