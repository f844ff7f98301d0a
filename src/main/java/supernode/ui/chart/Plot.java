package supernode.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import supernode.figure.ColorRole;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;

/**
 * A plot of bars, curves, limits and marks: light grid, no frame, names at the lines. A new chart
 * moves the nodes of the old one.
 */
final class Plot extends Region {
  private static final int TICKS_X = 4;
  private static final int TICKS_Y = 3;
  private static final double FOOT = 18;
  private static final double HEAD = 12;
  private static final double GAP = 5;
  private static final double LINE_HEIGHT = 13;
  private static final double BAR_GAP_PX = 2;

  /** Bars with their values above them, at most. */
  private static final int VALUED_BARS = 12;

  private final Messages messages;
  private final Group grid = new Group();
  private final Group marks = new Group();
  private final Group words = new Group();
  private final NodePool<Line> gridLines = new NodePool<>(grid, () -> line("chart-grid"));
  private final NodePool<Rectangle> bars = new NodePool<>(marks, Rectangle::new);
  private final NodePool<Polyline> curves = new NodePool<>(marks, Polyline::new);
  private final NodePool<Line> references = new NodePool<>(marks, () -> line("chart-reference"));
  private final NodePool<Circle> dots = new NodePool<>(marks, () -> new Circle(4));
  private final NodePool<Text> ticksX = new NodePool<>(words, () -> word("chart-tick"));
  private final NodePool<Text> ticksY = new NodePool<>(words, () -> word("chart-tick"));
  private final NodePool<Text> names = new NodePool<>(words, () -> word("chart-name"));
  private final NodePool<Text> values = new NodePool<>(words, () -> word("chart-value"));
  private final Line cursor = line("chart-cursor");
  private final Label reading = new Label();
  private Chart chart;
  private PlotScale x;
  private PlotScale y;
  private double left;
  private double right;
  private double top;
  private double bottom;

  Plot(Messages messages) {
    this.messages = messages;
    getStyleClass().add("chart-plot");
    setMinSize(120, 80);
    reading.getStyleClass().add("chart-reading");
    reading.setManaged(false);
    reading.setVisible(false);
    reading.setMouseTransparent(true);
    cursor.setManaged(false);
    cursor.setVisible(false);
    for (Group group : List.of(grid, marks, words)) {
      group.setManaged(false);
      group.setAutoSizeChildren(false);
      group.setMouseTransparent(true);
    }
    getChildren().addAll(grid, marks, cursor, words, reading);
    setPickOnBounds(true);
    setOnMouseMoved(e -> read(e.getX(), e.getY()));
    setOnMouseExited(_ -> read(-1, -1));
  }

  void show(Chart next) {
    chart = next;
    PlotExtent extent = PlotExtent.of(chart);
    x = PlotScale.of(chart.x(), extent.lowX(), extent.highX(), TICKS_X);
    y = PlotScale.of(chart.y(), extent.lowY(), extent.highY(), TICKS_Y);
    for (NodePool<?> pool :
        List.of(gridLines, bars, curves, references, dots, ticksX, ticksY, names, values)) {
      pool.begin();
    }
    x.ticks(TICKS_X).forEach(t -> ticksX.next().setText(t.text()));
    y.ticks(TICKS_Y)
        .forEach(t -> {
          ticksY.next().setText(t.text());
          gridLines.next();
        });
    boolean valued = PlotReading.barCount(chart) <= VALUED_BARS;
    chart.series().forEach(s -> prepare(s, valued));
    for (NodePool<?> pool :
        List.of(gridLines, bars, curves, references, dots, ticksX, ticksY, names, values)) {
      pool.end();
    }
    setAccessibleText(PlotReading.spoken(chart, messages));
    requestLayout();
  }

  private void prepare(Series series, boolean valued) {
    switch (series) {
      case Series.Bars b -> {
        for (Series.Bar bar : b.bars()) {
          InkStyle.fill(bars.next(), bar.ink());
          if (valued) {
            values.next().setText(bar.value() > 0 ? number(bar.value()) : "");
          }
        }
        if (isNamedBar(b)) {
          name(b.name(), ColorRole.SECONDARY);
        }
      }
      case Series.Curve c -> {
        curves.next().setStyle(InkStyle.stroke(c.role(), 2, c.dash()) + "-fx-fill: null;");
        if (c.labelled()) {
          name(c.name(), c.role());
        }
      }
      case Series.Reference r -> {
        references.next().setStyle(InkStyle.stroke(r.role(), 1, Style.Dash.DASHED));
        name(r.name(), r.role());
      }
      case Series.Marker _ -> dots.next().setStyle(InkStyle.fill(ColorRole.TEXT));
      case Series.Stack _ -> {}
    }
  }

  private void name(supernode.quantity.Text text, ColorRole role) {
    Text node = names.next();
    node.setText(messages.say(text));
    node.setStyle(InkStyle.fill(role));
  }

  private String number(double si) {
    double shown = si / y.unit().perUnit();
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
    layoutAxes();
    layoutSeries();
  }

