package supernode.solve.network.collective;

import java.util.Arrays;
import java.util.List;

/**
 * Rings and trees over several nodes as libraries build them: one for each NIC, each with its share
 * of the data, so that all NICs work. A ring comes into a node and leaves it by the same NIC (its
 * rail); within the node it passes all ranks and returns to the one beside that NIC.
 */
final class RailSchedules {
  private final int[][] nodes;
  private final int rails;

  /**
   * Schedules over nodes.
   *
   * @param nodes ranks of each
   */
  RailSchedules(int[][] nodes) {
    this.nodes = nodes;
    rails = Arrays.stream(nodes).mapToInt(n -> n.length).min().orElseThrow();
  }

  private int ranks() {
    return Arrays.stream(nodes).mapToInt(n -> n.length).sum();
  }

  Schedule ring(Operation operation) {
    int n = ranks();
    boolean chain = operation == Operation.BROADCAST || operation == Operation.REDUCE;
    Transfers.Builder b = new Transfers.Builder();
    double share = (chain ? 1 : 1.0 / n) / rails;
    for (int rail = 0; rail < rails; rail++) {
      addRing(b, rail, share, !chain);
    }
    Transfers all = b.build();
    int length = all.count() / rails;
    if (chain) {
      return Schedule.of(
          new Stage.Pipeline(operation == Operation.REDUCE ? all.reversed() : all, length));
    }
    // Hops to and from the NIC's rank are on the way, too: a round has more links than ranks.
    int rounds = operation == Operation.ALL_REDUCE ? 2 * (n - 1) : n - 1;
    return Schedule.of(new Stage.Loop(all, length, rounds));
  }

  private void addRing(Transfers.Builder b, int rail, double share, boolean closed) {
    for (int node = 0; node < nodes.length; node++) {
      int[] ranks = nodes[node];
      // An open chain starts at the first rank, whichever rail it then takes.
      int start = closed || node > 0 ? rail : 0;
      for (int i = 0; i + 1 < ranks.length; i++) {
        b.add(ranks[(start + i) % ranks.length], ranks[(start + i + 1) % ranks.length], share);
      }
      boolean last = !closed && node + 1 == nodes.length;
      int end = ranks[(start + ranks.length - 1) % ranks.length];
      if (!last && end != ranks[rail]) {
        b.add(end, ranks[rail], share);
      }
      if (!last) {
        b.add(ranks[rail], nodes[(node + 1) % nodes.length][rail], share);
      }
    }
  }

  /** Chains to the rank beside the NIC, two trees over the nodes, chains back. */
  Schedule trees(Operation operation, boolean twice) {
    boolean up = operation != Operation.BROADCAST;
    boolean down = operation != Operation.REDUCE;
    Transfers.Builder b = new Transfers.Builder();
    double share = 1.0 / rails;
    for (int rail = 0; rail < rails; rail++) {
      int[] member = new int[nodes.length];
      for (int node = 0; node < nodes.length; node++) {
        int[] ranks = nodes[node];
        member[node] = ranks[rail];
        for (int i = 1; i < ranks.length; i++) {
          int far = ranks[(rail + i) % ranks.length];
          int near = ranks[(rail + i - 1) % ranks.length];
          if (up) {
            b.add(far, near, share);
          }
          if (down) {
            b.add(near, far, share);
          }
        }
      }
      Schedules.addTrees(b, member, twice, up, down, share);
    }
    int perNode = Arrays.stream(nodes).mapToInt(n -> n.length).max().orElseThrow();
    int depth = perNode - 1 + BinaryTree.depth(nodes.length);
    return new Schedule(
        List.of(new Stage.Pipeline(b.build(), up && down ? 2 * depth : depth)), false);
  }
}
