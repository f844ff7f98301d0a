package supernode.figure.face;

import supernode.figure.ColorRole;
import supernode.figure.Style;

/** What air is moved by and what it flows past. */
final class AirFaces {
  private static final Style COLD = Style.line(ColorRole.COOLANT_SUPPLY, 1.5);
  private static final Style WARM = Style.line(ColorRole.COOLANT_RETURN, 1.5);
  private static final int BLADES = 6;

  private AirFaces() {}

  private static Sketch box(Sketch s) {
    s.rect(0, 0, 1, 1, 0.1, EnclosureFaces.box());
    if (!s.state().overlay().isNone()) {
      s.rect(0.04, 0.08, 0.96, 0.92, 0.08, Style.fill(s.state().overlay()));
    }
    return s;
  }

  /** Fins on a base. */
  static Sketch heatSink(Sketch s) {
    box(s);
    int fins = 9;
    for (int i = 0; i < fins; i++) {
      double x = 0.1 + 0.8 * i / (fins - 1);
      s.line(x, 0.14, x, 0.74, i < fins / 2 ? COLD : WARM);
    }
    return s.rect(0.06, 0.74, 0.94, 0.86, 0, s.body(ColorRole.COOLANT_SUPPLY));
  }

  /** A rotor in its ring. */
  static Sketch fan(Sketch s) {
    box(s);
    s.circle(0.5, 0.5, 0.42, COLD).circle(0.5, 0.5, 0.1, s.body(ColorRole.COOLANT_SUPPLY));
    for (int i = 0; i < BLADES; i++) {
      double a = 2 * Math.PI * i / BLADES;
      double b = a + 0.5;
      double rx = s.box().least() / s.box().width();
      double ry = s.box().least() / s.box().height();
      s.line(
          0.5 + 0.12 * rx * Math.cos(a),
          0.5 + 0.12 * ry * Math.sin(a),
          0.5 + 0.38 * rx * Math.cos(b),
          0.5 + 0.38 * ry * Math.sin(b),
          COLD);
    }
    return s;
  }

  /** Streams past boards. */
  static Sketch duct(Sketch s) {
    box(s);
    for (double y : new double[] {0.22, 0.5, 0.78}) {
      s.line(0.08, y, 0.5, y, COLD).line(0.5, y, 0.9, y, WARM);
      s.line(0.84, y - 0.08, 0.92, y, WARM).line(0.84, y + 0.08, 0.92, y, WARM);
    }
    return s;
  }

  /** A fan before a coil. */
  static Sketch handler(Sketch s) {
    box(s);
    double rx = s.box().least() / s.box().width();
    s.circle(0.3, 0.5, 0.3, COLD);
    s.line(0.3 - 0.3 * rx, 0.5, 0.3 + 0.3 * rx, 0.5, COLD);
    double x = 0.62;
    for (int i = 0; i < 4; i++) {
      s.line(x + 0.08 * i, 0.2, x + 0.08 * i, 0.8, i % 2 == 0 ? COLD : WARM);
    }
    return s.line(0.56, 0.2, 0.92, 0.2, WARM).line(0.56, 0.8, 0.92, 0.8, COLD);
  }
}
