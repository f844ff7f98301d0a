package supernode.figure.chart;

import java.util.Optional;
import supernode.figure.Figure;
import supernode.quantity.Messages;

/** The charts that are drawings of their own and not plots on two axes. */
public final class ChartFigure {
  private ChartFigure() {}

  /**
   * The drawing in pixels, as wide as said; empty for a plot.
   *
   * @param height that there is room for; a stack takes what its rows need
   */
  public static Optional<Figure> of(Chart chart, Messages words, double width, double height) {
    return chart
        .stack()
        .map(s -> StackFigure.of(chart, s, words, width))
        .or(() -> chart.ranking().map(r -> RankingFigure.of(chart, r, words, width, height)))
        .or(() -> chart.heatMap().map(m -> HeatFigure.of(m, words, width, height)))
        .or(() -> chart.sankey().map(s -> SankeyFigure.of(chart, s, words, width, height)))
        .or(() -> chart.radar().map(r -> RadarFigure.of(chart, r, words, width, height)))
        .or(() -> chart.scatter().map(s -> ScatterFigure.of(chart, s, words, width, height)))
        .or(() -> chart.stackRows().map(s -> StackRowsFigure.of(chart, s, words, width, height)))
        .or(() -> chart.timeline().map(t -> TimelineFigure.of(chart, t, words, width, height)));
  }
}
