package supernode.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import supernode.figure.Box;
import supernode.figure.Points;

class GridRoutesTest {
  private static final int COLUMNS = 8;

  private static List<Box> grid(int rows) {
    List<Box> cells = new ArrayList<>();
    for (int i = 0; i < rows * COLUMNS; i++) {
      cells.add(new Box(200.0 * (i % COLUMNS), 200.0 * (i / COLUMNS), 100, 100));
    }
    return cells;
  }

  @Test
  void neighboursAreJoinedStraight() {
    GridRoutes routes = GridRoutes.of(grid(8));
    assertThat(routes.between(0, 1)).isEqualTo(Points.of(100, 50, 200, 50));
    assertThat(routes.between(8, 0)).isEqualTo(Points.of(50, 200, 50, 100));
  }

  @Test
  void noWayPassesBehindACellOrLiesOnAnother() {
    List<Box> cells = grid(8);
    GridRoutes routes = GridRoutes.of(cells);
    Set<Points> ways = new HashSet<>();
    int[][] joined = {{0, 3}, {0, 4}, {1, 5}, {4, 7}, {3, 59}, {4, 8}, {5, 9}, {0, 56}, {8, 56}};
    for (int[] pair : joined) {
      Points way = routes.between(pair[0], pair[1]);
      ways.add(way);
      for (int i = 1; i < way.size(); i++) {
        Box step = Box.between(way.x(i - 1), way.y(i - 1), way.x(i), way.y(i));
        assertThat(Math.min(step.width(), step.height())).as("along rows or columns").isZero();
        assertThat(cells.stream().filter(c -> c.inset(1).meets(step))).as("%s", way).isEmpty();
      }
    }
    assertThat(ways).hasSize(joined.length);
    // Side by side above the first row.
    assertThat(ways.stream().filter(w -> w.size() == 4 && w.y(1) < 0).map(w -> w.y(1)).distinct())
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void onlyGridsHaveSuchWays() {
    assertThat(GridRoutes.of(grid(1))).isNull();
    List<Box> bent = new ArrayList<>(grid(2));
    bent.set(9, new Box(230, 205, 100, 100));
    assertThat(GridRoutes.of(bent)).isNull();
  }
}
