package supernode.ui.create;

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
import supernode.quantity.Text;

/** Solves designs that are not open, off the window's thread; the latest wins. */
final class Trials {
  private final Analyst analyst;
  private final Executor worker;
  private final Executor window;
  private final AtomicLong newest = new AtomicLong();
  // Touched by the worker alone.
  private Optional<Analysis> before = Optional.empty();

  Trials(Catalog catalog, Executor worker, Executor window) {
    this.analyst = new Analyst(catalog);
    this.worker = worker;
    this.window = window;
  }

  /**
   * Publishes sums first, then power and cooling, then all, each unless a newer trial has begun.
   */
  void solve(Design design, Consumer<Analysis> publish) {
    long ticket = newest.incrementAndGet();
    BooleanSupplier outdated = () -> newest.get() != ticket;
    worker.execute(() -> {
      try {
        if (!outdated.getAsBoolean()) {
          run(design, outdated, publish);
        }
      } catch (CancellationException _) {
        // The newer one's answer will come.
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        tell(
            analyst.unsolved(design, Design.DEFAULT_SCENARIO, Text.of("analysis.failed")),
            outdated,
            publish);
        throw e;
      }
    });
  }

  private void run(Design design, BooleanSupplier outdated, Consumer<Analysis> publish) {
    tell(analyst.quick(design, Design.DEFAULT_SCENARIO, before), outdated, publish);
    Analysis rates = analyst.rates(design, Design.DEFAULT_SCENARIO, before, outdated);
    tell(rates, outdated, publish);
    if (!rates.complete() && !outdated.getAsBoolean()) {
      tell(analyst.full(design, Design.DEFAULT_SCENARIO, outdated), outdated, publish);
    }
  }

  private void tell(Analysis answer, BooleanSupplier outdated, Consumer<Analysis> publish) {
    if (outdated.getAsBoolean()) {
      return;
    }
    before = Optional.of(answer);
    window.execute(() -> {
      if (!outdated.getAsBoolean()) {
        publish.accept(answer);
      }
    });
  }

  /** Makes what runs stop and be forgotten. */
  void stop() {
    newest.incrementAndGet();
  }
}
