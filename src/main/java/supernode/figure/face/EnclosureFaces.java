package supernode.figure.face;

import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;

/** What holds parts. */
final class EnclosureFaces {
  private static final double MARKS_PX = 7;

  private EnclosureFaces() {}

  /** The quiet ground of boxes. */
  static Style box() {
    return Style.fill(ColorRole.PANEL).outlined(ColorRole.FAINT, 1);
  }

  /** A box that others of its kind stand close to. */
  static Style quiet() {
    return Style.fill(ColorRole.PANEL).outlined(ColorRole.HAIRLINE, 1);
  }

  /** A strip; from far it takes the colour of the overlay. */
  static Sketch tray(Sketch s) {
    s.from(0).rect(0, 0.05, 1, 0.95, 0.08, quiet());
    if (!s.state().overlay().isNone()) {
      s.below(Sketch.NEAR_PX).rect(0, 0.1, 1, 0.9, 0.08, Style.fill(s.state().overlay()));
    }
    return s;
  }

  /** An outline with a number at every unit of its height, counted from the foot. */
  static Sketch rack(Sketch s) {
    s.from(0).rect(0, 0, 1, 1, 0.02, Style.fill(ColorRole.WINDOW).outlined(ColorRole.HAIRLINE, 1));
    int units = Math.clamp(s.state().ports(), 0, 100);
    if (units == 0) {
      return s;
    }
    double pitch = s.box().height() / units;
    double size = Math.min(0.42 * pitch, 0.035 * s.box().width());
    for (int u = 1; u <= units; u++) {
      double y = s.box().bottom() - (u - 0.5) * pitch;
      s.shapes()
          .add(
              new Shape.Label(
                  Integer.toString(u),
                  s.x(0.045),
                  y + 0.36 * size,
                  Shape.Anchor.END,
                  size,
                  Shape.Weight.REGULAR,
                  Double.POSITIVE_INFINITY,
                  Ink.of(ColorRole.FAINT),
                  "",
                  Detail.atLeast(size, MARKS_PX)));
    }
    return s;
  }
}
