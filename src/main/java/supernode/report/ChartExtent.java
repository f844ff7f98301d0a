package supernode.report;

import supernode.figure.chart.Axis;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;

/** The values that the series of a chart reach. */
final class ChartExtent {
  private static final double HEADROOM = 1.12;

  private double lowX = Double.POSITIVE_INFINITY;
  private double highX = Double.NEGATIVE_INFINITY;
  private double lowY = Double.POSITIVE_INFINITY;
  private double highY = Double.NEGATIVE_INFINITY;
  private final boolean logY;

  ChartExtent(Chart chart) {
    logY = chart.y().kind() == Axis.Kind.LOG;
    for (Series series : chart.series()) {
      switch (series) {
        case Series.Bars bars ->
            bars.bars()
                .forEach(b -> {
                  add(b.from(), b.value());
                  add(b.to(), 0);
                });
        case Series.Curve curve -> {
          for (int i = 0; i < curve.points().size(); i++) {
            add(curve.points().x(i), curve.points().y(i));
          }
        }
        case Series.Marker marker -> add(marker.x(), marker.y());
        case Series.Reference r -> {
          if (r.vertical()) {
            addX(r.at());
          } else {
            addY(r.at());
          }
        }
        case Series.Stack _,
            Series.Ranking _,
            Series.HeatMap _,
            Series.Sankey _,
            Series.Radar _,
            Series.Scatter _,
            Series.StackRows _,
            Series.Timeline _ -> {}
      }
    }
  }

  private void add(double x, double y) {
    addX(x);
    addY(y);
  }

  private void addX(double x) {
    lowX = Math.min(lowX, x);
    highX = Math.max(highX, x);
  }

  private void addY(double y) {
    if (!logY || y > 0) {
      lowY = Math.min(lowY, y);
      highY = Math.max(highY, y);
    }
  }

  double lowX() {
    return lowX <= highX ? lowX : 0;
  }

  double highX() {
    return lowX <= highX ? highX : 1;
  }

  /** Zero where the values allow it. */
  double lowY() {
    if (lowY > highY) {
      return logY ? 1 : 0;
    }
    return logY ? lowY : Math.min(0, lowY);
  }

  /** With room for labels above. */
  double highY() {
    return lowY > highY ? 1 : highY * (logY ? HEADROOM * HEADROOM : HEADROOM);
  }
}
