package supernode.figure.face;

import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.PathData;
import supernode.figure.Shape;
import supernode.figure.Style;

/** What feeds the rest. */
final class PowerFaces {
  private static final int MAX_MODULES = 12;

  /** Width left to the name of a shelf. */
  private static final double NAME_SHARE = 0.4;

  private PowerFaces() {}

  /** A shelf of rectifier modules side by side. */
  static Sketch shelf(Sketch s) {
    s.rect(0, 0.05, 1, 0.95, 0.1, EnclosureFaces.quiet());
    int modules = Math.clamp(s.state().ports(), 1, MAX_MODULES);
    double left = s.state().name().isEmpty() ? 0.03 : NAME_SHARE;
    for (int i = 0; i < modules; i++) {
      double pitch = (0.97 - left) / modules;
      double x = left + i * pitch;
      s.from(Sketch.NEAR_PX);
      s.rect(x + 0.06 * pitch, 0.18, x + 0.94 * pitch, 0.82, 0.12, s.body(ColorRole.POWER));
      s.from(16).line(x + 0.2 * pitch, 0.5, x + 0.8 * pitch, 0.5, Style.line(ColorRole.PANEL, 1));
    }
    return s.name(
        0.02, 0.5, Shape.Anchor.START, 0.68, Ink.of(ColorRole.SECONDARY), NAME_SHARE - 0.04);
  }

  /** A box with a flash. */
  static Sketch converter(Sketch s) {
    s.rect(0, 0, 1, 1, 0.1, EnclosureFaces.box());
    double least = s.box().least();
    Box square = s.box().inset((s.box().width() - least) / 2, (s.box().height() - least) / 2);
    Box b = square.part(0.22, 0.12, 0.78, 0.88);
    PathData flash =
        PathData.from(b.x() + 0.6 * b.width(), b.y())
            .line(b.x() + 0.1 * b.width(), b.y() + 0.58 * b.height())
            .line(b.x() + 0.45 * b.width(), b.y() + 0.58 * b.height())
            .line(b.x() + 0.38 * b.width(), b.bottom())
            .line(b.x() + 0.9 * b.width(), b.y() + 0.4 * b.height())
            .line(b.x() + 0.53 * b.width(), b.y() + 0.4 * b.height())
            .close()
            .done();
    return s.path(flash, s.body(ColorRole.POWER));
  }
}
