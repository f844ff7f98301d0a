package supernode.figure.face;

import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.PathData;
import supernode.figure.Shape;
import supernode.figure.Style;

/** What gives heat to the air outside, and tanks. */
final class PlantFaces {
  private static final Style THIN = Style.line(ColorRole.SECONDARY, 1);

  private PlantFaces() {}

  /** Wider than this it lies in its tub: the exchanger alone. */
  private static final double LOW = 5;

  /** A tub of fluid with boards hanging in it. */
  static Sketch immersionTank(Sketch s) {
    if (s.box().width() > LOW * s.box().height()) {
      return bathExchanger(s);
    }
    s.rect(0, 0.12, 1, 1, 0.08, EnclosureFaces.box());
    double level = 0.3;
    Ink fluid = Ink.of(ColorRole.COOLANT_SUPPLY, 0.3);
    s.rect(
        0.04,
        level,
        0.96,
        0.95,
        0.05,
        Style.fill(s.state().overlay().isNone() ? fluid : s.state().overlay()));
    for (int i = 0; i < 5; i++) {
      double x = 0.14 + 0.16 * i;
      s.rect(x, 0.2, x + 0.07, 0.85, 0.1, Style.fill(ColorRole.ACCELERATOR));
    }
    return s.line(0.04, level, 0.96, level, Style.line(ColorRole.COOLANT_SUPPLY, 1.5));
  }

  /** Water in turns of a pipe through the fluid. */
  private static Sketch bathExchanger(Sketch s) {
    Ink fluid = Ink.of(ColorRole.COOLANT_SUPPLY, 0.22);
    s.rect(
        0,
        0,
        1,
        1,
        0.3,
        Style.fill(s.state().overlay().isNone() ? fluid : s.state().overlay())
            .outlined(ColorRole.COOLANT_SUPPLY, 1));
    int turns = 2 * (int) Math.clamp(s.box().width() / s.box().height(), 6, 24);
    double[] shares = new double[4 * turns];
    for (int i = 0; i < turns; i++) {
      double x = 0.02 + 0.96 * i / (turns - 1.0);
      boolean down = i % 2 == 0;
      shares[4 * i] = x;
      shares[4 * i + 1] = down ? 0.2 : 0.8;
      shares[4 * i + 2] = x;
      shares[4 * i + 3] = down ? 0.8 : 0.2;
    }
    return s.lines(Style.line(ColorRole.COOLANT_RETURN, 1.5), shares);
  }

  /** Fans over a finned coil. */
  static Sketch dryCooler(Sketch s) {
    s.rect(0, 0, 1, 1, 0.05, EnclosureFaces.box());
    int fans = Math.clamp(Math.round(s.box().width() / s.box().height() * 1.3), 1, 6);
    for (int i = 0; i < fans; i++) {
      fan(
          s,
          (i + 0.5) / fans,
          0.36,
          Math.min(0.26, 0.42 * s.box().width() / fans / s.box().least()));
    }
    s.from(14);
    for (int i = 0; i < 24; i++) {
      double x = 0.06 + 0.88 * i / 23;
      s.line(x, 0.72, x, 0.92, Style.line(ColorRole.HAIRLINE, 1));
    }
    s.from(Sketch.NEAR_PX).line(0.06, 0.76, 0.94, 0.76, Style.line(ColorRole.COOLANT_RETURN, 1.5));
    s.line(0.06, 0.88, 0.94, 0.88, Style.line(ColorRole.COOLANT_SUPPLY, 1.5));
    return s;
  }

  private static void fan(Sketch s, double x, double y, double radius) {
    Style rim = s.body(ColorRole.ACCENT_GROUND).outlined(ColorRole.SECONDARY, 1);
    s.from(Sketch.NEAR_PX).circle(x, y, radius, rim);
    double r = radius * s.box().least();
    s.from(14);
    for (int blade = 0; blade < 3; blade++) {
      double angle = Math.PI / 6 + blade * 2 * Math.PI / 3;
      s.path(
          PathData.from(s.x(x), s.y(y))
              .cubic(
                  s.x(x) + r * Math.cos(angle - 0.5),
                  s.y(y) + r * Math.sin(angle - 0.5),
                  s.x(x) + r * Math.cos(angle),
                  s.y(y) + r * Math.sin(angle),
                  s.x(x) + 0.8 * r * Math.cos(angle + 0.4),
                  s.y(y) + 0.8 * r * Math.sin(angle + 0.4))
              .close()
              .done(),
          Style.fill(ColorRole.SECONDARY));
    }
  }

  /** A waisted tower with a fan on top and rain inside. */
  static Sketch coolingTower(Sketch s) {
    PathData shell =
        PathData.from(s.x(0.06), s.y(1))
            .cubic(s.x(0.28), s.y(0.7), s.x(0.3), s.y(0.4), s.x(0.22), s.y(0.1))
            .line(s.x(0.78), s.y(0.1))
            .cubic(s.x(0.7), s.y(0.4), s.x(0.72), s.y(0.7), s.x(0.94), s.y(1))
            .close()
            .done();
    s.path(shell, s.body(ColorRole.PANEL).outlined(ColorRole.SECONDARY, 1));
    s.line(0.24, 0.06, 0.76, 0.06, THIN);
    for (int i = 0; i < 4; i++) {
      double x = 0.36 + 0.09 * i;
      s.line(x, 0.4, x, 0.75, Style.line(ColorRole.COOLANT_SUPPLY, 1).dashed(Style.Dash.DASHED));
    }
    return s;
  }

  /** Evaporator, compressor and condenser in a ring. */
  static Sketch chiller(Sketch s) {
    s.rect(0, 0, 1, 1, 0.06, EnclosureFaces.box());
    s.lines(
        Style.line(ColorRole.SECONDARY, 1), 0.25, 0.3, 0.75, 0.3, 0.75, 0.7, 0.25, 0.7, 0.25, 0.3);
    s.rect(0.12, 0.2, 0.38, 0.8, 0.3, Style.fill(ColorRole.COOLANT_SUPPLY));
    s.rect(0.62, 0.2, 0.88, 0.8, 0.3, Style.fill(ColorRole.COOLANT_RETURN));
    s.circle(0.5, 0.3, 0.14, s.body(ColorRole.CPU));
    return s.name(0.5, 0.9, Shape.Anchor.MIDDLE, 0.1, Ink.of(ColorRole.TEXT));
  }
}
