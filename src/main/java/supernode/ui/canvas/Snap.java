package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import supernode.figure.Box;

/** Snaps a moving box to others' edges and middles, else to a grid. In drawing units. */
final class Snap {
  private static final double REACH_PX = 6;
  private static final double MIN_STEP_PX = 4;

  private final List<Box> others;
  private final double scale;

  /**
   * @param others what to align with
   * @param scale pixels per drawing unit
   */
  Snap(List<Box> others, double scale) {
    this.others = others;
    this.scale = scale;
  }

  /** A move that has snapped, and the lines that show to what. */
  record Snapped(double dx, double dy, List<Preview.Guide> guides) {}

  /** Grid step at a zoom: 1, 2 or 5 times a power of ten, some pixels wide. */
  static double step(double scale) {
    double least = MIN_STEP_PX / scale;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5, 10}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  Snapped snap(Box start, double dx, double dy) {
    Box moved = new Box(start.x() + dx, start.y() + dy, start.width(), start.height());
    double[] mineX = {moved.x(), moved.centerX(), moved.right()};
    double[] mineY = {moved.y(), moved.centerY(), moved.bottom()};
    double bestX = REACH_PX / scale;
    double bestY = REACH_PX / scale;
    double byX = 0;
    double byY = 0;
    Box withX = null;
    Box withY = null;
    double atX = 0;
    double atY = 0;
    for (Box o : others) {
      double[] xs = {o.x(), o.centerX(), o.right()};
      double[] ys = {o.y(), o.centerY(), o.bottom()};
      for (double m : mineX) {
        for (double x : xs) {
          if (Math.abs(x - m) < bestX) {
            bestX = Math.abs(x - m);
            byX = x - m;
            withX = o;
            atX = x;
          }
        }
      }
      for (double m : mineY) {
        for (double y : ys) {
          if (Math.abs(y - m) < bestY) {
            bestY = Math.abs(y - m);
            byY = y - m;
            withY = o;
            atY = y;
          }
        }
      }
    }
    double step = step(scale);
    double toX = withX != null ? dx + byX : Math.rint(moved.x() / step) * step - start.x();
    double toY = withY != null ? dy + byY : Math.rint(moved.y() / step) * step - start.y();
    Box at = new Box(start.x() + toX, start.y() + toY, start.width(), start.height());
    List<Preview.Guide> guides = new ArrayList<>();
    if (withX != null) {
      Box both = at.union(withX);
      guides.add(new Preview.Guide(atX, both.y(), atX, both.bottom()));
    }
    if (withY != null) {
      Box both = at.union(withY);
      guides.add(new Preview.Guide(both.x(), atY, both.right(), atY));
    }
    return new Snapped(toX, toY, guides);
  }
}
