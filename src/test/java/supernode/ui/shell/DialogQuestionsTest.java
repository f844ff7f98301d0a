package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.design.Design;
import supernode.store.Recovery;
import supernode.store.StoredDesign;
import supernode.store.View;

/** What goes wrong with files is said in a dialog over the window, and the open design stays. */
@ExtendWith(ApplicationExtension.class)
class DialogQuestionsTest {
  @TempDir Path folder;

  private Desk desk;
  private Questions questions;
  private Documents documents;

  @Start
  void start(Stage stage) {
    desk = new Desk();
    questions = new DialogQuestions(desk.studio, stage);
    documents =
        new Documents(
            desk.studio,
            new StoredFiles(Desk.CATALOG),
            questions,
            Runnable::run,
            Runnable::run,
            Runnable::run);
    new StudioWindow(stage, desk.studio, documents, new EmptySlots(), (_, _) -> {}, Runnable::run)
        .show();
  }

  /** Begins something that asks, and waits for the question. */
  private static DialogPane asked(FxRobot robot, Runnable action) throws Exception {
    Platform.runLater(action);
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> robot.lookup("#question").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup("#question").queryAs(DialogPane.class);
  }

  private static void answer(FxRobot robot, String button) throws Exception {
    Button found =
        robot.lookup("#question .button").<Button>queryAll().stream()
            .filter(b -> b.getText().equals(button))
            .findFirst()
            .orElseThrow();
    Platform.runLater(found::fire);
    gone(robot);
  }

  private static void gone(FxRobot robot) throws Exception {
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> robot.lookup("#question").tryQuery().isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void badFilesAreRefusedInADialogAndTheOpenDesignStays(FxRobot robot) throws Exception {
    Design before = desk.workspace.design();
    Map<String, String> contents =
        Map.of(
            "{\"format\": \"supernode-design\", \"vers",
            "ends in the middle",
            "",
            "is empty",
            "%PDF",
            "no design of Supernode Studio",
            "{\"a\":" + "[".repeat(100_000),
            "nested deeper",
            "{\"format\": \"supernode-design\", \"version\": 99}",
            "newer");
    for (Map.Entry<String, String> e : contents.entrySet()) {
      Path bad = Files.writeString(folder.resolve("bad.supernode.json"), e.getKey());

      DialogPane pane = asked(robot, () -> documents.open(bad));

      assertThat(pane.getHeaderText()).contains("bad.supernode.json");
      assertThat(pane.getContentText()).contains(e.getValue()).hasLineCount(1);
      robot.push(KeyCode.ESCAPE);
      gone(robot);
      assertThat(desk.workspace.design()).isSameAs(before);
      assertThat(desk.workspace.hasUnsavedChanges()).isFalse();
    }
  }

  @Test
  void aSaveThatFailsIsSaidAndTheWorkIsKept(FxRobot robot) throws Exception {
    Path lost = folder.resolve("gone").resolve("small.supernode.json");
    WaitForAsyncUtils.asyncFx(
            () -> {
              desk.edit();
              desk.workspace.fileProperty().set(Optional.of(lost));
            })
        .get();

    DialogPane pane = asked(robot, documents::save);

    assertThat(pane.getContentText()).contains("folder does not exist", "save elsewhere");
    robot.push(KeyCode.ESCAPE);
    gone(robot);
    assertThat(desk.workspace.hasUnsavedChanges()).isTrue();
  }

  @Test
  void unsavedWorkOfAKilledRunIsOfferedAtTheStart(FxRobot robot) throws Exception {
    Design lost = leaveBehind();
    RecoveryKeeper keeper = keeper();

    asked(robot, () -> keeper.offer(questions, Desk.CATALOG));
    robot.push(KeyCode.ESCAPE);
    gone(robot);
    assertThat(Recovery.found(folder)).as("Esc throws nothing away").hasSize(1);

    DialogPane pane = asked(robot, () -> keeper.offer(questions, Desk.CATALOG));
    assertThat(pane.getHeaderText()).contains("Recover “Lost”");
    answer(robot, "Recover");
    assertThat(desk.workspace.design()).isEqualTo(lost);
    assertThat(desk.workspace.hasUnsavedChanges()).isTrue();
  }

  @Test
  void aFileThatChangedOnDiskIsReplacedOnlyWhenItsUserSaysSo(FxRobot robot) throws Exception {
    Path file = folder.resolve("small.supernode.json");
    WaitForAsyncUtils.asyncFx(
            () -> {
              desk.workspace.fileProperty().set(Optional.of(file));
              documents.save();
              desk.edit();
            })
        .get();
    Files.writeString(file, "somebody else's");

    DialogPane pane = asked(robot, documents::save);
    assertThat(pane.getHeaderText()).contains("small.supernode.json has changed on disk");
    robot.push(KeyCode.ESCAPE);
    gone(robot);
    assertThat(file).hasContent("somebody else's");

    asked(robot, documents::save);
    answer(robot, "Replace");
    assertThat(Files.readString(file)).contains("supernode-design");
  }

  private RecoveryKeeper keeper() {
    return new RecoveryKeeper(desk.studio, recovery(), folder);
  }

  private Recovery recovery() {
    return new Recovery(
        folder,
        Runnable::run,
        text -> {
          throw new AssertionError(text);
        });
  }

  private Design leaveBehind() throws IOException {
    Design lost = Desk.small().withName("Lost");
    recovery().edited(new StoredDesign(lost, View.EMPTY, Optional.empty()), 3);
    try (Stream<Path> files = Files.list(folder)) {
      // No system gives a process this number.
      Files.move(files.findFirst().orElseThrow(), folder.resolve("999999999999-1-1.recovery.json"));
    }
    return lost;
  }
}
