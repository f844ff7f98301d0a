package supernode.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.figure.chart.Chart;
import supernode.figure.chart.PlotScale;
import supernode.figure.chart.Series;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.ui.canvas.FxColors;

/**
 * A plot of bars, curves, limits and marks: light grid, no frame, names at the lines. Words are
 * nodes that a new chart moves; all else is drawn.
 */
final class Plot extends Region {
  private static final int TICKS_X = 4;
  private static final int TICKS_Y = 3;
  private static final double FOOT = 18;
  private static final double HEAD = 12;
  private static final double GAP = 5;
  private static final double LINE_HEIGHT = 13;
  private static final double BAR_GAP_PX = 2;

  /** Between bars and the name of a limit that they reach. */
  private static final double OVER_BARS = 2;

  private static final Box NOWHERE = new Box(-1, -1, 0, 0);

  /** Bars with their values above them, at most. */
  private static final int VALUED_BARS = 12;

  /** Counts below it are written out. */
  private static final double COUNTED = 1e5;

  private final Messages messages;
  private final ObservableValue<FxColors> colors;
  private final Sheet sheet = new Sheet();
  private final Group words = new Group();
  private final NodePool<Text> ticksX = new NodePool<>(words, () -> word("chart-tick"));
  private final NodePool<Text> ticksY = new NodePool<>(words, () -> word("chart-tick"));
  private final NodePool<Text> names = new NodePool<>(words, () -> word("chart-name"));
  private final NodePool<Text> values = new NodePool<>(words, () -> word("chart-value"));

  /** Where the last value above a bar stands. */
  private Box lastValue = NOWHERE;

  private Optional<PlotCursor> cursor = Optional.empty();
  private Chart chart;
  private PlotScale x;
  private PlotScale y;
  private double left;
  private double right;
  private double top;
  private double bottom;

  Plot(Messages messages, ObservableValue<FxColors> colors) {
    this.messages = messages;
    this.colors = colors;
    getStyleClass().add("chart-plot");
    setMinSize(120, 80);
    words.setManaged(false);
    words.setAutoSizeChildren(false);
    words.setMouseTransparent(true);
    getChildren().addAll(sheet, words);
    setPickOnBounds(true);
    setOnMouseMoved(e -> read(e.getX(), e.getY()));
    setOnMouseExited(_ -> read(-1, -1));
    colors.subscribe((_, _) -> {
      if (chart != null) {
        show(chart);
      }
    });
  }

  void show(Chart next) {
    chart = next;
    PlotExtent extent = PlotExtent.of(chart);
    x = PlotScale.of(chart.x(), extent.lowX(), extent.highX(), TICKS_X);
    y = PlotScale.of(chart.y(), extent.lowY(), extent.highY(), TICKS_Y);
    List<NodePool<Text>> pools = List.of(ticksX, ticksY, names, values);
    pools.forEach(NodePool::begin);
    x.ticks(TICKS_X).forEach(t -> ticksX.next().setText(t.text()));
    y.ticks(TICKS_Y).forEach(t -> ticksY.next().setText(t.text()));
    boolean valued = PlotReading.barCount(chart) <= VALUED_BARS;
    chart.series().forEach(s -> prepare(s, valued));
    pools.forEach(NodePool::end);
    setAccessibleText(PlotReading.spoken(chart, messages));
    requestLayout();
  }

