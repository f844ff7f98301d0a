package supernode.solve.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.Islands;

/**
 * All-reduce over all endpoints of a fabric, alpha-beta bounds: latency per step plus bytes over
 * rate, without software overhead and without the time to add (performance-models.md, section 4a).
 *
 * @param ranks endpoints that take part: of an island, the largest where they differ
 * @param ringBytesPerS slowest flow when each sends to its neighbour
 * @param ringLatencyS longest latency between such neighbours
 * @param pairBytesPerS slowest flow when all send to all
 * @param pairLatencyS longest latency between any two
 * @param injectionBytesPerS what the slowest endpoint sends when all send to all
 * @param reducingSwitches whether all endpoints hang on switches that add up (NVLS, SHARP)
 */
public record AllReduce(
    int ranks,
    double ringBytesPerS,
    double ringLatencyS,
    double pairBytesPerS,
    double pairLatencyS,
    double injectionBytesPerS,
    boolean reducingSwitches) {
  /** How the ranks go about it. */
  public enum Algorithm {
    /** 2 (n - 1) steps of S / n round the ring. */
    RING,
    /** Every rank sends 1/n to every other one, adds, and sends the sum back: two steps. */
    DIRECT,
    /** The switches add: every rank sends and receives S (n + 1) / n once. */
    IN_NETWORK
  }

  /**
   * One algorithm at one size.
   *
   * @param bytes the buffer of each rank
   * @param algorithmBytesPerS bytes over time
   * @param busBytesPerS algorithm bandwidth times 2 (n - 1) / n, as nccl-tests defines it; above
   *     the line rate for in-network reduction
   * @param wireBytesPerS what each rank really sends, over time
   */
  public record Run(
      Algorithm algorithm,
      double bytes,
      double timeS,
      double algorithmBytesPerS,
      double busBytesPerS,
      double wireBytesPerS) {}

  /**
   * The terms of a fabric.
   *
   * @return not applicable where ring or all-to-all do not reach everyone
   */
  public static Outcome<AllReduce> of(
      EcmpRoutes routes,
      LatencyTerms terms,
      TrafficResult ring,
      TrafficResult allToAll,
      ZeroLoadLatency latency,
      boolean reducingSwitches,
      BooleanSupplier cancelled) {
    Islands islands = Islands.of(routes.graph());
    if (ring.unroutedFlows() > 0 || allToAll.unroutedFlows() > islands.pairsApart()) {
      return Outcome.notApplicable("network.ringBroken");
    }
    return Outcome.solved(
        new AllReduce(
            islands.mostEndpoints(),
            ring.rates().leastBytesPerS(),
            ZeroLoadLatency.slowestS(routes, terms, ring.flows(), cancelled),
            allToAll.rates().leastBytesPerS(),
            latency.mostS(),
            allToAll.injection().leastBytesPerS(),
            reducingSwitches && routes.graph().switchCount() > 0));
  }

  /** The algorithms that the fabric allows. */
  public List<Algorithm> algorithms() {
    List<Algorithm> all = new ArrayList<>();
    if (ringBytesPerS > 0) {
      all.add(Algorithm.RING);
    }
    if (pairBytesPerS > 0) {
      all.add(Algorithm.DIRECT);
      if (reducingSwitches) {
        all.add(Algorithm.IN_NETWORK);
      }
    }
    return all;
  }

  /** Time and bandwidths; only for one of {@link #algorithms}. */
  public Run run(Algorithm algorithm, double bytes) {
    double n = ranks;
    double sent =
        switch (algorithm) {
          case RING, DIRECT -> 2 * (n - 1) / n * bytes;
          case IN_NETWORK -> (n + 1) / n * bytes;
        };
    double time =
        switch (algorithm) {
          case RING -> 2 * (n - 1) * ringLatencyS + sent / ringBytesPerS;
          case DIRECT -> 2 * (pairLatencyS + bytes / n / pairBytesPerS);
          // Assumption: one trip in to be added and one out again, each no longer than a pair's.
          case IN_NETWORK -> 2 * pairLatencyS + sent / injectionBytesPerS;
        };
    double algorithmRate = time > 0 ? bytes / time : 0;
    return new Run(
        algorithm,
        bytes,
        time,
        algorithmRate,
        algorithmRate * 2 * (n - 1) / n,
        time > 0 ? sent / time : 0);
  }
}
