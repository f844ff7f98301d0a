package supernode.solve.network.rate;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * What would come of giving some full links all the capacity that their flows could use: how much
 * of it, and which links would be the next to limit.
 *
 * @param links the links that were relieved
 * @param usefulBytesPerS load that the most loaded of them would carry: more capacity than that
 *     would lie idle; infinite when nothing else limits its flows
 * @param leastBefore slowest rate per weight of the flows on these links today
 * @param leastAfter the same with the links relieved; infinite when nothing else limits them
 * @param totalBefore sum of all rates today
 * @param totalAfter the same with the links relieved
 * @param next links that limit the relieved flows then
 */
public record Relief(
    BitSet links,
    double usefulBytesPerS,
    double leastBefore,
    double leastAfter,
    double totalBefore,
    double totalAfter,
    BitSet next) {
  /** Whether their flows would go faster, or all flows together. */
  public boolean helps() {
    return leastAfter > leastBefore * (1 + MaxMinCertificate.TOLERANCE)
        || totalAfter > totalBefore * (1 + MaxMinCertificate.TOLERANCE);
  }

  /** Solves a problem anew without the limit of some links. */
  public static Relief of(
      MaxMinProblem problem, MaxMinResult today, BitSet links, BooleanSupplier cancelled) {
    double[] capacity = problem.capacity.clone();
    links.stream().forEach(l -> capacity[l] = Double.POSITIVE_INFINITY);
    MaxMinProblem relieved = problem.withCapacities(capacity);
    MaxMinResult then = MaxMin.solve(relieved, cancelled);
    BitSet flows = flowsOn(problem.incidence, links);
    BitSet next = new BitSet();
    flows.stream().map(then::bottleneck).filter(l -> l >= 0).forEach(next::set);
    double[] load = MaxMinCertificate.load(problem, then.rate);
    double useful = links.stream().mapToDouble(l -> load[l] / problem.linkCount[l]).max().orElse(0);
    return new Relief(
        (BitSet) links.clone(),
        useful,
        least(problem, today, flows),
        least(problem, then, flows),
        total(problem, today),
        total(problem, then),
        next);
  }

  private static BitSet flowsOn(FlowIncidence a, BitSet links) {
    BitSet flows = new BitSet(a.flows());
    for (int f = 0; f < a.flows(); f++) {
      for (int e = a.start[f]; e < a.start[f + 1]; e++) {
        if (links.get(a.link[e])) {
          flows.set(f);
        }
      }
    }
    return flows;
  }

  private static double least(MaxMinProblem problem, MaxMinResult result, BitSet flows) {
    return flows.stream().mapToDouble(f -> result.rate[f] / problem.weight[f]).min().orElse(0);
  }

  private static double total(MaxMinProblem problem, MaxMinResult result) {
    return IntStream.range(0, result.rate.length)
        .mapToDouble(f -> result.rate[f] * problem.flowCount[f])
        .sum();
  }
}
