package supernode.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.figure.Box;
import supernode.figure.Points;

class RoutesTest {
  private static final Box FRAME = new Box(0, 0, 1000, 600);

  @Test
  void aLineReachesFromEdgeToEdge() {
    Points line = Routes.between(new Box(0, 0, 10, 10), new Box(100, 0, 20, 10));
    assertThat(line).isEqualTo(Points.of(10, 5, 100, 5));
  }

  @Test
  void straightLinesBeginAtTheFirst() {
    Box left = new Box(0, 0, 10, 10);
    Box right = new Box(50, 0, 10, 10);
    Routes routes = new Routes(List.of(left, right), FRAME, false);
    assertThat(routes.direct(List.of(left), List.of(right), 0.5))
        .containsExactly(Points.of(10, 5, 50, 5));
    assertThat(routes.direct(List.of(right), List.of(left), 0.5))
        .containsExactly(Points.of(50, 5, 10, 5));
  }

  @Test
  void branchesOfRowsBehindOthersGoRoundThem() {
    List<Box> spines = List.of(new Box(100, 20, 80, 40), new Box(400, 20, 80, 40));
    List<Box> pods = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        pods.add(new Box(20 + 200 * column, 150 + 100 * row, 160, 60));
      }
    }
    List<Box> cells = new ArrayList<>(spines);
    cells.addAll(pods);
    Routes routes = new Routes(cells, FRAME, false);
    routes.expect(1);
    Routes.Route route = routes.trunk(spines, pods, 0.5, false);
    assertThat(route.trunk()).hasSize(1);
    for (Points branch : route.branches()) {
      for (int i = 1; i < branch.size(); i++) {
        Box way = Box.between(branch.x(i - 1), branch.y(i - 1), branch.x(i), branch.y(i));
        assertThat(cells.stream().filter(c -> c.inset(1).meets(way))).as("%s", branch).isEmpty();
      }
    }
    // All of them meet the trunk.
    Points trunk = route.trunk().getFirst();
    assertThat(route.branches())
        .allSatisfy(b -> {
          int last = b.size() - 1;
          assertThat(b.y(last)).isEqualTo(trunk.y(0));
          assertThat(b.x(last)).isBetween(trunk.x(0), trunk.x(1));
        });
  }
}
