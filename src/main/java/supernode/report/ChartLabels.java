package supernode.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import supernode.figure.ColorRole;
import supernode.figure.Palette;
import supernode.figure.Shape.Weight;
import supernode.figure.awt.AwtFonts;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;

/** Writes the words of a chart where they belong, without laying them over each other. */
final class ChartLabels {
  private static final double TYPE = 8.5;
  private static final double LINE = 11;
  private static final double GAP = 5;

  /** For half of the last number under the plot. */
  private static final double LEAST_ROOM = 12;

  private static final int MOST_BARS_WITH_VALUES = 14;

  private final XYPlot plot;
  private final Rectangle2D area;
  private final Palette palette;
  private final Graphics2D g;
  private final List<Place> places = new ArrayList<>();
  private final List<Rectangle2D> marked = new ArrayList<>();

  /** A word to the right of the plot: its left end and its baseline. */
  private record Place(String text, double x, double y, ColorRole role) {}

  ChartLabels(XYPlot plot, Rectangle2D area, Palette palette, Graphics2D g) {
    this.plot = plot;
    this.area = area;
    this.palette = palette;
    this.g = g;
  }

  void axes(String x, String y, double height) {
    write(y, 0, TYPE, 0, ColorRole.SECONDARY, Weight.REGULAR);
    write(x, area.getMaxX(), height - 3, 1, ColorRole.SECONDARY, Weight.REGULAR);
  }

  void series(Chart chart, ChartAxes x, ChartAxes y, Messages words) {
    for (Series series : chart.series()) {
      String name = words.say(series.name());
      switch (series) {
        case Series.Bars bars -> {
          values(bars, x, y);
          if (namesBars(chart)) {
            Series.Bar bar = bars.bars().getFirst();
            double middle = px((x.toAxis(bar.from()) + x.toAxis(bar.to())) / 2);
            write(name, middle, area.getMaxY() + LINE, 0.5, ColorRole.SECONDARY, Weight.REGULAR);
          }
        }
        case Series.Curve curve when !curve.labelled() -> {}
        case Series.Curve curve -> {
          int last = curve.points().size() - 1;
          double px = px(x.toAxis(curve.points().x(last)));
          double py = py(y.toAxis(curve.points().y(last)));
          places.add(new Place(name, Math.min(px, area.getMaxX()) + GAP, py + 3, curve.role()));
        }
        case Series.Reference r when r.vertical() ->
            note(name, px(x.toAxis(r.at())) - 3, area.getMinY() + TYPE, 1, r.role());
        case Series.Reference r ->
            places.add(new Place(name, area.getMaxX() + GAP, py(y.toAxis(r.at())) + 3, r.role()));
        case Series.Marker marker ->
            marker(name, px(x.toAxis(marker.x())), py(y.toAxis(marker.y())));
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
    writeApart();
  }

  private double px(double value) {
    return plot.getDomainAxis().valueToJava2D(value, area, RectangleEdge.BOTTOM);
  }

  private double py(double value) {
    return plot.getRangeAxis().valueToJava2D(value, area, RectangleEdge.LEFT);
  }

  private void values(Series.Bars bars, ChartAxes x, ChartAxes y) {
    if (bars.bars().size() > MOST_BARS_WITH_VALUES) {
      return;
    }
    Rectangle2D last = new Rectangle2D.Double();
    for (Series.Bar bar : bars.bars()) {
      if (bar.value() > 0) {
        String number = QuantityFormat.number(round(y.toAxis(bar.value())));
        double middle = px((x.toAxis(bar.from()) + x.toAxis(bar.to())) / 2);
        double top = py(y.toAxis(bar.value())) - 3;
        double wide = width(number, Weight.MEDIUM);
        Rectangle2D taken = new Rectangle2D.Double(middle - wide / 2, top - TYPE, wide, TYPE);
        // The last number that stands: what would run into it is left out.
        if (!taken.intersects(last)) {
          write(number, middle, top, 0.5, ColorRole.SECONDARY, Weight.MEDIUM);
          last = taken;
        }
      }
    }
  }

  // Above a bar three digits are read, but things that are counted are counted.
  private static double round(double value) {
    return value == Math.rint(value)
        ? value
        : new BigDecimal(value).round(new MathContext(3)).doubleValue();
  }

  /** Whether each bar stands for itself: the name of its series is written under it. */
  static boolean namesBars(Chart chart) {
    List<Series.Bars> bars =
        chart.series().stream()
            .filter(Series.Bars.class::isInstance)
            .map(Series.Bars.class::cast)
            .toList();
    return bars.size() > 1 && bars.stream().allMatch(b -> b.bars().size() == 1);
  }

  /** A point with its name above or below it, where no other name stands. */
  private void marker(String name, double x, double y) {
    g.setColor(new Color(palette.rgb(ColorRole.TEXT)));
    g.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
    double half = width(name, Weight.MEDIUM) / 2;
    // Names of the first and the last mark stay off the axis and on the paper.
    double first = area.getMinX() + half;
    double middle = Math.clamp(x, first, Math.max(first, area.getMaxX() + LEAST_ROOM - 2 - half));
    for (double baseline : new double[] {y - 14, y + 16}) {
      Rectangle2D taken = new Rectangle2D.Double(middle - half, baseline - TYPE, 2 * half, LINE);
      if (marked.stream().noneMatch(taken::intersects)) {
        marked.add(taken);
        note(name, middle, baseline, 0.5, ColorRole.TEXT);
        return;
      }
    }
  }

  /** Words inside the plot, on a ground that keeps the lines behind them apart. */
  private void note(String text, double x, double y, double align, ColorRole role) {
    double width = width(text, Weight.MEDIUM);
    int ground = palette.rgb(ColorRole.PANEL) | 0xF0000000;
    g.setColor(new Color(ground, true));
    g.fill(new Rectangle2D.Double(x - align * width - 2, y - TYPE, width + 4, TYPE + 3));
    write(text, x, y, align, role, Weight.MEDIUM);
  }

  /** From the top down, each label at least a line below the one above. */
  private void writeApart() {
    places.sort(Comparator.comparingDouble(Place::y));
    double free = area.getMinY();
    for (Place place : places) {
      double y = Math.max(place.y(), free);
      write(place.text(), place.x(), y, 0, place.role(), Weight.MEDIUM);
      free = y + LINE;
    }
  }

  /** Room that the labels beside the plot take. */
  static double room(Chart chart, Messages words, Graphics2D g) {
    double room = LEAST_ROOM;
    for (Series series : chart.series()) {
      boolean beside =
          (series instanceof Series.Curve c && c.labelled())
              || (series instanceof Series.Reference r && !r.vertical());
      if (beside) {
        room = Math.max(room, GAP + width(words.say(series.name()), Weight.MEDIUM, g));
      }
    }
    return room;
  }

  private double width(String text, Weight weight) {
    return width(text, weight, g);
  }

  private static double width(String text, Weight weight, Graphics2D g) {
    return g.getFontMetrics(AwtFonts.of(text, weight, TYPE)).getStringBounds(text, g).getWidth();
  }

  /**
   * @param align 0 to begin at x, 1 to end there
   */
  private void write(String text, double x, double y, double align, ColorRole role, Weight weight) {
    Font font = AwtFonts.of(text, weight, TYPE);
    g.setFont(font);
    g.setColor(new Color(palette.text(role)));
    double width = g.getFontMetrics().getStringBounds(text, g).getWidth();
    g.drawString(text, (float) (x - align * width), (float) y);
  }
}
