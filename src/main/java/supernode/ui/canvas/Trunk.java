package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which way the coolant goes along a trunk: from the branches that feed it to those it feeds. */
final class Trunk {
  private Trunk() {}

  /**
   * Where a branch meets the trunk, pixels.
   *
   * @param inM3S what comes to the trunk there; negative what leaves it
   */
  record Branch(double x, double y, double inM3S) {}

  /** A branch by how far along the trunk it meets it. */
  private record Meeting(double at, double inM3S) {}

  /** Stretches of a straight trunk between its branches, each in the direction of its flow. */
  static List<SeenLine> ways(SeenLine trunk, List<Branch> branches) {
    int last = trunk.xs().length - 1;
    double x = trunk.xs()[0];
    double y = trunk.ys()[0];
    double dx = trunk.xs()[last] - x;
    double dy = trunk.ys()[last] - y;
    double length = dx * dx + dy * dy;
    if (length == 0) {
      return List.of();
    }
    List<Meeting> order =
        branches.stream()
            .map(b -> new Meeting(((b.x() - x) * dx + (b.y() - y) * dy) / length, b.inM3S()))
            .sorted(Comparator.comparingDouble(Meeting::at))
            .toList();
    List<SeenLine> ways = new ArrayList<>();
    double from = 0;
    double carried = 0;
    boolean onward = true;
    boolean begun = false;
    for (Meeting m : order) {
      boolean next = carried > 0;
      if (m.at() > from && carried != 0) {
        // Neighbouring stretches that run alike are one, so that its marks are evenly spaced.
        if (begun && next != onward) {
          ways.add(stretch(trunk, from, m.at(), next));
        } else if (begun && !ways.isEmpty()) {
          ways.set(ways.size() - 1, joined(ways.getLast(), trunk, m.at(), next));
        } else {
          ways.add(stretch(trunk, from, m.at(), next));
        }
        begun = true;
        onward = next;
      }
      from = Math.max(from, m.at());
      carried += m.inM3S();
    }
    return ways;
  }

  private static SeenLine stretch(SeenLine trunk, double from, double to, boolean onward) {
    double[] start = point(trunk, from);
    double[] end = point(trunk, to);
    SeenLine line =
        new SeenLine(
            trunk.tag(),
            new double[] {start[0], end[0]},
            new double[] {start[1], end[1]},
            trunk.role(),
            trunk.over());
    return onward ? line : line.reversed();
  }

  private static SeenLine joined(SeenLine before, SeenLine trunk, double to, boolean onward) {
    double[] end = point(trunk, to);
    int first = onward ? 0 : before.xs().length - 1;
    SeenLine line =
        new SeenLine(
            trunk.tag(),
            new double[] {before.xs()[first], end[0]},
            new double[] {before.ys()[first], end[1]},
            trunk.role(),
            trunk.over());
    return onward ? line : line.reversed();
  }

  private static double[] point(SeenLine trunk, double at) {
    int last = trunk.xs().length - 1;
    return new double[] {
      trunk.xs()[0] + at * (trunk.xs()[last] - trunk.xs()[0]),
      trunk.ys()[0] + at * (trunk.ys()[last] - trunk.ys()[0])
    };
  }
}
