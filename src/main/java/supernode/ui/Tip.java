package supernode.ui;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * The tooltip of a node, made when the pointer first comes near: a window has many and few are ever
 * read.
 */
public final class Tip {
  private static final Duration DELAY = Duration.millis(400);

  private final Node node;
  private String words = "";
  private Tooltip shown;

  private Tip(Node node) {
    this.node = node;
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> install());
  }

  /** A tooltip that says nothing yet. */
  public static Tip on(Node node) {
    return new Tip(node);
  }

  /** Puts words on a node that will not change. */
  public static void put(Node node, String words) {
    on(node).say(words);
  }

  /** Says something else; with nothing to say there is no tooltip. */
  public void say(String next) {
    if (next.equals(words)) {
      return;
    }
    words = next;
    node.setAccessibleHelp(next.isEmpty() ? null : next);
    if (shown != null || node.isHover()) {
      install();
    }
  }

  private void install() {
    if (words.isEmpty()) {
      if (shown != null) {
        Tooltip.uninstall(node, shown);
        shown.hide();
        shown = null;
      }
      return;
    }
    if (shown == null) {
      shown = new Tooltip();
      shown.setShowDelay(DELAY);
      Tooltip.install(node, shown);
    }
    shown.setText(words);
  }
}
