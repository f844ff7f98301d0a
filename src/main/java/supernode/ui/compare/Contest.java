package supernode.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.Comparison;
import supernode.catalog.Catalog;
import supernode.quantity.Text;

/** The designs that are compared and what is known of them; solved one after the other beside. */
public final class Contest {
  private final Supplier<Catalog> catalog;
  private final Executor worker;
  private final Executor window;
  private final List<Entry> entries = new ArrayList<>();
  private Runnable changed = () -> {};

  /** A design and its answer, once there is one. */
  private static final class Entry {
    private final Contender contender;
    private final Catalog parts;
    private volatile boolean gone;
    private Optional<Analysis> answer = Optional.empty();

    Entry(Contender contender, Catalog parts) {
      this.contender = contender;
      this.parts = parts;
    }
  }

  /**
   * @param catalog parts as they are now
   * @param worker solves
   * @param window where the contest lives
   */
  public Contest(Supplier<Catalog> catalog, Executor worker, Executor window) {
    this.catalog = catalog;
    this.worker = worker;
    this.window = window;
  }

  /** Called after designs have come or gone, and after each answer. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  /** Adds a design. Returns whether there was room for it. */
  public boolean add(Contender contender) {
    if (entries.size() >= Comparison.MOST) {
      return false;
    }
    begin(new Entry(contender, catalog.get()));
    return true;
  }

  private void begin(Entry entry) {
    entries.add(entry);
    worker.execute(() -> solve(entry));
    changed.run();
  }

  /** Solves all of them with the parts that there are now. */
  public void solveAgain() {
    List<Contender> all = contenders();
    clear();
    all.forEach(this::add);
  }

  private void solve(Entry entry) {
    if (entry.gone) {
      return;
    }
    Contender c = entry.contender;
    Analyst analyst = new Analyst(entry.parts);
    try {
      answer(entry, analyst.full(c.design(), c.scenario(), () -> entry.gone));
    } catch (CancellationException _) {
      // It is not looked at any more.
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // The window says so instead of waiting for ever; the thread's handler tells the user.
      answer(entry, analyst.unsolved(c.design(), c.scenario(), Text.of("analysis.failed")));
      throw e;
    }
  }

  private void answer(Entry entry, Analysis answer) {
    window.execute(() -> {
      entry.answer = Optional.of(answer);
      changed.run();
    });
  }

  void remove(int place) {
    entries.remove(place).gone = true;
    changed.run();
  }

  public void clear() {
    entries.forEach(e -> e.gone = true);
    entries.clear();
    changed.run();
  }

  public List<Contender> contenders() {
    return entries.stream().map(e -> e.contender).toList();
  }

  boolean isFull() {
    return entries.size() >= Comparison.MOST;
  }

  Optional<Analysis> answer(int place) {
    return entries.get(place).answer;
  }

  /** The answers, once all are there and there are enough to compare. */
  public Optional<List<Analysis>> answers() {
    List<Analysis> all = entries.stream().flatMap(e -> e.answer.stream()).toList();
    return all.size() == entries.size() && all.size() >= Comparison.FEWEST
        ? Optional.of(all)
        : Optional.empty();
  }
}
