package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.analysis.Overlay;
import supernode.design.Design;

/** The window as its user meets it, on a small design. */
@ExtendWith(ApplicationExtension.class)
class StudioWindowTest {
  @TempDir Path folder;

  private Desk desk;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    desk = new Desk();
    new StudioWindow(
            stage, desk.studio, desk.documents, new EmptySlots(), (_, _) -> {}, Runnable::run)
        .show();
  }

  private Node find(String query) {
    return stage.getScene().getRoot().lookup(query);
  }

  private static <T> T onWindow(Callable<T> action) {
    T result = WaitForAsyncUtils.waitForAsyncFx(5000, action);
    WaitForAsyncUtils.waitForFxEvents();
    return result;
  }

  private void onWindow(Runnable action) {
    onWindow(() -> {
      action.run();
      return true;
    });
  }

  private static void type(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void opensOnADesignWithItsNameAndWhatItHolds() {
    assertThat(stage.isShowing()).isTrue();
    assertThat(stage.getTitle()).isEqualTo("Small – Supernode Studio");
    assertThat(((Label) find("#file-name")).getText()).isEqualTo("Small");
    assertThat(find("#unsaved").isVisible()).isFalse();
    assertThat(find("#button-undo").isDisabled()).isTrue();
    assertThat(find("#status").lookupAll(".label"))
        .extracting(n -> ((Label) n).getText())
        .anyMatch(t -> t.startsWith("Solved r1"));
  }

  @Test
  void shortcutsUndoAndRedoAnEdit(FxRobot robot) {
    Design before = desk.workspace.design();
    onWindow(() -> desk.edit());
    Design after = desk.workspace.design();
    assertThat(find("#unsaved").isVisible()).isTrue();
    assertThat(stage.getTitle()).startsWith("● ");

    type(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(desk.workspace.design()).isEqualTo(before);
    assertThat(find("#unsaved").isVisible()).isFalse();

    type(robot, KeyCode.CONTROL, KeyCode.Y);
    assertThat(desk.workspace.design()).isEqualTo(after);
  }

  @Test
  void theFinderRunsACommandFromTheKeyboard(FxRobot robot) {
    type(robot, KeyCode.CONTROL, KeyCode.K);
    assertThat(find("#finder").isVisible()).isTrue();

    onWindow(() -> ((TextField) find("#finder-field")).setText("temperat"));
    type(robot, KeyCode.ENTER);

    assertThat(find("#finder")).isNull();
    assertThat(desk.workspace.overlayProperty().get()).isEqualTo(Overlay.TEMPERATURE);
  }

  @Test
  void theFinderGoesToAPlace(FxRobot robot) {
    type(robot, KeyCode.CONTROL, KeyCode.K);
    onWindow(() -> ((TextField) find("#finder-field")).setText("compute 2 gpu 1"));
    type(robot, KeyCode.ENTER);

    assertThat(desk.workspace.enteredProperty().get()).hasToString("compute[2]");
    assertThat(desk.workspace.selection().places()).containsExactly("compute[2].gpu[1]");
    assertThat(find("#crumbs").lookupAll(".here"))
        .extracting(n -> ((Label) n).getText())
        .containsExactly("Tray [2]");
  }

  @Test
  void escapeTakesTheFinderAway(FxRobot robot) {
    type(robot, KeyCode.CONTROL, KeyCode.K);
    type(robot, KeyCode.ESCAPE);

    assertThat(find("#finder")).isNull();
  }

  @Test
  void languageAndThemeChangeWhileTheWorkStays() {
    onWindow(() -> desk.edit());
    Design edited = desk.workspace.design();

    onWindow(() -> desk.studio.speak("zh"));
    assertThat(((Label) find("#status").lookup(".label")).getText()).contains("已求解");
    onWindow(() -> desk.studio.themeProperty().set(Theme.DARK));

    assertThat(stage.getScene().getStylesheets()).anyMatch(s -> s.endsWith("tokens-dark.css"));
    assertThat(desk.workspace.design()).isSameAs(edited);
    assertThat(desk.settings.language()).isEqualTo("zh-CN");
    assertThat(desk.settings.theme()).isEqualTo(Theme.DARK);
    onWindow(() -> desk.workspace.undo());
    assertThat(find("#button-redo").isDisabled()).isFalse();
  }

  @Test
  void whatNobodyHasNamedIsCalledSoInEveryLanguage() {
    onWindow(() -> desk.documents.startNew());
    assertThat(desk.workspace.design().name()).isEqualTo("Untitled");

    onWindow(() -> desk.studio.speak("zh"));

    assertThat(desk.workspace.design().name()).isEqualTo("未命名");
    assertThat(desk.workspace.design().rootAssembly().name()).isEqualTo("未命名");
    assertThat(desk.workspace.hasUnsavedChanges()).isFalse();
    assertThat(stage.getTitle()).startsWith("未命名");
    onWindow(() -> desk.studio.speak("en"));
    assertThat(desk.workspace.design().name()).isEqualTo("Untitled");
  }

  @Test
  void closingAsksOnlyWhenWorkWouldBeLost() {
    onWindow(() -> desk.edit());
    onWindow(this::requestClose);
    assertThat(desk.answers.asked).containsExactly("leave Small");
    assertThat(stage.isShowing()).isTrue();

    onWindow(() -> desk.workspace.undo());
    desk.answers.asked.clear();
    onWindow(this::requestClose);
    assertThat(desk.answers.asked).isEmpty();
  }

  private void requestClose() {
    Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  @Test
  void savesAndOpensFromTheKeyboard(FxRobot robot) {
    Path file = folder.resolve("mine.supernode.json");
    desk.answers.save = Optional.of(file);
    onWindow(() -> desk.edit());

    type(robot, KeyCode.CONTROL, KeyCode.S);
    assertThat(file).exists();
    Design saved = desk.workspace.design();
    assertThat(stage.getTitle()).isEqualTo("mine.supernode.json – Supernode Studio");

    onWindow(() -> desk.workspace.undo());
    desk.answers.leaving = Questions.Leaving.DISCARD;
    desk.answers.open = Optional.of(file);
    assertThat(desk.workspace.design()).isNotEqualTo(saved);
    type(robot, KeyCode.CONTROL, KeyCode.O);
    assertThat(desk.workspace.design()).isEqualTo(saved);
  }

  @Test
  void aBadFileLeavesTheWindowAsItWas(FxRobot robot) throws Exception {
    Design before = desk.workspace.design();
    desk.answers.open =
        Optional.of(Files.writeString(folder.resolve("bad.supernode.json"), "[1, 2"));

    type(robot, KeyCode.CONTROL, KeyCode.O);

    assertThat(desk.answers.troubles).hasSize(1);
    assertThat(desk.workspace.design()).isSameAs(before);
    assertThat(((Label) find("#file-name")).getText()).isEqualTo("Small");
  }

  @Test
  void panelsArePutAwayAndComeBack(FxRobot robot) {
    assertThat(find("#charts-slot")).isNotNull();
    type(robot, KeyCode.CONTROL, KeyCode.J);
    assertThat(find("#charts-slot")).isNull();
    type(robot, KeyCode.CONTROL, KeyCode.J);
    assertThat(find("#charts-slot")).isNotNull();
  }

  @Test
  void theWelcomePanelGivesWayToASample() {
    onWindow(() -> desk.studio.welcomeProperty().set(true));
    assertThat(find("#welcome")).isNotNull();

    // As a user would who does not see it among so many.
    onWindow(() -> ((TextField) find("#sample-search")).setText("hgx h100"));
    onWindow(() -> ((Button) find("#sample-hgx-h100")).fire());

    assertThat(find("#welcome")).isNull();
    assertThat(desk.workspace.design().name()).isEqualTo("HGX H100, 8 GPUs");
  }

  @Test
  void textGrowsForAProjector(FxRobot robot) {
    type(robot, KeyCode.CONTROL, KeyCode.EQUALS);

    assertThat(desk.studio.scaleProperty().get()).isEqualTo(1.1);
    assertThat(stage.getScene().getRoot().getStyle()).contains("13.20px");
  }

  @Test
  void everyShortcutIsOnTheSheet(FxRobot robot) {
    type(robot, KeyCode.F1);

    assertThat(find("#shortcuts").lookupAll(".key"))
        .extracting(n -> ((Label) n).getText())
        .contains("Ctrl+Z", "Ctrl+S", "F5");
  }
}
