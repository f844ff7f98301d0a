package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import supernode.figure.Box;
import supernode.figure.Points;

/**
 * Ways of the links of an assembly around its instances: straight where nothing stands between,
 * else along a trunk beside them.
 */
final class Routes {
  private final List<Box> cells;
  private final Box frame;
  private final boolean stacked;
  private int trunks;
  private int trunk;

  /**
   * @param cells what stands in the way
   * @param frame the assembly's frame
   * @param stacked whether instances stand above one another in a rack: trunks run upright
   */
  Routes(List<Box> cells, Box frame, boolean stacked) {
    this.cells = cells;
    this.frame = frame;
    this.stacked = stacked;
  }

  /**
   * A bundle's way.
   *
   * @param trunk the line that all share; empty for direct lines
   * @param branches lines of single instances
   * @param upright whether the trunk runs upright
   * @param room from this trunk to the next, for its label
   */
  record Route(List<Points> trunk, List<Points> branches, boolean upright, double room) {}

  /** Says how many trunks will be asked for, so that they share the room. */
  void expect(int count) {
    trunks = count;
  }

  /** Straight lines between all pairs, where they are few and none is blocked; else empty. */
  List<Points> direct(List<Box> a, List<Box> b, double share) {
    if (a.size() != 1 && b.size() != 1) {
      return List.of();
    }
    List<Points> lines = new ArrayList<>();
    for (Box from : a) {
      for (Box to : b) {
        Points line = straight(from, to, share);
        if (line == null) {
          return List.of();
        }
        lines.add(line);
      }
    }
    return lines;
  }

  private Points straight(Box a, Box b, double share) {
    double top = Math.max(a.y(), b.y());
    double bottom = Math.min(a.bottom(), b.bottom());
    double left = Math.max(a.x(), b.x());
    double right = Math.min(a.right(), b.right());
    if (bottom > top && left >= right) {
      double y = top + share * (bottom - top);
      boolean onward = a.x() <= b.x();
      return free(a, b, Points.of(onward ? right : left, y, onward ? left : right, y));
    }
    if (right > left && top >= bottom) {
      double x = left + share * (right - left);
      boolean onward = a.y() <= b.y();
      return free(a, b, Points.of(x, onward ? bottom : top, x, onward ? top : bottom));
    }
    return null;
  }

  // In a rack, cables and hoses pass behind the manifolds and busbars of its channel.
  private Points free(Box a, Box b, Points line) {
    Box way = line.bounds();
    boolean blocked =
        cells.stream()
            .filter(c -> !stacked || c.x() < RackGrid.SLOT_X + RackGrid.SLOT_WIDTH)
            .anyMatch(c -> !c.equals(a) && !c.equals(b) && c.inset(0.01 * c.least()).meets(way));
    return blocked ? null : line;
  }

  /** From the edge of one to the edge of the other, on the line through their middles. */
  static Points between(Box a, Box b) {
    double dx = b.centerX() - a.centerX();
    double dy = b.centerY() - a.centerY();
    double from = inside(a, dx, dy);
    double to = 1 - inside(b, dx, dy);
    // Where they overlap there is no way between them.
    boolean apart = from < to;
    double s = apart ? from : 0;
    double e = apart ? to : 1;
    return Points.of(
        a.centerX() + s * dx, a.centerY() + s * dy, a.centerX() + e * dx, a.centerY() + e * dy);
  }

  /** Which part of a way from a box's middle lies inside of it. */
  private static double inside(Box box, double dx, double dy) {
    double across = dx == 0 ? Double.POSITIVE_INFINITY : box.width() / 2 / Math.abs(dx);
    double down = dy == 0 ? Double.POSITIVE_INFINITY : box.height() / 2 / Math.abs(dy);
    return Math.min(across, down);
  }

  /** Whether no straight line passes through the middles of all. */
  static boolean spread(List<Box> among) {
    return varies(among, Box::centerX) && varies(among, Box::centerY);
  }

  private static boolean varies(List<Box> among, ToDoubleFunction<Box> middle) {
    return among.stream().mapToDouble(middle).max().orElse(0)
            - among.stream().mapToDouble(middle).min().orElse(0)
        > among.getFirst().least() / 2;
  }

