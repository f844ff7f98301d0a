package supernode.ui;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.catalog.Catalog;
import supernode.design.Design;

/**
 * Solves designs off the JavaFX thread: quick numbers at once, all of them when they are there; a
 * newer request makes older ones stop and be forgotten.
 */
public final class Solving {
  private final Analyst quick;
  private final Analyst full;
  private final Executor worker;
  private final Executor window;
  private final AtomicLong newest = new AtomicLong();

  /**
   * @param catalog parts that designs use
   * @param worker runs the full tier; the calling thread in tests
   * @param window runs what publishes, {@code Platform::runLater}; the calling thread in tests
   */
  public Solving(Catalog catalog, Executor worker, Executor window) {
    // Two, because each remembers its stages and they run on different threads.
    this.quick = new Analyst(catalog);
    this.full = new Analyst(catalog);
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
