package supernode.analysis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Work handed to an executor while the caller does something else. Where the executor has not begun
 * when the caller is done, the caller does it itself: a busy or missing worker costs time only.
 *
 * @param <V> what the work yields
 */
final class Beside<V> {
  private final Supplier<V> work;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<V> answer = new CompletableFuture<>();

  Beside(Executor executor, Supplier<V> work) {
    this.work = work;
    executor.execute(this::begin);
  }

  private void begin() {
    if (begun.compareAndSet(false, true)) {
      answer.completeAsync(work, Runnable::run);
    }
  }

  /** Returns when the work has come to an end, well or not. */
  void finish() {
    begin();
    answer.handle((_, _) -> true).join();
  }

  /** What the work yielded; throws what it threw, after {@link #finish}. */
  V get() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw e;
    }
  }
}
