package supernode.solve.network.collective;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import supernode.solve.network.collective.Stage.Ends;

/**
 * Algorithms that work one dimension of the machine after the other: reduce-scatter inwards out,
 * all-gather back, each on what the dimensions before have left of the buffer (BlueConnect,
 * ASTRA-sim).
 */
final class GridSchedules {
  private final Grid grid;
  private final ToDoubleFunction<Stage> perByteS;

  /**
   * Schedules on a grid.
   *
   * @param perByteS what a stage costs on the fabric per byte of the operation: a dimension whose
   *     links are direct is not walked round
   */
  GridSchedules(Grid grid, ToDoubleFunction<Stage> perByteS) {
    this.grid = grid;
    this.perByteS = perByteS;
  }

  Schedule of(Operation operation) {
    List<Stage> stages = new ArrayList<>();
    if (operation == Operation.ALL_TO_ALL) {
      for (int d = 0; d < grid.dimensions(); d++) {
        stages.add(new Stage.Rounds(pairs(d, 1.0 / grid.sizes().get(d)), 1));
      }
      return new Schedule(stages, true);
    }
    List<Stage> scatter = new ArrayList<>();
    double share = 1;
    for (int d = 0; d < grid.dimensions(); d++) {
      int n = grid.sizes().get(d);
      share /= n;
      Stage direct = new Stage.Rounds(pairs(d, share), 1);
      Stage round = new Stage.Loop(loop(d, share), n, n - 1);
      boolean straight =
          perByteS.applyAsDouble(direct) <= perByteS.applyAsDouble(round) * (1 + 1e-9);
      scatter.add(straight ? direct : round);
    }
    if (operation != Operation.ALL_GATHER) {
      stages.addAll(scatter);
    }
    if (operation != Operation.REDUCE_SCATTER) {
      stages.addAll(scatter.reversed());
    }
    return new Schedule(stages, true);
  }

  /** All-reduce with adding switches in the innermost dimension and trees across the outer ones. */
  Schedule inNetworkTree() {
    int inner = grid.sizes().getFirst();
    int outer = grid.ranks() / inner;
    double part = 1.0 / inner;
    Transfers.Builder trees = new Transfers.Builder();
    for (int i = 0; i < inner; i++) {
      int[] rail = new int[outer];
      for (int node = 0; node < outer; node++) {
        rail[node] = node * inner + i;
      }
      Schedules.addTrees(trees, rail, true, true, true, part);
    }
    List<int[]> nodes = List.of(grid.lines(0));
    return new Schedule(
        List.of(
            new Stage.Reduction(nodes, 1, part, Ends.ALL),
            new Stage.Pipeline(trees.build(), 2 * BinaryTree.depth(outer)),
            new Stage.Reduction(nodes, part, 1, Ends.ALL)),
        true);
  }

  private Transfers pairs(int dimension, double share) {
    Transfers.Builder b = new Transfers.Builder();
    for (int[] line : grid.lines(dimension)) {
      for (int to : line) {
        for (int from : line) {
          if (from != to) {
            b.add(from, to, share);
          }
        }
      }
    }
    return b.build();
  }

  private Transfers loop(int dimension, double share) {
    Transfers.Builder b = new Transfers.Builder();
    for (int[] line : grid.lines(dimension)) {
      for (int i = 0; i < line.length; i++) {
        b.add(line[i], line[(i + 1) % line.length], share);
      }
    }
    return b.build();
  }
}