  private void layoutAxes() {
    List<PlotScale.Tick> yTicks = y.ticks(TICKS_Y);
    for (int i = 0; i < yTicks.size(); i++) {
      double at = py(yTicks.get(i).si());
      Line line = gridLines.shown().get(i);
      line.setStartX(left);
      line.setEndX(right);
      line.setStartY(Math.rint(at) + 0.5);
      line.setEndY(Math.rint(at) + 0.5);
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
    int bar = 0;
    int curve = 0;
    int reference = 0;
    int dot = 0;
    int name = 0;
    List<Text> side = new ArrayList<>();
    List<LabelStack.End> ends = new ArrayList<>();
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
          layoutCurve(c.points(), curves.shown().get(curve++));
          if (c.labelled()) {
            side.add(names.shown().get(name++));
            double end = py(c.points().y(c.points().size() - 1));
            double before = py(c.points().y(Math.max(0, c.points().size() - 2)));
            ends.add(new LabelStack.End(Math.clamp(end, top, bottom), end > before + 0.05));
          }
        }
        case Series.Reference r -> {
          Line line = references.shown().get(reference++);
          Text text = names.shown().get(name++);
          double at = r.vertical() ? px(r.at()) : py(r.at());
          line.setStartX(r.vertical() ? at : left);
          line.setEndX(r.vertical() ? at : right);
          line.setStartY(r.vertical() ? top : at);
          line.setEndY(r.vertical() ? bottom : at);
          if (r.vertical()) {
            put(text, at + GAP, top);
          } else {
            side.add(text);
            ends.add(new LabelStack.End(at, false));
          }
        }
        case Series.Marker m -> {
          Circle circle = dots.shown().get(dot++);
          circle.setCenterX(px(m.x()));
          circle.setCenterY(py(m.y()));
        }
        case Series.Stack _ -> {}
      }
    }
    double[] placed = LabelStack.beside(ends, LINE_HEIGHT, top - HEAD / 2, bottom);
    for (int i = 0; i < side.size(); i++) {
      put(side.get(i), right - width(side.get(i)), placed[i]);
    }
  }

  private void layoutBar(Series.Bar bar, int index) {
    Rectangle node = bars.shown().get(index);
    // Whole pixels: no seams between many narrow bars.
    double from = Math.rint(px(bar.from()));
    double to = Math.rint(px(bar.to()));
    double gap = to - from > 3 * BAR_GAP_PX ? BAR_GAP_PX : 0;
    double base = py(Math.max(y.low(), Math.min(0, y.high())));
    double height = Math.max(0, base - py(bar.value()));
    node.setX(from + gap / 2);
    node.setWidth(Math.max(0.5, to - from - gap));
    node.setY(base - height);
    node.setHeight(height);
    if (index < values.shown().size()) {
      Text value = values.shown().get(index);
      put(value, (from + to) / 2 - width(value) / 2, base - height - LINE_HEIGHT / 2);
    }
  }

  private void layoutCurve(Points points, Polyline node) {
    Double[] xy = new Double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = px(points.x(i));
      xy[2 * i + 1] = Math.clamp(py(points.y(i)), top - HEAD, bottom);
    }
    node.getPoints().setAll(xy);
  }

  private void read(double mouseX, double mouseY) {
    boolean inside = chart != null && mouseX >= left && mouseX <= right && mouseY >= 0;
    String text =
        inside ? PlotReading.at(chart, x.value((mouseX - left) / (right - left)), messages) : "";
    reading.setVisible(!text.isEmpty());
    cursor.setVisible(!text.isEmpty());
    if (text.isEmpty()) {
      return;
    }
    reading.setText(text);
    reading.autosize();
    double wide = reading.getWidth();
    double at = mouseX + 12 + wide > getWidth() ? mouseX - 12 - wide : mouseX + 12;
    reading.relocate(Math.max(0, at), Math.max(0, Math.min(mouseY - 10, bottom - 20)));
    cursor.setStartX(mouseX);
    cursor.setEndX(mouseX);
    cursor.setStartY(top);
    cursor.setEndY(bottom);
  }

  private double px(double si) {
    return left + x.at(si) * (right - left);
  }

  private double py(double si) {
    return bottom - y.at(si) * (bottom - top);
  }

  /** Several bars, each a series of its own, are named under them. */
  private boolean isNamedBar(Series series) {
    return series instanceof Series.Bars b
        && b.bars().size() == 1
        && chart.series().stream().filter(Series.Bars.class::isInstance).count() > 1;
  }

  private static double width(Text text) {
    return text.getLayoutBounds().getWidth();
  }

  private static void put(Text text, double x, double middle) {
    text.setX(Math.rint(x));
    text.setY(Math.rint(middle));
  }

  private static Line line(String styleClass) {
    Line line = new Line();
    line.getStyleClass().add(styleClass);
    return line;
  }

  private static Text word(String styleClass) {
    Text text = new Text();
    text.setTextOrigin(VPos.CENTER);
    text.getStyleClass().add(styleClass);
    return text;
  }
}
