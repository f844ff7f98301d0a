package supernode.ui.shell;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Keeps work back until the window has been painted once, then does one piece with each pulse, so
 * that the drawing is seen first. Later work runs with the next pulse.
 */
final class FirstPaint extends AnimationTimer implements Executor {
  private final Queue<Runnable> work = new ArrayDeque<>();
  private int pulses;

  @Override
  public void execute(Runnable piece) {
    work.add(piece);
    start();
  }

  @Override
  public void handle(long now) {
    // Timers run before layout and painting: the second pulse comes after the first picture.
    if (++pulses < 2) {
      return;
    }
    Runnable piece = work.poll();
    if (piece == null) {
      stop();
    } else {
      // A dialog may not wait inside of a pulse.
      Platform.runLater(piece);
    }
  }
}
