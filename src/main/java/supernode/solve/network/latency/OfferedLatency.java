package supernode.solve.network.latency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  /** Grain of latencies that are counted as one: a 400th. */
  private static final double GRAIN = 400;

  /**
   * In a steady state.
   *
   * @param meanS over packets of all pairs
   * @param slowestPairMeanS mean of the slowest pair
   */
  public record Loaded(
      double meanS, double slowestPairMeanS, double medianS, double p99S, double p999S) {}

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
    double[] waitS = new double[graph.channelCount()];
    double[] varianceS2 = new double[graph.channelCount()];
    double[] free = new double[graph.channelCount()];
    double busiest = 0;
    for (int c = 0; c < waitS.length; c++) {
      double load = graph.isUsable(c >> 1) ? offeredLoad.applyAsDouble(c) : 0;
      double rate = graph.capacityBytesPerS(c >> 1);
      busiest = Math.max(busiest, load);
      free[c] = Math.max(0, 1 - load);
      if (load > 0 && QueueWait.of(load, packets.on(rate)) instanceof QueueWait.Delay(double w)) {
        waitS[c] = w;
        varianceS2[c] = packets.waitVarianceS2(load, w, rate);
      }
    }
    Sweep sweep =
        new Sweep(graph, new Waits(waitS, varianceS2, free), packets.meanBytes(), headerBytes);
    EcmpRoutes routes = EcmpRoutes.ofSinglePairs(graph);
    for (int t : destinations) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      sweep.add(routes.to(t), number.applyAsLong(t));
    }
    return sweep.result(busiest);
  }

  /** By channel: mean wait, its variance, and the chance that a packet finds the link free. */
  private record Waits(double[] meanS, double[] varianceS2, double[] free) {}

  private static final class Sweep {
    private final CsrGraph graph;
    private final Waits waits;
    private final double[] lastHopS;
    private final double[] hopS;
    private final double[] leastS;
    private final double[] idleS;
    private final double[] meanS;
    private final double[] varianceS2;
    private final double[] atOnce;
    private final Map<Alike, Sums> kinds = new HashMap<>();
    private double pairs;
    private double idleSum;
    private double meanSum;
    private double slowest;

    Sweep(CsrGraph graph, Waits waits, double packetBytes, double headerBytes) {
      this.graph = graph;
      this.waits = waits;
      lastHopS = new double[graph.channelCount()];
      hopS = new double[graph.channelCount()];
      for (int c = 0; c < hopS.length; c++) {
        int link = c >> 1;
        double flight = graph.latencyS(link) + graph.propagationS(link);
        double rate = graph.capacityBytesPerS(link);
        lastHopS[c] = flight + packetBytes / rate;
        hopS[c] = flight + headerBytes / rate + graph.transitS(graph.channelTo(c));
      }
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
          count(p, weight);
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
        double here = next == 0 ? lastHopS[c] : hopS[c];
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

    private void count(int p, long weight) {
      pairs += weight;
      idleSum += weight * idleS[p];
      meanSum += weight * meanS[p];
      slowest = Math.max(slowest, meanS[p]);
      Sums sums =
          kinds.computeIfAbsent(
              new Alike(grain(leastS[p]), grain(meanS[p]), grain(Math.sqrt(varianceS2[p]))),
              _ -> new Sums());
      sums.pairs += weight;
      sums.shiftS += weight * leastS[p];
      sums.meanS += weight * meanS[p];
      sums.varianceS2 += weight * varianceS2[p];
      sums.atOnce += weight * atOnce[p];
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
              new Loaded(
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
}
