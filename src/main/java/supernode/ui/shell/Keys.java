package supernode.ui.shell;

import javafx.scene.input.KeyCombination;
import supernode.ui.Command;

/** Shortcuts as people read them. */
final class Keys {
  private Keys() {}

  /** The first shortcut of a command, or nothing. */
  static String shown(Command command) {
    return command.keys().isEmpty() ? "" : shown(command.keys().getFirst());
  }

  static String shown(KeyCombination keys) {
    return keys.getDisplayText().replace("Equals", "=").replace("Minus", "−").replace("Digit", "");
  }
}
