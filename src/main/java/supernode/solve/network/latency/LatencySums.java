package supernode.solve.network.latency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Latencies of pairs added up: alike ones as one, and what share of packets takes longer. */
final class LatencySums {
  /** Grain of latencies that are counted as one: a 400th. */
  private static final double GRAIN = 400;

  private final Map<Alike, Sums> kinds = new HashMap<>();
  private double pairs;
  private double idleSum;
  private double meanSum;
  private double slowest;

  /** Latencies of alike pairs: nothing is faster than the shift; the rest has mean and variance. */
  private record Alike(long shift, long mean, long deviation) {}

  /** Sums over alike pairs. */
  private static final class Sums {
    double pairs;
    double shiftS;
    double meanS;
    double varianceS2;
    double atOnce;
  }

  /**
   * Adds so many pairs.
   *
   * @param leastS the fastest of their ways without load
   * @param atOnce the chance that a packet waits nowhere
   */
  void add(
      double weight, double leastS, double idleS, double meanS, double varianceS2, double atOnce) {
    pairs += weight;
    idleSum += weight * idleS;
    meanSum += weight * meanS;
    slowest = Math.max(slowest, meanS);
    Sums sums =
        kinds.computeIfAbsent(
            new Alike(grain(leastS), grain(meanS), grain(Math.sqrt(varianceS2))), _ -> new Sums());
    sums.pairs += weight;
    sums.shiftS += weight * leastS;
    sums.meanS += weight * meanS;
    sums.varianceS2 += weight * varianceS2;
    sums.atOnce += weight * atOnce;
  }

  private static long grain(double seconds) {
    return seconds > 0 ? Math.round(GRAIN * Math.log(seconds)) : Long.MIN_VALUE;
  }

  OfferedLatency result(double busiest) {
    double idle = pairs == 0 ? 0 : idleSum / pairs;
    if (pairs == 0 || busiest >= 1) {
      return new OfferedLatency(busiest, idle, Optional.empty());
    }
    List<Sums> all = new ArrayList<>(kinds.values());
    return new OfferedLatency(
        busiest,
        idle,
        Optional.of(
            new OfferedLatency.Loaded(
                meanSum / pairs,
                slowest,
                exceeded(all, 0.5),
                exceeded(all, 0.01),
                exceeded(all, 0.001))));
  }

  /** The latency that so large a share of all packets exceeds. */
  private double exceeded(List<Sums> all, double share) {
    double low = 0;
    double high = slowest;
    while (above(all, high) > share) {
      high *= 2;
    }
    for (int i = 0; i < 60 && high - low > high * 1e-9; i++) {
      double middle = (low + high) / 2;
      if (above(all, middle) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double above(List<Sums> all, double seconds) {
    double sum = 0;
    for (Sums s : all) {
      sum += s.pairs * above(s, seconds);
    }
    return sum / pairs;
  }

  private static double above(Sums s, double seconds) {
    double shift = s.shiftS / s.pairs;
    double mean = s.meanS / s.pairs - shift;
    double variance = s.varianceS2 / s.pairs;
    // Less than rounding leaves of two times that are the same.
    if (!(variance > 1e-20 * shift * shift && mean > 1e-10 * shift)) {
      return seconds < shift + mean ? 1 : 0;
    }
    double square = variance + mean * mean;
    double waiting = Math.max(1 - s.atOnce / s.pairs, mean * mean / square * (1 + 1e-9));
    double whenMean = mean / waiting;
    double whenVariance = square / waiting - whenMean * whenMean;
    return seconds < shift
        ? 1
        : waiting
            * GammaTail.above(
                whenMean * whenMean / whenVariance, (seconds - shift) * whenMean / whenVariance);
  }
}
