package supernode.solve.workload.serve;

import java.util.Optional;

/**
 * What users are promised, at the 99th percentile.
 *
 * @param ttftSeconds infinite for no promise
 * @param tpotSeconds infinite for no promise
 */
public record Objective(double ttftSeconds, double tpotSeconds) {
  private static final int STEPS = 14;
  private static final int TRIED = 20_000;

  /** Whether anything is promised. */
  public boolean isAny() {
    return ttftSeconds < Double.POSITIVE_INFINITY || tpotSeconds < Double.POSITIVE_INFINITY;
  }

  boolean met(QueueResult r) {
    return r.ttft().p99() <= ttftSeconds && r.tpot().p99() <= tpotSeconds;
  }

  /** A stream so thin that nobody waits for anybody. */
  public QueueResult idle(Service service, RequestMix mix, long seed) {
    return RequestQueue.of(service, mix.at(1e-6), 2000, seed);
  }

  /**
   * Most requests per second within the promise; empty where not even an idle machine keeps it.
   *
   * @param seed of the drawing
   */
  public Optional<QueueResult> most(Service service, RequestMix mix, long seed) {
    if (!met(idle(service, mix, seed))) {
      return Optional.empty();
    }
    double low = 0;
    double high = saturated(service, mix, seed);
    QueueResult best = idle(service, mix, seed);
    for (int i = 0; i < STEPS; i++) {
      double rate = (low + high) / 2;
      QueueResult r = RequestQueue.of(service, mix.at(rate), TRIED, seed);
      if (met(r)) {
        low = rate;
        best = r;
      } else {
        high = rate;
      }
    }
    return Optional.of(best);
  }

  /** What is served when all come at once, with some room: nothing faster is possible. */
  private static double saturated(Service service, RequestMix mix, long seed) {
    return 1.5 * RequestQueue.of(service, mix.at(1e9), TRIED, seed).requestsPerSecond();
  }
}
