package supernode.ui.canvas;

import supernode.figure.Box;

/**
 * Marks that run along a line, in pixels. Pure: where they are at a moment follows from the
 * distance gone.
 *
 * @param line in the direction of the flow
 * @param share utilisation, 0 to 1; what moves as told by nothing else has 0.5
 * @param measured whether the share is an answer, or only that something flows is known
 */
record Flow(SeenLine line, double share, boolean measured) {
  /** Of a link that carries next to nothing, and what a full one has more, px/s. */
  private static final double SLOWEST_PX_PER_S = 8;

  private static final double MORE_PX_PER_S = 72;

  /** Right of the line, so that the two directions do not run through each other. */
  static final double ASIDE_PX = 2.5;

  /** Takes where a mark is and where it runs to, a unit vector. */
  interface Mark {
    void at(double x, double y, double dx, double dy);
  }

  double speedPxPerS() {
    return SLOWEST_PX_PER_S + MORE_PX_PER_S * share;
  }

  /**
   * The marks that are seen: not those behind parts.
   *
   * @param seconds since the beginning of motion
   * @param spacingPx from one mark to the next
   */
  void marks(double seconds, double spacingPx, Box seen, Mark out) {
    double gone = seconds * speedPxPerS() % spacingPx;
    double before = 0;
    for (int i = 1; i < line.xs().length; i++) {
      double dx = line.xs()[i] - line.xs()[i - 1];
      double dy = line.ys()[i] - line.ys()[i - 1];
      double length = Math.hypot(dx, dy);
      if (length > 0) {
        segment(i - 1, dx / length, dy / length, length, before, gone, spacingPx, seen, out);
      }
      before += length;
    }
  }

  private void segment(
      int first,
      double ux,
      double uy,
      double length,
      double before,
      double gone,
      double spacing,
      Box seen,
      Mark out) {
    double x0 = line.xs()[first] - ASIDE_PX * uy;
    double y0 = line.ys()[first] + ASIDE_PX * ux;
    // Of a line that is far longer than the screen, only what is on the screen is gone through.
    double from =
        Math.max(entry(x0, ux, seen.x(), seen.right()), entry(y0, uy, seen.y(), seen.bottom()));
    double to =
        Math.min(exit(x0, ux, seen.x(), seen.right()), exit(y0, uy, seen.y(), seen.bottom()));
    double begin = Math.max(0, from);
    double end = Math.min(length, to);
    double mark = Math.ceil((before + begin - gone) / spacing) * spacing + gone - before;
    for (double at = mark; at < end; at += spacing) {
      double x = x0 + at * ux;
      double y = y0 + at * uy;
      if (!line.isHidden(x, y)) {
        out.at(x, y, ux, uy);
      }
    }
  }

  private static double entry(double start, double step, double low, double high) {
    if (step == 0) {
      return start >= low && start <= high ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Math.min((low - start) / step, (high - start) / step);
  }

  private static double exit(double start, double step, double low, double high) {
    if (step == 0) {
      return start >= low && start <= high ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    return Math.max((low - start) / step, (high - start) / step);
  }
}
