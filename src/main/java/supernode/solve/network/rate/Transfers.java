package supernode.solve.network.rate;

import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;

/**
 * When finite transfers end that share links max-min fairly: rates hold until a transfer is done,
 * then the rest share anew.
 *
 * @param endS end of each flow, second; infinite for one that never gets anywhere
 * @param solves how often the rates were found anew
 */
public record Transfers(double[] endS, int solves) {
  /** Crossings times solves beyond which it takes too long. */
  private static final long MOST_WORK = 2_000_000_000L;

  /** Ends that lie closer together than this share are one. */
  private static final double SAME_TIME = 1e-12;

  /** The last end of those that come to one, second. */
  public double lastS() {
    double last = 0;
    for (double end : endS) {
      last = end < Double.POSITIVE_INFINITY ? Math.max(last, end) : last;
    }
    return last;
  }

  /**
   * Follows transfers that all begin at once.
   *
   * @param bytes to move by one flow of each class
   * @return not applicable beyond the bound on work
   */
  public static Outcome<Transfers> of(
      MaxMinProblem problem, double[] bytes, BooleanSupplier cancelled) {
    int flows = problem.incidence.flows();
    double[] left = bytes.clone();
    double[] end = new double[flows];
    double[] limit = problem.limit.clone();
    int running = 0;
    for (int f = 0; f < flows; f++) {
      if (left[f] > 0) {
        end[f] = Double.POSITIVE_INFINITY;
        running++;
      } else {
        limit[f] = 0;
      }
    }
    double now = 0;
    int solves = 0;
    while (running > 0) {
      if ((long) solves * problem.incidence.nonZeros() > MOST_WORK) {
        return Outcome.notApplicable("network.tooManyEnds", solves);
      }
      double[] rate = MaxMin.solve(problem.withLimits(limit), cancelled).rate;
      solves++;
      double step = Double.POSITIVE_INFINITY;
      for (int f = 0; f < flows; f++) {
        if (left[f] > 0 && rate[f] > 0) {
          step = Math.min(step, left[f] / rate[f]);
        }
      }
      if (step == Double.POSITIVE_INFINITY) {
        break;
      }
      now += step;
      for (int f = 0; f < flows; f++) {
        if (left[f] > 0 && rate[f] > 0) {
          boolean done = left[f] / rate[f] <= step * (1 + SAME_TIME);
          left[f] = done ? 0 : left[f] - step * rate[f];
          if (left[f] <= 0) {
            left[f] = 0;
            end[f] = now;
            limit[f] = 0;
            running--;
          }
        }
      }
    }
    return Outcome.solved(new Transfers(end, solves));
  }
}
