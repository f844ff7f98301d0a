package supernode.solve.workload.machine;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import supernode.solve.network.collective.Algorithm;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Operation;
import supernode.solve.workload.machine.Fleet.Group;
import supernode.solve.workload.machine.GroupRates.Manner;

/**
 * Times of collectives in groups of a fleet, all groups of a kind at once. A shape of group is
 * placed once and timed at any size, on stars of the rates that its ranks get: what the fabric
 * between them does is in the {@link GroupRates}. For several threads.
 */
public final class GroupTimes {
  /** Pairs up to which each is looked at while all of them send at once. */
  public static final int MOST_PAIRS = DrawnFabric.MOST_FLOWS;

  /** Ranks up to which everyone with everyone at once is looked at on drawn fabrics. */
  private static final int MOST_DIRECT = 64;

  private static final Set<Algorithm> PAIRS = Set.of(Algorithm.DIRECT, Algorithm.PAIRWISE);

  private final Fleet fleet;
  private final Mode mode;
  private final Map<Shape, GroupCollective> placed = new ConcurrentHashMap<>();
  private final Map<Call, Double> known = new ConcurrentHashMap<>();

  private volatile boolean sampled;

  private record Shape(
      Operation operation,
      int ranks,
      int perDomain,
      GroupRates.Rates rates,
      Set<Algorithm> algorithms) {}

  private record Call(Operation operation, Group group, double bytes) {}

  public GroupTimes(Fleet fleet, Mode mode) {
    this.fleet = fleet;
    this.mode = mode;
  }

  public Fleet fleet() {
    return fleet;
  }

  public Mode mode() {
    return mode;
  }

  /**
   * Time of an operation.
   *
   * @param bytes whole buffer of a rank, as {@link Operation} defines it
   */
  public double seconds(Operation operation, Group group, double bytes) {
    if (group.ranks() < 2 || !(bytes > 0)) {
      return 0;
    }
    Call call = new Call(operation, group, bytes);
    Double seconds = known.get(call);
    if (seconds == null) {
      seconds = best(operation, group, bytes);
      known.put(call, seconds);
    }
    return seconds;
  }

  private double best(Operation operation, Group group, double bytes) {
    GroupRates rates = fleet.rates(group);
    Set<Algorithm> all = algorithms(operation);
    if (operation == Operation.POINT_TO_POINT) {
      return timed(operation, group, rates.of(Manner.NEXT), all, bytes);
    }
    if (operation == Operation.ALL_TO_ALL) {
      return timed(operation, group, pairs(group), all, bytes);
    }
    if (fleet.drawn().isEmpty()) {
      return timed(operation, group, rates.of(Manner.RING), all, bytes);
    }
    Set<Algorithm> pairs = EnumSet.copyOf(Algorithm.of(operation));
    pairs.retainAll(PAIRS);
    all.removeAll(PAIRS);
    if (!rates.switched()) {
      all.retainAll(EnumSet.of(Algorithm.RING, Algorithm.HIERARCHICAL));
    }
    double seconds = inManners(operation, group, rates, all, bytes);
    boolean direct = mode == Mode.BOUND || (!rates.switched() && group.inOneDomain());
    return direct && group.ranks() <= MOST_DIRECT
        ? Math.min(seconds, timed(operation, group, pairs(group), pairs, bytes))
        : seconds;
  }

  /** Each algorithm with the latency between those that it joins. */
  private double inManners(
      Operation operation, Group group, GroupRates rates, Set<Algorithm> algorithms, double bytes) {
    Map<GroupRates.Rates, Set<Algorithm>> by = new HashMap<>();
    for (Algorithm a : algorithms) {
      by.computeIfAbsent(rates.of(manner(a)), _ -> EnumSet.noneOf(Algorithm.class)).add(a);
    }
    double least = Double.POSITIVE_INFINITY;
    for (Map.Entry<GroupRates.Rates, Set<Algorithm>> e : by.entrySet()) {
      least = Math.min(least, timed(operation, group, e.getKey(), e.getValue(), bytes));
    }
    return least;
  }

  private static Manner manner(Algorithm algorithm) {
    return switch (algorithm) {
      case RING, HIERARCHICAL, ROTATED -> Manner.RING;
      case IN_NETWORK, IN_NETWORK_TREE -> Manner.REDUCED;
      default -> Manner.TREE;
    };
  }

  private double timed(
      Operation operation,
      Group group,
      GroupRates.Rates rates,
      Set<Algorithm> algorithms,
      double bytes) {
    Shape shape = new Shape(operation, group.ranks(), group.perDomain(), rates, algorithms);
    return placed
        .computeIfAbsent(shape, _ -> new GroupCollective(rates, mode, operation, group, algorithms))
        .seconds(bytes);
  }

  /** Those that libraries use; for the bound all that may be faster. */
  private Set<Algorithm> algorithms(Operation operation) {
    Set<Algorithm> all = EnumSet.copyOf(Algorithm.of(operation));
    if (mode == Mode.CALIBRATED) {
      all.retainAll(
          operation == Operation.ALL_TO_ALL || operation == Operation.POINT_TO_POINT
              ? EnumSet.of(Algorithm.DIRECT)
              : EnumSet.of(
                  Algorithm.RING,
                  Algorithm.DOUBLE_BINARY_TREE,
                  Algorithm.IN_NETWORK,
                  Algorithm.IN_NETWORK_TREE));
    }
    return all;
  }

  /** What a rank sends to others of its group, inside its domain and to other domains. */
  GroupRates.Rates pairs(Group group) {
    GroupRates.Rates rates = fleet.rates(group).of(Manner.PAIRS);
    if (rates.sampled()) {
      sampled = true;
    }
    return rates;
  }

  /**
   * Whether something was timed in which more than {@link #MOST_PAIRS} pairs send at once, for
   * which evenly spaced distances stand.
   */
  public boolean sampled() {
    return sampled;
  }

  /** What a rank sends to its like in other domains while all groups do. */
  public double betweenBytesPerS(Group group) {
    return pairs(group).out().bytesPerS();
  }

  /** To the farthest of its like in other domains. */
  public double betweenLatencyS(Group group) {
    return pairs(group).out().latencyS();
  }

  /** What a rank sends on to the next of its group, by the slowest way there. */
  public double sendSeconds(Group group, double bytes) {
    int together = group.inOneDomain() ? 2 : 1;
    return seconds(Operation.POINT_TO_POINT, new Group(2, together, group.spans()), bytes);
  }
}
