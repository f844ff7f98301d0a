package supernode.figure.face;

import java.util.ArrayList;
import java.util.List;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Ink;
import supernode.figure.PathData;
import supernode.figure.Points;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;

/** Collects the shapes of one face; places are shares of the face's box, 0 to 1. */
final class Sketch {
  /** Faces are drawn in full from this height in pixels on. */
  static final double NEAR_PX = 7;

  private static final double NAME_PX = 7;

  private final Box box;
  private final FaceState state;
  private final List<Shape> shapes = new ArrayList<>();
  private Detail detail = Detail.ALWAYS;

  Sketch(Box box, FaceState state) {
    this.box = box;
    this.state = state;
  }

  Box box() {
    return box;
  }

  FaceState state() {
    return state;
  }

  List<Shape> shapes() {
    return shapes;
  }

  boolean isTall() {
    return box.height() > box.width();
  }

  /** What follows shows from so many pixels of the face's shorter side on. */
  Sketch from(double px) {
    detail = Detail.atLeast(box.least(), px);
    return this;
  }

  /** What follows shows where the face is drawn in full and this is shown as well. */
  Sketch near(Detail also) {
    detail = Detail.atLeast(box.least(), NEAR_PX).and(also);
    return this;
  }

  /** What follows shows below so many pixels of the face's shorter side. */
  Sketch below(double px) {
    detail = Detail.below(box.least(), px);
    return this;
  }

  /** The overlay's colour, or else a role's. */
  Style body(ColorRole role) {
    return Style.fill(state.overlay().isNone() ? Ink.of(role) : state.overlay());
  }

  /** For text on the body: dark or light, whichever reads better. */
  Ink onBody(ColorRole role) {
    return new Ink.Over(state.overlay().isNone() ? Ink.of(role) : state.overlay());
  }

  double x(double share) {
    return box.x() + share * box.width();
  }

  double y(double share) {
    return box.y() + share * box.height();
  }

  Sketch rect(double x1, double y1, double x2, double y2, double round, Style style) {
    return rect(box.part(x1, y1, x2, y2), round, style);
  }

  /**
   * @param round radius as a share of the rectangle's shorter side
   */
  Sketch rect(Box place, double round, Style style) {
    shapes.add(new Shape.Rect(place, round * place.least(), style, state.tag(), detail));
    return this;
  }

  Sketch line(double x1, double y1, double x2, double y2, Style style) {
    shapes.add(new Shape.Line(x(x1), y(y1), x(x2), y(y2), style, state.tag(), detail));
    return this;
  }

  /** Lines through points given as shares, x and y by turns. */
  Sketch lines(Style style, double... shares) {
    double[] xy = new double[shares.length];
    for (int i = 0; i < shares.length; i += 2) {
      xy[i] = x(shares[i]);
      xy[i + 1] = y(shares[i + 1]);
    }
    shapes.add(new Shape.Polyline(Points.of(xy), style, state.tag(), detail));
    return this;
  }

  /**
   * @param radius as a share of the face's shorter side
   */
  Sketch circle(double x, double y, double radius, Style style) {
    return disc(x(x), y(y), radius * box.least(), style);
  }

  /** A circle in world units. */
  Sketch disc(double x, double y, double radius, Style style) {
    shapes.add(new Shape.Circle(x, y, radius, style, state.tag(), detail));
    return this;
  }

  Sketch path(PathData data, Style style) {
    shapes.add(new Shape.Path(data, style, state.tag(), detail));
    return this;
  }

  /**
   * The instance's name, where the type is large enough to be read.
   *
   * @param size height of the type as a share of the face's shorter side
   */
  Sketch name(double x, double y, Shape.Anchor anchor, double size, Ink ink) {
    return name(x, y, anchor, size, ink, anchor == Shape.Anchor.MIDDLE ? 0.92 : 0.96 - x);
  }

  /**
   * @param room width that the name may take, as a share of the face's
   */
  Sketch name(double x, double y, Shape.Anchor anchor, double size, Ink ink, double room) {
    if (!state.name().isEmpty()) {
      Shape.Weight weight = Shape.Weight.MEDIUM;
      double width = room * box.width();
      double type = TextWidth.sizeToFit(state.name(), size * box.least(), weight, width);
      shapes.add(
          new Shape.Label(
              state.name(),
              x(x),
              y(y) + 0.36 * type,
              anchor,
              type,
              weight,
              width,
              ink,
              state.tag(),
              Detail.atLeast(type, NAME_PX)));
    }
    return this;
  }
}
