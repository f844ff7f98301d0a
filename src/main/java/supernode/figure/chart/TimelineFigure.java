package supernode.figure.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;
import supernode.quantity.Messages;
import supernode.quantity.Text;

/**
 * Lanes over a common time: what each does when, and under it, thinner, what goes on behind that.
 * Pieces narrower than a pixel share the pixels they fall into.
 */
final class TimelineFigure {
  private static final double TYPE = 9;
  private static final double LEGEND = 16;
  private static final double FOOT = 16;
  private static final double GAP = 4;
  private static final double LEAST_LANE = 9;
  private static final double MOST_LANE = 26;
  private static final double TICK_PX = 80;
  private static final double BESIDE_SHARE = 0.26;

  private final Series.Timeline line;
  private final Messages words;
  private final double width;
  private final double left;
  private final PlotScale time;
  private final List<Shape> shapes = new ArrayList<>();

  private TimelineFigure(Chart chart, Series.Timeline line, Messages words, double width) {
    this.line = line;
    this.words = words;
    this.width = width;
    left =
        line.lanes().stream()
                .mapToDouble(l -> TextWidth.of(words.say(l.name()), TYPE, Shape.Weight.REGULAR))
                .max()
                .orElse(0)
            + 2 * GAP;
    time = PlotScale.of(chart.x().from(0).to(line.end()), 0, line.end(), ticks());
  }

  private int ticks() {
    return Math.max(2, (int) ((width - left) / TICK_PX));
  }

  /** As high as there is room, if the lanes need it. */
  static Figure of(Chart chart, Series.Timeline line, Messages words, double width, double height) {
    TimelineFigure figure = new TimelineFigure(chart, line, words, width);
    double top = figure.legend();
    int lanes = Math.max(1, line.lanes().size());
    double pitch = Math.clamp((height - top - FOOT) / lanes, LEAST_LANE + GAP, MOST_LANE + GAP);
    double bottom = top + lanes * pitch;
    figure.grid(top, bottom);
    for (int i = 0; i < line.lanes().size(); i++) {
      figure.lane(i, line.lanes().get(i), top + i * pitch, pitch - GAP);
    }
    return Figure.of(new Box(0, 0, width, bottom + FOOT), figure.shapes);
  }

  private double px(double si) {
    return left + time.at(si) * (width - left - 2);
  }

  /** What the colours mean, in as many lines as it takes. */
  private double legend() {
    Map<Text, ColorRole> roles = new LinkedHashMap<>();
    for (Series.Lane lane : line.lanes()) {
      lane.pieces().forEach(p -> roles.putIfAbsent(p.what(), p.role()));
      lane.behind().forEach(p -> roles.putIfAbsent(p.what(), p.role()));
    }
    double x = 0;
    double y = 0;
    for (Map.Entry<Text, ColorRole> e : roles.entrySet()) {
      String name = words.say(e.getKey());
      double wide = 12 + TextWidth.of(name, TYPE, Shape.Weight.REGULAR) + 12;
      if (x > 0 && x + wide > width) {
        x = 0;
        y += LEGEND - 3;
      }
      shapes.add(
          new Shape.Rect(new Box(x, y + 1, 8, 8), 2, Style.fill(e.getValue()), "", Detail.ALWAYS));
      text(name, x + 12, y + TYPE, Shape.Anchor.START, ColorRole.SECONDARY);
      x += wide;
    }
    return y + LEGEND;
  }

  private void grid(double top, double bottom) {
    for (PlotScale.Tick t : time.ticks(ticks())) {
      double at = Math.rint(px(t.si())) + 0.5;
      shapes.add(
          new Shape.Line(
              at, top - 2, at, bottom, Style.line(ColorRole.HAIRLINE, 1), "", Detail.ALWAYS));
      double half = TextWidth.of(t.text(), TYPE, Shape.Weight.REGULAR) / 2;
      text(
          t.text(),
          Math.min(at, width - half),
          bottom + TYPE + 2,
          Shape.Anchor.MIDDLE,
          ColorRole.SECONDARY);
    }
  }

  private void lane(int number, Series.Lane lane, double y, double height) {
    text(
        words.say(lane.name()),
        left - 2 * GAP,
        y + height / 2 + 0.35 * TYPE,
        Shape.Anchor.END,
        ColorRole.TEXT);
    boolean beside = !lane.behind().isEmpty();
    double behind = beside ? BESIDE_SHARE * height : 0;
    Box all = new Box(left, y, width - left - 2, height);
    shapes.add(new Shape.Rect(all, 1, Style.fill(ColorRole.DOTS), "", Detail.ALWAYS));
    pieces(number + ",", lane.pieces(), y, height - behind);
    pieces(number + ";", lane.behind(), y + height - behind, behind);
  }

  private void pieces(String tag, List<Series.Piece> pieces, double y, double height) {
    Map<ColorRole, Double> owed = new EnumMap<>(ColorRole.class);
    int i = 0;
    while (i < pieces.size()) {
      double from = px(pieces.get(i).from());
      double to = px(pieces.get(i).to());
      if (to - from >= 1) {
        piece(tag + i, from, to - (to - from > 4 ? 0.7 : 0), y, height, pieces.get(i).role());
        i++;
        continue;
      }
      // What falls into the same pixel is drawn as one; over many, each has its share.
      int last = i;
      while (i < pieces.size() && px(pieces.get(i).to()) <= from + 1) {
        Series.Piece small = pieces.get(i);
        owed.merge(small.role(), px(small.to()) - px(small.from()), Double::sum);
        last = i++;
      }
      Map.Entry<ColorRole, Double> most =
          owed.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      if (most.getValue() > 0.25) {
        piece(tag + last, from, from + 1, y, height, most.getKey());
        owed.merge(most.getKey(), -1.0, Double::sum);
      }
    }
  }

  private void piece(String tag, double from, double to, double y, double height, ColorRole role) {
    shapes.add(
        new Shape.Rect(
            new Box(from, y, to - from, height), 0, Style.fill(role), tag, Detail.ALWAYS));
  }

  private void text(String text, double x, double baseline, Shape.Anchor anchor, ColorRole role) {
    shapes.add(
        new Shape.Label(
            text,
            x,
            baseline,
            anchor,
            TYPE,
            Shape.Weight.REGULAR,
            Double.POSITIVE_INFINITY,
            Ink.of(role),
            "",
            Detail.ALWAYS));
  }
}
