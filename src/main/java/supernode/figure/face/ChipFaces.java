package supernode.figure.face;

import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;

/** Packages: what computes and what remembers. */
final class ChipFaces {
  private static final double LAYERS_PX = 60;
  private static final double STACK_PX = 2;

  /** Height of a memory stack as a share of its pitch. */
  private static final double STACK = 0.78;

  private ChipFaces() {}

  /** A dark package, its die in the middle, memory stacks at both flanks. */
  static Sketch accelerator(Sketch s) {
    s.rect(0, 0, 1, 1, 0.12, Style.fill(ColorRole.ACCELERATOR).outlined(ColorRole.FAINT, 0.75));
    int stacks = Math.clamp(s.state().stacks(), 0, 64);
    double flank = stacks > 0 ? 0.21 : 0.08;
    s.rect(flank, 0.14, 1 - flank, 0.86, 0.08, s.body(ColorRole.ACCENT));
    stacks(s, 0.045, (stacks + 1) / 2);
    stacks(s, 1 - 0.045 - 0.12, stacks / 2);
    double room = 0.94 * (1 - 2 * flank);
    s.name(0.5, 0.5, Shape.Anchor.MIDDLE, 0.13, s.onBody(ColorRole.ACCENT), room);
    return s;
  }

  private static void stacks(Sketch s, double x, int count) {
    double pitch = 0.76 / Math.max(1, count);
    double shortest = Math.min(0.12 * s.box().width(), STACK * pitch * s.box().height());
    if (count > 0) {
      // Stacks too small to be told apart are one strip, as bright as they are together.
      s.near(Detail.below(shortest, STACK_PX))
          .rect(x, 0.12, x + 0.12, 0.88, 0, Style.fill(Ink.of(ColorRole.HBM, STACK)));
    }
    for (int i = 0; i < count; i++) {
      Box stack = s.box().part(x, 0.12 + i * pitch, x + 0.12, 0.12 + (i + STACK) * pitch);
      s.near(Detail.atLeast(shortest, STACK_PX)).rect(stack, 0.12, Style.fill(ColorRole.HBM));
      for (int layer = 1; layer < 4; layer++) {
        double y = stack.y() + layer * stack.height() / 4;
        double top = (y - s.box().y()) / s.box().height();
        s.from(LAYERS_PX)
            .line(x + 0.01, top, x + 0.11, top, Style.line(ColorRole.ACCELERATOR, 0.75));
      }
    }
    s.from(Sketch.NEAR_PX);
  }

  /** A package with its lid and a grid of cores. */
  static Sketch cpu(Sketch s) {
    s.rect(0, 0, 1, 1, 0.12, s.body(ColorRole.CPU));
    Style lid = Style.fill(Ink.of(ColorRole.PANEL, 0.18));
    s.from(14).rect(0.12, 0.14, 0.88, 0.86, 0.08, lid);
    Style core = Style.fill(Ink.of(ColorRole.PANEL, 0.35));
    int columns = s.isTall() ? 3 : 5;
    int rows = s.isTall() ? 5 : 3;
    s.from(24);
    for (int i = 0; i < columns * rows; i++) {
      double x = 0.18 + 0.64 * (i % columns + 0.1) / columns;
      int row = i / columns;
      double y = 0.22 + 0.56 * (row + 0.1) / rows;
      s.rect(x, y, x + 0.64 * 0.8 / columns, y + 0.56 * 0.8 / rows, 0.15, core);
    }
    return s.name(0.5, 0.93, Shape.Anchor.MIDDLE, 0.11, s.onBody(ColorRole.CPU));
  }

  /** Layers of memory on a base; from near one of them is wide enough for its name. */
  static Sketch hbm(Sketch s) {
    for (int i = 0; i < 4; i++) {
      s.rect(0.08, 0.04 + i * 0.2, 0.92, 0.04 + i * 0.2 + 0.15, 0.2, s.body(ColorRole.HBM));
    }
    s.rect(0, 0.86, 1, 0.98, 0.3, Style.fill(ColorRole.CPU));
    return s.name(0.5, 0.315, Shape.Anchor.MIDDLE, 0.12, s.onBody(ColorRole.HBM), 0.8);
  }

  /** A box of memory modules standing side by side. */
  static Sketch memoryPool(Sketch s) {
    s.rect(0, 0, 1, 1, 0.08, EnclosureFaces.box());
    int modules = 8;
    for (int i = 0; i < modules; i++) {
      double x = 0.06 + 0.88 * (i + 0.12) / modules;
      s.rect(x, 0.14, x + 0.88 * 0.76 / modules, 0.72, 0.1, s.body(ColorRole.HBM));
    }
    s.rect(0.06, 0.8, 0.94, 0.88, 0.5, Style.fill(ColorRole.CPU));
    return s.name(0.5, 0.43, Shape.Anchor.MIDDLE, 0.16, s.onBody(ColorRole.HBM));
  }
}
