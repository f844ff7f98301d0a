package supernode.solve.network.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import supernode.solve.network.route.FlowPairs;

/** Who sends to whom, over the endpoints that are up, in the order of their numbers. */
public sealed interface Traffic {
  /** Every endpoint to every other one, at once. */
  record AllToAll() implements Traffic {}

  /** Each endpoint to so many others drawn at random, each other one as likely. */
  record Uniform(int peers, long seed) implements Traffic {}

  /** Each endpoint to the one {@code shift} further on, round the ring of all. */
  record RingShift(int shift) implements Traffic {}

  /**
   * Each endpoint to one other and from one other, at random: one cycle through all (Sattolo's
   * shuffle), so nobody sends to itself.
   */
  record Permutation(long seed) implements Traffic {}

  /**
   * Each endpoint to its neighbours, both ways along each dimension of a grid.
   *
   * @param sizes endpoints along each dimension, the first fastest
   * @param wrapped whether those at the ends are neighbours
   */
  record Neighbours(List<Integer> sizes, boolean wrapped) implements Traffic {
    public Neighbours {
      sizes = List.copyOf(sizes);
    }
  }

  /** All others to one endpoint, by its place among those that are up. */
  record Incast(int target) implements Traffic {}

  /** A random permutation, and all others to one endpoint besides. */
  record HotSpot(int target, long seed) implements Traffic {}

  /** Each endpoint to the one as far from the end as it is from the start. */
  record BitComplement() implements Traffic {}

  /**
   * Each endpoint almost half way round every dimension: the worst case of minimal routing on a
   * torus (Dally and Towles, 2004).
   */
  record Tornado(List<Integer> sizes) implements Traffic {
    public Tornado {
      sizes = List.copyOf(sizes);
    }
  }

  /** Blocks of consecutive endpoints: each to the same place in the next block, and back. */
  record PipelineStages(int stages) implements Traffic {}

  /**
   * Dispatch or combine of experts spread over groups of so many consecutive endpoints: everyone to
   * everyone inside each group.
   */
  record ExpertExchange(int ranks) implements Traffic {}

  /** Demands as listed. */
  record Matrix(List<Demand> demands) implements Traffic {
    public Matrix {
      demands = List.copyOf(demands);
    }
  }

  /**
   * One flow of a matrix.
   *
   * @param weight share relative to others where they meet
   * @param limitBytesPerS infinite for none
   */
  record Demand(int source, int destination, double weight, double limitBytesPerS) {}

  /** Its name in files and texts. */
  default String key() {
    return switch (this) {
      case AllToAll _ -> "all-to-all";
      case Uniform _ -> "uniform";
      case RingShift _ -> "ring";
      case Permutation _ -> "permutation";
      case Neighbours _ -> "neighbours";
      case Incast _ -> "incast";
      case HotSpot _ -> "hot-spot";
      case BitComplement _ -> "bit-complement";
      case Tornado _ -> "tornado";
      case PipelineStages _ -> "pipeline";
      case ExpertExchange _ -> "experts";
      case Matrix _ -> "matrix";
    };
  }

  /** Each endpoint to its neighbour. */
  static Traffic ring() {
    return new RingShift(1);
  }

  /** The flows among so many endpoints; none if the pattern has none for that number. */
  default FlowPairs pairs(int endpoints) {
    return switch (this) {
      case AllToAll() -> FlowPairs.allToAll(endpoints);
      case Uniform(int peers, long seed) -> uniform(endpoints, peers, seed);
      case RingShift(int shift) -> each(endpoints, i -> Math.floorMod(i + shift, endpoints));
      case Permutation(long seed) -> {
        int[] all = endpoints < 2 ? new int[0] : IntStream.range(0, endpoints).toArray();
        yield FlowPairs.of(all, cycle(all.clone(), seed));
      }
      case Neighbours(List<Integer> sizes, boolean wrapped) ->
          product(sizes) == endpoints ? neighbours(endpoints, sizes, wrapped) : none();
      case Incast(int target) -> incast(endpoints, target);
      case HotSpot(int target, long seed) ->
          joined(new Permutation(seed).pairs(endpoints), incast(endpoints, target));
      case BitComplement() -> each(endpoints, i -> endpoints - 1 - i);
      case Tornado(List<Integer> sizes) ->
          product(sizes) == endpoints ? each(endpoints, i -> tornado(i, sizes)) : none();
      case PipelineStages(int stages) -> {
        int block = stages > 1 && endpoints % stages == 0 ? endpoints / stages : endpoints;
        int[] front = IntStream.range(0, endpoints - block).toArray();
        int[] behind = IntStream.of(front).map(i -> i + block).toArray();
        yield joined(FlowPairs.of(front, behind), FlowPairs.of(behind, front));
      }
      case ExpertExchange(int ranks) ->
          ranks > 1 && endpoints % ranks == 0 ? groups(endpoints, ranks) : none();
      case Matrix(List<Demand> demands) -> {
        boolean fits =
            demands.stream().allMatch(d -> d.source() < endpoints && d.destination() < endpoints);
        yield fits ? listed(demands) : none();
      }
    };
  }

