package supernode.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Palette;
import supernode.figure.Style;
import supernode.figure.View;
import supernode.figure.awt.AwtPainter;
import supernode.figure.chart.Axis;
import supernode.figure.chart.Chart;
import supernode.figure.chart.ChartFigure;
import supernode.figure.chart.Series;
import supernode.quantity.Messages;

/**
 * Paints a chart's plot; its title and subtitle are the document's. Calm: no frame, a light grid,
 * labels at what they name.
 */
final class ChartPainter {
  /** Left for the names of the axes, above and below the plot. */
  private static final double NAMES = 14;

  private static final double MARGIN = 12;

  /** Three rows of charts fill a page. */
  private static final double HEIGHT_OF_WIDTH = 0.68;

  private static final double MOST_BARS_APART = 40;

  private final Chart chart;
  private final Messages words;
  private final Palette palette;
  private final ChartAxes x;
  private final ChartAxes y;

  private ChartPainter(Chart chart, Messages words, Palette palette) {
    this.chart = chart;
    this.words = words;
    this.palette = palette;
    ChartExtent extent = new ChartExtent(chart);
    x = ChartAxes.of(chart.x(), extent.lowX(), extent.highX(), palette);
    y = ChartAxes.of(chart.y(), extent.lowY(), extent.highY(), palette);
  }

  /** How high a chart is when it is this wide. */
  static double height(Chart chart, Messages words, double width) {
    double plot = HEIGHT_OF_WIDTH * width;
    return ChartFigure.of(chart, words, width, plot).map(f -> f.bounds().height()).orElse(plot);
  }

  static void paint(
      Chart chart, Messages words, Palette palette, double width, double height, Graphics2D g) {
    Optional<Figure> figure = ChartFigure.of(chart, words, width, height);
    if (figure.isPresent()) {
      AwtPainter.paint(figure.get(), View.ofWidth(figure.get().bounds(), width), palette, g);
    } else {
      new ChartPainter(chart, words, palette).paint(width, height, g);
    }
  }

  private void paint(double width, double height, Graphics2D g) {
    XYPlot plot = new XYPlot();
    plot.setDomainAxis(x.axis());
    plot.setRangeAxis(y.axis());
    x.axis().setTickLabelsVisible(!ChartLabels.namesBars(chart));
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    // Half of the first and the last number of an axis reach beyond it.
    // Where none stand below, the lowest one beside needs the room for its half.
    plot.setInsets(new RectangleInsets(5, 0, ChartLabels.namesBars(chart) ? 5 : 0, MARGIN));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(color(ColorRole.HAIRLINE));
    plot.setRangeGridlineStroke(new BasicStroke(0.75f));
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(color(ColorRole.FAINT));
    plot.setRangeZeroBaselineStroke(new BasicStroke(0.75f));
    for (Series series : chart.series()) {
      switch (series) {
        case Series.Bars bars -> add(plot, bars);
        case Series.Curve curve -> add(plot, curve);
        case Series.Reference reference -> add(plot, reference);
        case Series.Marker _,
            Series.Stack _,
            Series.Ranking _,
            Series.HeatMap _,
            Series.Sankey _,
            Series.Radar _,
            Series.Scatter _,
            Series.StackRows _,
            Series.Timeline _ -> {}
      }
    }
    JFreeChart drawn = new JFreeChart(null, null, plot, false);
    drawn.setBackgroundPaint(null);
    drawn.setPadding(RectangleInsets.ZERO_INSETS);
    ChartRenderingInfo info = new ChartRenderingInfo();
    double right = Math.min(ChartLabels.room(chart, words, g), width / 3) - MARGIN;
    Rectangle2D place = new Rectangle2D.Double(0, NAMES, width - right, height - 2 * NAMES);
    drawn.draw(g, place, null, info);
    Rectangle2D area = info.getPlotInfo().getDataArea();
    ChartLabels labels = new ChartLabels(plot, area, palette, g);
    // Bars with names of their own need no name for all of them.
    String across = ChartLabels.namesBars(chart) ? "" : name(chart.x(), x);
    labels.axes(across, name(chart.y(), y), height);
    labels.series(chart, x, y, words);
  }

  private String name(Axis axis, ChartAxes made) {
    String unit = made.unit().symbol();
    return unit.isEmpty() ? words.say(axis.label()) : words.say(axis.label()) + ", " + unit;
  }

  private Color color(ColorRole role) {
    return new Color(palette.rgb(role));
  }

  private void add(XYPlot plot, Series.Bars bars) {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    XYBarRenderer renderer = new XYBarRenderer(bars.bars().size() > MOST_BARS_APART ? 0 : 0.12);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    for (int i = 0; i < bars.bars().size(); i++) {
      Series.Bar bar = bars.bars().get(i);
      XYIntervalSeries one = new XYIntervalSeries(i);
      double from = x.toAxis(bar.from());
      double to = x.toAxis(bar.to());
      double top = y.toAxis(bar.value());
      one.add((from + to) / 2, from, to, top, top, top);
      data.addSeries(one);
      renderer.setSeriesPaint(i, new Color(palette.argb(bar.ink()), true));
    }
    add(plot, data, renderer);
  }

  private void add(XYPlot plot, Series.Curve curve) {
    XYSeries points = new XYSeries(plot.getDatasetCount(), false, true);
    for (int i = 0; i < curve.points().size(); i++) {
      points.add(x.toAxis(curve.points().x(i)), y.toAxis(curve.points().y(i)));
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, color(curve.role()));
    renderer.setSeriesStroke(0, stroke(1.6f, curve.dash()));
    add(plot, new XYSeriesCollection(points), renderer);
  }

  private void add(XYPlot plot, Series.Reference reference) {
    double at = reference.vertical() ? x.toAxis(reference.at()) : y.toAxis(reference.at());
    ValueMarker line = new ValueMarker(at, color(reference.role()), stroke(1, Style.Dash.DASHED));
    if (reference.vertical()) {
      plot.addDomainMarker(line);
    } else {
      plot.addRangeMarker(line);
    }
  }

  private static void add(
      XYPlot plot,
      org.jfree.data.xy.XYDataset data,
      org.jfree.chart.renderer.xy.XYItemRenderer renderer) {
    int next = plot.getDatasetCount();
    // A new plot counts one empty dataset.
    int index = next == 1 && plot.getDataset(0) == null ? 0 : next;
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }

  private static BasicStroke stroke(float width, Style.Dash dash) {
    double[] pattern = dash.pattern(width);
    float[] lengths =
        pattern.length == 0 ? null : new float[] {(float) pattern[0], (float) pattern[1]};
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
  }
}
