package supernode.figure.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.PathData;
import supernode.figure.Points;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;

/** A Sankey diagram as a drawing: bands as wide as their streams, from left to right. */
final class SankeyFigure {
  private static final double NODE = 7;
  private static final double TYPE = 9;

  /** Names are set smaller before they are cut. */
  private static final double LEAST_TYPE = 8;

  private static final double GAP = 7;
  private static final double LEAST_PX = 1;

  /** A name needs so much height beside its node; streams of a column keep this apart. */
  private static final double LINE = 11;

  /** Of the width, for the names of the last places. */
  private static final double MARGIN = 0.16;

  /** Most names begin in the first column: it is so many times as wide as the others. */
  private static final double FIRST_STEP = 1.5;

  private static final double OPACITY = 0.4;
  private static final int SAMPLES = 12;

  private final Chart chart;
  private final Series.Sankey sankey;
  private final Messages words;
  private final double width;
  private final double margin;
  private final SequencedMap<Text, Place> places = new LinkedHashMap<>();
  private final List<Shape> shapes = new ArrayList<>();

  /** Where streams meet. */
  private static final class Place {
    private int column;
    private double in;
    private double out;
    private double y;
    private double height;
    private double slot;
    private double enters;
    private double leaves;
    private ColorRole role = ColorRole.SECONDARY;

    private double value() {
      return Math.max(in, out);
    }
  }

  private SankeyFigure(Chart chart, Series.Sankey sankey, Messages words, double width) {
    this.chart = chart;
    this.sankey = sankey;
    this.words = words;
    this.width = width;
    this.margin = MARGIN * width;
  }

  static Figure of(Chart chart, Series.Sankey sankey, Messages words, double width, double height) {
    SankeyFigure figure = new SankeyFigure(chart, sankey, words, width);
    figure.places();
    figure.arrange(height);
    figure.bands();
    figure.nodes();
    return Figure.of(new Box(0, 0, width, height), figure.shapes);
  }

  private void places() {
    for (Series.Stream s : sankey.streams()) {
      Place from = places.computeIfAbsent(s.from(), _ -> new Place());
      Place to = places.computeIfAbsent(s.to(), _ -> new Place());
      from.out += s.value();
      to.in += s.value();
      from.role = s.role();
    }
    // As far right as the longest way to a place is; what flows in a ring would never end.
    for (int round = 0; round < places.size(); round++) {
      for (Series.Stream s : sankey.streams()) {
        Place to = places.get(s.to());
        to.column =
            Math.clamp(places.get(s.from()).column + 1L, to.column, Math.max(1, places.size() - 1));
      }
    }
    // What comes in on the way stands just before where it joins.
    for (Series.Stream s : sankey.streams()) {
      Place from = places.get(s.from());
      if (from.in == 0) {
        from.column = Math.max(from.column, places.get(s.to()).column - 1);
      }
    }
  }

  private void arrange(double height) {
    Map<Integer, List<Place>> columns = new LinkedHashMap<>();
    places.values().forEach(p -> columns.computeIfAbsent(p.column, _ -> new ArrayList<>()).add(p));
    double perUnit = Double.POSITIVE_INFINITY;
    for (List<Place> column : columns.values()) {
      perUnit = Math.min(perUnit, perUnit(column, height));
    }
    for (List<Place> column : columns.values()) {
      double y = 0;
      for (Place p : column) {
        p.height = Math.max(LEAST_PX, p.value() * perUnit);
        p.y = y;
        p.enters = y;
        p.leaves = y;
        y += Math.max(least(column, height), p.height) + gap(column, height);
        p.slot = (p == column.getLast() ? height : y) - p.y;
      }
    }
  }

  /** So many pixels for each unit that a column fits, thin streams with a line for their names. */
  private static double perUnit(List<Place> column, double height) {
    double low = 0;
    double high = height / column.stream().mapToDouble(Place::value).sum();
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      double taken = (column.size() - 1) * gap(column, height);
      for (Place p : column) {
        taken += Math.max(least(column, height), p.value() * middle);
      }
      if (taken > height) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.max(low, Double.MIN_NORMAL);
  }

  private static double least(List<Place> column, double height) {
    return Math.min(LINE, 0.8 * height / column.size());
  }

