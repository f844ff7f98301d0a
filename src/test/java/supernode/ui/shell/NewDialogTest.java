package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.design.Design;
import supernode.ui.canvas.DrawingView;

/** A supernode from a handful of numbers, in the window, by keys. */
@ExtendWith(ApplicationExtension.class)
class NewDialogTest {
  private Desk desk;

  @Start
  void start(Stage stage) {
    desk = new Desk();
    desk.settings.setNumber("window.x", 0);
    desk.settings.setNumber("window.y", 0);
    new StudioWindow(
            stage, desk.studio, desk.documents, new EmptySlots(), (_, _) -> {}, Runnable::run)
        .show();
  }

  private static void open(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.N);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void onWindow(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void type(FxRobot robot, String field, String text) {
    TextField node = robot.lookup(field).queryAs(TextField.class);
    onWindow(() -> node.setText(text));
  }

  /** Pressed from a later event: what it opens waits for its own answer. */
  private static void press(FxRobot robot, String button) {
    Button node = robot.lookup(button).queryAs(Button.class);
    onWindow(() -> javafx.application.Platform.runLater(node::fire));
  }

  private static String text(FxRobot robot, String id) {
    return robot
        .lookup((Node n) -> n instanceof Label && id.equals(n.getId()))
        .queryAs(Label.class)
        .getText();
  }

  private static void cancel(FxRobot robot) {
    robot.push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void totalsFollowWhatIsTypedAndTheDesignOpensUnsaved(FxRobot robot) {
    Design before = desk.workspace.design();
    open(robot);
    assertThat(text(robot, "total-totals.accelerators")).isEqualTo("64");
    assertThat(robot.lookup("#new-drawing").queryAs(DrawingView.class).isEmpty()).isFalse();

    type(robot, "#new-domain", "72");
    assertThat(text(robot, "total-totals.accelerators")).isEqualTo("72");
    assertThat(text(robot, "total-scaleUp.bisectionTBps")).isEqualTo("32.4 TB/s");
    assertThat(text(robot, "total-racks")).isEqualTo("1");
    assertThat(text(robot, "new-findings")).startsWith("0 errors");
    assertThat(desk.workspace.design()).isSameAs(before);

    press(robot, "#new-create");
    assertThat(robot.lookup("#new-dialog").tryQuery()).isEmpty();
    assertThat(desk.workspace.design().name()).isEqualTo("Blackwell GPU (GB200), 72");
    assertThat(desk.workspace.hasUnsavedChanges()).isTrue();
    assertThat(desk.workspace.fileProperty().get()).isEqualTo(Optional.empty());
  }

  @Test
  void whatCannotBeIsSaidUnderItsFieldAndNothingIsCreated(FxRobot robot) {
    Design before = desk.workspace.design();
    open(robot);
    type(robot, "#new-domain", "66");
    // In the words of the form, not of the command line.
    assertThat(text(robot, "problem-perTray"))
        .contains("“Accelerators in a tray” 3", "“Accelerators of a domain” 68")
        .doesNotContain("=");
    assertThat(text(robot, "problem-domain")).isEmpty();
    assertThat(robot.lookup("#new-create").queryAs(Button.class).isDisabled()).isTrue();
    // What cannot be comes to nothing, and nothing of it is being worked out.
    assertThat(text(robot, "total-totals.accelerators")).isEqualTo("–");
    assertThat(text(robot, "new-findings")).isEmpty();

    type(robot, "#new-perTray", "3");
    assertThat(text(robot, "total-totals.accelerators")).isEqualTo("66");
    assertThat(text(robot, "problem-perTray")).isEmpty();
    assertThat(robot.lookup("#new-create").queryAs(Button.class).isDisabled()).isFalse();

    cancel(robot);
    assertThat(desk.workspace.design()).isSameAs(before);
  }

  @Test
  void aChipIsFoundByItsName(FxRobot robot) {
    open(robot);
    press(robot, "#new-chip");
    type(robot, "#picker-search", "mi300x");
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(text(robot, "total-scaleUp.injectionGBps")).isEqualTo("448 GB/s");
    cancel(robot);
  }

  @Test
  void aChipOfOnesOwnMadeMeanwhileIsThere(FxRobot robot) {
    onWindow(() -> desk.studio.ownParts().save(Desk.own("mi300x", "mine", "Chip of mine", 500)));
    open(robot);
    press(robot, "#new-chip");
    type(robot, "#picker-search", "chip of mine");
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    press(robot, "#new-create");
    assertThat(desk.workspace.design().name()).contains("Chip of mine");
  }

  @Test
  @SuppressWarnings("unchecked")
  void onlyWhatHasAnEffectIsAskedFor(FxRobot robot) {
    open(robot);
    Node network = robot.lookup("#new-nic").query();
    Node taper = robot.lookup("#new-taper").query();
    assertThat(network.getParent().getParent().isVisible()).isFalse();
    assertThat(taper.getParent().isVisible()).isFalse();

    type(robot, "#new-domains", "4");
    ComboBox<String> fabric = robot.lookup("#new-fabric").queryAs(ComboBox.class);
    onWindow(() -> fabric.setValue("two-tier"));
    assertThat(network.getParent().getParent().isVisible()).isTrue();
    assertThat(taper.getParent().isVisible()).isTrue();
    cancel(robot);
  }

  @Test
  void anEmptyRackIsOneOfTheChoices(FxRobot robot) {
    open(robot);
    ToggleButton empty = robot.lookup("#template-empty").queryAs(ToggleButton.class);
    onWindow(empty::fire);
    press(robot, "#new-create");
    assertThat(desk.workspace.design().rootAssembly().placements()).isEmpty();
    assertThat(desk.workspace.hasUnsavedChanges()).isFalse();
  }

  @Test
  void unsavedWorkStaysWhereTheUserSaysSo(FxRobot robot) {
    onWindow(() -> desk.edit());
    Design edited = desk.workspace.design();
    desk.answers.leaving = Questions.Leaving.STAY;
    open(robot);
    press(robot, "#new-create");
    assertThat(robot.lookup("#new-dialog").tryQuery()).isPresent();
    assertThat(desk.workspace.design()).isSameAs(edited);
    cancel(robot);
  }
}
