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
      return free(a, b, Points.of(right, y, left, y));
    }
    if (right > left && top >= bottom) {
      double x = left + share * (right - left);
      return free(a, b, Points.of(x, bottom, x, top));
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

  /** Lines from centre to centre of each pair, for meshes in the plane. */
  static List<Points> mesh(List<Box> among) {
    List<Points> lines = new ArrayList<>();
    for (int i = 0; i < among.size(); i++) {
      for (int j = i + 1; j < among.size(); j++) {
        lines.add(between(among.get(i), among.get(j)));
      }
    }
    return lines;
  }

  static Points between(Box a, Box b) {
    return Points.of(a.centerX(), a.centerY(), b.centerX(), b.centerY());
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

  private static Route across(List<Box> all, double y, double share, double room) {
    List<Points> branches = new ArrayList<>();
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (Box m : all) {
      double x = m.x() + share * m.width();
      left = Math.min(left, x);
      right = Math.max(right, x);
      branches.add(Points.of(x, m.bottom() <= y ? m.bottom() : m.y(), x, y));
    }
    return new Route(List.of(Points.of(left, y, right, y)), branches, false, room);
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
