package supernode.solve.network.rate;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A problem reduced to classes of flows and links that stand alike: the coarsest equitable
 * partition of the incidence with weights, limits, counts, capacities and shares (Grohe, Kersting,
 * Mladenov, Selman, "Dimension Reduction via Colour Refinement", arXiv 1307.5697). Its max-min
 * rates are those of the whole. Symmetry of the bare graph would not be enough; the routed
 * incidence is.
 */
public final class FlowQuotient {
  private final int[] flowClass;
  private final int[] linkClass;
  private final MaxMinProblem quotient;

  private FlowQuotient(int[] flowClass, int[] linkClass, MaxMinProblem quotient) {
    this.flowClass = flowClass;
    this.linkClass = linkClass;
    this.quotient = quotient;
  }

  /**
   * Reduces a problem by colour refinement.
   *
   * @throws CancellationException when cancelled
   */
  public static FlowQuotient of(MaxMinProblem problem, BooleanSupplier cancelled) {
    FlowIncidence a = problem.incidence;
    long[] flows = new long[a.flows()];
    long[] links = new long[a.links()];
    for (int f = 0; f < flows.length; f++) {
      flows[f] =
          Colours.mix(Colours.bits(problem.weight[f]) + Colours.mix(Colours.bits(problem.limit[f])))
              + Colours.mix(Colours.bits(problem.flowCount[f]) + 1);
    }
    for (int l = 0; l < links.length; l++) {
      links[l] =
          Colours.mix(Colours.bits(problem.capacity[l]))
              + Colours.mix(Colours.bits(problem.linkCount[l]) + 1);
    }
    int classes = -1;
    int[] flowClass = Colours.number(flows);
    int[] linkClass = Colours.number(links);
    for (int now = Colours.count(flowClass) + Colours.count(linkClass); now > classes; ) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      classes = now;
      refine(a, flows, links);
      flowClass = Colours.number(flows);
      linkClass = Colours.number(links);
      now = Colours.count(flowClass) + Colours.count(linkClass);
    }
    return new FlowQuotient(flowClass, linkClass, reduce(problem, flowClass, linkClass));
  }

  /**
   * Solves a problem by way of its quotient. The answer is proved on the whole problem; should two
   * colours ever collide, the whole problem is solved instead.
   *
   * @throws CancellationException when cancelled
   */
  public static MaxMinResult solve(MaxMinProblem problem, BooleanSupplier cancelled) {
    FlowQuotient q = of(problem, cancelled);
    MaxMinResult lifted = q.lift(problem, MaxMin.solve(q.quotient, cancelled));
    return MaxMinCertificate.check(problem, lifted.rate).holds()
        ? lifted
        : MaxMin.solve(problem, cancelled);
  }

  public MaxMinProblem problem() {
    return quotient;
  }

  public int flowClass(int flow) {
    return flowClass[flow];
  }

  public int linkClass(int link) {
    return linkClass[link];
  }

  private MaxMinResult lift(MaxMinProblem problem, MaxMinResult small) {
    FlowIncidence a = problem.incidence;
    double[] rate = new double[flowClass.length];
    int[] limitedBy = new int[flowClass.length];
    for (int f = 0; f < rate.length; f++) {
      rate[f] = small.rate[flowClass[f]];
      limitedBy[f] = small.limitedBy[flowClass[f]];
      for (int e = a.start[f]; limitedBy[f] >= 0 && e < a.start[f + 1]; e++) {
        if (linkClass[a.link[e]] == small.limitedBy[flowClass[f]]) {
          limitedBy[f] = a.link[e];
          break;
        }
      }
    }
    return new MaxMinResult(rate, limitedBy, MaxMin.utilisation(problem, rate), small.levels());
  }

  /** New colour: the old one and the multiset of (share, neighbour's colour). */
  private static void refine(FlowIncidence a, long[] flows, long[] links) {
    long[] gathered = new long[links.length];
    for (int f = 0; f < flows.length; f++) {
      for (int e = a.start[f]; e < a.start[f + 1]; e++) {
        gathered[a.link[e]] += Colours.mix(flows[f] ^ Colours.mix(Colours.rounded(a.share[e])));
      }
    }
    for (int l = 0; l < links.length; l++) {
      links[l] = Colours.mix(links[l] + Colours.mix(gathered[l]));
    }
    for (int f = 0; f < flows.length; f++) {
      long sum = 0;
      for (int e = a.start[f]; e < a.start[f + 1]; e++) {
        sum += Colours.mix(links[a.link[e]] ^ Colours.mix(Colours.rounded(a.share[e])));
      }
      flows[f] = Colours.mix(flows[f] + Colours.mix(sum));
    }
  }

  private static MaxMinProblem reduce(MaxMinProblem p, int[] flowClass, int[] linkClass) {
    FlowIncidence a = p.incidence;
    int flowClasses = Colours.count(flowClass);
    int linkClasses = Colours.count(linkClass);
    double[] weight = new double[flowClasses];
    double[] limit = new double[flowClasses];
    double[] flowCount = new double[flowClasses];
    int[] member = new int[flowClasses];
    for (int f = flowClass.length - 1; f >= 0; f--) {
      int c = flowClass[f];
      weight[c] = p.weight[f];
      limit[c] = p.limit[f];
      flowCount[c] += p.flowCount[f];
      member[c] = f;
    }
    double[] capacity = new double[linkClasses];
    double[] linkCount = new double[linkClasses];
    for (int l = 0; l < linkClass.length; l++) {
      capacity[linkClass[l]] = p.capacity[l];
      linkCount[linkClass[l]] += p.linkCount[l];
    }
    FlowIncidence.Builder b = new FlowIncidence.Builder(linkClasses);
    double[] sum = new double[linkClasses];
    for (int c = 0; c < flowClasses; c++) {
      int f = member[c];
      for (int e = a.start[f]; e < a.start[f + 1]; e++) {
        sum[linkClass[a.link[e]]] += a.share[e];
      }
      for (int e = a.start[f]; e < a.start[f + 1]; e++) {
        int l = linkClass[a.link[e]];
        b.cross(l, sum[l]);
        sum[l] = 0;
      }
      b.endFlow();
    }
    return MaxMinProblem.of(b.build(), capacity)
        .withWeights(weight)
        .withLimits(limit)
        .withCounts(flowCount, linkCount);
  }
}
