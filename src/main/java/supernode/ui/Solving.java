package supernode.ui;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.Proposal;
import supernode.analysis.Sizing;
import supernode.analysis.TransientAnswer;
import supernode.analysis.Transients;
import supernode.analysis.loop.Incident;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.figure.chart.AnalysisCharts;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * Solves designs off the JavaFX thread: quick numbers at once, all of them when they are there; a
 * newer request makes older ones stop and be forgotten.
 */
public final class Solving {
  private volatile Analyst quick;
  private volatile Analyst full;
  private final Executor worker;
  private final Executor beside;
  private final Executor window;
  private final Errands errands;
  private final Answering answering;
  private final AtomicLong newest = new AtomicLong();
  private final AtomicLong newestRun = new AtomicLong();
  private final AtomicReference<Request> begun = new AtomicReference<>();
  // Touched by the worker alone.
  private Optional<Analysis> ahead = Optional.empty();

  private record Request(Design design, String scenario) {}

  /** With one thread for all stages of the full tier. */
  public Solving(Catalog catalog, Executor worker, Executor window) {
    this(catalog, worker, Runnable::run, worker, window);
  }

  /**
   * @param catalog parts that designs use
   * @param worker runs the full tier; the calling thread in tests
   * @param beside runs stages of the full tier that do not need each other
   * @param working answers workloads, which takes longer than any edit may wait
   * @param window runs what publishes, {@code Platform::runLater}; the calling thread in tests
   */
  public Solving(
      Catalog catalog, Executor worker, Executor beside, Executor working, Executor window) {
    // Two, because each remembers its stages and they run on different threads.
    this.quick = new Analyst(catalog);
    this.full = new Analyst(catalog, beside);
    this.worker = worker;
    this.beside = beside;
    this.window = window;
    errands = new Errands(worker, window);
    answering = new Answering(new Errands(working, window), newest::get);
  }

  /** What is answered of a solved design besides. */
  public Answering answering() {
    return answering;
  }

  /** Solves with other parts from now on. */
  public void use(Catalog catalog) {
    begun.set(null);
    newest.incrementAndGet();
    quick = new Analyst(catalog);
    full = new Analyst(catalog, beside);
    worker.execute(() -> ahead = Optional.empty());
  }

  /**
   * Solves what will soon be asked for, while the window is not there yet, and what its first
   * charts are drawn of. Stops when something else is asked for.
   */
  public void begin(Design design, String scenario) {
    begun.set(new Request(design, scenario));
    worker.execute(() -> {
      try {
        Analysis answer = full.full(design, scenario, () -> begun.get() == null);
        AnalysisCharts.of(answer, AnalysisCharts.Tab.OVERVIEW).stream()
            .filter(chart -> !chart.isLong())
            .forEach(chart -> chart.chart(() -> begun.get() == null));
        ahead = Optional.of(answer);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError _) {
        // Asked for in earnest it fails again, and then it is said.
      }
    });
  }

  /**
   * Publishes the quick tier before it returns, the rates of large fabrics as soon as they are
   * there, and the full tier when done, each if still newest. What has just been opened has no
   * older numbers to keep company: it waits for the full tier alone.
   *
   * @param before the answer shown now; the quick tier keeps what it does not solve itself
   */
  public void solve(
      Design design, String scenario, Optional<Analysis> before, Consumer<Analysis> publish) {
    long ticket = newest.incrementAndGet();
    if (!new Request(design, scenario).equals(begun.get())) {
      begun.set(null);
    }
    BooleanSupplier outdated = () -> newest.get() != ticket;
    if (before.isPresent()) {
      publish.accept(quick.quick(design, scenario, before));
    }
    worker.execute(() -> solveFully(design, scenario, before, outdated, publish));
  }

  /**
   * Runs the loop of a solved design over time. A newer run, and any newer design, make it stop and
   * be forgotten.
   */
  public void run(
      Analysis analysis,
      Incident incident,
      double durationS,
      Consumer<Outcome<TransientAnswer>> publish) {
    long ticket = newestRun.incrementAndGet();
    long design = newest.get();
    BooleanSupplier outdated = () -> newestRun.get() != ticket || newest.get() != design;
    errands.run(
        outdated,
        () -> Transients.run(analysis, incident, durationS, outdated),
        () -> Optional.of(Outcome.notApplicable("analysis.failed")),
        publish);
  }

  /** Works out a size; a newer design makes it be forgotten. */
  public void size(
      Analysis analysis,
      Catalog library,
      Function<Sizing, Optional<Proposal>> wish,
      Consumer<Optional<Proposal>> publish) {
    long design = newest.get();
    errands.run(
        () -> newest.get() != design,
        () -> wish.apply(new Sizing(analysis, library)),
        () -> Optional.of(Optional.empty()),
        publish);
  }

  /** Makes a run stop and be forgotten. */
  public void stopRun() {
    newestRun.incrementAndGet();
  }

  private void solveFully(
      Design design,
      String scenario,
      Optional<Analysis> before,
      BooleanSupplier outdated,
      Consumer<Analysis> publish) {
    if (outdated.getAsBoolean()) {
      return;
    }
    Consumer<Analysis> newest =
        answer ->
            window.execute(() -> {
              if (!outdated.getAsBoolean()) {
                publish.accept(answer);
              }
            });
    try {
      Optional<Analysis> answer = rates(design, scenario, before, outdated);
      answer.ifPresent(newest);
      if (answer.filter(Analysis::complete).isEmpty()) {
        fully(design, scenario, outdated).ifPresent(newest);
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // The window says so instead of waiting for ever; the thread's handler tells the user.
      window.execute(() -> {
        if (!outdated.getAsBoolean()) {
          publish.accept(quick.unsolved(design, scenario, Text.of("analysis.failed")));
        }
      });
      throw e;
    }
  }

  /** Empty where there is nothing to show beside the rates, or when a newer request came. */
  private Optional<Analysis> rates(
      Design design, String scenario, Optional<Analysis> before, BooleanSupplier outdated) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(full.rates(design, scenario, before, outdated));
    } catch (CancellationException _) {
      return Optional.empty();
    }
  }

  /** Empty when a newer request made it stop: that one's own answer will come. */
  private Optional<Analysis> fully(Design design, String scenario, BooleanSupplier outdated) {
    Optional<Analysis> known =
        ahead.filter(a -> a.design().equals(design) && a.scenario().equals(scenario));
    ahead = Optional.empty();
    if (known.isPresent()) {
      return known;
    }
    try {
      return Optional.of(full.full(design, scenario, outdated));
    } catch (CancellationException _) {
      return Optional.empty();
    }
  }
}
