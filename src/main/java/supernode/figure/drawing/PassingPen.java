package supernode.figure.drawing;

import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Pen;
import supernode.figure.Points;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;

/** Draws lines of wirings in its own way with another pen, and everything else as it is. */
abstract class PassingPen extends LinePen {
  static final double EDGE_PX = 0.6;
  static final Ink EDGE = Ink.of(ColorRole.TEXT, 0.45);

  private final Pen pen;

  PassingPen(Pen pen, String at) {
    super(at);
    this.pen = pen;
  }

  final void pass(Shape shape, Transform pixels) {
    pen.draw(shape, pixels);
  }

  /** The brightest colours of a scale need an edge on a bright ground. */
  final void edge(Shape line, double widthPx, Transform pixels) {
    pass(with(line, EDGE, widthPx + 2 * EDGE_PX), pixels);
  }

  static Style style(Shape line) {
    return switch (line) {
      case Shape.Line l -> l.style();
      case Shape.Polyline p -> p.style();
      default -> Style.fill(Ink.NONE);
    };
  }

  static Points points(Shape line) {
    return switch (line) {
      case Shape.Line l -> Points.of(l.x1(), l.y1(), l.x2(), l.y2());
      case Shape.Polyline p -> p.points();
      default -> Points.of(0, 0, 0, 0);
    };
  }

  static Shape with(Shape shape, Ink ink, double widthPx) {
    return with(shape, new Style(Ink.NONE, ink, widthPx, Style.Unit.PIXEL, style(shape).dash()));
  }

  static Shape with(Shape shape, Style style) {
    return switch (shape) {
      case Shape.Line l ->
          new Shape.Line(l.x1(), l.y1(), l.x2(), l.y2(), style, l.tag(), l.detail());
      case Shape.Polyline p -> new Shape.Polyline(p.points(), style, p.tag(), p.detail());
      default -> shape;
    };
  }

  @Override
  protected void drawOther(Shape shape, Transform pixels) {
    pen.draw(shape, pixels);
  }

  @Override
  public void enter(Shape.Group group, Transform pixels) {
    super.enter(group, pixels);
    pen.enter(group, pixels);
  }

  @Override
  public void leave(Shape.Group group) {
    super.leave(group);
    pen.leave(group);
  }
}
