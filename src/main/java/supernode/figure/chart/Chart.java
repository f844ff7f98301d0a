package supernode.figure.chart;

import java.util.List;
import supernode.quantity.Text;

/**
 * A chart.
 *
 * @param id stable name, for example "pump-and-system"
 * @param title says what
 * @param subtitle says of what
 * @param x horizontal; of a {@link Series.Stack} the only one
 * @param y vertical
 */
public record Chart(String id, Text title, Text subtitle, Axis x, Axis y, List<Series> series) {
  public Chart {
    series = List.copyOf(series);
  }

  /** The single stacked bar that this chart is, if it is one. */
  public java.util.Optional<Series.Stack> stack() {
    return series.stream()
        .filter(Series.Stack.class::isInstance)
        .map(Series.Stack.class::cast)
        .findFirst();
  }
}
