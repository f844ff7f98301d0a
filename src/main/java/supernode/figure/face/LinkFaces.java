package supernode.figure.face;

import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;

/** What forwards or converts data. */
final class LinkFaces {
  private static final int MAX_PORTS_DRAWN = 36;

  private LinkFaces() {}

  /** A green block with its ports along the two long sides. */
  static Sketch packetSwitch(Sketch s) {
    int side = Math.clamp((s.state().ports() + 1) / 2, 2, MAX_PORTS_DRAWN / 2);
    Style port = Style.fill(ColorRole.SWITCH);
    s.from(14);
    for (int i = 0; i < side; i++) {
      double at = 0.06 + 0.88 * (i + 0.25) / side;
      double end = at + 0.88 * 0.5 / side;
      if (s.isTall()) {
        s.rect(0, at, 0.1, end, 0, port).rect(0.9, at, 1, end, 0, port);
      } else {
        s.rect(at, 0, end, 0.1, 0, port).rect(at, 0.9, end, 1, 0, port);
      }
    }
    s.from(Sketch.NEAR_PX);
    if (s.isTall()) {
      s.rect(0.1, 0.02, 0.9, 0.98, 0.1, s.body(ColorRole.SWITCH));
    } else {
      s.rect(0.02, 0.1, 0.98, 0.9, 0.1, s.body(ColorRole.SWITCH));
    }
    return s.name(0.5, 0.5, Shape.Anchor.MIDDLE, 0.12, s.onBody(ColorRole.SWITCH));
  }

  /** A board with its chip, its edge connector and the cage of its port. */
  static Sketch nic(Sketch s) {
    s.rect(0, 0, 1, 1, 0.1, s.body(ColorRole.NIC));
    Style light = Style.fill(Ink.of(ColorRole.PANEL, 0.45));
    s.from(14).rect(0.24, 0.24, 0.6, 0.76, 0.1, light);
    s.rect(0.76, 0.2, 1, 0.8, 0.06, Style.fill(ColorRole.CPU));
    Style contact = Style.fill(ColorRole.COPPER);
    for (int i = 0; i < 4; i++) {
      s.rect(0.03, 0.2 + i * 0.16, 0.12, 0.2 + i * 0.16 + 0.1, 0, contact);
    }
    return s.name(0.42, 0.5, Shape.Anchor.MIDDLE, 0.2, s.onBody(ColorRole.NIC));
  }

  /** Crossing beams between two rows of fibres. */
  static Sketch circuitSwitch(Sketch s) {
    s.rect(0, 0, 1, 1, 0.08, EnclosureFaces.box());
    int[] target = {2, 0, 3, 1};
    for (int i = 0; i < target.length; i++) {
      double from = 0.2 + 0.2 * i;
      double to = 0.2 + 0.2 * target[i];
      s.from(Sketch.NEAR_PX);
      s.line(0.12, from, 0.88, to, Style.line(ColorRole.OPTICS, 1.25));
      s.from(14).circle(0.12, from, 0.05, s.body(ColorRole.OPTICS));
      s.circle(0.88, to, 0.05, s.body(ColorRole.OPTICS));
    }
    return s;
  }

  /** A pluggable module: body, pull tab, light at its nose. */
  static Sketch transceiver(Sketch s) {
    s.rect(0, 0.2, 0.72, 0.8, 0.12, s.body(ColorRole.CPU));
    s.rect(0.72, 0.26, 0.86, 0.74, 0.1, Style.fill(ColorRole.OPTICS));
    s.line(0.86, 0.38, 1, 0.38, Style.line(ColorRole.OPTICS, 1.5));
    s.line(0.86, 0.62, 1, 0.62, Style.line(ColorRole.OPTICS, 1.5));
    s.from(14).rect(0.04, 0.3, 0.1, 0.7, 0, Style.fill(ColorRole.COPPER));
    return s.name(0.4, 0.5, Shape.Anchor.MIDDLE, 0.2, s.onBody(ColorRole.CPU));
  }
}
