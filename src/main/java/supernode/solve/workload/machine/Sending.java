package supernode.solve.workload.machine;

import java.util.Arrays;
import java.util.List;

/** Who sends to whom at once, by chip. */
sealed interface Sending {
  /** Pairs, one flow each. */
  record Listed(int[] from, int[] to) implements Sending {}

  /** In every group all to all others. */
  record AllPairs(List<int[]> groups) implements Sending {
    long pairs() {
      return groups.stream().mapToLong(g -> g.length * (g.length - 1L)).sum();
    }

    /** One by one; where these are more than so many, evenly spaced distances stand for all. */
    Listed listed(int mostFlows) {
      long ranks = groups.stream().mapToLong(g -> g.length).sum();
      int most = pairs() > mostFlows ? (int) Math.max(2, mostFlows / ranks) : Integer.MAX_VALUE;
      Collected flows = new Collected();
      for (int[] group : groups) {
        int n = group.length;
        int distances = Math.min(n - 1, most);
        for (int to = 0; to < n; to++) {
          for (int i = 0; i < distances; i++) {
            int distance = 1 + (int) ((long) i * (n - 1) / distances);
            flows.add(group[Math.floorMod(to - distance, n)], group[to]);
          }
        }
      }
      return flows.listed();
    }
  }

  /** Everyone to both neighbours in its ring. */
  static Listed bothWays(List<int[]> rings) {
    Collected flows = new Collected();
    for (int[] ring : rings) {
      for (int to = 0; to < ring.length; to++) {
        flows.add(ring[Math.floorMod(to - 1, ring.length)], ring[to]);
        flows.add(ring[(to + 1) % ring.length], ring[to]);
      }
    }
    return flows.listed();
  }

  /** Gathers pairs. */
  final class Collected {
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int count;

    void add(int source, int destination) {
      if (count == from.length) {
        from = Arrays.copyOf(from, 2 * count);
        to = Arrays.copyOf(to, 2 * count);
      }
      from[count] = source;
      to[count++] = destination;
    }

    Listed listed() {
      return new Listed(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }
  }
}
