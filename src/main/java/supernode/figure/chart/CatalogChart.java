package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import supernode.catalog.Confidence;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Measure;
import supernode.catalog.browse.Reading;
import supernode.figure.ColorRole;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * Any two figures of the catalogue over each other.
 *
 * @param logX whether the axis goes by decades
 * @param labelled whether dots bear their names
 */
public record CatalogChart(Measure x, Measure y, boolean logX, boolean logY, boolean labelled) {
  /** Room left of the least and right of the greatest value. */
  private static final double MARGIN = 1.15;

  private static final double HALF_A_YEAR = 0.5;

  /**
   * A dot for each entry of which both figures are public.
   *
   * @param chosen keys of entries that stand out
   */
  public Outcome<Chart> of(List<Entry> entries, Set<String> chosen) {
    List<Series.Dot> dots = new ArrayList<>();
    for (Entry e : entries) {
      Optional<Reading> at = x.of(e);
      Optional<Reading> up = y.of(e);
      if (at.isPresent() && up.isPresent() && fits(at.get(), logX) && fits(up.get(), logY)) {
        dots.add(dot(e, at.get(), up.get(), chosen.contains(e.key())));
      }
    }
    if (dots.isEmpty()) {
      return Outcome.notApplicable("chart.catalog.none");
    }
    Text subtitle = Text.of("chart.catalog.of", dots.size(), entries.size() - dots.size());
    return new Outcome.Solved<>(
        new Chart(
            "catalog-" + x.key() + "-" + y.key(),
            Text.of("chart.catalog", y.title(), x.title()),
            subtitle,
            axis(x, logX, dots.stream().mapToDouble(Series.Dot::x).toArray()),
            axis(y, logY, dots.stream().mapToDouble(Series.Dot::y).toArray()),
            List.of(new Series.Scatter(y.title(), dots, labelled))));
  }

  private static boolean fits(Reading reading, boolean log) {
    return !log || reading.si() > 0;
  }

  private static Series.Dot dot(Entry e, Reading x, Reading y, boolean chosen) {
    return new Series.Dot(
        e.key(),
        Text.of("chart.plain", e.name()),
        x.si(),
        y.si(),
        sure(x) && sure(y),
        chosen,
        ColorRole.ACCENT);
  }

  private static boolean sure(Reading reading) {
    return reading.confidence() != Confidence.ESTIMATE
        && reading.confidence() != Confidence.ASSUMPTION;
  }

  private static Axis axis(Measure m, boolean log, double[] values) {
    double low = java.util.Arrays.stream(values).min().orElseThrow();
    double high = java.util.Arrays.stream(values).max().orElseThrow();
    if (log) {
      return new Axis(
          m.title(),
          m.dimension(),
          Axis.Kind.LOG,
          OptionalDouble.of(low / MARGIN),
          OptionalDouble.of(high * MARGIN));
    }
    Axis axis = Axis.linear(m.title(), m.dimension());
    if (m.dimension() == Dimension.YEAR) {
      return axis.from(low - HALF_A_YEAR).to(high + HALF_A_YEAR);
    }
    return low >= 0 && low < high / 2 ? axis.from(0) : axis;
  }
}
