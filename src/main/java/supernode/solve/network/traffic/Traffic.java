package supernode.solve.network.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;

/** Who sends to whom, over the endpoints that are up, in the order of their numbers. */
public sealed interface Traffic {
  /** Of a flow that asks for all it can get. */
  double UNLIMITED = Double.POSITIVE_INFINITY;

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

  /** The endpoints that follow one to that one, by its place among those that are up. */
  record Incast(int target, int fanIn) implements Traffic {
    /** All others send. */
    public Incast(int target) {
      this(target, Integer.MAX_VALUE);
    }
  }

  /**
   * A random permutation, and all others to one endpoint besides.
   *
   * @param share weight of what goes there, of what an endpoint sends; between 0 and 1
   */
  record HotSpot(int target, double share, long seed) implements Traffic {}

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
   * Dispatch and combine of experts dealt out to groups of so many consecutive endpoints: everyone
   * to those that have any and back, in proportion to how many tokens go there.
   *
   * @param active experts of a token
   */
  record ExpertExchange(int ranks, int experts, int active) implements Traffic {
    ExpertChoice choice() {
      return new ExpertChoice(ranks, experts, active);
    }
  }

  /**
   * The same inside each of several groups of endpoints, by their places among those that are up.
   */
  record Within(List<List<Integer>> groups, Traffic each) implements Traffic {
    public Within {
      groups = List.copyOf(groups);
    }
  }

  /** Several at once. */
  record Together(List<Part> parts) implements Traffic {
    public Together {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One of several.
   *
   * @param weight share of its flows relative to others where they meet
   * @param limitBytesPerS of each flow; infinite for none
   */
  record Part(Traffic traffic, double weight, double limitBytesPerS) {}

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
      case Within w -> w.each().key();
      case Together _ -> "together";
      case Matrix _ -> "matrix";
    };
  }

  /** Copies of a token that leave its sender; empty where no tokens are sent. */
  default OptionalDouble copiesPerToken() {
    return switch (this) {
      case ExpertExchange e -> OptionalDouble.of(e.choice().copies());
      case Within w -> w.each().copiesPerToken();
      default -> OptionalDouble.empty();
    };
  }

  /** Whether it is all-to-all among so many endpoints. */
  default boolean isAllToAll(int endpoints) {
    return this instanceof AllToAll
        || (this instanceof ExpertExchange e && e.ranks() == endpoints && e.choice().isEven());
  }

  /** Each endpoint to its neighbour. */
  static Traffic ring() {
    return new RingShift(1);
  }

  /** A ring through the endpoints of each island. */
  static Traffic ringOf(CsrGraph graph) {
    return ring().withinIslands(graph);
  }

  /** The same inside each island where a fabric is in pieces. */
  default Traffic withinIslands(CsrGraph graph) {
    Islands islands = Islands.of(graph);
    return islands.countWithEndpoints() > 1 ? new Within(islands.endpoints(), this) : this;
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
      case Incast(int target, int fanIn) -> incast(endpoints, target, fanIn);
      case HotSpot(int target, double share, long seed) -> {
        FlowPairs cold = new Permutation(seed).pairs(endpoints);
        FlowPairs hot = incast(endpoints, target, endpoints);
        yield joined(List.of(cold.scaled(1 - share, UNLIMITED), hot.scaled(share, UNLIMITED)));
      }
      case BitComplement() -> each(endpoints, i -> endpoints - 1 - i);
      case Tornado(List<Integer> sizes) ->
          product(sizes) == endpoints ? each(endpoints, i -> tornado(i, sizes)) : none();
      case PipelineStages(int stages) -> {
        int block = stages > 1 && endpoints % stages == 0 ? endpoints / stages : endpoints;
        int[] front = IntStream.range(0, endpoints - block).toArray();
        int[] behind = IntStream.of(front).map(i -> i + block).toArray();
        yield joined(List.of(FlowPairs.of(front, behind), FlowPairs.of(behind, front)));
      }
      case ExpertExchange e ->
          e.ranks() > 1 && endpoints % e.ranks() == 0 ? experts(endpoints, e.choice()) : none();
      case Within(List<List<Integer>> groups, Traffic each) ->
          joined(groups.stream().map(g -> each.pairs(g.size()).among(g)).toList());
      case Together(List<Part> parts) ->
          joined(
              parts.stream()
                  .map(p -> p.traffic().pairs(endpoints).scaled(p.weight(), p.limitBytesPerS()))
                  .toList());
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

  private static FlowPairs joined(List<FlowPairs> all) {
    int[] source = all.stream().flatMapToInt(FlowPairs::sources).toArray();
    int[] destination = all.stream().flatMapToInt(FlowPairs::destinations).toArray();
    FlowPairs pairs = FlowPairs.of(source, destination);
    return all.stream().anyMatch(FlowPairs::isWeighted)
        ? pairs.with(
            all.stream().flatMapToDouble(p -> DoubleStream.of(p.weights())).toArray(),
            all.stream().flatMapToDouble(p -> DoubleStream.of(p.limitsBytesPerS())).toArray())
        : pairs;
  }

  private static FlowPairs incast(int endpoints, int target, int fanIn) {
    if (target < 0 || target >= endpoints) {
      return none();
    }
    int[] senders =
        IntStream.rangeClosed(1, Math.min(fanIn, endpoints - 1))
            .map(i -> (target + i) % endpoints)
            .toArray();
    return FlowPairs.of(senders, IntStream.of(senders).map(_ -> target).toArray());
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

  private static FlowPairs experts(int endpoints, ExpertChoice choice) {
    int ranks = choice.ranks();
    int holders = choice.holders();
    double[] chance = IntStream.range(0, holders).mapToDouble(choice::chance).toArray();
    List<int[]> flows = new ArrayList<>();
    for (int first = 0; first < endpoints; first += ranks) {
      for (int i = 0; i < ranks; i++) {
        for (int h = 0; h < holders; h++) {
          if (i != h) {
            flows.add(new int[] {first + i, first + h, h});
            // Between two that hold experts the answers run beside the other's tokens.
            if (i >= holders) {
              flows.add(new int[] {first + h, first + i, h});
            }
          }
        }
      }
    }
    FlowPairs pairs =
        FlowPairs.of(
            flows.stream().mapToInt(f -> f[0]).toArray(),
            flows.stream().mapToInt(f -> f[1]).toArray());
    double[] limits = new double[flows.size()];
    Arrays.fill(limits, UNLIMITED);
    return choice.isEven()
        ? pairs
        : pairs.with(flows.stream().mapToDouble(f -> chance[f[2]]).toArray(), limits);
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
