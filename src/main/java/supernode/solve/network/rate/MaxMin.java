package supernode.solve.network.rate;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Exact weighted max-min fairness under given shares, by water-filling: all flows rise together in
 * proportion to their weights; when a link fills up, the flows on it stop. The level at which a
 * link would fill never falls while flows stop, so a heap with late correction finds the next one.
 */
public final class MaxMin {
  /** Share of its first value below which a link's running sum is summed afresh. */
  private static final double REFRESH = 1e-3;

  private static final double SAME_LEVEL = 1e-12;
  private static final int STOPS_PER_CANCELLATION_CHECK = 256;

  private final MaxMinProblem problem;
  private final FlowIncidence incidence;
  private final BooleanSupplier cancelled;
  private final double[] coefficient;
  private final int[] linkStart;
  private final int[] linkFlow;
  private final double[] left;
  private final double[] rising;
  private final double[] risingWhenSummed;
  private final int[] active;
  private final double[] rate;
  private final int[] limitedBy;
  private final int[] byLimit;
  private int nextLimit;
  private double level;
  private int levels;

  private static final int RISING = -4;

  private MaxMin(MaxMinProblem problem, BooleanSupplier cancelled) {
    this.problem = problem;
    this.incidence = problem.incidence;
    this.cancelled = cancelled;
    this.coefficient = coefficients(problem);
    int links = incidence.links();
    int flows = incidence.flows();
    linkStart = new int[links + 1];
    linkFlow = new int[incidence.nonZeros()];
    left = problem.capacity.clone();
    rising = new double[links];
    active = new int[links];
    rate = new double[flows];
    limitedBy = new int[flows];
    transpose();
    risingWhenSummed = rising.clone();
    byLimit =
        IntStream.range(0, flows)
            .filter(f -> problem.limit[f] < Double.POSITIVE_INFINITY && limitedBy[f] == RISING)
            .boxed()
            .sorted((f, g) -> Double.compare(limitLevel(f), limitLevel(g)))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * Solves a problem.
   *
   * @param cancelled asked now and then
   * @throws CancellationException when cancelled
   */
  public static MaxMinResult solve(MaxMinProblem problem, BooleanSupplier cancelled) {
    return new MaxMin(problem, cancelled).fill();
  }

  /** Load of every link over its capacity under given rates; 0 where there is no finite limit. */
  static double[] utilisation(MaxMinProblem problem, double[] rate) {
    double[] load = MaxMinCertificate.load(problem, rate);
    for (int l = 0; l < load.length; l++) {
      double all = problem.capacity[l] * problem.linkCount[l];
      load[l] = all > 0 && all < Double.POSITIVE_INFINITY ? load[l] / all : 0;
    }
    return load;
  }

  private MaxMinResult fill() {
    LevelHeap heap = new LevelHeap(left.length);
    for (int l = 0; l < left.length; l++) {
      if (active[l] > 0 && left[l] < Double.POSITIVE_INFINITY) {
        heap.append(l, left[l] / rising[l]);
      }
    }
    heap.order();
    int stops = 0;
    while (!heap.isEmpty()) {
      int link = heap.top();
      if (active[link] == 0) {
        heap.removeTop();
        continue;
      }
      double full = fullAt(link);
      if (full > heap.topLevel() * (1 + SAME_LEVEL)) {
        heap.raiseTop(full);
      } else if (limitComesBefore(full)) {
        stopAtLimit();
      } else {
        if (++stops % STOPS_PER_CANCELLATION_CHECK == 0 && cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        riseTo(full);
        stopFlowsOn(link);
        heap.removeTop();
      }
    }
    while (limitComesBefore(Double.POSITIVE_INFINITY)) {
      stopAtLimit();
    }
    for (int f = 0; f < rate.length; f++) {
      if (limitedBy[f] == RISING) {
        limitedBy[f] = MaxMinResult.UNBOUNDED;
        rate[f] = Double.POSITIVE_INFINITY;
      }
    }
    return new MaxMinResult(rate, limitedBy, utilisation(problem, rate), levels);
  }

  /** Level at which a link fills if nothing else stops before. */
  private double fullAt(int link) {
    if (rising[link] < REFRESH * risingWhenSummed[link]) {
      sumAfresh(link);
    }
    return Math.max(level, left[link] / rising[link]);
  }

  /** Takes the rounding of many subtractions out of a link's running sums. */
  private void sumAfresh(int link) {
    double sum = 0;
    double used = 0;
    for (int i = linkStart[link]; i < linkStart[link + 1]; i++) {
      int f = linkFlow[i];
      if (i > linkStart[link] && linkFlow[i - 1] == f) {
        continue;
      }
      for (int e = incidence.start[f]; e < incidence.start[f + 1]; e++) {
        if (incidence.link[e] == link) {
          if (limitedBy[f] == RISING) {
            sum += coefficient[e];
          } else {
            used += coefficient[e] * (rate[f] / problem.weight[f]);
          }
        }
      }
    }
    rising[link] = sum;
    risingWhenSummed[link] = sum;
    left[link] = Math.max(0, problem.capacity[link] - used);
  }

  private void stopFlowsOn(int link) {
    for (int i = linkStart[link]; i < linkStart[link + 1]; i++) {
      int f = linkFlow[i];
      if (limitedBy[f] == RISING) {
        stop(f, level, level * problem.weight[f], link);
      }
    }
  }

  private boolean limitComesBefore(double fillLevel) {
    while (nextLimit < byLimit.length && limitedBy[byLimit[nextLimit]] != RISING) {
      nextLimit++;
    }
    return nextLimit < byLimit.length && limitLevel(byLimit[nextLimit]) <= fillLevel;
  }

  private void stopAtLimit() {
    int f = byLimit[nextLimit++];
    riseTo(Math.max(level, limitLevel(f)));
    stop(f, limitLevel(f), problem.limit[f], MaxMinResult.DEMAND);
  }

  private void riseTo(double next) {
    if (levels == 0 || next > level * (1 + SAME_LEVEL)) {
      levels++;
    }
    level = next;
  }

  private void stop(int flow, double atLevel, double atRate, int by) {
    rate[flow] = atRate;
    limitedBy[flow] = by;
    for (int e = incidence.start[flow]; e < incidence.start[flow + 1]; e++) {
      int l = incidence.link[e];
      rising[l] -= coefficient[e];
      left[l] -= coefficient[e] * atLevel;
      active[l]--;
    }
  }

  private double limitLevel(int flow) {
    return problem.limit[flow] / problem.weight[flow];
  }

  private void transpose() {
    for (int e = 0; e < incidence.nonZeros(); e++) {
      linkStart[incidence.link[e] + 1]++;
    }
    for (int l = 0; l < left.length; l++) {
      linkStart[l + 1] += linkStart[l];
    }
    for (int l = 0; l < left.length; l++) {
      active[l] = linkStart[l + 1] - linkStart[l];
    }
    int[] fill = Arrays.copyOf(linkStart, left.length);
    for (int f = 0; f < rate.length; f++) {
      boolean routed = incidence.start[f] < incidence.start[f + 1];
      limitedBy[f] = routed ? RISING : MaxMinResult.NO_ROUTE;
      for (int e = incidence.start[f]; e < incidence.start[f + 1]; e++) {
        int l = incidence.link[e];
        linkFlow[fill[l]++] = f;
        rising[l] += coefficient[e];
      }
    }
  }

  /** How fast one link of a class fills per unit of level, for each entry. */
  private static double[] coefficients(MaxMinProblem p) {
    FlowIncidence a = p.incidence;
    if (allOnes(p.weight) && allOnes(p.flowCount) && allOnes(p.linkCount)) {
      return a.share;
    }
    double[] c = Arrays.copyOf(a.share, a.nonZeros());
    for (int f = 0; f < a.flows(); f++) {
      double w = p.weight[f] * p.flowCount[f];
      for (int e = a.start[f]; e < a.start[f + 1]; e++) {
        c[e] *= w / p.linkCount[a.link[e]];
      }
    }
    return c;
  }

  private static boolean allOnes(double[] values) {
    for (double v : values) {
      if (v != 1) {
        return false;
      }
    }
    return true;
  }
}
