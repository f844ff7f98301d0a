package supernode.figure.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Points;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;
import supernode.quantity.Messages;

/**
 * A scatter chart as a drawing: a light grid, the axes named, dots tagged with their ids, hollow
 * where a figure is a guess, and as many of their names as find room.
 */
final class ScatterFigure {
  private static final double TYPE = 10;
  private static final double LABEL = 9;
  private static final double GAP = 5;
  private static final double FOOT = 34;
  private static final double HEAD = 20;
  private static final double RADIUS = 4;
  private static final double CHOSEN_RADIUS = 5.5;

  /** A pixel's room for a mark of an axis. */
  private static final double TICK_X_PX = 90;

  private static final double TICK_Y_PX = 60;

  private final Chart chart;
  private final Series.Scatter scatter;
  private final Messages words;
  private final PlotScale x;
  private final PlotScale y;
  private final List<PlotScale.Tick> ticksX;
  private final List<PlotScale.Tick> ticksY;
  private final Box plot;
  private final List<Shape> shapes = new ArrayList<>();
  private final List<Box> taken = new ArrayList<>();

  private ScatterFigure(
      Chart chart, Series.Scatter scatter, Messages words, double width, double height) {
    this.chart = chart;
    this.scatter = scatter;
    this.words = words;
    double[] xs = reached(true).sorted().toArray();
    double[] ys = reached(false).sorted().toArray();
    int mostX = Math.max(2, (int) (width / TICK_X_PX));
    int mostY = Math.max(2, (int) (height / TICK_Y_PX));
    x = scale(chart.x(), xs, mostX);
    y = scale(chart.y(), ys, mostY);
    ticksX = x.ticks(mostX);
    ticksY = y.ticks(mostY);
    double left =
        ticksY.stream()
                .mapToDouble(t -> TextWidth.of(t.text(), TYPE, Shape.Weight.REGULAR))
                .max()
                .orElse(0)
            + 2 * GAP;
    plot =
        Box.between(
            left, HEAD, Math.max(left + 1, width - 3 * GAP), Math.max(HEAD + 1, height - FOOT));
  }

  /** Values that dots, lines and limits have along x or y. */
  private DoubleStream reached(boolean along) {
    DoubleStream dots = scatter.dots().stream().mapToDouble(along ? Series.Dot::x : Series.Dot::y);
    DoubleStream lines =
        curves()
            .flatMapToDouble(c ->
                IntStream.range(0, c.points().size())
                    .mapToDouble(i -> along ? c.points().x(i) : c.points().y(i)));
    DoubleStream limits =
        limits().filter(r -> r.vertical() == along).mapToDouble(Series.Reference::at);
    return DoubleStream.concat(DoubleStream.concat(dots, lines), limits);
  }

  private Stream<Series.Curve> curves() {
    return chart.series().stream()
        .filter(Series.Curve.class::isInstance)
        .map(Series.Curve.class::cast);
  }

  private Stream<Series.Reference> limits() {
    return chart.series().stream()
        .filter(Series.Reference.class::isInstance)
        .map(Series.Reference.class::cast);
  }

  private static PlotScale scale(Axis axis, double[] sorted, int ticks) {
    return sorted.length == 0
        ? PlotScale.of(axis, 1, 10, ticks)
        : PlotScale.of(axis, sorted[0], sorted[sorted.length - 1], ticks);
  }

  static Figure of(
      Chart chart, Series.Scatter scatter, Messages words, double width, double height) {
    ScatterFigure figure = new ScatterFigure(chart, scatter, words, width, height);
    figure.grid();
    figure.names(words.say(chart.x().label()), words.say(chart.y().label()));
    figure.curves().forEach(figure::curve);
    figure.limits().forEach(figure::limit);
    figure.dots();
    if (scatter.labelled()) {
      figure.labels();
    }
    return Figure.of(new Box(0, 0, width, height), figure.shapes);
  }

  private double px(double si) {
    return plot.x() + x.at(si) * plot.width();
  }

  private double py(double si) {
    return plot.bottom() - y.at(si) * plot.height();
  }

  private void grid() {
    Style line = Style.line(ColorRole.HAIRLINE, 1);
    for (PlotScale.Tick t : ticksY) {
      double at = Math.rint(py(t.si())) + 0.5;
      shapes.add(new Shape.Line(plot.x(), at, plot.right(), at, line, "", Detail.ALWAYS));
      text(t.text(), plot.x() - GAP, at + 0.36 * TYPE, Shape.Anchor.END, ColorRole.SECONDARY);
    }
    for (PlotScale.Tick t : ticksX) {
      double at = Math.rint(px(t.si())) + 0.5;
      shapes.add(new Shape.Line(at, plot.y(), at, plot.bottom(), line, "", Detail.ALWAYS));
      double half = TextWidth.of(t.text(), TYPE, Shape.Weight.REGULAR) / 2;
      double middle = Math.min(at, plot.right() + 3 * GAP - half);
      text(t.text(), middle, plot.bottom() + TYPE + 4, Shape.Anchor.MIDDLE, ColorRole.SECONDARY);
    }
  }

