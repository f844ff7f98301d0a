package supernode.start;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/** Says on the output when something has been painted. */
final class FirstPicture extends AnimationTimer {
  /** What the bench that started this process waits for. */
  static final String PAINTED = "painted";

  private final BooleanSupplier there;
  private final Runnable then;
  private int pulses;

  /**
   * @param there whether all that counts is in the scene
   * @param then run after it has been said
   */
  FirstPicture(BooleanSupplier there, Runnable then) {
    this.there = there;
    this.then = then;
  }

  @Override
  public void handle(long now) {
    // Timers run before layout and painting: the second pulse after it comes behind the picture.
    if (pulses > 0 || there.getAsBoolean()) {
      pulses++;
    }
    if (pulses == 2) {
      stop();
      System.out.println(PAINTED);
      System.out.flush();
      then.run();
    }
  }
}
