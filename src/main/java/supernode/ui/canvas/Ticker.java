package supernode.ui.canvas;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;

/** Tells of time that passes, often enough for calm motion and no more. */
final class Ticker extends AnimationTimer {
  /** Thirty times a second at most. */
  private static final double LEAST_S = 1 / 31.0;

  /** After a pause, motion goes on where it was. */
  private static final double MOST_S = 0.2;

  private final DoubleConsumer passed;
  private long last;

  /**
   * @param passed given the seconds since it was told before
   */
  Ticker(DoubleConsumer passed) {
    this.passed = passed;
  }

  void run(boolean on) {
    last = 0;
    if (on) {
      start();
    } else {
      stop();
    }
  }

  @Override
  public void handle(long nowNanos) {
    double seconds = (nowNanos - last) * 1e-9;
    if (seconds >= LEAST_S) {
      passed.accept(last == 0 ? 0 : Math.min(seconds, MOST_S));
      last = nowNanos;
    }
  }
}