  private static double gap(List<Place> column, double height) {
    return Math.min(GAP, 0.15 * height / column.size());
  }

  private int last() {
    return Math.max(1, places.values().stream().mapToInt(p -> p.column).max().orElse(1));
  }

  /** Distance of two columns behind the first. */
  private double step() {
    return (width - NODE - margin) / (last() - 1 + FIRST_STEP);
  }

  private double x(Place p) {
    return p.column == 0 ? 0 : (p.column - 1 + FIRST_STEP) * step();
  }

  private void bands() {
    for (int i = 0; i < sankey.streams().size(); i++) {
      Series.Stream s = sankey.streams().get(i);
      Place from = places.get(s.from());
      Place to = places.get(s.to());
      double start = s.value() / from.value() * from.height;
      double end = s.value() / to.value() * to.height;
      double x1 = x(from) + NODE;
      double x2 = x(to);
      double y1 = from.leaves;
      double y2 = to.enters;
      from.leaves += start;
      to.enters += end;
      double half = (x1 + x2) / 2;
      PathData band =
          PathData.from(x1, y1)
              .cubic(half, y1, half, y2, x2, y2)
              .line(x2, y2 + end)
              .cubic(half, y2 + end, half, y1 + start, x1, y1 + start)
              .close()
              .done();
      shapes.add(new Shape.Path(band, Style.fill(Ink.of(s.role(), OPACITY)), "", Detail.ALWAYS));
      Points middle = middle(x1, y1 + start / 2, x2, y2 + end / 2);
      Style touched = Style.band(Ink.NONE, Math.max(3, Math.max(start, end)));
      shapes.add(new Shape.Polyline(middle, touched, Integer.toString(i), Detail.ALWAYS));
    }
  }

  /** The line in the middle of a band, to be pointed at. */
  private static Points middle(double x1, double y1, double x2, double y2) {
    double[] xy = new double[2 * SAMPLES + 2];
    for (int k = 0; k <= SAMPLES; k++) {
      double t = (double) k / SAMPLES;
      double s = t * t * (3 - 2 * t);
      xy[2 * k] = x1 + t * (x2 - x1);
      xy[2 * k + 1] = y1 + s * (y2 - y1);
    }
    return Points.of(xy);
  }

  private void nodes() {
    places.forEach((name, p) -> {
      Box box = new Box(x(p), p.y, NODE, p.height);
      shapes.add(new Shape.Rect(box, 1.5, Style.fill(p.role), "", Detail.ALWAYS));
      String value = QuantityFormat.format(p.value(), chart.x().dimension());
      double taken = TextWidth.of(value, TYPE, Shape.Weight.SEMIBOLD);
      // Where nothing flows on, the name has what is free up to the margin.
      double room =
          p.out == 0
              ? width - box.right() - 4
              : (p.column == 0 ? FIRST_STEP : 1) * step() - NODE - 8;
      double at = box.right() + 4;
      double y = Math.max(p.y + TYPE, p.y + p.height / 2 + 0.36 * TYPE);
      boolean tight = TextWidth.of(words.say(name), TYPE, Shape.Weight.REGULAR) + 4 + taken > room;
      if (p.height > 2 * LINE || (tight && p.slot > 2 * LINE)) {
        double first = Math.max(p.y + TYPE, y - LINE / 2);
        label(words.say(name), at, first, room, false);
        label(value, at, first + LINE, room, true);
      } else {
        double most = Math.max(0, room - taken - 4);
        double named = Math.min(most, TextWidth.of(words.say(name), TYPE, Shape.Weight.REGULAR));
        label(words.say(name), at, y, most, false);
        label(value, at + named + 4, y, taken + 1, true);
      }
    });
  }

  private void label(String text, double x, double y, double room, boolean strong) {
    Shape.Weight weight = strong ? Shape.Weight.SEMIBOLD : Shape.Weight.REGULAR;
    double type = Math.max(LEAST_TYPE, TextWidth.sizeToFit(text, TYPE, weight, room));
    shapes.add(
        new Shape.Label(
            text,
            x,
            y,
            Shape.Anchor.START,
            type,
            weight,
            room,
            Ink.of(ColorRole.TEXT),
            "",
            Detail.ALWAYS));
  }
}
