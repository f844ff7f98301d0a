package supernode.report;

import java.awt.Color;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;
import supernode.figure.ColorRole;
import supernode.figure.Palette;
import supernode.figure.Shape.Weight;
import supernode.figure.awt.AwtFonts;
import supernode.figure.chart.Axis;
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
  private static final double MOST_DECADES = 6;

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
    if (axis.dimension() == Dimension.COUNT && high - low >= LEAST_COUNTS) {
      a.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }
    a.setNumberFormatOverride(new Ticks(QuantityFormat::number));
    return new ChartAxes(a, unit, false);
  }

  // An even axis of exponents: the logarithmic axis of JFreeChart draws its numbers as outlines.
  private static ChartAxes log(Axis axis, double from, double to) {
    NumberAxis a = new NumberAxis();
    double low = Math.log10(from);
    double high = Math.max(Math.log10(to), low + 0.01);
    a.setRange(low, high);
    a.setTickUnit(new NumberTickUnit(Math.ceil((high - low) / MOST_DECADES)));
    a.setNumberFormatOverride(
        new Ticks(v -> QuantityFormat.format(Math.pow(10, v), axis.dimension())));
    return new ChartAxes(a, new Unit("", 1), true);
  }

  /** An SI value as the axis counts it. */
  double toAxis(double si) {
    return logarithmic ? Math.log10(si) : si / unit.perUnit();
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
