package supernode.solve.network.traffic;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.network.route.ChannelKind;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.RouteDag;
import supernode.topology.CsrGraph;

/**
 * Max-min rates of uniform all-to-all without writing down who crosses what: per fill level one
 * pass over the route graph of each destination adds up the loads (as Brandes' betweenness does),
 * one more finds the flows that cross a full link. Exact; cheap where few levels occur, as in
 * fabrics that are symmetric or nearly so.
 */
final class AllToAllFilling {
  private static final double SAME_LEVEL = 1e-10;

  private final EcmpRoutes routes;
  private final CsrGraph graph;
  private final BooleanSupplier cancelled;
  private final int endpoints;
  private final double[] rate;
  private final int[] risingTo;
  private final double[] amount;
  private final double[] stoppedAmount;
  private final byte[] crossed;
  private final double[] rising;
  private final double[] stopped;
  private final byte[] full;
  private final BottleneckTally tally;
  private long left;
  private boolean anyStopped;
  private double level;
  private int levels;

  private AllToAllFilling(EcmpRoutes routes, BooleanSupplier cancelled) {
    this.routes = routes;
    this.graph = routes.graph();
    this.cancelled = cancelled;
    this.endpoints = graph.endpointCount();
    this.rate = new double[endpoints * (endpoints - 1)];
    this.risingTo = new int[endpoints];
    this.amount = new double[graph.vertexCount()];
    this.stoppedAmount = new double[graph.vertexCount()];
    this.crossed = new byte[graph.vertexCount()];
    this.rising = new double[graph.channelCount()];
    this.stopped = new double[graph.channelCount()];
    this.full = new byte[graph.channelCount()];
    this.tally = new BottleneckTally(graph);
  }

  /** The rates by flow; empty when more than the given number of fill levels is needed. */
  static Optional<FilledRates> fill(EcmpRoutes routes, int mostLevels, BooleanSupplier cancelled) {
    AllToAllFilling filling = new AllToAllFilling(routes, cancelled);
    filling.markUnrouted();
    while (filling.left > 0) {
      if (filling.levels == mostLevels) {
        return Optional.empty();
      }
      filling.addLoads();
      if (!filling.findFullLinks()) {
        break;
      }
      filling.stopFlows();
    }
    return Optional.of(filling.result());
  }

  private void markUnrouted() {
    Arrays.fill(rate, -1);
    for (int t = 0; t < endpoints; t++) {
      RouteDag dag = dag(t);
      for (int s = 0; s < endpoints; s++) {
        if (s != t) {
          int f = flow(s, t);
          if (dag.position(graph.endpoint(s)) < 0) {
            rate[f] = 0;
          } else {
            risingTo[t]++;
          }
        }
      }
      left += risingTo[t];
    }
  }

  private void addLoads() {
    Arrays.fill(rising, 0);
    Arrays.fill(stopped, 0);
    for (int t = 0; t < endpoints; t++) {
      RouteDag dag = dag(t);
      Arrays.fill(amount, 0, dag.size(), 0);
      Arrays.fill(stoppedAmount, 0, dag.size(), 0);
      for (int s = 0; s < endpoints; s++) {
        int p = dag.position(graph.endpoint(s));
        if (p > 0) {
          double r = rate[flow(s, t)];
          if (r < 0) {
            amount[p] = 1;
          } else {
            stoppedAmount[p] = r;
          }
        }
      }
      if (risingTo[t] > 0) {
        EcmpRoutes.spread(dag, amount, rising);
      }
      if (anyStopped) {
        EcmpRoutes.spread(dag, stoppedAmount, stopped);
      }
    }
  }

  /** Rises to the next fill level; false if no link will ever fill. */
  private boolean findFullLinks() {
    double next = Double.POSITIVE_INFINITY;
    for (int c = 0; c < rising.length; c++) {
      if (rising[c] > 0) {
        next = Math.min(next, fillLevel(c));
      }
    }
    Arrays.fill(full, (byte) 0);
    if (next == Double.POSITIVE_INFINITY) {
      return false;
    }
    level = Math.max(level, next);
    levels++;
    for (int c = 0; c < rising.length; c++) {
      if (rising[c] > 0 && fillLevel(c) <= level * (1 + SAME_LEVEL)) {
        full[c] = (byte) tally.mask(c);
        tally.addChannel(c);
      }
    }
    return true;
  }

  private double fillLevel(int channel) {
    double capacity = graph.capacityBytesPerS(channel >> 1);
    return Math.max(0, capacity - stopped[channel]) / rising[channel];
  }

  private void stopFlows() {
    long[] byMask = new long[1 << ChannelKind.values().length];
    for (int t = 0; t < endpoints; t++) {
      if (risingTo[t] == 0) {
        continue;
      }
      RouteDag dag = dag(t);
      markCrossed(dag);
      for (int s = 0; s < endpoints; s++) {
        int p = dag.position(graph.endpoint(s));
        if (p > 0 && crossed[p] != 0) {
          int f = flow(s, t);
          if (rate[f] < 0) {
            rate[f] = level;
            risingTo[t]--;
            left--;
            byMask[crossed[p]]++;
          }
        }
      }
    }
    anyStopped = true;
    for (int m = 1; m < byMask.length; m++) {
      if (byMask[m] > 0) {
        tally.addFlows(m, byMask[m], level);
      }
    }
  }

  /** For each position the kinds of full links between it and the destination. */
  private void markCrossed(RouteDag dag) {
    crossed[0] = 0;
    for (int p = 1; p < dag.size(); p++) {
      int kinds = 0;
      for (int e = dag.start(p); e < dag.start(p + 1); e++) {
        kinds |= full[dag.channel(e)] | crossed[dag.next(e)];
      }
      crossed[p] = (byte) kinds;
    }
  }

  private FilledRates result() {
    double[] utilisation = new double[rising.length];
    for (int c = 0; c < utilisation.length; c++) {
      double capacity = graph.capacityBytesPerS(c >> 1);
      if (capacity > 0 && capacity < Double.POSITIVE_INFINITY) {
        utilisation[c] = (stopped[c] + level * rising[c]) / capacity;
      }
    }
    for (int f = 0; f < rate.length; f++) {
      if (rate[f] < 0) {
        rate[f] = Double.POSITIVE_INFINITY;
      }
    }
    return new FilledRates(rate, utilisation, tally.bottlenecks(), levels);
  }

  private RouteDag dag(int destination) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
    return routes.to(destination);
  }

  private int flow(int source, int destination) {
    return destination * (endpoints - 1) + (source < destination ? source : source - 1);
  }
}
