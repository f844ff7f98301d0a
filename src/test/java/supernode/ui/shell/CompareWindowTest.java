package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.analysis.Comparison;
import supernode.catalog.Catalog;
import supernode.store.DesignReader;
import supernode.ui.canvas.DrawingView;

/** Designs side by side, in the window. */
@ExtendWith(ApplicationExtension.class)
class CompareWindowTest {
  @TempDir Path folder;

  private Desk desk;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    Path sample = Path.of("sample-designs/hgx-h100.supernode.json");
    desk = new Desk(DesignReader.read(sample, Desk.CATALOG).design());
    new StudioWindow(
            stage, desk.studio, desk.documents, new EmptySlots(), (_, _) -> {}, Runnable::run)
        .show();
  }

  @AfterEach
  void close() {
    onWindow(() ->
        List.copyOf(Window.getWindows()).stream().filter(w -> w != stage).forEach(Window::hide));
  }

  private static void onWindow(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void open(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void choose(FxRobot robot, String menu, String item) {
    MenuButton button = robot.lookup(menu).queryAs(MenuButton.class);
    onWindow(() ->
        button.getItems().stream()
            .filter(i -> item.equals(i.getId()))
            .findFirst()
            .ifPresentOrElse(
                MenuItem::fire,
                () -> {
                  throw new AssertionError(item);
                }));
  }

  private static Catalog hotter() {
    return Desk.CATALOG.with(List.of(Desk.own("h100-sxm", "h100-sxm", "H", 650)), List.of());
  }

  @SuppressWarnings("unchecked")
  private static TableView<Comparison.Line> table(FxRobot robot) {
    return robot.lookup("#differences").queryAs(TableView.class);
  }

  private static List<DrawingView> drawings(FxRobot robot) {
    return robot.lookup((Node n) -> n instanceof DrawingView).queryAllAs(DrawingView.class).stream()
        .toList();
  }

  private static void press(FxRobot robot, String button) {
    Button node = robot.lookup(button).queryAs(Button.class);
    onWindow(node::fire);
  }

  @Test
  void theOpenDesignIsHeldAgainstASetAndAllDrawingsMoveTogether(FxRobot robot) {
    open(robot);
    assertThat(drawings(robot)).hasSize(1);
    assertThat(robot.lookup("#compare-state").queryAs(Label.class).getText())
        .isEqualTo("Add a second design.");
    assertThat(robot.lookup("#compare-pdf").queryAs(Button.class).isDisabled()).isTrue();

    choose(robot, "#compare-sets", "set-mesh-switch-8");
    assertThat(drawings(robot)).hasSize(2);
    assertThat(table(robot).getColumns())
        .extracting(c -> c.getText())
        .containsExactly("Figure", "MI300X mesh, 8 GPUs", "HGX H100, 8 GPUs");
    assertThat(table(robot).getItems()).hasSizeGreaterThan(10);

    DrawingView first = drawings(robot).getFirst();
    DrawingView second = drawings(robot).getLast();
    onWindow(first::requestFocus);
    robot.push(KeyCode.PLUS);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(first.sightProperty().get().zoom()).isGreaterThan(1);
    assertThat(second.sightProperty().get()).isEqualTo(first.sightProperty().get());
    press(robot, "#compare-fit");
    assertThat(second.sightProperty().get().zoom()).isEqualTo(1);
  }

  @Test
  void whatWasEditedIsHeldAgainstWhatWasSaved(FxRobot robot) {
    String name = desk.workspace.design().name();
    onWindow(() ->
        desk.workspace.perform(
            new supernode.design.edit.Edit.SetAmbient(
                supernode.design.Design.DEFAULT_SCENARIO,
                desk.workspace.design().scenarios().get("default").ambient().withAirC(30))));
    open(robot);
    assertThat(table(robot).getColumns())
        .extracting(c -> c.getText())
        .containsExactly("Figure", name + ", as saved", name);
  }

  /** A part that is edited while the window is open counts in what is compared. */
  @Test
  void partsThatChangeCountHereToo(FxRobot robot) {
    open(robot);
    choose(robot, "#compare-sets", "set-mesh-switch-8");
    List<Comparison.Line> before = List.copyOf(table(robot).getItems());
    onWindow(() -> desk.workspace.use(hotter()));
    assertThat(table(robot).getItems()).hasSizeGreaterThan(10).isNotEqualTo(before);
    assertThat(drawings(robot)).hasSize(2);
  }

  @Test
  void theLegendTakesACurveOutAndPutsItBack(FxRobot robot) {
    open(robot);
    choose(robot, "#compare-sets", "set-mesh-switch-8");
    assertThat(curveNames(robot)).contains("HGX H100, 8 GPUs");
    CheckBox legend = robot.lookup("#legend-1").queryAs(CheckBox.class);
    onWindow(legend::fire);
    assertThat(curveNames(robot)).isNotEmpty().doesNotContain("HGX H100, 8 GPUs");
    onWindow(legend::fire);
    assertThat(curveNames(robot)).contains("HGX H100, 8 GPUs");
  }

  private static List<String> curveNames(FxRobot robot) {
    return robot
        .lookup((Node n) -> n instanceof javafx.scene.text.Text && n.isVisible())
        .queryAllAs(javafx.scene.text.Text.class)
        .stream()
        .filter(t -> t.getStyleClass().contains("chart-name"))
        .map(javafx.scene.text.Text::getText)
        .toList();
  }

  @Test
  void tableAndDocumentAreWritten(FxRobot robot) throws Exception {
    open(robot);
    choose(robot, "#compare-sets", "set-mesh-switch-8");
    Path csv = folder.resolve("designs.csv");
    desk.answers.export = Optional.of(csv);
    press(robot, "#compare-csv");
    assertThat(Files.readAllLines(csv).getFirst())
        .startsWith("Figure,Unit,\"MI300X mesh, 8 GPUs\",\"HGX H100, 8 GPUs\",");

    Path pdf = folder.resolve("designs.pdf");
    desk.answers.export = Optional.of(pdf);
    press(robot, "#compare-pdf");
    assertThat(Files.readAllBytes(pdf))
        .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(robot.lookup("#compare-state").queryAs(Label.class).getText())
        .contains(pdf.toString());
  }
}
