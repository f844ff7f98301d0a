package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.Result;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.edit.Edit;
import supernode.figure.Box;
import supernode.figure.chart.AnalysisCharts;
import supernode.store.DesignReader;
import supernode.ui.Selection;
import supernode.ui.canvas.CanvasView;
import supernode.ui.canvas.PaletteItem;

/** What a newcomer does with the NVL72 sample in the first minute, in the real window. */
@ExtendWith(ApplicationExtension.class)
class StoryTest {
  private final List<Exporter.Order> exported = new ArrayList<>();
  private Desk desk;
  private Stage stage;
  private CanvasView canvas;

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(1000);
    Path sample = Path.of("sample-designs/gb200-nvl72.supernode.json");
    desk = new Desk(DesignReader.read(sample, Desk.CATALOG).design());
    new StudioWindow(
            stage,
            desk.studio,
            desk.documents,
            new StudioSlots(),
            (order, _) -> exported.add(order),
            Runnable::run)
        .show();
    canvas = (CanvasView) find(stage.getScene().getRoot(), CanvasView.class).orElseThrow();
    canvas.setAnimated(false);
  }

  private static Optional<Node> find(Node node, Class<?> type) {
    if (type.isInstance(node)) {
      return Optional.of(node);
    }
    if (node instanceof javafx.scene.Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Optional<Node> found = find(child, type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static <T> T onWindow(Callable<T> action) {
    T result = WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
    return result;
  }

  private void perform(Edit edit) {
    assertThat(onWindow(() -> desk.workspace.perform(edit))).isTrue();
  }

  /** Where an instance is drawn, on the screen. */
  private Point2D at(String path) {
    return onWindow(() -> {
      Box world = canvas.board().box(InstancePath.parse(path)).orElseThrow();
      Box px = canvas.board().camera().toPixels(world);
      return canvas.localToScreen(px.x() + px.width() / 2, px.y() + px.height() / 2);
    });
  }

  private Analysis analysis() {
    return onWindow(() -> desk.workspace.analysis().orElseThrow());
  }

  private double value(String id) {
    return analysis().result(id).orElseThrow().quantity().value();
  }

  private List<String> kinds() {
    return analysis().findings().stream().map(Finding::kind).toList();
  }

  @Test
  void theyOpenATrayAndComeBack() {
    assertThat(value("totals.accelerators")).isEqualTo(72);
    onWindow(() -> {
      desk.workspace.select(Selection.of("compute[7]"));
      canvas.actions().enter();
      return true;
    });
    assertThat(desk.workspace.enteredProperty().get().toString()).isEqualTo("compute[7]");
    onWindow(() -> {
      canvas.actions().leave();
      return true;
    });
    assertThat(desk.workspace.enteredProperty().get().isRoot()).isTrue();
  }

  @Test
  void everyChartOfTheSampleIsAlive() {
    Analysis now = analysis();
    for (AnalysisCharts.Tab tab : AnalysisCharts.Tab.values()) {
      assertThat(AnalysisCharts.of(now, tab))
          .isNotEmpty()
          .allSatisfy(slot -> assertThat(slot.chart().asOptional()).as(slot.id()).isPresent());
    }
  }

  @Test
  void theyPlaceATrayFromThePaletteAndUndoIt(FxRobot robot) {
    Design before = desk.workspace.design();
    onWindow(() -> {
      canvas.place(new PaletteItem("compute-tray", true, "Compute tray"));
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
    Design placed = desk.workspace.design();
    assertThat(placed.rootAssembly().placements())
        .hasSize(before.rootAssembly().placements().size() + 1);
    assertThat(value("totals.accelerators")).isEqualTo(76);
    assertThat(kinds()).contains("off-fabric");

    onWindow(() -> {
      canvas.actions().wireLikeSiblings();
      return true;
    });
    assertThat(kinds()).contains("port-shortage");
    Finding shortage =
        analysis().findings().stream()
            .filter(f -> f.kind().equals("port-shortage"))
            .findFirst()
            .orElseThrow();
    assertThat(shortage.mends()).isNotEmpty();

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(desk.workspace.design()).isEqualTo(before);
    assertThat(value("totals.accelerators")).isEqualTo(72);
  }

  @Test
  void theyFailASwitchChipAndSlowThePump(FxRobot robot) {
    double pair = value("scaleUp.allToAllPairGBps");
    double bisection = value("scaleUp.bisectionTBps");
    robot.moveTo(at("fabric[3].switch[0]")).clickOn(MouseButton.SECONDARY);
    WaitForAsyncUtils.waitForFxEvents();
    onWindow(() -> {
      canvas.actions().setFailed(true);
      return true;
    });
    assertThat(desk.workspace.selection().places()).containsExactly("fabric[3].switch[0]");
    assertThat(value("scaleUp.allToAllPairGBps") / pair).isCloseTo(17.0 / 18, within(1e-12));
    assertThat(value("scaleUp.bisectionTBps") / bisection).isCloseTo(17.0 / 18, within(1e-12));
    assertThat(kinds()).contains("part-failed");

    double before = value("cooling.hottestJunctionC");
    perform(new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.08)));
    assertThat(value("cooling.hottestJunctionC")).isGreaterThan(before);
    assertThat(kinds()).contains("junction-too-hot");
  }

  @Test
  void theyAskWhereANumberComesFrom() {
    onWindow(() -> {
      desk.workspace.select(Selection.of("compute[7].gpu[2].die[0]"));
      return true;
    });
    List<Result> now = analysis().at("compute[7].gpu[2].die[0]");
    assertThat(now).extracting(Result::id).anyMatch(id -> id.endsWith("junctionC"));
    assertThat(stage.getScene().getRoot().lookup("#now")).isNotNull();
  }

  @Test
  void theyExportAReport(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.P);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#export-dialog").tryQuery()).isPresent();
  }
}
