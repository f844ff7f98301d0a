package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.PathData;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;
import supernode.quantity.Messages;

/**
 * A radar as a drawing: a spoke for each ability, a ring for each quarter, an outline for each
 * design. Where a design has no number its outline has a gap.
 */
final class RadarFigure {
  private static final double TYPE = 10;
  private static final double SMALL = 8.5;
  private static final double ROW = 15;
  private static final int RINGS = 4;
  private static final double DOT = 2.6;

  private final Chart chart;
  private final Series.Radar radar;
  private final Messages words;
  private final double width;
  private final double x;
  private final double y;
  private final double radius;
  private final List<Shape> shapes = new ArrayList<>();

  private RadarFigure(
      Chart chart, Series.Radar radar, Messages words, double width, double height) {
    this.chart = chart;
    this.radar = radar;
    this.words = words;
    this.width = width;
    double legend = ROW * radar.outlines().size() + 4;
    double room = height - legend;
    x = width / 2;
    y = room / 2;
    radius = Math.max(20, Math.min(room / 2 - 2 * TYPE, width / 2 - 24));
  }

  static Figure of(Chart chart, Series.Radar radar, Messages words, double width, double height) {
    RadarFigure figure = new RadarFigure(chart, radar, words, width, height);
    figure.grid();
    radar.outlines().forEach(figure::outline);
    figure.names();
    figure.legend(height);
    return Figure.of(new Box(0, 0, width, height), figure.shapes);
  }

  private int spokes() {
    return radar.spokes().size();
  }

  private double atX(int spoke, double share) {
    return x + share * radius * Math.sin(2 * Math.PI * spoke / spokes());
  }

  private double atY(int spoke, double share) {
    return y - share * radius * Math.cos(2 * Math.PI * spoke / spokes());
  }

  private void grid() {
    for (int ring = 1; ring <= RINGS; ring++) {
      PathData.Builder path = PathData.from(atX(0, share(ring)), atY(0, share(ring)));
      for (int s = 1; s < spokes(); s++) {
        path.line(atX(s, share(ring)), atY(s, share(ring)));
      }
      Style style = Style.line(ring == RINGS ? ColorRole.FAINT : ColorRole.HAIRLINE, 0.75);
      shapes.add(new Shape.Path(path.close().done(), style, "", Detail.ALWAYS));
    }
    for (int s = 0; s < spokes(); s++) {
      shapes.add(
          new Shape.Line(
              x, y, atX(s, 1), atY(s, 1), Style.line(ColorRole.HAIRLINE, 0.75), "", Detail.ALWAYS));
    }
    for (int ring = 1; ring <= RINGS; ring++) {
      text(
          String.valueOf(Math.round(share(ring) * full())),
          x + 3,
          atY(0, share(ring)) + SMALL,
          Shape.Anchor.START,
          SMALL,
          ColorRole.SECONDARY,
          width);
    }
  }

  private static double share(int ring) {
    return (double) ring / RINGS;
  }

  private double full() {
    return chart.x().max().orElse(100);
  }

  private void outline(Series.Outline outline) {
    List<OptionalDouble> values = outline.values();
    boolean whole = values.stream().allMatch(OptionalDouble::isPresent);
    boolean solid = outline.dash() == Style.Dash.SOLID;
    Style line = Style.line(outline.role(), 1.6).dashed(outline.dash());
    if (whole) {
      PathData.Builder path = PathData.from(px(values, 0), py(values, 0));
      for (int s = 1; s < spokes(); s++) {
        path.line(px(values, s), py(values, s));
      }
      Style ground = Style.fill(Ink.of(outline.role(), 0.12)).outlined(outline.role(), 1.6);
      shapes.add(new Shape.Path(path.close().done(), solid ? ground : line, "", Detail.ALWAYS));
    } else {
      for (int s = 0; s < spokes(); s++) {
        int next = (s + 1) % spokes();
        if (values.get(s).isPresent() && values.get(next).isPresent()) {
          shapes.add(
              new Shape.Line(
                  px(values, s),
                  py(values, s),
                  px(values, next),
                  py(values, next),
                  line,
                  "",
                  Detail.ALWAYS));
        }
      }
    }
    for (int s = 0; s < spokes(); s++) {
      if (solid && values.get(s).isPresent()) {
        shapes.add(
            new Shape.Circle(
                px(values, s), py(values, s), DOT, Style.fill(outline.role()), "", Detail.ALWAYS));
      }
    }
  }

  private double px(List<OptionalDouble> values, int spoke) {
    return atX(spoke, values.get(spoke).orElse(0) / full());
  }

  private double py(List<OptionalDouble> values, int spoke) {
    return atY(spoke, values.get(spoke).orElse(0) / full());
  }

  /** Each spoke's name with the first design's points, outside of the outer ring. */
  private void names() {
    for (int s = 0; s < spokes(); s++) {
      OptionalDouble own = radar.outlines().getFirst().values().get(s);
      String points = own.isPresent() ? String.valueOf(Math.round(own.getAsDouble())) : "–";
      String name = words.say(radar.spokes().get(s));
      double dx = atX(s, 1) - x;
      if (Math.abs(dx) < radius / 4) {
        boolean above = atY(s, 1) < y;
        double base = above ? atY(s, 1) - 6 : atY(s, 1) + TYPE + 5;
        text(name + "  " + points, x, base, Shape.Anchor.MIDDLE, TYPE, ColorRole.TEXT, width);
        continue;
      }
      // Beside the outer ring there is little room: above its end, towards the edge.
      boolean right = dx > 0;
      double edge = right ? width : 0;
      Shape.Anchor anchor = right ? Shape.Anchor.END : Shape.Anchor.START;
      text(name, edge, atY(s, 1) - radius * 0.34 - 4, anchor, TYPE, ColorRole.TEXT, width / 2 - 8);
      text(points, edge, atY(s, 1) - radius * 0.34 + TYPE, anchor, TYPE, ColorRole.TEXT, width / 2);
    }
  }

  private void legend(double height) {
    double line = height - ROW * radar.outlines().size() + TYPE;
    for (Series.Outline o : radar.outlines()) {
      shapes.add(
          o.dash() == Style.Dash.SOLID
              ? new Shape.Rect(
                  new Box(0, line - 8, 9, 9), 2, Style.fill(o.role()), "", Detail.ALWAYS)
              : new Shape.Line(
                  0,
                  line - 3.5,
                  11,
                  line - 3.5,
                  Style.line(o.role(), 1.6).dashed(o.dash()),
                  "",
                  Detail.ALWAYS));
      text(words.say(o.name()), 15, line, Shape.Anchor.START, TYPE, ColorRole.TEXT, width - 15);
      line += ROW;
    }
  }

  private void text(
      String text,
      double at,
      double baseline,
      Shape.Anchor anchor,
      double size,
      ColorRole role,
      double room) {
    double type = TextWidth.sizeToFit(text, size, Shape.Weight.MEDIUM, room);
    shapes.add(
        new Shape.Label(
            text,
            at,
            baseline,
            anchor,
            type,
            Shape.Weight.MEDIUM,
            room,
            Ink.of(role),
            "",
            Detail.ALWAYS));
  }
}
