package supernode.ui;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Pieces of work that are done beside the window and told to it, unless nobody waits for them by
 * then.
 *
 * @param worker does the work; the calling thread in tests
 * @param window runs what publishes, {@code Platform::runLater}; the calling thread in tests
 */
record Errands(Executor worker, Executor window) {
  /**
   * Does one.
   *
   * @param outdated asked before and after; when true nothing is told
   * @param failed told where the work threw, empty for nothing; the thread's handler tells the user
   */
  <T> void run(
      BooleanSupplier outdated,
      Supplier<T> work,
      Supplier<Optional<T>> failed,
      Consumer<T> publish) {
    worker.execute(() -> {
      if (outdated.getAsBoolean()) {
        return;
      }
      try {
        T found = work.get();
        tell(outdated, () -> publish.accept(found));
      } catch (CancellationException _) {
        // Somebody asks for something newer.
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        failed.get().ifPresent(told -> tell(outdated, () -> publish.accept(told)));
        throw e;
      }
    });
  }

  void tell(BooleanSupplier outdated, Runnable what) {
    window.execute(() -> {
      if (!outdated.getAsBoolean()) {
        what.run();
      }
    });
  }
}
