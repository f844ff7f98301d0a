package supernode.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.figure.Box;
import supernode.figure.Points;

class RingRoutesTest {
  private static List<Box> circle(int n) {
    List<Box> cells = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n;
      cells.add(new Box(5200 * Math.sin(angle) - 430, -5200 * Math.cos(angle) - 300, 860, 600));
    }
    return cells;
  }

  @Test
  void noCurvePassesBehindAMember() {
    List<Box> cells = circle(33);
    RingRoutes routes = RingRoutes.of(cells);
    for (int to = 1; to < 33; to++) {
      Points way = routes.chord(0, to);
      for (int i = 1; i < way.size() - 1; i++) {
        double x = way.x(i);
        double y = way.y(i);
        assertThat(cells).as("0 to %d", to).noneMatch(c -> c.inset(1).contains(x, y));
      }
    }
  }

  @Test
  void branchesLeadFromAMemberToTheTrunkInside() {
    List<Box> cells = circle(33);
    RingRoutes routes = RingRoutes.of(cells);
    for (int i = 0; i < 33; i++) {
      Points branch = routes.branch(i);
      double end = Math.hypot(branch.x(1) - routes.middleX(), branch.y(1) - routes.middleY());
      assertThat(end).isEqualTo(routes.trunkRadius(), within(1e-6));
      assertThat(cells.get(i).inset(-1).contains(branch.x(0), branch.y(0))).isTrue();
    }
  }

  @Test
  void onlyCirclesWithRoomInsideHaveATrunk() {
    List<Box> moved = new ArrayList<>(circle(12));
    assertThat(RingRoutes.of(moved)).isNotNull();
    moved.set(3, new Box(0, 0, 860, 600));
    assertThat(RingRoutes.of(moved)).isNull();
    List<Box> large = circle(12).stream().map(c -> c.inset(-4000)).toList();
    assertThat(RingRoutes.of(large)).isNull();
  }
}
