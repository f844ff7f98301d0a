package supernode.solve.workload.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Groups that fill a part of a grid of chips, a ring along each of its axes. Parts of the data go
 * through the axes in turns, so that all rings are busy (Sack and Gropp, 2012); where the axes
 * differ in length one axis works after the other, in chunks that overlap.
 */
final class GridRings {
  private final List<List<int[]>> rings;
  private final int[] lengths;

  private GridRings(List<List<int[]>> rings, int[] lengths) {
    this.rings = rings;
    this.lengths = lengths;
  }

  /**
   * Rings of the groups.
   *
   * @param axes of the grid, the first innermost; chips in its order
   * @return empty where there is no grid, or a group fills no part of it
   */
  static Optional<GridRings> of(List<Integer> axes, List<int[]> groups) {
    if (axes.isEmpty()) {
      return Optional.empty();
    }
    List<List<int[]>> rings = new ArrayList<>();
    int[] lengths = new int[0];
    for (int[] group : groups) {
      List<Map<Integer, List<Integer>>> byAxis = lines(axes, group);
      int[] here = byAxis.stream().mapToInt(m -> m.values().iterator().next().size()).toArray();
      boolean even =
          IntStream.range(0, here.length)
              .allMatch(a -> byAxis.get(a).values().stream().allMatch(l -> l.size() == here[a]));
      long points = IntStream.of(here).asLongStream().reduce(1, (x, y) -> x * y);
      if (!even
          || points != group.length
          || (lengths.length > 0 && !Arrays.equals(lengths, here))) {
        return Optional.empty();
      }
      lengths = here;
      for (int a = 0; a < here.length; a++) {
        if (rings.size() == a) {
          rings.add(new ArrayList<>());
        }
        if (here[a] > 1) {
          List<int[]> of = rings.get(a);
          byAxis
              .get(a)
              .values()
              .forEach(l -> of.add(l.stream().mapToInt(Integer::intValue).toArray()));
        }
      }
    }
    List<List<int[]>> used = rings.stream().filter(r -> !r.isEmpty()).toList();
    return Optional.of(new GridRings(used, IntStream.of(lengths).filter(n -> n > 1).toArray()));
  }

  /** By axis, the chips that differ in nothing else. */
  private static List<Map<Integer, List<Integer>>> lines(List<Integer> axes, int[] group) {
    List<Map<Integer, List<Integer>>> all = new ArrayList<>();
    int stride = 1;
    for (int size : axes) {
      Map<Integer, List<Integer>> lines = new TreeMap<>();
      for (int chip : group) {
        int rest = chip - chip / stride % size * stride;
        lines.computeIfAbsent(rest, _ -> new ArrayList<>()).add(chip);
      }
      all.add(lines);
      stride *= size;
    }
    return all;
  }

  /** The rate of one ring through all ranks that would take as long, while all groups are busy. */
  double bytesPerS(DrawnFabric fabric) {
    Sending flows = Sending.bothWays(rings.stream().flatMap(List::stream).toList());
    double all = fabric.slowestBytesPerS(flows).orElse(Double.POSITIVE_INFINITY);
    if (IntStream.of(lengths).distinct().count() < 2) {
      return all;
    }
    double each = all / rings.size();
    long ranks = IntStream.of(lengths).asLongStream().reduce(1, (x, y) -> x * y);
    // The longest axis first: what is left for the others is least.
    int first = IntStream.of(lengths).max().orElseThrow();
    double most = (first - 1.0) / first;
    return each * (1 - 1.0 / ranks) / most;
  }

  /**
   * Latency of a hop of such a ring: there are as many hops as all axes have one after the other.
   */
  double latencyS(DrawnFabric fabric) {
    double sum = 0;
    double ranks = 1;
    for (List<int[]> axis : rings) {
      int length = axis.getFirst().length;
      sum += (length - 1) * Side.ringLatencyS(fabric, axis);
      ranks *= length;
    }
    return ranks > 1 ? sum / (ranks - 1) : 0;
  }
}
