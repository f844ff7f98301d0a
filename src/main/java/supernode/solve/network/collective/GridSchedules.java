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
  private final boolean alike;
  private final ToDoubleFunction<Stage> perByteS;

  /**
   * Schedules on a grid.
   *
   * @param alike whether the ranks lie on a torus of just these dimensions: what one receives
   *     stands for all
   * @param perByteS what a stage costs on the fabric per byte of the operation: a dimension whose
   *     links are direct is not walked round
   */
  GridSchedules(Grid grid, boolean alike, ToDoubleFunction<Stage> perByteS) {
    this.grid = grid;
    this.alike = alike;
    this.perByteS = perByteS;
  }

  Schedule of(Operation operation) {
    return rotated(operation, 1);
  }

  /**
   * One part of the data for each dimension to begin with, the parts at once.
   *
   * <p>Only for dimensions of one size: then the parts are at the same step at the same time.
   */
  Schedule rotated(Operation operation) {
    return rotated(operation, grid.dimensions());
  }

  private Schedule rotated(Operation operation, int parts) {
    List<Stage> stages = new ArrayList<>();
    int dimensions = grid.dimensions();
    if (operation == Operation.ALL_TO_ALL) {
      for (int step = 0; step < dimensions; step++) {
        Transfers.Builder all = new Transfers.Builder();
        for (int part = 0; part < parts; part++) {
          int d = (step + part) % dimensions;
          pairs(all, d, 1.0 / grid.sizes().get(d) / parts);
        }
        stages.add(once(all));
      }
      return new Schedule(stages, true);
    }
    List<Stage> scatter = new ArrayList<>();
    double share = 1.0 / parts;
    for (int step = 0; step < dimensions; step++) {
      int n = grid.sizes().get(step);
      share /= n;
      scatter.add(best(step, parts, n, share));
    }
    if (operation != Operation.ALL_GATHER) {
      stages.addAll(scatter);
    }
    if (operation != Operation.REDUCE_SCATTER) {
      stages.addAll(scatter.reversed());
    }
    return new Schedule(stages, true);
  }

  /** The cheapest on these links: straight to each other, round a ring, or both ways round it. */
  private Stage best(int step, int parts, int n, double share) {
    Transfers.Builder straight = new Transfers.Builder();
    Transfers.Builder round = new Transfers.Builder();
    Transfers.Builder bothWays = new Transfers.Builder();
    for (int part = 0; part < parts; part++) {
      int d = (step + part) % grid.dimensions();
      pairs(straight, d, share);
      loop(round, d, share, false);
      loop(bothWays, d, share / 2, false);
      loop(bothWays, d, share / 2, true);
    }
    Stage best = once(straight);
    for (Stage other : new Stage[] {around(round, n), around(bothWays, n)}) {
      if (perByteS.applyAsDouble(other) < perByteS.applyAsDouble(best) * (1 - 1e-9)) {
        best = other;
      }
    }
    return best;
  }

  private Stage once(Transfers.Builder all) {
    return alike ? new Stage.Alike(all.build(), 1) : new Stage.Rounds(all.build(), 1);
  }

  private Stage around(Transfers.Builder all, int n) {
    return alike ? new Stage.Alike(all.build(), n - 1) : new Stage.Loop(all.build(), n, n - 1);
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

  private void pairs(Transfers.Builder to, int dimension, double share) {
    for (int[] line : grid.lines(dimension)) {
      for (int receiver : line) {
        for (int sender : line) {
          if (sender != receiver && isAsked(receiver)) {
            to.add(sender, receiver, share);
          }
        }
      }
    }
  }

  private void loop(Transfers.Builder to, int dimension, double share, boolean backwards) {
    for (int[] line : grid.lines(dimension)) {
      int n = line.length;
      for (int i = 0; i < n; i++) {
        int at = backwards ? n - 1 - i : i;
        int next = backwards ? (at + n - 1) % n : (at + 1) % n;
        if (isAsked(line[next])) {
          to.add(line[at], line[next], share);
        }
      }
    }
  }

  private boolean isAsked(int receiver) {
    return !alike || receiver == 0;
  }
}
