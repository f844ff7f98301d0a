package supernode.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.design.Design;

/**
 * Solves designs off the JavaFX thread: quick numbers at once, all of them when they are there; a
 * newer request makes older ones stop and be forgotten.
 */
public final class Solving {
  private final Analyst analyst;
  private final Executor worker;
  private final Executor window;
  private final AtomicLong newest = new AtomicLong();

  /**
   * @param worker runs the full tier; the calling thread in tests
   * @param window runs what publishes, {@code Platform::runLater}; the calling thread in tests
   */
  public Solving(Analyst analyst, Executor worker, Executor window) {
    this.analyst = analyst;
    this.worker = worker;
    this.window = window;
  }

  /** Publishes the quick tier before it returns and the full tier when done, if still newest. */
  public void solve(Design design, String scenario, Consumer<Analysis> publish) {
    long ticket = newest.incrementAndGet();
    worker.execute(() -> {
      if (newest.get() != ticket) {
        return;
      }
      Analysis full = analyst.full(design, scenario, () -> newest.get() != ticket);
      window.execute(() -> {
        if (newest.get() == ticket) {
          publish.accept(full);
        }
      });
    });
  }
}
