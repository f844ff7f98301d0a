package supernode.ui.canvas;

import javafx.animation.AnimationTimer;

/** Moves the camera to where it is wanted, quickly but visibly. */
final class Flight extends AnimationTimer {
  private static final double SECONDS = 0.28;

  private final Board board;
  private Camera from;
  private Camera to;
  private long began;
  private boolean animated = true;

  Flight(Board board) {
    this.board = board;
  }

  /** Whether it flies; else it is there at once. */
  void animated(boolean on) {
    animated = on;
  }

  void to(Camera next) {
    if (!animated) {
      board.look(next);
      return;
    }
    from = board.camera();
    to = next;
    began = -1;
    start();
  }

  /** Where the camera will be. */
  Camera destination() {
    return to == null ? board.camera() : to;
  }

  void cancel() {
    stop();
    to = null;
  }

  @Override
  public void handle(long now) {
    if (to == null) {
      stop();
      return;
    }
    began = began < 0 ? now : began;
    double t = Math.min(1, (now - began) * 1e-9 / SECONDS);
    double eased = t * t * (3 - 2 * t);
    Camera at = from.towards(to, t >= 1 ? 1 : eased);
    if (t >= 1) {
      cancel();
    }
    board.look(at);
  }
}
