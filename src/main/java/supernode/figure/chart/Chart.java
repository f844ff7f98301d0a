package supernode.figure.chart;

import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;

/**
 * A chart.
 *
 * @param id stable name, for example "pump-and-system"
 * @param title says what
 * @param subtitle says of what
 * @param x horizontal; of a {@link Series.Stack} and a {@link Series.Ranking} the only one
 * @param y vertical
 */
public record Chart(String id, Text title, Text subtitle, Axis x, Axis y, List<Series> series) {
  public Chart {
    series = List.copyOf(series);
  }

  /** The single stacked bar that this chart is, if it is one. */
  public Optional<Series.Stack> stack() {
    return only(Series.Stack.class);
  }

  /** The ranking that this chart is, if it is one. */
  public Optional<Series.Ranking> ranking() {
    return only(Series.Ranking.class);
  }

  /** The map of pairs that this chart is, if it is one. */
  public Optional<Series.HeatMap> heatMap() {
    return only(Series.HeatMap.class);
  }

  /** The radar that this chart is, if it is one. */
  public Optional<Series.Radar> radar() {
    return only(Series.Radar.class);
  }

  /** The Sankey diagram that this chart is, if it is one. */
  public Optional<Series.Sankey> sankey() {
    return only(Series.Sankey.class);
  }

  /** The scatter chart that this chart is, if it is one. */
  public Optional<Series.Scatter> scatter() {
    return only(Series.Scatter.class);
  }

  /** The stacks that this chart is, if it is some. */
  public Optional<Series.StackRows> stackRows() {
    return only(Series.StackRows.class);
  }

  /** The timeline that this chart is, if it is one. */
  public Optional<Series.Timeline> timeline() {
    return only(Series.Timeline.class);
  }

  /** Whether it is a drawing of its own and not a plot on two axes. */
  public boolean isDrawing() {
    return stack().isPresent()
        || ranking().isPresent()
        || heatMap().isPresent()
        || sankey().isPresent()
        || radar().isPresent()
        || scatter().isPresent()
        || stackRows().isPresent()
        || timeline().isPresent();
  }

  private <T extends Series> Optional<T> only(Class<T> kind) {
    return series.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
