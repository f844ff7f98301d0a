package supernode.figure.face;

import supernode.catalog.Property;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.PathData;
import supernode.figure.Shape;
import supernode.figure.Style;

/** The parts of the coolant loop: cold on one side, warm on the other. */
final class CoolantFaces {
  private static final Style COLD = Style.line(ColorRole.COOLANT_SUPPLY, 1.5);
  private static final Style WARM = Style.line(ColorRole.COOLANT_RETURN, 1.5);

  private static final Style PANEL =
      Style.fill(ColorRole.PANEL).outlined(ColorRole.COOLANT_SUPPLY, 1.5);

  private CoolantFaces() {}

  /** Channels under a lid, cold where they begin and warm where they end. */
  static Sketch coldPlate(Sketch s) {
    s.rect(0, 0, 1, 1, 0.12, EnclosureFaces.box());
    if (!s.state().overlay().isNone()) {
      s.rect(0.08, 0.08, 0.92, 0.92, 0.1, Style.fill(s.state().overlay()));
    }
    int channels = 4;
    for (int i = 0; i < channels; i++) {
      double y = 0.2 + 0.6 * i / (channels - 1);
      s.line(0.1, y, 0.5, y, COLD).line(0.5, y, 0.9, y, WARM);
    }
    s.from(14).line(0.1, 0.2, 0.1, 0.8, COLD).line(0.9, 0.2, 0.9, 0.8, WARM);
    return s;
  }

  /** Two rails with a stub for each branch. */
  static Sketch manifold(Sketch s) {
    if (!s.state().overlay().isNone()) {
      return rail(s);
    }
    Style supply = s.body(ColorRole.COOLANT_SUPPLY);
    Style back = s.body(ColorRole.COOLANT_RETURN);
    int stubs = 9;
    for (int i = 0; i < stubs; i++) {
      double at = 0.06 + 0.88 * i / (stubs - 1);
      if (s.isTall()) {
        s.rect(0, at - 0.012, 0.2, at + 0.012, 0, supply);
        s.rect(0.5, at - 0.012, 0.6, at + 0.012, 0, back);
      } else {
        s.rect(at - 0.012, 0, at + 0.012, 0.2, 0, supply);
        s.rect(at - 0.012, 0.5, at + 0.012, 0.6, 0, back);
      }
    }
    if (s.isTall()) {
      return s.rect(0.14, 0, 0.44, 1, 0.3, supply).rect(0.6, 0, 0.9, 1, 0.3, back);
    }
    return s.rect(0, 0.14, 1, 0.44, 0.3, supply).rect(0, 0.6, 1, 0.9, 0.3, back);
  }

  /** A manifold whose side of the loop is known, or its temperature: one rail. */
  private static Sketch rail(Sketch s) {
    return s.isTall()
        ? s.rect(0.15, 0, 0.85, 1, 0.3, s.body(ColorRole.COOLANT_SUPPLY))
        : s.rect(0, 0.15, 1, 0.85, 0.3, s.body(ColorRole.COOLANT_SUPPLY));
  }

  /** Two halves of a coupling, face to face. */
  static Sketch quickDisconnect(Sketch s) {
    s.rect(0, 0.38, 0.3, 0.62, 0, Style.fill(ColorRole.CPU));
    s.rect(0.7, 0.38, 1, 0.62, 0, Style.fill(ColorRole.CPU));
    s.rect(0.26, 0.2, 0.48, 0.8, 0.15, s.body(ColorRole.COOLANT_SUPPLY));
    return s.rect(0.52, 0.2, 0.74, 0.8, 0.15, s.body(ColorRole.COOLANT_SUPPLY));
  }

  /** The signs of valves on pipe plans, by what they do; inlet at the left. */
  static Sketch valve(Sketch s) {
    String action = Property.VALVE_ACTION.choice(s.state().ports()).orElse("throttle");
    Style body = s.body(ColorRole.COOLANT_SUPPLY);
    if (action.equals("check")) {
      PathData flap =
          PathData.from(s.x(0.14), s.y(0.15))
              .line(s.x(0.8), s.y(0.5))
              .line(s.x(0.14), s.y(0.85))
              .close()
              .done();
      return s.path(flap, body).rect(0.8, 0.12, 0.88, 0.88, 0, body);
    }
    PathData bow =
        PathData.from(s.x(0.1), s.y(0.42))
            .line(s.x(0.9), s.y(0.94))
            .line(s.x(0.9), s.y(0.42))
            .line(s.x(0.1), s.y(0.94))
            .close()
            .done();
    s.path(bow, body).line(0.5, 0.3, 0.5, 0.68, COLD);
    return switch (action) {
      case "flow-control" -> {
        double radius = 0.14 * s.box().least();
        s.disc(s.x(0.5), s.y(0.2), radius, PANEL);
        yield s;
      }
      case "pressure-reducing" -> dome(s).lines(COLD, 0.66, 0.24, 0.84, 0.24, 0.84, 0.42);
      case "pressure-sustaining" -> dome(s).lines(COLD, 0.34, 0.24, 0.16, 0.24, 0.16, 0.42);
      default -> s.line(0.36, 0.3, 0.64, 0.3, COLD);
    };
  }

