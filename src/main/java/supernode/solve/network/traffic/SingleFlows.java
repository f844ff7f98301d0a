package supernode.solve.network.traffic;

import java.util.stream.IntStream;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.route.FlowPairs;

/** Flows of which each stands for itself, on resources that stand for several links. */
final class SingleFlows {
  private SingleFlows() {}

  /**
   * @param capacity of a link of each resource, byte/s
   * @param links of each resource
   * @param order flow of the pairs in each row
   */
  static MaxMinProblem problem(
      FlowIncidence rows, double[] capacity, double[] links, FlowPairs pairs, int[] order) {
    MaxMinProblem problem = MaxMinProblem.ofSingleFlows(rows, capacity, links);
    if (!pairs.isWeighted()) {
      return problem;
    }
    double[] weights = pairs.weights();
    double[] limits = pairs.limitsBytesPerS();
    return problem
        .withWeights(IntStream.of(order).mapToDouble(f -> weights[f]).toArray())
        .withLimits(IntStream.of(order).mapToDouble(f -> limits[f]).toArray());
  }
}
