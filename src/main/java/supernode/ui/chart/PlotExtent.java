package supernode.ui.chart;

import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;

/** The values that the series of a chart reach, SI. */
record PlotExtent(double lowX, double highX, double lowY, double highY) {
  private static final PlotExtent NONE =
      new PlotExtent(
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  static PlotExtent of(Chart chart) {
    PlotExtent e = NONE;
    for (Series series : chart.series()) {
      switch (series) {
        case Series.Bars bars -> {
          for (Series.Bar b : bars.bars()) {
            e = e.with(b.from(), b.value()).with(b.to(), 0);
          }
        }
        case Series.Curve curve -> {
          for (int i = 0; i < curve.points().size(); i++) {
            e = e.with(curve.points().x(i), curve.points().y(i));
          }
        }
        case Series.Marker m -> e = e.with(m.x(), m.y());
        case Series.Reference r ->
            e = r.vertical() ? e.with(r.at(), Double.NaN) : e.with(Double.NaN, r.at());
        case Series.Scatter s -> {
          for (Series.Dot d : s.dots()) {
            e = e.with(d.x(), d.y());
          }
        }
        case Series.Timeline t -> e = e.with(0, Double.NaN).with(t.end(), Double.NaN);
        case Series.StackRows s -> {
          for (Series.StackRow row : s.rows()) {
            e = e.with(0, Double.NaN).with(row.total(), Double.NaN);
          }
        }
        case Series.Stack _,
            Series.Ranking _,
            Series.HeatMap _,
            Series.Sankey _,
            Series.Radar _ -> {}
      }
    }
    return new PlotExtent(
        finite(e.lowX, 0), finite(e.highX, 1), finite(e.lowY, 0), finite(e.highY, 1));
  }

  private PlotExtent with(double x, double y) {
    boolean noX = Double.isNaN(x);
    boolean noY = Double.isNaN(y);
    return new PlotExtent(
        noX ? lowX : Math.min(lowX, x),
        noX ? highX : Math.max(highX, x),
        noY ? lowY : Math.min(lowY, y),
        noY ? highY : Math.max(highY, y));
  }

  private static double finite(double v, double otherwise) {
    return Double.isFinite(v) ? v : otherwise;
  }
}
