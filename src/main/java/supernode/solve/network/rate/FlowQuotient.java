package supernode.solve.network.rate;

import java.util.Arrays;
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
          mix(bits(problem.weight[f]) + mix(bits(problem.limit[f])))
              + mix(bits(problem.flowCount[f]) + 1);
    }
    for (int l = 0; l < links.length; l++) {
      links[l] = mix(bits(problem.capacity[l])) + mix(bits(problem.linkCount[l]) + 1);
    }
    int classes = -1;
    int[] flowClass = classes(flows);
    int[] linkClass = classes(links);
    for (int now = count(flowClass) + count(linkClass); now > classes; ) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      classes = now;
      refine(a, flows, links);
      flowClass = classes(flows);
      linkClass = classes(links);
      now = count(flowClass) + count(linkClass);
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
        gathered[a.link[e]] += mix(flows[f] ^ mix(rounded(a.share[e])));
      }
    }
    for (int l = 0; l < links.length; l++) {
      links[l] = mix(links[l] + mix(gathered[l]));
    }
    for (int f = 0; f < flows.length; f++) {
      long sum = 0;
      for (int e = a.start[f]; e < a.start[f + 1]; e++) {
        sum += mix(links[a.link[e]] ^ mix(rounded(a.share[e])));
      }
      flows[f] = mix(flows[f] + mix(sum));
    }
  }

  private static MaxMinProblem reduce(MaxMinProblem p, int[] flowClass, int[] linkClass) {
    FlowIncidence a = p.incidence;
    int flowClasses = count(flowClass);
    int linkClasses = count(linkClass);
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

  /** Numbers the colours from 0 in the order of their first appearance. */
  private static int[] classes(long[] colours) {
    int size = Integer.highestOneBit(Math.max(8, colours.length)) * 4;
    long[] key = new long[size];
    int[] number = new int[size];
    Arrays.fill(number, -1);
    int[] classes = new int[colours.length];
    int count = 0;
    for (int i = 0; i < colours.length; i++) {
      int slot = (int) colours[i] & (size - 1);
      while (number[slot] >= 0 && key[slot] != colours[i]) {
        slot = (slot + 1) & (size - 1);
      }
      if (number[slot] < 0) {
        key[slot] = colours[i];
        number[slot] = count++;
      }
      classes[i] = number[slot];
    }
    return classes;
  }

  private static int count(int[] classes) {
    int most = -1;
    for (int c : classes) {
      most = Math.max(most, c);
    }
    return most + 1;
  }

  private static long bits(double value) {
    return Double.doubleToLongBits(value);
  }

  /** Shares that differ by the rounding of equal splits are one: 40 bits of the mantissa count. */
  private static long rounded(double share) {
    return bits(share) + (1L << 11) >>> 12;
  }

  /** Finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  private static long mix(long z) {
    long a = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ a >>> 27) * 0x94d049bb133111ebL;
    return b ^ b >>> 31;
  }
}
