package supernode.figure.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;

/**
 * Stacks one under the other on one scale: each with its name and total over its bar, limits as
 * upright lines, under them what the colours mean with the values of each stack. Rows move closer
 * where there is little room.
 */
final class StackRowsFigure {
  private static final double TYPE = 10;
  private static final double HEAD = 15;
  private static final double BAR = 16;
  private static final double GAP = 9;
  private static final double LEGEND = 17;
  private static final double SWATCH = 9;
  private static final double LEAST_ROOM = 0.72;
  private static final double LEAST_SHARE = 0.002;
  private static final double TWO_COLUMNS = 430;

  private final Chart chart;
  private final Series.StackRows stacks;
  private final Messages words;
  private final double width;
  private final double full;
  private final double room;
  private final List<Shape> shapes = new ArrayList<>();

  private StackRowsFigure(
      Chart chart, Series.StackRows stacks, Messages words, double width, double height) {
    this.chart = chart;
    this.stacks = stacks;
    this.words = words;
    this.width = width;
    double most = stacks.rows().stream().mapToDouble(Series.StackRow::total).max().orElse(0);
    long parts =
        stacks.rows().stream()
            .flatMap(r -> r.parts().stream())
            .map(Series.Part::name)
            .distinct()
            .count();
    // Names keep their height; bars, gaps and the legend move closer.
    double heads = (limits().isEmpty() ? 0 : HEAD) + stacks.rows().size() * HEAD + 2;
    double rest = stacks.rows().size() * (BAR + GAP) + Math.ceilDiv(parts, columns()) * LEGEND;
    room = Math.clamp((height - heads) / rest, LEAST_ROOM, 1);
    full = limits().stream().mapToDouble(Series.Reference::at).reduce(most, Math::max);
  }

  private List<Series.Reference> limits() {
    return chart.series().stream()
        .filter(Series.Reference.class::isInstance)
        .map(Series.Reference.class::cast)
        .toList();
  }

  static Figure of(
      Chart chart, Series.StackRows stacks, Messages words, double width, double height) {
    StackRowsFigure figure = new StackRowsFigure(chart, stacks, words, width, height);
    double y = figure.limitNames();
    double top = y;
    for (Series.StackRow row : stacks.rows()) {
      figure.row(row, y);
      y += HEAD + figure.room * (BAR + GAP);
    }
    figure.limitLines(top, y - figure.room * GAP + 3);
    y = figure.legend(y + 2);
    return Figure.of(new Box(0, 0, width, Math.max(1, y)), figure.shapes);
  }

  /** Names of limits over all, where their lines end. */
  private double limitNames() {
    for (Series.Reference limit : limits()) {
      String name =
          words.say(limit.name()) + " " + QuantityFormat.format(limit.at(), chart.x().dimension());
      double at = px(limit.at());
      double wide = TextWidth.of(name, TYPE, Shape.Weight.REGULAR);
      label(
          name,
          Math.clamp(at, Math.min(wide, width), width),
          TYPE,
          Shape.Anchor.END,
          Shape.Weight.REGULAR,
          width,
          limit.role());
    }
    return limits().isEmpty() ? 0 : HEAD;
  }

  private void limitLines(double from, double to) {
    for (Series.Reference limit : limits()) {
      double at = Math.min(px(limit.at()), width - 0.5);
      shapes.add(
          new Shape.Line(at, from, at, to, Style.line(limit.role(), 1.5), "", Detail.ALWAYS));
    }
  }

  private double px(double si) {
    return full > 0 ? si / full * width : 0;
  }

  private void row(Series.StackRow row, double y) {
    String total = format(row.total());
    double taken = TextWidth.of(total, TYPE, Shape.Weight.SEMIBOLD) + 8;
    label(
        words.say(row.name()),
        0,
        y + TYPE,
        Shape.Anchor.START,
        Shape.Weight.MEDIUM,
        width - taken,
        ColorRole.TEXT);
    label(total, width, y + TYPE, Shape.Anchor.END, Shape.Weight.SEMIBOLD, width, ColorRole.TEXT);
    shapes.add(
        new Shape.Rect(
            new Box(0, y + HEAD, width, room * BAR),
            2,
            Style.fill(ColorRole.DOTS),
            "",
            Detail.ALWAYS));
    double x = 0;
    for (int i = 0; i < row.parts().size(); i++) {
      Series.Part part = row.parts().get(i);
      double wide = px(part.value());
      if (part.value() > LEAST_SHARE * full) {
        shapes.add(
            new Shape.Rect(
                new Box(x, y + HEAD, Math.max(1, wide - 1), room * BAR),
                1,
                Style.fill(part.role()),
                stacks.rows().indexOf(row) + "," + i,
                Detail.ALWAYS));
      }
      x += wide;
    }
  }

  private double legend(double top) {
    Map<Text, ColorRole> roles = new LinkedHashMap<>();
    stacks.rows().forEach(row -> row.parts().forEach(p -> roles.putIfAbsent(p.name(), p.role())));
    int columns = columns();
    double pitch = room * LEGEND;
    int rows = Math.ceilDiv(roles.size(), columns);
    double column = width / columns;
    int i = 0;
    for (Map.Entry<Text, ColorRole> e : roles.entrySet()) {
      double x = (i / rows) * column;
      double y = top + (i % rows) * pitch;
      double right = x + column - (columns > 1 && i / rows == 0 ? 18 : 0);
      shapes.add(
          new Shape.Rect(
              new Box(x, y + 2, SWATCH, SWATCH), 2, Style.fill(e.getValue()), "", Detail.ALWAYS));
      String values =
          stacks.rows().stream()
              .map(row -> value(row, e.getKey()))
              .collect(Collectors.joining("  ·  "));
      double taken = TextWidth.of(values, TYPE, Shape.Weight.SEMIBOLD) + 8;
      label(
          words.say(e.getKey()),
          x + SWATCH + 6,
          y + TYPE,
          Shape.Anchor.START,
          Shape.Weight.REGULAR,
          right - x - SWATCH - 6 - taken,
          ColorRole.SECONDARY);
      label(
          values, right, y + TYPE, Shape.Anchor.END, Shape.Weight.SEMIBOLD, column, ColorRole.TEXT);
      i++;
    }
    return top + rows * pitch;
  }

  private int columns() {
    return width > TWO_COLUMNS ? 2 : 1;
  }

  private String value(Series.StackRow row, Text name) {
    return row.parts().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .map(p -> format(p.value()))
        .orElse("–");
  }

  private String format(double si) {
    return QuantityFormat.format(si, chart.x().dimension());
  }

  private void label(
      String text,
      double x,
      double baseline,
      Shape.Anchor anchor,
      Shape.Weight weight,
      double room,
      ColorRole role) {
    double type = TextWidth.sizeToFit(text, TYPE, weight, Math.max(10, room));
    shapes.add(
        new Shape.Label(
            text, x, baseline, anchor, type, weight, room, Ink.of(role), "", Detail.ALWAYS));
  }
}
