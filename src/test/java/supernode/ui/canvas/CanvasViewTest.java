package supernode.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.analysis.Overlay;
import supernode.design.Damage;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.SmallCatalog;
import supernode.design.SmallRack;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Palette;
import supernode.quantity.Messages;
import supernode.ui.Selection;
import supernode.ui.Solving;
import supernode.ui.Workspace;

/** The canvas in a window, by mouse and keys. */
@ExtendWith(ApplicationExtension.class)
class CanvasViewTest {
  private Workspace workspace;
  private CanvasView view;

  @Start
  void start(Stage stage) {
    workspace =
        new Workspace(
            SmallCatalog.CATALOG,
            SmallRack.design(),
            new Solving(SmallCatalog.CATALOG, Runnable::run, Runnable::run));
    view = new CanvasView(workspace, new Messages(Locale.ENGLISH));
    view.setAnimated(false);
    stage.setX(0);
    stage.setY(0);
    Scene scene = new Scene(view, 900, 900);
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(getClass().getResource("/assets/theme/tokens-light.css"))
                .toExternalForm());
    stage.setScene(scene);
    stage.show();
  }

  @BeforeEach
  void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Point2D at(String path) {
    Box b =
        view.board().camera().toPixels(view.board().box(InstancePath.parse(path)).orElseThrow());
    return view.localToScreen(b.centerX(), b.centerY());
  }

  private static void fx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(5000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void theDrawingIsPaintedInTheColoursOfThePalette(FxRobot robot) {
    fx(() -> view.setPalette(Palette.DARK));
    WritableImage[] image = new WritableImage[1];
    fx(() -> image[0] = view.snapshot(null, null));
    PixelReader pixels = image[0].getPixelReader();
    assertThat(pixels.getColor(2, 2)).isEqualTo(color(ColorRole.CANVAS));
    Point2D gpu = at("cdu[0]").subtract(view.localToScreen(0, 0));
    assertThat(pixels.getColor((int) gpu.getX(), (int) gpu.getY()))
        .isNotEqualTo(color(ColorRole.CANVAS));
  }

  private static Color color(ColorRole role) {
    int rgb = Palette.DARK.rgb(role);
    return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  @Test
  void aClickSelectsAndIsSpoken(FxRobot robot) {
    robot.clickOn(at("cdu[0]"));
    assertThat(workspace.selection()).isEqualTo(Selection.of("cdu[0]"));
    assertThat(view.getAccessibleText()).contains("cdu");
  }

  @Test
  void aDoubleClickEntersAndEscapeLeaves(FxRobot robot) {
    robot.doubleClickOn(at("tray[1]"));
    assertThat(workspace.enteredProperty().get()).hasToString("tray[1]");
    assertThat(robot.lookup("#canvas-hint").queryLabeled().getText()).contains("all 4");
    robot.type(KeyCode.ESCAPE);
    assertThat(workspace.enteredProperty().get().isRoot()).isTrue();
  }

  @Test
  void theWheelZoomsAtThePointer(FxRobot robot) {
    Point2D pointer = at("cdu[0]");
    double before = view.board().camera().scale();
    robot.moveTo(pointer).scroll(3, VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(view.board().camera().scale()).isNotEqualTo(before);
    assertThat(at("cdu[0]").distance(pointer)).isLessThan(2);
  }

  @Test
  void theMenuFailsASwitchAndMendsIt(FxRobot robot) {
    fx(() -> view.showPlace("switch[0].sw[1]"));
    robot.clickOn(at("switch[0].sw[1]"), MouseButton.SECONDARY);
    robot.clickOn("#canvas-menu-fail");
    assertThat(workspace.design().scenarios().get("default").faults())
        .containsExactly("switch[0].sw[1]");
    robot.clickOn(at("switch[0].sw[1]"), MouseButton.SECONDARY);
    robot.clickOn("#canvas-menu-mend");
    assertThat(workspace.design().scenarios().get("default").faults()).isEmpty();
  }

  @Test
  void aDragMovesAndDeleteDeletes(FxRobot robot) {
    var before = workspace.design();
    robot.drag(at("cdu[0]")).dropTo(at("cdu[0]").add(0, -80));
    assertThat(workspace.design()).isNotEqualTo(before);
    fx(workspace::undo);
    assertThat(workspace.design()).isEqualTo(before);
    robot.clickOn(at("cdu[0]")).type(KeyCode.BACK_SPACE);
    assertThat(workspace.design().rootAssembly().placements()).doesNotContainKey("cdu");
  }

  @Test
  void somethingCarriedIsPutDownWhereTheButtonIsReleasedAndCanBeWired(FxRobot robot) {
    robot.press(MouseButton.PRIMARY);
    fx(() -> view.beginPlacing(new PaletteItem("tray", true, "Tray")));
    robot.moveTo(at("tray[0]").add(0, -60)).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(workspace.design().rootAssembly().placements()).containsKey("tray-2");
    Button wire = robot.lookup("#canvas-offer .button").queryButton();
    robot.clickOn(wire);
    assertThat(workspace.design().rootAssembly().wirings()).hasSize(2);
    assertThat(robot.lookup("#canvas-offer").tryQuery()).isEmpty();
  }

  @Test
  void theLegendStandsOnlyWithAnOverlay(FxRobot robot) {
    Canvas legend = robot.lookup("#canvas-legend").queryAs(Canvas.class);
    assertThat(legend.isVisible()).isFalse();
    fx(() -> workspace.overlayProperty().set(Overlay.POWER));
    assertThat(legend.isVisible())
        .isEqualTo(workspace.analysis().flatMap(a -> a.overlay(Overlay.POWER)).isPresent());
  }

  @Test
  void everyCommandHasWords(FxRobot robot) {
    Messages chinese = new Messages(Locale.SIMPLIFIED_CHINESE);
    assertThat(view.commands())
        .allMatch(c -> new Messages(Locale.ENGLISH).has(c.label().getValue().key()))
        .allMatch(c -> chinese.has(c.label().getValue().key()));
  }

  @Test
  void aDoubleClickEntersAndAClickElsewhereInBetweenDoesNot(FxRobot robot) {
    fx(() -> view.setDoubleClickWithin(Duration.minutes(1)));
    robot.clickOn(at("tray[2].gpu[0]"));
    robot.clickOn(at("cdu[0]"));
    robot.clickOn(at("tray[2].gpu[0]"));
    assertThat(workspace.enteredProperty().get().isRoot()).isTrue();
    robot.clickOn(at("tray[2].gpu[0]"));
    assertThat(workspace.enteredProperty().get()).hasToString("tray[2]");
  }

  private Image above() {
    WritableImage[] image = new WritableImage[1];
    fx(() -> image[0] = view.snapshot(null, null));
    return image[0];
  }

  private static int differing(Image a, Image b) {
    int count = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        count += a.getPixelReader().getArgb(x, y) == b.getPixelReader().getArgb(x, y) ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  void flowsAreOffAtFirstAndStandStillForWhoAsksForLessMotion(FxRobot robot) {
    Image calm = above();
    assertThat(view.motionProperty().get()).isFalse();
    fx(() -> view.reducedMotionProperty().set(true));
    fx(() -> view.motionProperty().set(true));
    Image shown = above();
    assertThat(differing(calm, shown)).isGreaterThan(100);
    // Who asked for less motion sees the flows, and nothing moves.
    fx(() -> {});
    assertThat(differing(shown, above())).isZero();
    fx(() -> view.motionProperty().set(false));
    assertThat(differing(calm, above())).isZero();
  }

  /** A point on a line that begins at an instance. */
  private Point2D onLine(String from) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          SeenLine line =
              SeenLine.on(view.board(), 1000).stream()
                  .filter(l -> l.tag().from().equals(from))
                  .filter(l ->
                      view.board()
                          .hit(middle(l.xs()), middle(l.ys()))
                          .filter(l.tag()::equals)
                          .isPresent())
                  .findFirst()
                  .orElseThrow();
          return view.localToScreen(middle(line.xs()), middle(line.ys()));
        });
  }

  private static double middle(double[] ends) {
    return (ends[0] + ends[1]) / 2;
  }

  @Test
  void aLinkUnderThePointerTellsWhatItCarries(FxRobot robot) {
    robot.moveTo(new Point2D(3, 3));
    WaitForAsyncUtils.waitForFxEvents();
    Image before = above();
    robot.moveTo(onLine("tray[1]"));
    WaitForAsyncUtils.waitForFxEvents();
    // A card with several lines of text.
    assertThat(differing(before, above())).isGreaterThan(3000);
  }

  @Test
  void aLinkIsSelectedFailedRestoredAndUndone(FxRobot robot) {
    robot.clickOn(onLine("tray[1]"));
    Selection.WiringRef ref = workspace.selection().wiring().orElseThrow();
    assertThat(ref.line().orElseThrow().from()).isEqualTo("tray[1]");

    robot.clickOn(onLine("tray[1]"), MouseButton.SECONDARY);
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#canvas-menu-link-failOne");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(damage()).singleElement().isInstanceOf(Damage.Links.class);
    Damage.Links failed = (Damage.Links) damage().getFirst();
    assertThat(failed.a()).startsWith("tray[1].");
    assertThat(failed.b()).startsWith("switch[0].");
    assertThat(failed.count()).isEqualTo(1);
    fx(() -> view.actions().linkFaults().failOne());
    assertThat(damage()).contains(new Damage.Links(failed.a(), failed.b(), 2));

    fx(() -> view.actions().linkFaults().restore());
    assertThat(damage()).isEmpty();
    fx(() -> workspace.undo());
    assertThat(damage()).hasSize(1);
  }

  private List<Damage> damage() {
    return workspace.design().scenarios().get("default").damage();
  }

  @Test
  void partsFailAtRandomByASeed(FxRobot robot) {
    fx(() -> view.askRandomFaults());
    robot.clickOn("#canvas-random-do");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(damage())
        .containsExactly(new Damage.Random(Damage.Part.LINKS, Fabric.SCALE_UP, 1, 1));
    assertThat(robot.lookup("#canvas-random-faults").tryQuery()).isEmpty();
  }

  @Test
  void aPortAndAPlaneFailFromTheMenuAndAreRestored(FxRobot robot) {
    fx(() -> workspace.select(Selection.of("switch[0].sw[1]")));
    MenuItem port = item("canvas-menu-fail-port", "canvas-menu-mesh-2");
    assertThat(port.getText()).isEqualTo("mesh[2] to tray[0].gpu[1]");
    fx(() -> port.getOnAction().handle(null));
    assertThat(damage()).containsExactly(new Damage.Port("switch[0].sw[1]", "mesh", 2));
    CheckMenuItem failed = (CheckMenuItem) item("canvas-menu-fail-port", "canvas-menu-mesh-2");
    assertThat(failed.isSelected()).isTrue();
    fx(() -> failed.getOnAction().handle(null));
    assertThat(damage()).isEmpty();

    MenuItem own = item("canvas-menu-fail-plane", "canvas-menu-plane-scale-up-1");
    fx(() -> own.getOnAction().handle(null));
    assertThat(damage()).containsExactly(new Damage.Plane(Fabric.SCALE_UP, 1));
    fx(() -> workspace.undo());

    fx(() ->
        workspace.select(
            new Selection(List.of(), Optional.of(new Selection.WiringRef("rack", 0)))));
    MenuItem first = item("canvas-menu-fail-plane", "canvas-menu-plane-scale-up-0");
    fx(() -> first.getOnAction().handle(null));
    assertThat(damage()).containsExactly(new Damage.Plane(Fabric.SCALE_UP, 0));
  }

  private MenuItem item(String menu, String id) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> find(view.menu().getItems(), menu, id).orElseThrow());
  }

  private static Optional<MenuItem> find(List<MenuItem> items, String menu, String id) {
    return items.stream()
        .filter(i -> menu.equals(i.getId()))
        .flatMap(i -> inside(i))
        .filter(i -> id.equals(i.getId()))
        .findFirst();
  }

  private static Stream<MenuItem> inside(MenuItem item) {
    return item instanceof Menu m
        ? m.getItems().stream().flatMap(CanvasViewTest::inside)
        : Stream.of(item);
  }

  @Test
  void whereAllIsShownItStaysShownInASmallerView() {
    fx(() -> view.fit());
    fx(() -> view.getScene().getWindow().setHeight(600));
    Box bounds = view.board().figure().bounds();
    assertThat(view.board().camera().height()).isLessThan(620);
    assertThat(view.board().camera().visible().contains(bounds)).isTrue();
    fx(() -> view.zoom(3));
    double scale = view.board().camera().scale();
    fx(() -> view.getScene().getWindow().setHeight(700));
    assertThat(view.board().camera().scale()).isEqualTo(scale);
  }
}
