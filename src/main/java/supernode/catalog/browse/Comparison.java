package supernode.catalog.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Entries side by side: a row for each figure that one of them has. */
public record Comparison(List<Entry> entries, List<Row> rows) {
  /** Fewest and most entries that are compared. */
  public static final int FEWEST = 2;

  public static final int MOST = 5;

  /**
   * A figure of all entries.
   *
   * @param readings in the order of the entries; empty where it is not public
   * @param best which of the entries have the best one; none where they are equal, where one alone
   *     is known, or where no end of the scale is the better one
   * @param differs whether two known ones differ
   */
  public record Row(
      Measure measure, List<Optional<Reading>> readings, Set<Integer> best, boolean differs) {
    public Row {
      readings = List.copyOf(readings);
      best = Set.copyOf(best);
    }
  }

  public Comparison {
    entries = List.copyOf(entries);
    rows = List.copyOf(rows);
  }

  public static Comparison of(List<Entry> entries) {
    List<Row> rows = new ArrayList<>();
    for (Measure m : Columns.of(entries)) {
      rows.add(row(m, entries.stream().map(m::of).toList()));
    }
    return new Comparison(entries, rows);
  }

  private static Row row(Measure m, List<Optional<Reading>> readings) {
    double[] known = readings.stream().flatMap(Optional::stream).mapToDouble(Reading::si).toArray();
    boolean differs = java.util.Arrays.stream(known).distinct().count() > 1;
    Set<Integer> best = new TreeSet<>();
    if (differs && m.preference() != Preference.NEITHER) {
      double top = known[0];
      for (double v : known) {
        top = m.preference().prefers(v, top) ? v : top;
      }
      for (int i = 0; i < readings.size(); i++) {
        if (readings.get(i).isPresent() && readings.get(i).get().si() == top) {
          best.add(i);
        }
      }
    }
    return new Row(m, readings, best, differs);
  }
}
