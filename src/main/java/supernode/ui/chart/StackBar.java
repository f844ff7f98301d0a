package supernode.ui.chart;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;

/** One bar of parts that add up; under it each part's colour, name and value. */
final class StackBar extends Region {
  private static final double BAR = 20;
  private static final double SPACE = 8;
  private static final double ROW = 19;
  private static final double LEAST_ROW = 13;
  private static final double SWATCH = 9;
  private static final double COLUMN_GAP = 16;
  private static final double TWO = 300;
  private static final double WIDE = 460;

  private final Messages messages;
  private final Group shapes = new Group();
  private final NodePool<Rectangle> pieces = new NodePool<>(shapes, StackBar::piece);
  private final NodePool<Rectangle> swatches = new NodePool<>(shapes, StackBar::piece);
  private final NodePool<Text> names = new NodePool<>(shapes, () -> word("chart-part"));
  private final NodePool<Text> values = new NodePool<>(shapes, () -> word("chart-part-value"));
  private List<Series.Part> parts = List.of();
  private List<String> full = List.of();

  StackBar(Messages messages) {
    this.messages = messages;
    getStyleClass().add("chart-plot");
    setMinSize(120, 80);
    shapes.setManaged(false);
    shapes.setAutoSizeChildren(false);
    getChildren().add(shapes);
  }

  void show(Chart chart, Series.Stack stack) {
    parts = stack.parts();
    full = parts.stream().map(p -> messages.say(p.name())).toList();
    List<NodePool<?>> pools = List.of(pieces, swatches, names, values);
    pools.forEach(NodePool::begin);
    double total = stack.total();
    for (int i = 0; i < parts.size(); i++) {
      Series.Part part = parts.get(i);
      String value = QuantityFormat.format(part.value(), chart.x().dimension());
      Rectangle piece = pieces.next();
      piece.setStyle(InkStyle.fill(part.role()));
      Tooltip.install(
          piece,
          new Tooltip(
              full.get(i)
                  + ": "
                  + value
                  + " · "
                  + QuantityFormat.format(
                      part.value() / total, supernode.quantity.Dimension.RATIO)));
      swatches.next().setStyle(InkStyle.fill(part.role()));
      names.next().setText(full.get(i));
      values.next().setText(value);
    }
    pools.forEach(NodePool::end);
    setAccessibleText(PlotReading.spoken(chart, messages));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double total = parts.stream().mapToDouble(Series.Part::value).sum();
    double room = getHeight() - BAR - SPACE - 4;
    int columns =
        getWidth() > WIDE ? 3 : getWidth() > TWO || parts.size() * LEAST_ROW > room ? 2 : 1;
    int rows = Math.ceilDiv(Math.max(1, parts.size()), columns);
    double row = Math.clamp(room / rows, LEAST_ROW, ROW);
    double column = (getWidth() + COLUMN_GAP) / columns;
    double x = 0;
    for (int i = 0; i < parts.size(); i++) {
      double share = total > 0 ? parts.get(i).value() / total * getWidth() : 0;
      Rectangle piece = pieces.shown().get(i);
      box(piece, x, 4, Math.max(0.5, share - 1.5), BAR);
      x += share;
      double at = i % columns * column;
      int line = i / columns;
      double middle = 4 + BAR + SPACE + (line + 0.5) * row;
      box(swatches.shown().get(i), at, middle - SWATCH / 2, SWATCH, SWATCH);
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

  private static void box(Rectangle r, double x, double y, double width, double height) {
    r.setX(x);
    r.setY(y);
    r.setWidth(width);
    r.setHeight(height);
  }

  private static void put(Text text, double x, double y) {
    text.setX(Math.rint(x));
    text.setY(Math.rint(y));
  }

  private static Rectangle piece() {
    Rectangle piece = new Rectangle();
    piece.setArcWidth(4);
    piece.setArcHeight(4);
    return piece;
  }

  private static Text word(String styleClass) {
    Text text = new Text();
    text.setTextOrigin(javafx.geometry.VPos.CENTER);
    text.getStyleClass().add(styleClass);
    return text;
  }
}