  private void names(String nameX, String nameY) {
    text(nameY, 0, TYPE, Shape.Anchor.START, ColorRole.TEXT);
    text(nameX, plot.right(), plot.bottom() + FOOT - 4, Shape.Anchor.END, ColorRole.TEXT);
  }

  private void text(String text, double px, double baseline, Shape.Anchor anchor, ColorRole role) {
    shapes.add(
        new Shape.Label(
            text,
            px,
            baseline,
            anchor,
            TYPE,
            role == ColorRole.TEXT ? Shape.Weight.MEDIUM : Shape.Weight.REGULAR,
            Double.POSITIVE_INFINITY,
            Ink.of(role),
            "",
            Detail.ALWAYS));
  }

  private void curve(Series.Curve c) {
    double[] xy = new double[2 * c.points().size()];
    for (int i = 0; i < c.points().size(); i++) {
      xy[2 * i] = px(c.points().x(i));
      xy[2 * i + 1] = py(c.points().y(i));
    }
    shapes.add(
        new Shape.Polyline(
            Points.of(xy), Style.line(c.role(), 1.5).dashed(c.dash()), "", Detail.ALWAYS));
    if (c.labelled()) {
      // Where the line ends, inside of the plot; upwards where it rises to there.
      int last = c.points().size() - 1;
      named(words.say(c.name()), xy[2 * last], xy[2 * last + 1] - 4, c.role());
    }
  }

  private void limit(Series.Reference r) {
    double at = r.vertical() ? px(r.at()) : py(r.at());
    Style style = Style.line(r.role(), 1).dashed(Style.Dash.DASHED);
    shapes.add(
        r.vertical()
            ? new Shape.Line(at, plot.y(), at, plot.bottom(), style, "", Detail.ALWAYS)
            : new Shape.Line(plot.x(), at, plot.right(), at, style, "", Detail.ALWAYS));
    named(
        words.say(r.name()),
        r.vertical() ? at - 4 : plot.right(),
        r.vertical() ? plot.y() + TYPE : at - 4,
        r.role());
  }

  private void named(String name, double right, double baseline, ColorRole role) {
    double wide = TextWidth.of(name, LABEL, Shape.Weight.MEDIUM);
    double end = Math.max(right, plot.x() + wide + GAP);
    taken.add(new Box(end - wide, baseline - LABEL, wide, LABEL));
    shapes.add(
        new Shape.Label(
            name,
            end,
            baseline,
            Shape.Anchor.END,
            LABEL,
            Shape.Weight.MEDIUM,
            Double.POSITIVE_INFINITY,
            Ink.of(role),
            "",
            Detail.ALWAYS));
  }

  private void dots() {
    for (Series.Dot dot : chosenLast()) {
      ColorRole role = dot.chosen() ? ColorRole.COOLANT_RETURN : dot.role();
      double radius = dot.chosen() ? CHOSEN_RADIUS : RADIUS;
      Style style =
          dot.sure()
              ? Style.fill(Ink.of(role, 0.85)).outlined(ColorRole.PANEL, 1)
              : Style.fill(Ink.of(ColorRole.PANEL, 0.8)).outlined(role, 1.6);
      shapes.add(
          new Shape.Circle(px(dot.x()), py(dot.y()), radius, style, dot.id(), Detail.ALWAYS));
      taken.add(around(dot, radius));
    }
  }

  private List<Series.Dot> chosenLast() {
    return scatter.dots().stream().sorted(Comparator.comparing(Series.Dot::chosen)).toList();
  }

  private Box around(Series.Dot dot, double radius) {
    return new Box(px(dot.x()), py(dot.y()), 0, 0).inset(-radius);
  }

  /** Right of its dot, left, above or below, where nothing else stands; chosen ones first. */
  private void labels() {
    for (Series.Dot dot : chosenLast().reversed()) {
      if (!dot.labelled()) {
        continue;
      }
      Shape.Weight weight = dot.chosen() ? Shape.Weight.SEMIBOLD : Shape.Weight.REGULAR;
      double wide = TextWidth.of(words.say(dot.label()), LABEL, weight);
      double cx = px(dot.x());
      double cy = py(dot.y());
      double away = RADIUS + 3;
      List<Box> places =
          List.of(
              new Box(cx + away, cy - LABEL / 2, wide, LABEL),
              new Box(cx - away - wide, cy - LABEL / 2, wide, LABEL),
              new Box(cx - wide / 2, cy - away - LABEL, wide, LABEL),
              new Box(cx - wide / 2, cy + away, wide, LABEL));
      places.stream()
          .filter(b -> plot.inset(-2).contains(b) && taken.stream().noneMatch(b::meets))
          .findFirst()
          .ifPresent(b -> {
            taken.add(b);
            shapes.add(label(dot, b, weight));
          });
    }
  }

  private Shape label(Series.Dot dot, Box at, Shape.Weight weight) {
    ColorRole role = dot.chosen() ? ColorRole.TEXT : ColorRole.SECONDARY;
    return new Shape.Label(
        words.say(dot.label()),
        at.x(),
        at.y() + 0.86 * LABEL,
        Shape.Anchor.START,
        LABEL,
        weight,
        Double.POSITIVE_INFINITY,
        Ink.of(role),
        dot.id(),
        Detail.ALWAYS);
  }
}
