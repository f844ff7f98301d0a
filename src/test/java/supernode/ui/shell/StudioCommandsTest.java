package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.ui.Command;

class StudioCommandsTest {
  private final Desk desk = new Desk();
  private final List<Command> commands =
      new StudioCommands(desk.studio, desk.documents, new NoActions()).with(List.of());

  /** For commands that are only looked at. */
  private static final class NoActions implements StudioCommands.Actions {
    @Override
    public void newDesign() {}

    @Override
    public void compare() {}

    @Override
    public void find() {}

    @Override
    public void export() {}

    @Override
    public void addScenario() {}

    @Override
    public void editScenario() {}

    @Override
    public void showShortcuts() {}

    @Override
    public void showAbout() {}

    @Override
    public void quit() {}
  }

  private Command command(String id) {
    return commands.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void noShortcutIsGivenTwice() {
    Map<KeyCombination, String> seen = new HashMap<>();
    for (Command c : commands) {
      for (KeyCombination keys : c.keys()) {
        assertThat(seen.put(keys, c.id())).as(c.id() + " " + keys).isNull();
      }
    }
  }

  @Test
  void noTwoCommandsShareAnId() {
    assertThat(commands).extracting(Command::id).doesNotHaveDuplicates();
  }

  @Test
  void everyCommandHasWordsInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Messages messages = new Messages(locale);
      assertThat(commands).allMatch(c -> messages.has(c.label().getValue().key()));
    }
  }

  @Test
  void undoSaysWhatItTakesBackAndIsThereOnlyWhenThereIsSomething() {
    assertThat(command("undo").enabled().get()).isFalse();
    assertThat(command("undo").label().getValue()).isEqualTo(Text.of("ui.command.undo"));

    desk.edit();

    assertThat(command("undo").enabled().get()).isTrue();
    assertThat(desk.studio.messages().say(command("undo").label().getValue())).startsWith("Undo: ");
    command("undo").run();
    assertThat(command("redo").enabled().get()).isTrue();
  }

  @Test
  void aCommandThatCannotBeDoneDoesNothing() {
    command("redo").run();

    assertThat(desk.workspace.history().past()).isEmpty();
  }

  @Test
  void anOverlayCommandShowsWhetherItIsChosen() {
    assertThat(command("overlay.structure").chosen().get()).isTrue();

    command("overlay.power").run();

    assertThat(command("overlay.power").chosen().get()).isTrue();
    assertThat(command("overlay.structure").chosen().get()).isFalse();
  }
}