  /** A membrane that moves a valve by the pressure of one side. */
  private static Sketch dome(Sketch s) {
    PathData membrane =
        PathData.from(s.x(0.34), s.y(0.3))
            .line(s.x(0.38), s.y(0.16))
            .line(s.x(0.46), s.y(0.06))
            .line(s.x(0.54), s.y(0.06))
            .line(s.x(0.62), s.y(0.16))
            .line(s.x(0.66), s.y(0.3))
            .close()
            .done();
    return s.path(membrane, PANEL);
  }

  /** A box with a slanting sieve in it. */
  static Sketch filter(Sketch s) {
    s.rect(0.1, 0.12, 0.9, 0.88, 0.08, s.body(ColorRole.COOLANT_SUPPLY));
    return s.line(0.1, 0.88, 0.9, 0.12, Style.line(ColorRole.PANEL, 2));
  }

  /** A round vessel with a membrane across. */
  static Sketch vessel(Sketch s) {
    double radius = 0.42 * s.box().least();
    s.disc(
        s.x(0.5),
        s.y(0.5),
        radius,
        Style.fill(ColorRole.PANEL).outlined(ColorRole.COOLANT_SUPPLY, 1.5));
    double half = radius / s.box().width();
    return s.line(0.5 - half, 0.5, 0.5 + half, 0.5, Style.line(ColorRole.COOLANT_SUPPLY, 1.5));
  }

  /** A circle with a triangle that points the way of the flow. */
  static Sketch pump(Sketch s) {
    pump(s, 0.5, 0.5, 0.46 * s.box().least());
    return s;
  }

  private static void pump(Sketch s, double x, double y, double radius) {
    double cx = s.x(x);
    double cy = s.y(y);
    s.disc(cx, cy, radius, Style.fill(ColorRole.PANEL).outlined(ColorRole.COOLANT_SUPPLY, 1.5));
    PathData blade =
        PathData.from(cx - 0.45 * radius, cy - 0.7 * radius)
            .line(cx + 0.85 * radius, cy)
            .line(cx - 0.45 * radius, cy + 0.7 * radius)
            .close()
            .done();
    s.path(blade, s.body(ColorRole.COOLANT_SUPPLY));
  }

  /** A box with its two loops, the plates between them, and its pump. */
  static Sketch cdu(Sketch s) {
    s.rect(0, 0, 1, 1, 0.06, EnclosureFaces.box());
    Box plates = s.box().part(0.4, 0.22, 0.6, 0.78);
    s.lines(COLD, 0, 0.3, 0.28, 0.3, 0.28, 0.42, 0.4, 0.42);
    s.lines(WARM, 0, 0.7, 0.28, 0.7, 0.28, 0.58, 0.4, 0.58);
    s.lines(COLD, 1, 0.3, 0.72, 0.3, 0.72, 0.42, 0.6, 0.42);
    s.lines(WARM, 1, 0.7, 0.72, 0.7, 0.72, 0.58, 0.6, 0.58);
    s.rect(plates, 0.08, overlayOr(s, ColorRole.ACCENT_GROUND).outlined(ColorRole.FAINT, 1));
    s.from(14);
    for (int i = 1; i < 5; i++) {
      double x = 0.4 + 0.04 * i;
      s.line(x, 0.26, x, 0.74, Style.line(ColorRole.FAINT, 0.75));
    }
    pump(s, 0.15, 0.3, 0.1 * s.box().least());
    return s.name(0.5, 0.12, Shape.Anchor.MIDDLE, 0.13, Ink.of(ColorRole.TEXT));
  }

  private static Style overlayOr(Sketch s, ColorRole role) {
    return s.body(role);
  }

  /** Plates between a cold and a warm side. */
  static Sketch heatExchanger(Sketch s) {
    s.rect(0, 0, 1, 1, 0.06, EnclosureFaces.box());
    s.lines(COLD, 0, 0.25, 0.2, 0.25, 0.35, 0.1, 0.5, 0.4, 0.65, 0.1, 0.8, 0.25, 1, 0.25);
    s.lines(WARM, 0, 0.75, 0.2, 0.75, 0.35, 0.6, 0.5, 0.9, 0.65, 0.6, 0.8, 0.75, 1, 0.75);
    return s.line(0.06, 0.5, 0.94, 0.5, Style.line(ColorRole.FAINT, 1));
  }
}