  private static FlowPairs none() {
    return FlowPairs.of(new int[0], new int[0]);
  }

  private static FlowPairs each(int endpoints, IntUnaryOperator to) {
    int[] senders = IntStream.range(0, endpoints).filter(i -> to.applyAsInt(i) != i).toArray();
    return FlowPairs.of(senders, IntStream.of(senders).map(to).toArray());
  }

  private static FlowPairs joined(FlowPairs a, FlowPairs b) {
    int both = a.count() + b.count();
    return FlowPairs.of(
        IntStream.range(0, both)
            .map(f -> f < a.count() ? a.source(f) : b.source(f - a.count()))
            .toArray(),
        IntStream.range(0, both)
            .map(f -> f < a.count() ? a.destination(f) : b.destination(f - a.count()))
            .toArray());
  }

  private static FlowPairs incast(int endpoints, int target) {
    boolean exists = target >= 0 && target < endpoints;
    return exists ? each(endpoints, _ -> target) : none();
  }

  private static FlowPairs uniform(int endpoints, int peers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int most = Math.clamp(peers, 0, Math.max(0, endpoints - 1));
    int[] source = new int[most * endpoints];
    int[] destination = new int[most * endpoints];
    for (int i = 0; i < endpoints; i++) {
      int self = i;
      int[] drawn =
          random.ints(0, endpoints).filter(j -> j != self).distinct().limit(most).toArray();
      for (int k = 0; k < most; k++) {
        source[i * most + k] = i;
        destination[i * most + k] = drawn[k];
      }
    }
    return FlowPairs.of(source, destination);
  }

  private static FlowPairs groups(int endpoints, int ranks) {
    FlowPairs one = FlowPairs.allToAll(ranks);
    int all = endpoints / ranks * one.count();
    IntUnaryOperator first = f -> f / one.count() * ranks;
    return FlowPairs.of(
        IntStream.range(0, all)
            .map(f -> first.applyAsInt(f) + one.source(f % one.count()))
            .toArray(),
        IntStream.range(0, all)
            .map(f -> first.applyAsInt(f) + one.destination(f % one.count()))
            .toArray());
  }

  private static FlowPairs listed(List<Demand> demands) {
    return FlowPairs.of(
            demands.stream().mapToInt(Demand::source).toArray(),
            demands.stream().mapToInt(Demand::destination).toArray())
        .with(
            demands.stream().mapToDouble(Demand::weight).toArray(),
            demands.stream().mapToDouble(Demand::limitBytesPerS).toArray());
  }

  private static long product(List<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  private static FlowPairs neighbours(int endpoints, List<Integer> sizes, boolean wrapped) {
    List<int[]> found = new ArrayList<>();
    for (int i = 0; i < endpoints; i++) {
      int stride = 1;
      for (int size : sizes) {
        int at = i / stride % size;
        int up = (at + 1) % size;
        int down = Math.floorMod(at - 1, size);
        if (size > 1 && (wrapped || up > at)) {
          found.add(new int[] {i, i + (up - at) * stride});
        }
        boolean last = size == 2 && !wrapped && at == 1;
        if (last || (size > 1 && down != up && (wrapped || down < at))) {
          found.add(new int[] {i, i + (down - at) * stride});
        }
        stride *= size;
      }
    }
    return FlowPairs.of(
        found.stream().mapToInt(p -> p[0]).toArray(), found.stream().mapToInt(p -> p[1]).toArray());
  }

  private static int tornado(int endpoint, List<Integer> sizes) {
    int to = 0;
    int stride = 1;
    for (int size : sizes) {
      int at = endpoint / stride % size;
      to += (at + (size + 1) / 2 - 1) % size * stride;
      stride *= size;
    }
    return to;
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
