package supernode.solve.network.traffic;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import supernode.solve.network.route.FlowPairs;

/** Who sends to whom, over the endpoints that are up, in the order of their numbers. */
public sealed interface Traffic {
  /** Every endpoint to every other one, at once. */
  record AllToAll() implements Traffic {}

  /** Each endpoint to the one {@code shift} further on, round the ring of all. */
  record RingShift(int shift) implements Traffic {}

  /**
   * Each endpoint to one other and from one other, at random: one cycle through all (Sattolo's
   * shuffle), so nobody sends to itself.
   */
  record Permutation(long seed) implements Traffic {}

  /** All others to one endpoint, by its place among those that are up. */
  record Incast(int target) implements Traffic {}

  /** Each endpoint to its neighbour. */
  static Traffic ring() {
    return new RingShift(1);
  }

  /** The flows among so many endpoints; none if the pattern has none for that number. */
  default FlowPairs pairs(int endpoints) {
    return switch (this) {
      case AllToAll() -> FlowPairs.allToAll(endpoints);
      case RingShift(int shift) -> {
        int by = endpoints == 0 ? 0 : Math.floorMod(shift, endpoints);
        int[] all = by == 0 ? new int[0] : IntStream.range(0, endpoints).toArray();
        yield FlowPairs.of(all, IntStream.of(all).map(i -> (i + by) % endpoints).toArray());
      }
      case Permutation(long seed) -> {
        int[] all = endpoints < 2 ? new int[0] : IntStream.range(0, endpoints).toArray();
        yield FlowPairs.of(all, cycle(all.clone(), seed));
      }
      case Incast(int target) -> {
        int[] others = IntStream.range(0, endpoints).filter(i -> i != target).toArray();
        boolean exists = target >= 0 && target < endpoints;
        yield FlowPairs.of(
            exists ? others : new int[0],
            IntStream.range(0, exists ? others.length : 0).map(_ -> target).toArray());
      }
    };
  }

  private static int[] cycle(int[] items, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = items.length - 1; i > 0; i--) {
      int j = random.nextInt(i);
      int kept = items[i];
      items[i] = items[j];
      items[j] = kept;
    }
    return items;
  }
}