  private void prepare(Series series, boolean valued) {
    switch (series) {
      case Series.Bars b -> {
        if (valued) {
          b.bars()
              .forEach(bar -> values.next().setText(bar.value() > 0 ? number(bar.value()) : ""));
        }
        if (isNamedBar(b)) {
          name(b.name(), ColorRole.SECONDARY);
        }
      }
      case Series.Curve c -> {
        if (c.labelled()) {
          name(c.name(), c.role());
        }
      }
      case Series.Reference r -> name(r.name(), r.role());
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

  private void name(supernode.quantity.Text text, ColorRole role) {
    Text node = names.next();
    node.setText(messages.say(text));
    node.setFill(colors.getValue().of(role));
  }

  private String number(double si) {
    double shown = si / y.unit().perUnit();
    boolean counted = chart.y().dimension() == Dimension.COUNT;
    if (shown == Math.rint(shown) && (counted || Math.abs(shown) < COUNTED)) {
      return QuantityFormat.number(shown);
    }
    // Above a bar three digits are read; the exact number stands in the table.
    double rounded =
        new java.math.BigDecimal(shown).round(new java.math.MathContext(3)).doubleValue();
    return QuantityFormat.number(rounded);
  }

  @Override
  protected void layoutChildren() {
    if (chart == null) {
      return;
    }
    left = ticksY.shown().stream().mapToDouble(Plot::width).max().orElse(0) + GAP;
    right = getWidth() - GAP;
    top = HEAD;
    bottom = getHeight() - FOOT;
    if (right - left < 10 || bottom - top < 10) {
      return;
    }
    sheet.begin(getWidth(), getHeight(), colors.getValue());
    layoutAxes();
    layoutSeries();
  }

  private void layoutAxes() {
    List<PlotScale.Tick> yTicks = y.ticks(TICKS_Y);
    for (int i = 0; i < yTicks.size(); i++) {
      double at = py(yTicks.get(i).si());
      double middle = Math.rint(at) + 0.5;
      sheet.line(ColorRole.HAIRLINE, 1, Style.Dash.SOLID, left, middle, right, middle);
      Text text = ticksY.shown().get(i);
      put(text, left - GAP - width(text), at);
    }
    List<PlotScale.Tick> xTicks = x.ticks(TICKS_X);
    boolean named = chart.series().stream().anyMatch(this::isNamedBar);
    for (int i = 0; i < xTicks.size(); i++) {
      Text text = ticksX.shown().get(i);
      double wide = width(text);
      double at = Math.clamp(px(xTicks.get(i).si()) - wide / 2, left, Math.max(left, right - wide));
      put(text, at, bottom + FOOT / 2 + 2);
    }
    thin(named);
  }

  /** Hides numbers that would lie over each other; the last one, with the unit, stays. */
  private void thin(boolean named) {
    double free = Double.POSITIVE_INFINITY;
    for (Text text : ticksX.shown().reversed()) {
      // Bars with names of their own need no numbers under them.
      boolean room = !named && text.getX() + width(text) + GAP < free;
      text.setVisible(room);
      free = room ? text.getX() : free;
    }
  }

  private void layoutSeries() {
    lastValue = NOWHERE;
    int bar = 0;
    int name = 0;
    List<Text> side = new ArrayList<>();
    List<LabelStack.End> ends = new ArrayList<>();
    List<Text> upright = new ArrayList<>();
    for (Series series : chart.series()) {
      switch (series) {
        case Series.Bars b -> {
          for (Series.Bar one : b.bars()) {
            layoutBar(one, bar++);
          }
          if (isNamedBar(b)) {
            Text text = names.shown().get(name++);
            double middle = px((b.bars().getFirst().from() + b.bars().getFirst().to()) / 2);
            put(text, middle - width(text) / 2, bottom + FOOT / 2 + 2);
          }
        }
        case Series.Curve c -> {
          sheet.line(c.role(), 2, c.dash(), path(c.points()));
          if (c.labelled()) {
            side.add(names.shown().get(name++));
            double end = py(c.points().y(c.points().size() - 1));
            double before = py(c.points().y(Math.max(0, c.points().size() - 2)));
            ends.add(new LabelStack.End(Math.clamp(end, top, bottom), end > before + 0.05));
          }
        }
        case Series.Reference r -> {
          Text text = names.shown().get(name++);
          double at = r.vertical() ? px(r.at()) : py(r.at());
          if (r.vertical()) {
            sheet.line(r.role(), 1, Style.Dash.DASHED, at, top, at, bottom);
            // Names of limits that are near each other stand on lines of their own.
            upright.removeIf(
                t -> t.getX() + width(t) < at + GAP || t.getX() > at + GAP + width(text));
            double lower =
                upright.stream().mapToDouble(t -> t.getY() + LINE_HEIGHT).max().orElse(top);
            put(text, Math.min(at + GAP, right - width(text)), lower);
            upright.add(text);
          } else {
            sheet.line(r.role(), 1, Style.Dash.DASHED, left, at, right, at);
            side.add(text);
            ends.add(new LabelStack.End(overBars(at, right - width(text)), false));
          }
        }
        case Series.Marker m -> sheet.dot(px(m.x()), py(m.y()), 4, ColorRole.TEXT);
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
    double[] placed =
        LabelStack.beside(ends, LINE_HEIGHT, top - HEAD / 2, bottom - LINE_HEIGHT / 2);
    for (int i = 0; i < side.size(); i++) {
      Text text = side.get(i);
      double at = right - width(text);
      // What the lines behind a name leave of it is not read.
      sheet.veil(at - 2, placed[i] - LINE_HEIGHT / 2, width(text) + 4, LINE_HEIGHT);
      put(text, at, placed[i]);
    }
    keepClear(upright, side);
  }

  /** Names of upright limits give way to names at the ends of lines. */
  private static void keepClear(List<Text> upright, List<Text> side) {
    for (Text text : upright) {
      side.stream()
          .sorted(Comparator.comparingDouble(Text::getY))
          .filter(t -> t.getLayoutBounds().intersects(text.getLayoutBounds()))
          .forEach(t -> text.setY(t.getY() + LINE_HEIGHT));
    }
  }

  /** Where a limit ends, or over the top of the bars at its end that just reach it. */
  private double overBars(double at, double from) {
    return chart.series().stream()
        .filter(Series.Bars.class::isInstance)
        .flatMap(s -> ((Series.Bars) s).bars().stream())
        .filter(b -> px(b.to()) > from)
        .mapToDouble(b -> py(b.value()))
        .filter(top -> Math.abs(at - top) < LINE_HEIGHT / 2)
        .map(top -> top - OVER_BARS)
        .min()
        .orElse(at);
  }

  private void layoutBar(Series.Bar bar, int index) {
    // Whole pixels: no seams between many narrow bars.
    double from = Math.rint(px(bar.from()));
    double to = Math.rint(px(bar.to()));
    double gap = to - from > 3 * BAR_GAP_PX ? BAR_GAP_PX : 0;
    double base = py(Math.max(y.low(), Math.min(0, y.high())));
    double height = Math.max(0, base - py(bar.value()));
    sheet.bar(from + gap / 2, base - height, Math.max(0.5, to - from - gap), height, bar.ink());
    if (index < values.shown().size()) {
      Text value = values.shown().get(index);
      Box at =
          new Box(
              (from + to) / 2 - width(value) / 2,
              base - height - LINE_HEIGHT / 2,
              width(value),
              LINE_HEIGHT);
      // The table has those that would run into each other.
      value.setVisible(!at.meets(lastValue));
      if (value.isVisible()) {
        put(value, at.x(), at.y());
        lastValue = at;
      }
    }
  }

  private double[] path(Points points) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = px(points.x(i));
      xy[2 * i + 1] = Math.clamp(py(points.y(i)), top - HEAD, bottom);
    }
    return xy;
  }

  private void read(double mouseX, double mouseY) {
    boolean inside = chart != null && mouseX >= left && mouseX <= right && mouseY >= 0;
    String text =
        inside ? PlotReading.at(chart, x.value((mouseX - left) / (right - left)), messages) : "";
    if (!text.isEmpty() && cursor.isEmpty()) {
      PlotCursor made = new PlotCursor();
      getChildren().add(made);
      cursor = Optional.of(made);
    }
    cursor.ifPresent(c -> c.show(text, mouseX, mouseY, new Box(0, top, getWidth(), bottom - top)));
  }

  private double px(double si) {
    return left + x.at(si) * (right - left);
  }

  private double py(double si) {
    return bottom - y.at(si) * (bottom - top);
  }

  private boolean isNamedBar(Series series) {
    return namedBars(chart).anyMatch(b -> b == series);
  }

  /** Several bars, each a series of its own, are named under them. */
  static Stream<Series.Bars> namedBars(Chart chart) {
    List<Series.Bars> all =
        chart.series().stream()
            .filter(Series.Bars.class::isInstance)
            .map(Series.Bars.class::cast)
            .toList();
    return all.size() > 1 ? all.stream().filter(b -> b.bars().size() == 1) : Stream.empty();
  }

  private static double width(Text text) {
    return text.getLayoutBounds().getWidth();
  }

  private static void put(Text text, double x, double middle) {
    text.setX(Math.rint(x));
    text.setY(Math.rint(middle));
  }

  private static Text word(String styleClass) {
    Text text = new Text();
    text.setTextOrigin(VPos.CENTER);
    text.getStyleClass().add(styleClass);
    return text;
  }
}
