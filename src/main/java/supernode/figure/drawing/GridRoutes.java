package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import supernode.figure.Box;
import supernode.figure.Points;

/**
 * Links between the members of a grid that is drawn in rows and columns: straight to a neighbour,
 * else through the room between rows and columns, in lanes of their own, so that links of one
 * dimension of a torus run side by side and none passes behind what it does not join.
 */
final class GridRoutes {
  /** Lanes in the room between two rows or columns. */
  private static final int LANES = 10;

  /** Links leave a cell so far from its middle, towards where they go. */
  private static final double SIDE = 0.2;

  private final List<Box> cells;
  private final double gapX;
  private final double gapY;
  private final Map<Long, List<List<double[]>>> rows = new HashMap<>();
  private final Map<Long, List<List<double[]>>> columns = new HashMap<>();

  private GridRoutes(List<Box> cells, double gapX, double gapY) {
    this.cells = cells;
    this.gapX = gapX;
    this.gapY = gapY;
  }

  /** Null where the cells are of several sizes or no rows and columns with room between. */
  static GridRoutes of(List<Box> cells) {
    if (cells.size() < 4 || !Routes.spread(cells)) {
      return null;
    }
    Box first = cells.getFirst();
    double right = Double.POSITIVE_INFINITY;
    double below = Double.POSITIVE_INFINITY;
    for (Box c : cells) {
      boolean row = near(c.y(), first.y(), first.height());
      boolean column = near(c.x(), first.x(), first.width());
      if (!near(c.width(), first.width(), first.width())
          || !near(c.height(), first.height(), first.height())) {
        return null;
      }
      right = row && c.x() > first.x() ? Math.min(right, c.x() - first.right()) : right;
      below = column && c.y() > first.y() ? Math.min(below, c.y() - first.bottom()) : below;
    }
    if (Double.isInfinite(right) || Double.isInfinite(below) || right <= 0 || below <= 0) {
      return null;
    }
    double pitchX = first.width() + right;
    double pitchY = first.height() + below;
    for (Box c : cells) {
      if (!whole((c.x() - first.x()) / pitchX) || !whole((c.y() - first.y()) / pitchY)) {
        return null;
      }
    }
    return new GridRoutes(cells, right, below);
  }

  private static boolean near(double a, double b, double size) {
    return Math.abs(a - b) < 1e-3 * size;
  }

  private static boolean whole(double steps) {
    return Math.abs(steps - Math.rint(steps)) < 1e-3;
  }

  /** The way from one cell to another, by their numbers. */
  Points between(int from, int to) {
    Box a = cells.get(from);
    Box b = cells.get(to);
    int across = (int) Math.rint((b.x() - a.x()) / (a.width() + gapX));
    int down = (int) Math.rint((b.y() - a.y()) / (a.height() + gapY));
    if (Math.abs(across) + Math.abs(down) == 1) {
      return Routes.between(a, b);
    }
    double outX = a.centerX() + SIDE * Math.signum(across) * a.width();
    double inX = b.centerX() - SIDE * Math.signum(across) * b.width();
    double outY = a.centerY() + SIDE * Math.signum(down) * a.height();
    double inY = b.centerY() - SIDE * Math.signum(down) * b.height();
    if (down == 0) {
      double y = a.y() - lane(rows, a.y() - gapY, outX, inX) * gapY;
      return Points.of(outX, a.y(), outX, y, inX, y, inX, b.y());
    }
    if (across == 0) {
      double x = a.x() - lane(columns, a.x() - gapX, outY, inY) * gapX;
      return Points.of(a.x(), outY, x, outY, x, inY, b.x(), inY);
    }
    // Along the room beside the row of one, then along that beside the column of the other.
    double edge = down > 0 ? a.bottom() : a.y();
    double row = down > 0 ? a.bottom() : a.y() - gapY;
    double entry = across > 0 ? b.x() : b.right();
    double column = across > 0 ? b.x() - gapX : b.right();
    double y = row + (1 - lane(rows, row, outX, entry)) * gapY;
    double x = column + (1 - lane(columns, column, y, inY)) * gapX;
    return Points.of(outX, edge, outX, y, x, y, x, inY, entry, inY);
  }

  /** The first lane of a room that is free from one place to another, as a part of the room. */
  private static double lane(
      Map<Long, List<List<double[]>>> rooms, double at, double from, double to) {
    double first = Math.min(from, to);
    double last = Math.max(from, to);
    List<List<double[]>> lanes = rooms.computeIfAbsent(Math.round(at), _ -> new ArrayList<>());
    int free = 0;
    while (free < lanes.size()
        && lanes.get(free).stream().anyMatch(l -> l[0] <= last && first <= l[1])) {
      free++;
    }
    if (free == lanes.size()) {
      lanes.add(new ArrayList<>());
    }
    lanes.get(free).add(new double[] {first, last});
    return (1 + free % LANES) / (LANES + 1.0);
  }
}
