package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.ui.shell.SampleWindow.fx;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.ui.Selection;
import supernode.ui.canvas.CanvasView;

/** Tripping a pump in the window plays the transient. */
@ExtendWith(ApplicationExtension.class)
class TripTest {
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

  private void choose(String place, String item) {
    fx(() -> desk.workspace.select(Selection.of(place)));
    fx(() -> {
      Menu menu =
          canvas.menu().getItems().stream()
              .filter(i -> "canvas-menu-what-if".equals(i.getId()))
              .map(Menu.class::cast)
              .findFirst()
              .orElseThrow();
      menu.getItems().stream()
          .filter(i -> item.equals(i.getId()))
          .findFirst()
          .map(MenuItem::getOnAction)
          .orElseThrow()
          .handle(null);
      desk.workspace.replay().playingProperty().set(false);
    });
  }

  @Test
  void tripAPumpLookAtAMomentAndComeBack(FxRobot robot) {
    Design before = desk.workspace.design();
    choose("cdu[0]", "canvas-menu-pump-trip");
    assertThat(screen.texts("#replay", ".replay-title")).containsExactly("cdu[0] trips");
    List<String> labels = screen.texts("#replay", ".row-label");
    assertThat(labels).contains("Time to throttle", "Time to switch-off");
    assertThat(screen.texts("#charts-slot", ".chart-title"))
        .contains("Temperatures over time", "Coolant flow over time");

    double start = canvasHeat();
    Slider slider = robot.lookup("#replay-slider").queryAs(Slider.class);
    fx(() -> {
      slider.requestFocus();
      slider.setValue(40);
    });
    assertThat(desk.workspace.replay().secondsProperty().get()).isEqualTo(40);
    assertThat(canvasHeat()).isGreaterThan(start + 10);
    assertThat(robot.lookup(".replay-moment").queryAs(Label.class).getText()).isEqualTo("40 s");
    assertThat(robot.lookup(".replay-event").queryAs(Label.class).getText()).isNotEmpty();
    robot.type(KeyCode.RIGHT);
    assertThat(desk.workspace.replay().secondsProperty().get()).isGreaterThan(40);

    robot.type(KeyCode.SPACE);
    assertThat(desk.workspace.replay().playingProperty().get()).isTrue();
    robot.type(KeyCode.SPACE);
    assertThat(desk.workspace.replay().playingProperty().get()).isFalse();

    robot.type(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#replay").tryQuery()).isEmpty();
    assertThat(desk.workspace.design()).isSameAs(before);
    assertThat(screen.texts("#charts-slot", ".chart-title")).contains("Junction temperatures");
  }

  /** Of the first chip, as the drawing is coloured. */
  private double canvasHeat() {
    WaitForAsyncUtils.waitForFxEvents();
    return desk.workspace
        .replay()
        .run()
        .orElseThrow()
        .temperatures(desk.workspace.replay().secondsProperty().get())
        .at("compute[0].gpu[0].die[0]")
        .orElseThrow();
  }

  @Test
  void theFiguresTellWhereTheyComeFrom(FxRobot robot) {
    choose("cdu[0]", "canvas-menu-pump-trip");
    robot.clickOn("#replay-throttleS");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup(".explanation-popover").tryQuery()).isPresent();
  }

  @Test
  void aTripIsKeptAsAFaultOnlyWhenAsked(FxRobot robot) {
    choose("cdu[0]", "canvas-menu-pump-trip");
    robot.clickOn("#replay-keep");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(desk.workspace.design().scenarios().get(Design.DEFAULT_SCENARIO).faults())
        .contains("cdu[0]");
    assertThat(desk.workspace.replay().isOff()).isTrue();
    fx(desk.workspace::undo);
    assertThat(desk.workspace.design().scenarios().get(Design.DEFAULT_SCENARIO).faults()).isEmpty();
  }

  @Test
  void theDesignMenuOffersWhatHappensToAll(FxRobot robot) {
    fx(() ->
        canvas.commands().stream()
            .filter(c -> c.id().equals("incident.facility-loss"))
            .findFirst()
            .orElseThrow()
            .run());
    Node bar = robot.lookup("#replay").query();
    assertThat(bar.isVisible()).isTrue();
    assertThat(screen.texts("#replay", ".replay-title")).containsExactly("Facility water is lost");
  }

  @Test
  void theScenarioOffersToPlayWhatMayHappen(FxRobot robot) {
    fx(() -> desk.workspace.select(Selection.NONE));
    Button button = robot.lookup("#scenario-what-if").queryButton();
    fx(button::fire);
    robot.clickOn("Facility water warms by 10 K");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(screen.texts("#replay", ".replay-title"))
        .containsExactly("Facility water warms by 10 K");
    assertThat(screen.texts("#replay", ".replay-holds")).isNotEmpty();
  }

  /** The bar of a run offers its amount; another one is run at once. */
  @ParameterizedTest
  @CsvSource({
    "incident.cold-start, Cold start from 10 °C, 5 °C, Cold start from 5 °C",
    "incident.wrong-fluid, The loop is filled with PG50 (50 % propylene glycol), PAO 4,"
        + " The loop is filled with PAO 4"
  })
  void anotherAmountIsRunAtOnce(
      String command, String before, String choice, String after, FxRobot robot) {
    fx(() ->
        canvas.commands().stream()
            .filter(c -> c.id().equals(command))
            .findFirst()
            .orElseThrow()
            .run());
    assertThat(screen.texts("#replay", ".replay-title")).containsExactly(before);
    robot.clickOn("#replay-choice");
    robot.clickOn(choice);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(screen.texts("#replay", ".replay-title")).containsExactly(after);
    assertThat(desk.workspace.replay().run()).isPresent();
  }

  @Test
  void aHoseLeaksWhereItBegins() {
    var wirings = desk.workspace.design().rootAssembly().wirings();
    int hose = 0;
    while (wirings.get(hose).fabric() != Fabric.LOOP) {
      hose++;
    }
    Selection.WiringRef ref = new Selection.WiringRef(desk.workspace.design().root(), hose);
    fx(() -> desk.workspace.select(new Selection(List.of(), Optional.of(ref))));
    Menu menu =
        canvas.menu().getItems().stream()
            .filter(i -> "canvas-menu-what-if".equals(i.getId()))
            .map(Menu.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(menu.getItems()).extracting(MenuItem::getId).containsExactly("canvas-menu-leak");
    fx(() -> menu.getItems().getFirst().getOnAction().handle(null));
    assertThat(desk.workspace.replay().run()).isPresent();
  }
}
