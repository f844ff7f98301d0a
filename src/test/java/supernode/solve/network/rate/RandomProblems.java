package supernode.solve.network.rate;

import java.util.SplittableRandom;

/** Problems of any kind, small enough to be solved twice. */
public final class RandomProblems {
  private RandomProblems() {}

  /** Repeated crossings, zero and infinite capacities, limits, weights and counts. */
  public static MaxMinProblem any(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int flows = 1 + random.nextInt(40);
    int links = 1 + random.nextInt(20);
    FlowIncidence.Builder b = new FlowIncidence.Builder(links);
    double[] weight = new double[flows];
    double[] limit = new double[flows];
    double[] flowCount = new double[flows];
    for (int f = 0; f < flows; f++) {
      for (int e = random.nextInt(6); e > 0; e--) {
        b.cross(random.nextInt(links), random.nextInt(1, 9) / 4.0);
      }
      b.endFlow();
      weight[f] = random.nextInt(1, 4);
      limit[f] = random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextInt(0, 20);
      flowCount[f] = random.nextInt(1, 5);
    }
    double[] capacity = new double[links];
    double[] linkCount = new double[links];
    for (int l = 0; l < links; l++) {
      capacity[l] = random.nextInt(8) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(0, 30);
      linkCount[l] = random.nextInt(1, 4);
    }
    return MaxMinProblem.of(b.build(), capacity)
        .withWeights(weight)
        .withLimits(limit)
        .withCounts(flowCount, linkCount);
  }

  /** The same problem with flows and links in the opposite order. */
  static MaxMinProblem turned(MaxMinProblem p) {
    FlowIncidence a = p.incidence();
    int links = a.links();
    FlowIncidence.Builder b = new FlowIncidence.Builder(links);
    for (int f = a.flows() - 1; f >= 0; f--) {
      for (int e = a.start(f); e < a.start(f + 1); e++) {
        b.cross(links - 1 - a.link(e), a.share(e));
      }
      b.endFlow();
    }
    return MaxMinProblem.of(b.build(), turned(p.capacity))
        .withWeights(turned(p.weight))
        .withLimits(turned(p.limit))
        .withCounts(turned(p.flowCount), turned(p.linkCount));
  }

  private static double[] turned(double[] values) {
    double[] other = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      other[i] = values[values.length - 1 - i];
    }
    return other;
  }
}
