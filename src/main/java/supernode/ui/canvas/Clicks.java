package supernode.ui.canvas;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Counts clicks at one place. The toolkit counts by when it comes to handle them, so that a double
 * click is missed where the first click keeps it busy; here the time begins when what the first
 * click did is laid out.
 */
final class Clicks {
  private static final double UNSTEADY_PX = 5;

  private Duration within = Duration.millis(500);
  private MouseButton button = MouseButton.NONE;
  private double x;
  private double y;
  private int count;
  private boolean busy;
  private long restedNanos;
  private Runnable watching = () -> {};
  private Scene watched;

  /** How soon the second click must follow the first. */
  void within(Duration next) {
    within = next;
  }

  int count() {
    return count;
  }

  void pressed(MouseEvent e) {
    boolean same = e.getButton() == button && Math.hypot(e.getX() - x, e.getY() - y) <= UNSTEADY_PX;
    boolean soon = busy || (System.nanoTime() - restedNanos) * 1e-6 <= within.toMillis();
    count = same && soon && count == 1 ? 2 : 1;
    button = e.getButton();
    x = e.getX();
    y = e.getY();
  }

  /** Called when a button was released and what that did is to be laid out. */
  void released(Scene scene) {
    if (!busy) {
      busy = true;
      watched = scene;
      watching = this::rested;
      scene.addPostLayoutPulseListener(watching);
    }
    Platform.requestNextPulse();
  }

  private void rested() {
    busy = false;
    restedNanos = System.nanoTime();
    watched.removePostLayoutPulseListener(watching);
  }
}
