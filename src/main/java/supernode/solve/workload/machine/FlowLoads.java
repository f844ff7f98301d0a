package supernode.solve.workload.machine;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What flows get that start together on a fabric, are equally large and share links max-min fairly:
 * they are done when the slowest is, which is the first that a link holds back.
 */
interface FlowLoads {
  /**
   * Rate of the slowest over its weight, byte/s.
   *
   * @return 0 where one has no way, infinite where none needs any link
   */
  double slowestBytesPerS(Parts parts);

  /**
   * The same when everyone in a group sends to all others of it.
   *
   * @param groups of places of endpoints
   * @return empty where each of these flows has to be written down
   */
  default OptionalDouble slowestBytesPerS(List<int[]> groups) {
    return OptionalDouble.empty();
  }

  /** Flows between places of endpoints, each with its weight. */
  record Parts(int[] from, int[] to, double[] weight) {
    int count() {
      return from.length;
    }
  }
}
