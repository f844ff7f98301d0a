package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;
import supernode.quantity.Messages;

/** A map of pairs as a drawing: a field for each, names at rows and columns, the scale below. */
final class HeatFigure {
  private static final double TYPE = 9;
  private static final double SCALE = 24;
  private static final double GAP = 4;

  /** Names take no more of the width than this. */
  private static final double NAMES = 0.4;

  private static final double SMALLEST_GAPPED_PX = 7;

  /** Names that differ in a number only: what is before it, the number, what is after it. */
  private static final Pattern NUMBERED = Pattern.compile("([^\\[\\]]*\\[)(\\d+)(\\])");

  private final Series.HeatMap map;
  private final List<String> rowNames;
  private final List<String> columnNames;
  private final List<Shape> shapes = new ArrayList<>();
  private final double left;
  private final double top = TYPE + GAP;
  private final double column;
  private final double row;

  private HeatFigure(Series.HeatMap map, double width, double height) {
    this.map = map;
    rowNames = brief(map.from());
    columnNames = brief(map.to());
    double widest =
        rowNames.stream()
            .mapToDouble(n -> TextWidth.of(n, TYPE, Shape.Weight.REGULAR))
            .max()
            .orElse(0);
    // Rounded up: a name as wide as its room must not be cut by the last digit of a sum.
    left = Math.min(Math.ceil(widest + 0.5) + GAP, NAMES * width);
    double across = (width - left) / Math.max(1, map.to().size());
    double down = (height - top - SCALE - GAP) / Math.max(1, map.from().size());
    // Square, as far as both sides have room for it.
    column = Math.max(1, Math.min(across, 2 * down));
    row = Math.max(1, Math.min(down, across));
  }

  /** The numbers alone, where the names say nothing else that differs. */
  static List<String> brief(List<String> names) {
    List<Matcher> parts = names.stream().map(NUMBERED::matcher).toList();
    boolean alike =
        names.size() > 1
            && parts.stream().allMatch(Matcher::matches)
            && parts.stream().map(m -> m.group(1)).distinct().count() == 1;
    return alike ? parts.stream().map(m -> m.group(2)).toList() : names;
  }

  static Figure of(Series.HeatMap map, Messages words, double width, double height) {
    HeatFigure figure = new HeatFigure(map, width, height);
    figure.fields();
    figure.names();
    double bottom = figure.top + map.from().size() * figure.row;
    Box scale = new Box(figure.left, bottom + GAP, Math.min(width - figure.left, 260), SCALE);
    figure.shapes.addAll(map.reading().legend(words.say(map.reading().title()), scale));
    return Figure.of(new Box(0, 0, width, scale.bottom()), figure.shapes);
  }

  private Box field(int r, int c) {
    double gap = Math.min(row, column) >= SMALLEST_GAPPED_PX ? 1 : 0;
    return new Box(left + c * column, top + r * row, column - gap, row - gap);
  }

  private void fields() {
    for (int r = 0; r < map.from().size(); r++) {
      for (int c = 0; c < map.to().size(); c++) {
        Ink ink = map.has(r, c) ? map.reading().ink(map.values()[r][c]) : Ink.of(ColorRole.DOTS);
        String tag = r + "," + c;
        shapes.add(new Shape.Rect(field(r, c), 0, Style.fill(ink), tag, Detail.ALWAYS));
      }
    }
  }

  /** Of every row and column, or of as many as can be read. */
  private void names() {
    int everyRow = Math.max(1, (int) Math.ceil((TYPE + 1) / row));
    for (int r = 0; r < map.from().size(); r += everyRow) {
      double y = field(r, 0).centerY() + 0.36 * TYPE;
      shapes.add(name(rowNames.get(r), left - GAP, y, Shape.Anchor.END, left - GAP));
    }
    double widest =
        columnNames.stream()
            .mapToDouble(n -> TextWidth.of(n, TYPE, Shape.Weight.REGULAR))
            .max()
            .orElse(0);
    int everyColumn = Math.max(1, (int) Math.ceil(Math.min(widest + GAP, 60) / column));
    for (int c = 0; c < map.to().size(); c += everyColumn) {
      double room = everyColumn * column - GAP;
      shapes.add(name(columnNames.get(c), field(0, c).x(), TYPE, Shape.Anchor.START, room));
    }
  }

  private static Shape name(String text, double x, double y, Shape.Anchor anchor, double room) {
    return new Shape.Label(
        text,
        x,
        y,
        anchor,
        TYPE,
        Shape.Weight.REGULAR,
        room,
        Ink.of(ColorRole.SECONDARY),
        "",
        Detail.ALWAYS);
  }
}
