package supernode.solve.workload.machine;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import supernode.solve.network.collective.Algorithm;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Operation;
import supernode.solve.workload.machine.Fleet.Group;

/**
 * Times of collectives in groups of a fleet. A shape of group is placed once and timed at any size;
 * what the fabric does when all groups send at once is in the rates of the {@link Interconnect}.
 * For several threads.
 */
public final class GroupTimes {
  private final Fleet fleet;
  private final Mode mode;
  private final Map<Shape, GroupCollective> placed = new ConcurrentHashMap<>();
  private final Map<Call, Double> known = new ConcurrentHashMap<>();

  private record Shape(Operation operation, Group group) {}

  private record Call(Shape shape, double bytes) {}

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
    Call call = new Call(new Shape(operation, group), bytes);
    Double seconds = known.get(call);
    if (seconds == null) {
      seconds = collective(call.shape).seconds(bytes);
      known.put(call, seconds);
    }
    return seconds;
  }

  private GroupCollective collective(Shape shape) {
    return placed.computeIfAbsent(
        shape, s -> new GroupCollective(fleet, mode, s.operation, s.group, algorithms(s)));
  }

  /** Those that libraries use; for the bound all that may be faster. */
  private Set<Algorithm> algorithms(Shape shape) {
    Set<Algorithm> all = EnumSet.copyOf(Algorithm.of(shape.operation));
    if (mode == Mode.CALIBRATED) {
      all.retainAll(
          shape.operation == Operation.ALL_TO_ALL || shape.operation == Operation.POINT_TO_POINT
              ? EnumSet.of(Algorithm.DIRECT)
              : EnumSet.of(
                  Algorithm.RING,
                  Algorithm.DOUBLE_BINARY_TREE,
                  Algorithm.IN_NETWORK,
                  Algorithm.IN_NETWORK_TREE));
    }
    return all;
  }

  /**
   * A message from one chip to another.
   *
   * @param stride how many chips apart they are
   */
  public double sendSeconds(int stride, double bytes) {
    Group pair = stride < fleet.domainSize() ? new Group(2, 2) : new Group(2, 1);
    return seconds(Operation.POINT_TO_POINT, pair, bytes);
  }
}
