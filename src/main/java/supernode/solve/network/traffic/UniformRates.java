package supernode.solve.network.traffic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.RouteDag;
import supernode.topology.CsrGraph;

/**
 * All-to-all whose flows all get the same: every flow crosses a link that is full when the first
 * one is, as where all endpoints stand alike. No flow has a number of its own, so there may be as
 * many as there will.
 */
final class UniformRates implements FlowRates {
  private static final double FULL = 1 - 1e-9;

  private final CsrGraph graph;
  private final double rate;

  /** Flows that cross each channel, one that splits by its share. */
  private final double[] load;

  private final List<Bottleneck> bottlenecks;

  private UniformRates(CsrGraph graph, double rate, double[] load, BottleneckTally tally) {
    this.graph = graph;
    this.rate = rate;
    this.load = load;
    this.bottlenecks = tally.bottlenecks();
  }

  /** The rates; empty where flows differ in what they get, or some have no way. */
  static Optional<UniformRates> of(EcmpRoutes routes, BooleanSupplier cancelled) {
    CsrGraph graph = routes.graph();
    int destinations = graph.endpointCount();
    double[] load = new double[graph.channelCount()];
    double[] amount = new double[graph.vertexCount()];
    for (int t = 0; t < destinations; t++) {
      RouteDag dag = dag(routes, t, cancelled);
      Arrays.fill(amount, 0, dag.size(), 0);
      for (int s = 0; s < graph.endpointCount(); s++) {
        int p = dag.position(graph.endpoint(s));
        if (p < 0) {
          return Optional.empty();
        }
        amount[p] = p > 0 ? 1 : 0;
      }
      EcmpRoutes.spread(dag, amount, load);
    }
    double rate = Double.POSITIVE_INFINITY;
    for (int c = 0; c < load.length; c++) {
      if (load[c] > 0) {
        rate = Math.min(rate, graph.capacityBytesPerS(c >> 1) / load[c]);
      }
    }
    if (Double.isInfinite(rate)) {
      return Optional.empty();
    }
    boolean[] full = new boolean[load.length];
    BottleneckTally tally = new BottleneckTally(graph);
    for (int c = 0; c < load.length; c++) {
      full[c] = rate * load[c] >= graph.capacityBytesPerS(c >> 1) * FULL;
      if (full[c]) {
        tally.addChannel(c);
      }
    }
    int[] crossed = new int[graph.vertexCount()];
    long[] byMask = new long[1 << supernode.solve.network.route.ChannelKind.values().length];
    for (int t = 0; t < destinations; t++) {
      RouteDag dag = dag(routes, t, cancelled);
      crossed[0] = 0;
      for (int p = 1; p < dag.size(); p++) {
        int kinds = 0;
        for (int e = dag.start(p); e < dag.start(p + 1); e++) {
          kinds |= crossed[dag.next(e)] | (full[dag.channel(e)] ? tally.mask(dag.channel(e)) : 0);
        }
        crossed[p] = kinds;
        if (graph.isEndpoint(dag.vertex(p))) {
          if (kinds == 0) {
            return Optional.empty();
          }
          byMask[kinds]++;
        }
      }
    }
    for (int m = 1; m < byMask.length; m++) {
      if (byMask[m] > 0) {
        tally.addFlows(m, byMask[m], rate);
      }
    }
    return Optional.of(new UniformRates(graph, rate, load, tally));
  }

  private static RouteDag dag(EcmpRoutes routes, int t, BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
    return routes.to(t);
  }

  @Override
  public double rate(int flow) {
    return rate;
  }

  @Override
  public double utilisation(int channel) {
    double capacity = graph.capacityBytesPerS(channel >> 1);
    return capacity > 0 && capacity < Double.POSITIVE_INFINITY
        ? rate * load[channel] / capacity
        : 0;
  }

  @Override
  public RateSummary rates() {
    return new RateSummary(rate, rate, rate);
  }

  @Override
  public double egress(int endpoint) {
    return rate * (graph.endpointCount() - 1);
  }

  @Override
  public double ingress(int endpoint) {
    return egress(endpoint);
  }

  @Override
  public long unrouted() {
    return 0;
  }

  @Override
  public List<Bottleneck> bottlenecks() {
    return bottlenecks;
  }

  @Override
  public int levels() {
    return 1;
  }

  @Override
  public void eachRate(RateCount out) {
    long n = graph.endpointCount();
    out.add(rate, (double) n * (n - 1));
  }

  /** All flows on a channel together, the pair at its ends for an example. */
  List<LinkFlow> onLink(int channel) {
    int source = -1;
    int destination = -1;
    for (int i = 0; i < graph.endpointCount(); i++) {
      source = graph.endpoint(i) == graph.channelFrom(channel) ? i : source;
      destination = graph.endpoint(i) == graph.channelTo(channel) ? i : destination;
    }
    boolean full = utilisation(channel) >= FULL;
    int from = source >= 0 ? source : destination == 0 ? 1 : 0;
    int to = destination >= 0 ? destination : from == 0 ? 1 : 0;
    return load[channel] == 0
        ? List.of()
        : List.of(new LinkFlow(from, to, load[channel], rate, full));
  }
}
