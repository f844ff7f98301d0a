package supernode.solve.workload.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** What users wait for as requests come thicker, up to beyond what the machine keeps up with. */
public record LatencyCurve(List<Objective.Capacity> points) {
  private static final double[] SHARES = {0.05, 0.2, 0.4, 0.6, 0.75, 0.85, 0.93, 1, 1.06, 1.12};
  private static final int LEAST_REQUESTS = 2_000;
  private static final int MOST_REQUESTS = 40_000;

  /** Mean stays that a stream lasts at least. */
  private static final double STAYS = 6;

  /** Promised times that it lasts at least: a queue needs some to show that it grows. */
  private static final double PROMISES = 20;

  public LatencyCurve {
    points = List.copyOf(points);
  }

  /**
   * Streams of several rates, each seen by one of the equal slices of a service.
   *
   * @param promisedS what the first token may take; infinite for no promise
   * @param full rate about which the curve is looked at
   * @param cancelled asked before each rate
   * @throws CancellationException when cancelled
   */
  public static LatencyCurve of(
      Service whole,
      RequestMix mix,
      double promisedS,
      double full,
      long seed,
      BooleanSupplier cancelled) {
    int slices = Objective.slices(whole);
    Service service = whole.slice(slices);
    double stay = RequestQueue.of(service, mix.at(1e-6), LEAST_REQUESTS, seed).endToEnd().mean();
    double span = Math.max(STAYS * stay, Double.isFinite(promisedS) ? PROMISES * promisedS : 0);
    List<Objective.Capacity> points = new ArrayList<>();
    for (double share : SHARES) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      double rate = share * full / slices;
      int count = (int) Math.clamp(rate * span, LEAST_REQUESTS, MOST_REQUESTS);
      points.add(
          new Objective.Capacity(
              share * full, RequestQueue.of(service, mix.at(rate), count, seed).times(slices)));
    }
    return new LatencyCurve(points);
  }
}
