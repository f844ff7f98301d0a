package supernode.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import supernode.figure.ColorRole;
import supernode.figure.Palette;
import supernode.figure.Shape.Weight;
import supernode.figure.awt.AwtFonts;
import supernode.figure.chart.Axis;
import supernode.figure.chart.PlotScale;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Unit;

/**
 * An axis of JFreeChart with the unit that its numbers are printed in.
 *
 * @param unit of a linear axis; a logarithmic one names the unit at each tick
 */
record ChartAxes(ValueAxis axis, Unit unit, boolean logarithmic) {
  private static final double TYPE = 8.5;
  private static final int MOST_DECADES = 6;

  /** Between numbers under the plot. */
  private static final double APART = 6;

  /** From here on an axis of counts has whole numbers only. */
  private static final double LEAST_COUNTS = 4;

  /**
   * @param low smallest value shown, SI
   * @param high largest value shown, SI
   */
  static ChartAxes of(Axis axis, double low, double high, Palette palette) {
    double from = axis.min().orElse(low);
    double to = axis.max().orElse(high);
    ChartAxes made = axis.kind() == Axis.Kind.LOG ? log(axis, from, to) : linear(axis, from, to);
    ValueAxis a = made.axis;
    a.setAxisLineVisible(false);
    a.setTickMarksVisible(false);
    a.setTickLabelFont(AwtFonts.of("0", Weight.REGULAR, TYPE));
    a.setTickLabelPaint(new Color(palette.text(ColorRole.SECONDARY)));
    a.setTickLabelInsets(new RectangleInsets(2, 4, 2, 4));
    a.setLabel(null);
    return made;
  }

  private static ChartAxes linear(Axis axis, double from, double to) {
    Unit unit = QuantityFormat.unitFor(Math.max(Math.abs(from), Math.abs(to)), axis.dimension());
    NumberAxis a = new NumberAxis();
    double low = from / unit.perUnit();
    double high = to / unit.perUnit();
    a.setRange(low, high > low ? high : low + 1);
    // An axis from thing to thing has nothing in between.
    boolean things = axis.min().isPresent() && axis.max().isPresent() && high - low >= 1;
    if (axis.dimension() == Dimension.COUNT && (things || high - low >= LEAST_COUNTS)) {
      a.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }
    a.setNumberFormatOverride(new Ticks(QuantityFormat::number));
    return new ChartAxes(a, unit, false);
  }

  // An even axis of exponents: the logarithmic axis of JFreeChart draws its numbers as outlines.
  private static ChartAxes log(Axis axis, double from, double to) {
    double low = Math.log10(from);
    double high = Math.max(Math.log10(to), low + 0.01);
    PlotScale scale = PlotScale.of(axis, from, Math.pow(10, high), MOST_DECADES);
    NumberAxis a = new MarkedAxis(scale.ticks(MOST_DECADES));
    a.setRange(low, high);
    return new ChartAxes(a, new Unit("", 1), true);
  }

  /** An SI value as the axis counts it. */
  double toAxis(double si) {
    return logarithmic ? Math.log10(si) : si / unit.perUnit();
  }

  /** A logarithmic axis with the marks that the window has. */
  private static final class MarkedAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private final transient List<PlotScale.Tick> marks;

    MarkedAxis(List<PlotScale.Tick> marks) {
      this.marks = marks;
    }

    @Override
    public List<NumberTick> refreshTicks(
        Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
      boolean across = RectangleEdge.isTopOrBottom(edge);
      g.setFont(getTickLabelFont());
      List<NumberTick> ticks = new ArrayList<>();
      double free = Double.NEGATIVE_INFINITY;
      for (PlotScale.Tick mark : marks) {
        double at = Math.log10(mark.si());
        double half = g.getFontMetrics().getStringBounds(mark.text(), g).getWidth() / 2;
        double middle = valueToJava2D(at, area, edge);
        // Numbers under the plot that would run into each other are left out.
        if (getRange().contains(at) && (!across || middle - half > free)) {
          TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
          ticks.add(new NumberTick(at, mark.text(), anchor, TextAnchor.CENTER, 0));
          free = middle + half + APART;
        }
      }
      return ticks;
    }
  }

  /** Tick labels by {@link QuantityFormat}. */
  private static final class Ticks extends NumberFormat {
    private static final long serialVersionUID = 1;
    private final transient DoubleFunction<String> print;

    Ticks(DoubleFunction<String> print) {
      this.print = print;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition at) {
      return to.append(print.apply(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition at) {
      return format((double) number, to, at);
    }

    @Override
    public Number parse(String source, ParsePosition at) {
      throw new UnsupportedOperationException("ticks are only printed");
    }
  }
}
