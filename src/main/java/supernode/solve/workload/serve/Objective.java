package supernode.solve.workload.serve;

import java.util.Optional;

/**
 * What users are promised, at the 99th percentile.
 *
 * @param ttftSeconds infinite for no promise
 * @param tpotSeconds infinite for no promise
 */
public record Objective(double ttftSeconds, double tpotSeconds) {
  private static final int STEPS = 12;
  private static final double CLOSE = 0.01;
  private static final double STEADY = 6;
  private static final int LEAST_REPLICAS = 8;
  private static final int DOUBLINGS = 40;
  private static final int LEAST_TRIED = 5_000;
  private static final int MOST_TRIED = 60_000;

  /**
   * Share of what comes that is answered meanwhile where a stream cannot last long enough to tell.
   */
  private static final double KEPT_UP = 0.75;

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

  /** A stream of requests and what it saw. */
  public record Capacity(double perSecond, QueueResult queue) {}

  /**
   * Most requests per second within the promise; empty where not even an idle machine keeps it.
   *
   * @param seed of the drawing
   */
  public Optional<Capacity> most(Service whole, RequestMix mix, long seed) {
    int slices = slices(whole);
    Service service = whole.slice(slices);
    QueueResult alone = idle(service, mix, seed);
    if (!met(alone)) {
      return Optional.empty();
    }
    double low = 1 / Math.max(alone.endToEnd().mean(), 1e-6);
    Capacity best = new Capacity(low * slices, alone.times(slices));
    double high = low;
    for (int i = 0; i < DOUBLINGS + STEPS; i++) {
      // First twice as much each time, then halfway between what is kept and what is not.
      double rate = high == low ? 2 * low : (low + high) / 2;
      boolean doubling = high == low;
      Optional<QueueResult> kept = kept(service, mix.at(rate), alone, seed);
      if (kept.isPresent()) {
        low = rate;
        high = doubling ? rate : high;
        best = new Capacity(low * slices, kept.get().times(slices));
      } else {
        high = rate;
      }
      if (high != low && high - low < CLOSE * low) {
        break;
      }
    }
    return Optional.of(best);
  }

  /** Equal slices of a service see equal streams: one of them is enough, if it is not too small. */
  static int slices(Service service) {
    int most = 1;
    for (int k = 2; k <= service.decodeInstances(); k++) {
      boolean even =
          service.decodeInstances() % k == 0
              && (!service.apart() || service.prefillInstances() % k == 0);
      if (even && service.decoders() / k >= LEAST_REPLICAS) {
        most = k;
      }
    }
    return most;
  }

  /** A stream that keeps the promise; long enough for a queue to show that it grows. */
  private Optional<QueueResult> kept(
      Service service, RequestMix mix, QueueResult alone, long seed) {
    double span = 10 * alone.endToEnd().mean();
    if (ttftSeconds < Double.POSITIVE_INFINITY) {
      span = Math.max(span, 20 * ttftSeconds);
    }
    while (true) {
      int count = (int) Math.clamp(mix.perSecond() * span, LEAST_TRIED, MOST_TRIED);
      QueueResult r = RequestQueue.of(service, mix, count, seed);
      if (!met(r)) {
        return Optional.empty();
      }
      double steady = STEADY * r.endToEnd().mean();
      if (count == MOST_TRIED) {
        // Any promise is kept to the end of a stream that is too short for it.
        return r.requestsPerSecond() < KEPT_UP * mix.perSecond()
            ? Optional.empty()
            : Optional.of(r);
      }
      if (span >= steady) {
        return Optional.of(r);
      }
      span = steady * 1.2;
    }
  }
}
