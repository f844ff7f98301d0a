package supernode.solve.network.latency;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.RouteDag;
import supernode.topology.CsrGraph;

/**
 * Latency of a packet over all pairs at an offered load, from its first bit at the sender to its
 * last bit at the receiver: the idle fabric, the packet on the wire once (cut-through), and an
 * M/G/1 queue before every link, independent of each other (Kleinrock). Mean and variance of the
 * waits, and the chance of none, are exact for M/G/1; that those that wait do so by a gamma
 * distribution is an assumption. Poisson arrivals are optimistic for synchronised collectives: for
 * those see {@link Incast}.
 *
 * @param busiestLoad offered load of the busiest link direction: 1 or more is saturated
 * @param idleMeanS mean without load
 * @param loaded empty when saturated
 */
public record OfferedLatency(double busiestLoad, double idleMeanS, Optional<Loaded> loaded) {
  /**
   * In a steady state.
   *
   * @param meanS over packets of all pairs
   * @param slowestPairMeanS mean of the slowest pair
   */
  public record Loaded(
      double meanS, double slowestPairMeanS, double medianS, double p99S, double p999S) {}

  /**
   * Of equal-split shortest paths.
   *
   * @param offeredLoad by channel: offered rate over capacity
   * @param destinations endpoints, by place, that stand for all
   * @param number how many a destination stands for
   * @param headerBytes what a switch waits for before it passes a packet on
   * @throws CancellationException when cancelled
   */
  public static OfferedLatency of(
      CsrGraph graph,
      IntToDoubleFunction offeredLoad,
      int[] destinations,
      IntToLongFunction number,
      PacketMix packets,
      double headerBytes,
      BooleanSupplier cancelled) {
    LinkWaits waits = new LinkWaits(graph, offeredLoad, packets, headerBytes);
    Sweep sweep = new Sweep(graph, waits);
    EcmpRoutes routes = EcmpRoutes.ofSinglePairs(graph);
    for (int t : destinations) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      sweep.add(routes.to(t), number.applyAsLong(t));
    }
    return sweep.sums.result(waits.busiest);
  }

  private static final class Sweep {
    private final CsrGraph graph;
    private final LinkWaits waits;
    private final double[] leastS;
    private final double[] idleS;
    private final double[] meanS;
    private final double[] varianceS2;
    private final double[] atOnce;
    private final LatencySums sums = new LatencySums();

    Sweep(CsrGraph graph, LinkWaits waits) {
      this.graph = graph;
      this.waits = waits;
      leastS = new double[graph.vertexCount()];
      idleS = new double[graph.vertexCount()];
      meanS = new double[graph.vertexCount()];
      varianceS2 = new double[graph.vertexCount()];
      atOnce = new double[graph.vertexCount()];
    }

    void add(RouteDag dag, long weight) {
      atOnce[0] = 1;
      for (int p = 1; p < dag.size(); p++) {
        spread(dag, p);
        if (graph.isEndpoint(dag.vertex(p))) {
          sums.add((double) weight, leastS[p], idleS[p], meanS[p], varianceS2[p], atOnce[p]);
        }
      }
    }

    /** A packet takes any of the links on with equal chance. */
    private void spread(RouteDag dag, int p) {
      double least = Double.POSITIVE_INFINITY;
      double idle = 0;
      double mean = 0;
      double square = 0;
      double free = 0;
      int ways = dag.start(p + 1) - dag.start(p);
      for (int e = dag.start(p); e < dag.start(p + 1); e++) {
        int c = dag.channel(e);
        int next = dag.next(e);
        double here = next == 0 ? waits.lastHopS[c] : waits.hopS[c];
        double way = here + waits.meanS[c] + meanS[next];
        least = Math.min(least, here + leastS[next]);
        idle += here + idleS[next];
        mean += way;
        square += way * way + waits.varianceS2[c] + varianceS2[next];
        free += waits.free[c] * atOnce[next];
      }
      leastS[p] = least;
      idleS[p] = idle / ways;
      meanS[p] = mean / ways;
      atOnce[p] = free / ways;
      varianceS2[p] = Math.max(0, square / ways - meanS[p] * meanS[p]);
    }
  }
}
