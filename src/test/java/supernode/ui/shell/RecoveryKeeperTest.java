package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import supernode.design.Design;
import supernode.store.Recovery;

class RecoveryKeeperTest {
  @TempDir Path folder;

  private final Desk desk = new Desk();
  private RecoveryKeeper keeper;

  @BeforeEach
  void keep() {
    keeper = keeper(desk);
    keeper.keep();
  }

  private RecoveryKeeper keeper(Desk of) {
    Recovery recovery =
        new Recovery(
            folder,
            Runnable::run,
            text -> {
              throw new AssertionError(text);
            });
    return new RecoveryKeeper(of.studio, recovery, folder);
  }

  private long kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  /** As if the process that wrote the file had been killed. */
  private void leaveBehind() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      // No system gives a process this number.
      Files.move(file, folder.resolve("999999999999-1-1.recovery.json"));
    }
  }

  @Test
  void nothingIsKeptOfADesignThatIsSaved() throws IOException {
    assertThat(kept()).isZero();
  }

  @Test
  void everyEditIsKeptUntilItIsSavedOrUndone() throws IOException {
    desk.edit();
    assertThat(kept()).isEqualTo(1);

    desk.workspace.undo();
    assertThat(kept()).isZero();
  }

  @Test
  void aWindowThatIsClosedLeavesNothing() throws IOException {
    desk.edit();
    keeper.close();

    assertThat(kept()).isZero();
  }

  @Test
  void workOfAProcessThatIsNoMoreIsOfferedAndComesBackUnsaved() throws IOException {
    desk.edit();
    Design edited = desk.workspace.design();
    leaveBehind();
    Desk next = new Desk();
    next.answers.recovering = Questions.Recovering.RECOVER;

    keeper(next).offer(next.answers, Desk.CATALOG);

    assertThat(next.answers.asked).containsExactly("recover Small");
    assertThat(next.workspace.design()).isEqualTo(edited);
    assertThat(next.workspace.hasUnsavedChanges()).isTrue();
  }

  @Test
  void whatIsPutOffIsOfferedAgain() throws IOException {
    desk.edit();
    leaveBehind();
    Desk next = new Desk();

    keeper(next).offer(next.answers, Desk.CATALOG);
    assertThat(next.workspace.hasUnsavedChanges()).isFalse();
    next.answers.recovering = Questions.Recovering.RECOVER;
    keeper(next).offer(next.answers, Desk.CATALOG);

    assertThat(next.answers.asked).hasSize(2);
    assertThat(next.workspace.design()).isEqualTo(desk.workspace.design());
  }

  @Test
  void whatIsNotWantedIsOfferedOnce() throws IOException {
    desk.edit();
    leaveBehind();
    Desk next = new Desk();
    next.answers.recovering = Questions.Recovering.THROW_AWAY;

    keeper(next).offer(next.answers, Desk.CATALOG);
    keeper(next).offer(next.answers, Desk.CATALOG);

    assertThat(next.answers.asked).hasSize(1);
    assertThat(next.workspace.hasUnsavedChanges()).isFalse();
  }
}
