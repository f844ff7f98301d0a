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
}
