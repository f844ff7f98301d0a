package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;

/** A stack as a drawing: the bar, and under it each part's colour, name and value. */
final class StackFigure {
  private static final double ROW = 19;
  private static final double BAR = 24;
  private static final double TYPE = 10;
  private static final double LEAST_SHARE = 0.004;

  private StackFigure() {}

  /** The drawing in pixels, {@code width} wide and as high as its rows need. */
  static Figure of(Chart chart, Series.Stack stack, Messages words, double width) {
    List<Shape> shapes = new ArrayList<>();
    bar(stack, width, shapes);
    int columns = width > 420 ? 3 : 2;
    int rows = (stack.parts().size() + columns - 1) / columns;
    double column = width / columns;
    for (int i = 0; i < stack.parts().size(); i++) {
      Series.Part part = stack.parts().get(i);
      double x = (i % columns) * column;
      int row = i / columns;
      double y = BAR + 12 + row * ROW;
      double right = x + column - (i % columns == columns - 1 ? 0 : 18);
      shapes.add(
          new Shape.Rect(new Box(x, y + 3, 10, 10), 2, Style.fill(part.role()), "", Detail.ALWAYS));
      String value = QuantityFormat.format(part.value(), chart.x().dimension());
      double room = right - x - 16 - 0.62 * TYPE * value.length();
      shapes.add(
          label(words.say(part.name()), x + 16, y, Shape.Anchor.START, room, ColorRole.SECONDARY));
      shapes.add(label(value, right, y, Shape.Anchor.END, column, ColorRole.TEXT));
    }
    return Figure.of(new Box(0, 0, width, BAR + 12 + rows * ROW), shapes);
  }

  private static void bar(Series.Stack stack, double width, List<Shape> shapes) {
    double total = stack.total();
    double x = 0;
    for (Series.Part part : stack.parts()) {
      double share = total > 0 ? part.value() / total : 0;
      if (share > LEAST_SHARE) {
        Box piece = new Box(x, 0, Math.max(1, share * width - 1.5), BAR);
        shapes.add(new Shape.Rect(piece, 2, Style.fill(part.role()), "", Detail.ALWAYS));
      }
      x += share * width;
    }
  }

  private static Shape label(
      String text, double x, double y, Shape.Anchor anchor, double room, ColorRole role) {
    Shape.Weight weight = anchor == Shape.Anchor.END ? Shape.Weight.SEMIBOLD : Shape.Weight.REGULAR;
    return new Shape.Label(
        text, x, y + 11.5, anchor, TYPE, weight, room, Ink.of(role), "", Detail.ALWAYS);
  }
}
