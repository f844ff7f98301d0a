package supernode.solve.reliability;

import java.util.SplittableRandom;

/**
 * Failures drawn at random against work with checkpoints: beside the formula, for those who doubt
 * it. The same seed gives the same answer.
 *
 * @param mean goodput over all runs
 * @param low end of the interval that holds the true mean with 95 %
 * @param high end of it
 * @param failures drawn in all
 */
public record GoodputSimulation(double mean, double low, double high, long failures) {
  private static final double NORMAL_95 = 1.959964;

  /** Failures of one run beyond which the work is taken to stand still. */
  private static final long MOST_FAILURES = 2_000_000;

  /**
   * Runs it.
   *
   * @param intervalS work between checkpoints
   * @param workS work of one run
   */
  public static GoodputSimulation of(
      Checkpointing c, double intervalS, double workS, int runs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double sum = 0;
    double squares = 0;
    long failures = 0;
    for (int run = 0; run < runs; run++) {
      Run r = run(c, intervalS, workS, random);
      double goodput = r.done / r.elapsed;
      sum += goodput;
      squares += goodput * goodput;
      failures += r.failures;
    }
    double mean = sum / runs;
    double variance = Math.max(0, (squares - sum * mean) / Math.max(1, runs - 1));
    double half = NORMAL_95 * Math.sqrt(variance / runs);
    return new GoodputSimulation(mean, mean - half, mean + half, failures);
  }

  private record Run(double done, double elapsed, long failures) {}

  private static Run run(Checkpointing c, double intervalS, double workS, SplittableRandom random) {
    double elapsed = 0;
    double done = 0;
    long failures = 0;
    double untilFailure = next(c, random);
    while (done < workS && failures < MOST_FAILURES) {
      double work = Math.min(intervalS, workS - done);
      double needed = work + c.stallS();
      if (untilFailure >= needed) {
        untilFailure -= needed;
        elapsed += needed;
        done += work;
        continue;
      }
      elapsed += untilFailure;
      failures++;
      untilFailure = next(c, random);
      // Restarts fail too, and begin anew.
      while (untilFailure < c.restartS() && failures < MOST_FAILURES) {
        elapsed += untilFailure;
        failures++;
        untilFailure = next(c, random);
      }
      elapsed += c.restartS();
      untilFailure -= c.restartS();
    }
    return new Run(done, elapsed, failures);
  }

  private static double next(Checkpointing c, SplittableRandom random) {
    return -c.mtbfS() * Math.log(1 - random.nextDouble());
  }
}
