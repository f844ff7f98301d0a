package supernode.figure.chart;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** A chart, or why there is none; some are worked out when they are first looked at. */
public final class Slot {
  private final String id;
  private final Text title;
  private final Function<BooleanSupplier, Outcome<Chart>> maker;
  private volatile Outcome<Chart> made;

  private final boolean takesSeconds;

  private Slot(
      String id,
      Text title,
      boolean takesSeconds,
      Function<BooleanSupplier, Outcome<Chart>> maker,
      Outcome<Chart> made) {
    this.id = id;
    this.title = title;
    this.takesSeconds = takesSeconds;
    this.maker = maker;
    this.made = made;
  }

  public static Slot ready(String id, Text title, Outcome<Chart> chart) {
    return new Slot(id, title, false, _ -> chart, chart);
  }

  /**
   * @param takesSeconds whether working it out does
   * @param maker given what tells whether the chart is still wanted
   */
  static Slot later(
      String id,
      Text title,
      boolean takesSeconds,
      Function<BooleanSupplier, Outcome<Chart>> maker) {
    return new Slot(id, title, takesSeconds, maker, null);
  }

  /** The same of one of several. */
  Slot with(String suffix) {
    return new Slot(id + suffix, title, takesSeconds, maker, made);
  }

  /** Stable name, unique within a tab. */
  public String id() {
    return id;
  }

  /** What it would show. */
  public Text title() {
    return title;
  }

  /** Whether it may take seconds: a document does without unless the design is small. */
  public boolean isLong() {
    return takesSeconds && made == null;
  }

  /** The chart as far as it is known without working it out. */
  public Optional<Outcome<Chart>> known() {
    return Optional.ofNullable(made);
  }

  /**
   * The chart, worked out now if it is not known.
   *
   * @param cancelled asked now and then
   * @throws CancellationException when cancelled
   */
  public Outcome<Chart> chart(BooleanSupplier cancelled) {
    Outcome<Chart> chart = made;
    if (chart == null) {
      chart = maker.apply(cancelled);
      made = chart;
    }
    return chart;
  }

  public Outcome<Chart> chart() {
    return chart(() -> false);
  }
}
