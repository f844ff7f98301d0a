package supernode.solve.network.rate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which full links hold how many flows back. A full link limits those flows on it that go fastest
 * there per weight; a flow that is limited on several links counts on each.
 */
public final class LimitingLinks {
  private final double[] flows;
  private final double[] level;

  private LimitingLinks(double[] flows, double[] level) {
    this.flows = flows;
    this.level = level;
  }

  public static LimitingLinks of(MaxMinProblem problem, MaxMinResult result) {
    FlowIncidence a = problem.incidence;
    double[] fastest = MaxMinCertificate.fastestPerWeight(problem, result.rate);
    double[] flows = new double[a.links()];
    int[] counted = new int[a.links()];
    Arrays.fill(counted, -1);
    for (int f = 0; f < a.flows(); f++) {
      if (result.limitedBy[f] < 0) {
        continue;
      }
      double perWeight = result.rate[f] / problem.weight[f];
      for (int e = a.start[f]; e < a.start[f + 1]; e++) {
        int l = a.link[e];
        boolean full =
            problem.capacity[l] == 0 || result.utilisation[l] >= 1 - MaxMinCertificate.TOLERANCE;
        if (full
            && counted[l] != f
            && perWeight >= fastest[l] * (1 - MaxMinCertificate.TOLERANCE)) {
          counted[l] = f;
          flows[l] += problem.flowCount[f];
        }
      }
    }
    return new LimitingLinks(flows, fastest);
  }

  /** Flows that a link limits; 0 for one that is not full. */
  public double flows(int link) {
    return flows[link];
  }

  /** Rate per weight that a link leaves to the flows that it limits. */
  public double level(int link) {
    return level[link];
  }

  /** The links that limit any flow, those that limit most first. */
  public List<Integer> ranked() {
    return IntStream.range(0, flows.length)
        .filter(l -> flows[l] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer l) -> -flows[l]).thenComparing(l -> l))
        .toList();
  }
}
