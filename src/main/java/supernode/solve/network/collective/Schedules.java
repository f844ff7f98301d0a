package supernode.solve.network.collective;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import supernode.solve.network.collective.Stage.Ends;

/** The schedules of algorithms that know the ranks as a plain row. */
final class Schedules {
  private Schedules() {}

  /**
   * The schedule of one of {@link Algorithm#of}.
   *
   * @throws IllegalArgumentException for an algorithm that needs dimensions, or cannot do it
   */
  static Schedule of(Operation operation, Algorithm algorithm, int n) {
    return switch (algorithm) {
      case RING -> ring(operation, n);
      case TREE -> tree(operation, all(n), false);
      case DOUBLE_BINARY_TREE -> tree(operation, all(n), true);
      case RECURSIVE_DOUBLING ->
          operation == Operation.ALL_GATHER
              ? new Doubling(n).allGather()
              : new Doubling(n).doublingAllReduce();
      case HALVING_DOUBLING ->
          operation == Operation.REDUCE_SCATTER
              ? new Doubling(n).reduceScatter()
              : new Doubling(n).halvingDoublingAllReduce();
      case DIRECT -> direct(operation, n);
      case PAIRWISE -> pairwise(n);
      case BRUCK -> bruck(operation, n);
      case IN_NETWORK -> inNetwork(operation, n);
      case HIERARCHICAL, ROTATED, IN_NETWORK_TREE ->
          throw new IllegalArgumentException(algorithm + " needs dimensions");
    };
  }

  static int[] all(int n) {
    return IntStream.range(0, n).toArray();
  }

  private static Schedule ring(Operation operation, int n) {
    Transfers step = Transfers.shift(n, 1, 1.0 / n);
    return switch (operation) {
      case ALL_REDUCE -> Schedule.of(new Stage.Loop(step, n, 2 * (n - 1)));
      case BROADCAST -> Schedule.of(new Stage.Pipeline(chain(n), n - 1));
      case REDUCE -> Schedule.of(new Stage.Pipeline(chain(n).reversed(), n - 1));
      default -> Schedule.of(new Stage.Loop(step, n, n - 1));
    };
  }

  private static Transfers chain(int n) {
    Transfers.Builder b = new Transfers.Builder();
    for (int r = 0; r + 1 < n; r++) {
      b.add(r, r + 1, 1);
    }
    return b.build();
  }

  /** Up, down or both at once; chunks fill the levels. */
  static Schedule tree(Operation operation, int[] member, boolean twice) {
    boolean up = operation != Operation.BROADCAST;
    boolean down = operation != Operation.REDUCE;
    Transfers.Builder b = new Transfers.Builder();
    addTrees(b, member, twice, up, down, 1);
    int depth = BinaryTree.depth(member.length);
    if (twice && up != down) {
      // The second tree hangs on another rank than the one that has or wants the data.
      int other = member[member.length % 2 == 0 ? member.length - 1 : 1];
      b.add(down ? member[0] : other, down ? other : member[0], 0.5);
      depth++;
    }
    return Schedule.of(new Stage.Pipeline(b.build(), up && down ? 2 * depth : depth));
  }

  static void addTrees(
      Transfers.Builder b, int[] member, boolean twice, boolean up, boolean down, double share) {
    for (int second = 0; second < (twice ? 2 : 1); second++) {
      double each = twice ? share / 2 : share;
      if (up) {
        BinaryTree.add(b, member, second == 1, true, each);
      }
      if (down) {
        BinaryTree.add(b, member, second == 1, false, each);
      }
    }
  }

  private static Schedule direct(Operation operation, int n) {
    if (operation == Operation.POINT_TO_POINT) {
      Transfers one = new Transfers.Builder().add(0, n - 1, 1).build();
      return Schedule.of(new Stage.Rounds(one, 1));
    }
    int steps = operation == Operation.ALL_REDUCE ? 2 : 1;
    return Schedule.of(new Stage.Rounds(Transfers.allPairs(n, 1.0 / n), steps));
  }

  private static Schedule pairwise(int n) {
    boolean power = Integer.bitCount(n) == 1;
    List<Stage> steps = new ArrayList<>();
    for (int k = 1; k < n; k++) {
      Transfers.Builder b = new Transfers.Builder();
      for (int r = 0; r < n; r++) {
        b.add(r, power ? r ^ k : (r + k) % n, 1.0 / n);
      }
      steps.add(new Stage.Rounds(b.build(), 1));
    }
    return new Schedule(steps, false);
  }

  private static Schedule bruck(Operation operation, int n) {
    List<Stage> steps = new ArrayList<>();
    for (int distance = 1; distance < n; distance *= 2) {
      int bit = distance;
      double blocks =
          operation == Operation.ALL_GATHER
              ? Math.min(distance, n - distance)
              : IntStream.range(0, n).filter(i -> (i & bit) != 0).count();
      int by = operation == Operation.ALL_GATHER ? -distance : distance;
      steps.add(new Stage.Rounds(Transfers.shift(n, by, blocks / n), 1));
    }
    return new Schedule(steps, false);
  }

  private static Schedule inNetwork(Operation operation, int n) {
    List<int[]> group = List.of(all(n));
    double part = 1.0 / n;
    return Schedule.of(
        switch (operation) {
          case ALL_REDUCE -> new Stage.Reduction(group, 1 + part, 1 + part, Ends.ALL);
          case REDUCE_SCATTER -> new Stage.Reduction(group, 1, part, Ends.ALL);
          case ALL_GATHER -> new Stage.Reduction(group, part, 1, Ends.ALL);
          case BROADCAST -> new Stage.Reduction(group, 1, 1, Ends.FROM_FIRST);
          default -> new Stage.Reduction(group, 1, 1, Ends.TO_FIRST);
        });
  }
}
