package supernode.ui.chart;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import supernode.figure.ColorRole;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.ui.Tip;
import supernode.ui.canvas.FxColors;

/** One bar of parts that add up; under it each part's colour, name and value. */
final class StackBar extends Region {
  private static final double TOP = 4;
  private static final double BAR = 20;
  private static final double ARC = 4;
  private static final double SPACE = 8;
  private static final double ROW = 19;
  private static final double LEAST_ROW = 13;
  private static final double SWATCH = 9;
  private static final double COLUMN_GAP = 16;
  private static final double TWO = 300;
  private static final double WIDE = 460;

  private final Messages messages;
  private final ObservableValue<FxColors> colors;
  private final Sheet sheet = new Sheet();
  private final Group words = new Group();
  private final NodePool<Text> names = new NodePool<>(words, () -> word("chart-part"));
  private final NodePool<Text> values = new NodePool<>(words, () -> word("chart-part-value"));
  private final Tip tip = Tip.on(this);
  private List<Series.Part> parts = List.of();
  private List<String> full = List.of();
  private List<String> spoken = List.of();

  StackBar(Messages messages, ObservableValue<FxColors> colors) {
    this.messages = messages;
    this.colors = colors;
    getStyleClass().add("chart-plot");
    setMinSize(120, 80);
    words.setManaged(false);
    words.setAutoSizeChildren(false);
    words.setMouseTransparent(true);
    getChildren().addAll(sheet, words);
    setPickOnBounds(true);
    setOnMouseMoved(e -> tip.say(under(e.getX(), e.getY())));
    colors.subscribe((_, _) -> requestLayout());
  }

  void show(Chart chart, Series.Stack stack) {
    parts = stack.parts();
    full = parts.stream().map(p -> messages.say(p.name())).toList();
    spoken = parts.stream().map(p -> spoken(p, chart, stack.total())).toList();
    List<NodePool<Text>> pools = List.of(names, values);
    pools.forEach(NodePool::begin);
    for (int i = 0; i < parts.size(); i++) {
      names.next().setText(full.get(i));
      values.next().setText(value(parts.get(i), chart));
    }
    pools.forEach(NodePool::end);
    setAccessibleText(PlotReading.spoken(chart, messages));
    requestLayout();
  }

  private String spoken(Series.Part part, Chart chart, double total) {
    return messages.say(part.name())
        + ": "
        + value(part, chart)
        + " · "
        + QuantityFormat.format(part.value() / total, Dimension.RATIO);
  }

  private static String value(Series.Part part, Chart chart) {
    return QuantityFormat.format(part.value(), chart.x().dimension());
  }

  /** What the piece under the pointer is; empty beside the bar. */
  private String under(double mouseX, double mouseY) {
    double total = parts.stream().mapToDouble(Series.Part::value).sum();
    double end = 0;
    for (int i = 0; i < parts.size() && mouseY >= TOP && mouseY < TOP + BAR; i++) {
      end += parts.get(i).value() / total * getWidth();
      if (mouseX < end) {
        return spoken.get(i);
      }
    }
    return "";
  }

  @Override
  protected void layoutChildren() {
    sheet.begin(getWidth(), getHeight(), colors.getValue());
    double total = parts.stream().mapToDouble(Series.Part::value).sum();
    double room = getHeight() - TOP - BAR - SPACE;
    int columns =
        getWidth() > WIDE ? 3 : getWidth() > TWO || parts.size() * LEAST_ROW > room ? 2 : 1;
    int rows = Math.ceilDiv(Math.max(1, parts.size()), columns);
    double row = Math.clamp(room / rows, LEAST_ROW, ROW);
    double column = (getWidth() + COLUMN_GAP) / columns;
    double x = 0;
    for (int i = 0; i < parts.size(); i++) {
      double share = total > 0 ? parts.get(i).value() / total * getWidth() : 0;
      ColorRole role = parts.get(i).role();
      sheet.roundBar(x, TOP, Math.max(0.5, share - 1.5), BAR, ARC, role);
      x += share;
      double at = i % columns * column;
      int line = i / columns;
      double middle = TOP + BAR + SPACE + (line + 0.5) * row;
      sheet.roundBar(at, middle - SWATCH / 2, SWATCH, SWATCH, ARC, role);
      Text value = values.shown().get(i);
      double end = at + column - COLUMN_GAP;
      put(value, end - value.getLayoutBounds().getWidth(), middle);
      Text name = names.shown().get(i);
      fit(name, full.get(i), value.getX() - at - SWATCH - 12);
      put(name, at + SWATCH + 6, middle);
    }
  }

  // The value is never cut; the name is, and stands whole in the tooltip and the table.
  private static void fit(Text node, String text, double room) {
    node.setText(text);
    int length = text.length();
    while (length > 1 && node.getLayoutBounds().getWidth() > room) {
      length--;
      node.setText(text.substring(0, length).strip() + "…");
    }
  }

  private static void put(Text text, double x, double y) {
    text.setX(Math.rint(x));
    text.setY(Math.rint(y));
  }

  private static Text word(String styleClass) {
    Text text = new Text();
    text.setTextOrigin(javafx.geometry.VPos.CENTER);
    text.getStyleClass().add(styleClass);
    return text;
  }
}