  /**
   * A trunk beside all, and a branch to it from each.
   *
   * @param share where on its side a branch leaves an instance
   * @param above whether a level trunk runs above instead of below
   */
  Route trunk(List<Box> a, List<Box> b, double share, boolean above) {
    List<Box> all = Stream.concat(a.stream(), b.stream()).distinct().toList();
    Box around = Box.around(all);
    trunk++;
    double at = (double) trunk / (trunks + 1);
    Optional<Box> gap = stacked ? Optional.empty() : gap(a, b).or(() -> gap(b, a));
    if (gap.isPresent()) {
      double room = gap.get().height() / (trunks + 1);
      return across(all, gap.get().y() + trunk * room, share, room);
    }
    return stacked || around.height() > 2 * around.width()
        ? upright(all, at, share)
        : level(all, around, at, share, above);
  }

  /** The room between two sides, one wholly above the other; empty when they are not. */
  private static Optional<Box> gap(List<Box> above, List<Box> below) {
    if (above.isEmpty() || below.isEmpty()) {
      return Optional.empty();
    }
    double top = above.stream().mapToDouble(Box::bottom).max().orElseThrow();
    double bottom = below.stream().mapToDouble(Box::y).min().orElseThrow();
    return top < bottom ? Optional.of(Box.between(0, top, 1, bottom)) : Optional.empty();
  }

  private Route across(List<Box> all, double y, double share, double room) {
    List<Points> branches = new ArrayList<>();
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (Box m : all) {
      Points branch = toLevel(m, m.x() + share * m.width(), y, all);
      branches.add(branch);
      double end = branch.x(branch.size() - 1);
      left = Math.min(left, end);
      right = Math.max(right, end);
    }
    return new Route(List.of(Points.of(left, y, right, y)), branches, false, room);
  }

  /** Straight to a level trunk, or beside the column where other instances stand between. */
  private Points toLevel(Box m, double x, double y, List<Box> all) {
    boolean down = m.bottom() <= y;
    double edge = down ? m.bottom() : m.y();
    Points straight = Points.of(x, edge, x, y);
    if (isFree(straight, m)) {
      return straight;
    }
    double beside = beside(m, all);
    double step = edge + (down ? 1 : -1) * 0.3 * rowGap(m, down);
    Points round = Points.of(x, edge, x, step, beside, step, beside, y);
    return isFree(Points.of(beside, step, beside, y), m) ? round : straight;
  }

  private boolean isFree(Points line, Box own) {
    Box way = line.bounds();
    return cells.stream().noneMatch(c -> !c.equals(own) && c.inset(0.01 * c.least()).meets(way));
  }

  /** In the middle between a cell and its neighbour on the right, else a bit beside it. */
  private double beside(Box m, List<Box> all) {
    double next =
        all.stream()
            .filter(c -> c.x() >= m.right() && c.y() < m.bottom() && c.bottom() > m.y())
            .mapToDouble(Box::x)
            .min()
            .orElse(Math.min(frame.right(), m.right() + 0.2 * m.least()));
    return (m.right() + next) / 2;
  }

  /** Room between a cell and what is next above or below it. */
  private double rowGap(Box m, boolean down) {
    return cells.stream()
        .filter(c -> c.x() < m.right() && c.right() > m.x())
        .mapToDouble(c -> down ? c.y() - m.bottom() : m.y() - c.bottom())
        .filter(gap -> gap > 0)
        .min()
        .orElse(0.1 * m.least());
  }

  private Route upright(List<Box> all, double at, double share) {
    // What stands outside of the rack joins the trunk from the other side.
    double edge = all.stream().mapToDouble(Box::right).min().orElse(0);
    double next =
        Stream.concat(cells.stream().map(Box::x), Stream.of(frame.right()))
            .filter(x -> x > edge)
            .mapToDouble(x -> x)
            .min()
            .orElse(edge + 0.1 * frame.width());
    double limit =
        stacked
            ? Math.max(next, edge + 0.5 * (RackGrid.WIDTH - RackGrid.SLOT_X - RackGrid.SLOT_WIDTH))
            : next;
    double x = edge + at * (limit - edge);
    List<Points> branches = new ArrayList<>();
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Box m : all) {
      double y = m.y() + share * m.height();
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      branches.add(Points.of(m.right() <= x ? m.right() : m.x(), y, x, y));
    }
    return new Route(List.of(Points.of(x, top, x, bottom)), branches, true, bottom - top);
  }

  private Route level(List<Box> all, Box around, double at, double share, boolean above) {
    double room = above ? around.y() - frame.y() : frame.bottom() - around.bottom();
    double depth = at * (room > 0 ? room : 0.4 * around.least());
    double y = above ? around.y() - depth : around.bottom() + depth;
    return across(all, y, share, depth / at / (trunks + 1));
  }
}
