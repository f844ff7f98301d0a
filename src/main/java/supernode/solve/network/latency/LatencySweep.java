package supernode.solve.network.latency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.EndpointKinds;
import supernode.solve.network.route.RouteDag;
import supernode.topology.CsrGraph;

/** Latencies by position on a route graph, one destination after the other. */
final class LatencySweep {
  private static final double PICOSECOND = 1e-12;

  private final EcmpRoutes routes;
  private final CsrGraph graph;
  private final LatencyTerms terms;
  private final HopTimes times;
  private final double[] least;
  private final double[] mean;
  final double[] most;
  private final Map<Long, long[]> bins = new HashMap<>();
  private double shortest = Double.POSITIVE_INFINITY;
  private double longest = -1;
  private double longestWay;
  private double sum;
  private long pairs;
  private int from;
  private int to;
  private long runKey;
  private long run;
  private long weight = 1;

  LatencySweep(EcmpRoutes routes, LatencyTerms terms) {
    this.routes = routes;
    this.graph = routes.graph();
    this.terms = terms;
    least = new double[graph.vertexCount()];
    mean = new double[graph.vertexCount()];
    most = new double[graph.vertexCount()];
    times = new HopTimes(graph, terms);
  }

  /** To the first of each kind, which stands for all of it. */
  Outcome<ZeroLoadLatency> run(EndpointKinds kinds, BooleanSupplier cancelled) {
    for (int t : kinds.first()) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      endRun();
      weight = kinds.number(t);
      RouteDag dag = routes.to(t);
      times(dag);
      for (int s = 0; s < graph.endpointCount(); s++) {
        int p = dag.position(graph.endpoint(s));
        if (p > 0) {
          add(s, t, p);
        }
      }
    }
    endRun();
    long n = graph.endpointCount();
    if (pairs == 0) {
      return Outcome.notApplicable("network.noFlows", n);
    }
    List<ZeroLoadLatency.Bin> ascending = new ArrayList<>();
    new TreeMap<>(bins)
        .forEach(
            (key, count) -> ascending.add(new ZeroLoadLatency.Bin(key * PICOSECOND, count[0])));
    return Outcome.solved(
        new ZeroLoadLatency(
            shortest, sum / pairs, longest, longestWay, ascending, from, to, n * (n - 1) - pairs));
  }

  private void add(int source, int destination, int p) {
    double ends = terms.sendS() + terms.receiveS();
    pairs += weight;
    sum += weight * (ends + mean[p]);
    shortest = Math.min(shortest, ends + least[p]);
    longestWay = Math.max(longestWay, most[p]);
    if (ends + most[p] > longest) {
      longest = ends + most[p];
      from = source;
      to = destination;
    }
    long key = Math.round((ends + mean[p]) / PICOSECOND);
    if (key != runKey) {
      endRun();
      runKey = key;
    }
    run += weight;
  }

  /** Pairs of one latency mostly come one after the other: they are counted in runs. */
  private void endRun() {
    if (run > 0) {
      bins.computeIfAbsent(runKey, _ -> new long[1])[0] += run;
      run = 0;
    }
  }

  void times(RouteDag dag) {
    least[0] = 0;
    mean[0] = 0;
    most[0] = 0;
    for (int p = 1; p < dag.size(); p++) {
      double shortest = Double.POSITIVE_INFINITY;
      double longest = 0;
      double sum = 0;
      int end = dag.start(p + 1);
      for (int e = dag.start(p); e < end; e++) {
        double here = hopS(dag, e);
        int next = dag.next(e);
        shortest = Math.min(shortest, here + least[next]);
        longest = Math.max(longest, here + most[next]);
        sum += here + mean[next];
      }
      least[p] = shortest;
      most[p] = longest;
      mean[p] = sum / (dag.start(p + 1) - dag.start(p));
    }
  }

  double most(RouteDag dag, int entry) {
    return hopS(dag, entry) + most[dag.next(entry)];
  }

  HopLatency hop(RouteDag dag, int entry) {
    int link = dag.channel(entry) >> 1;
    int arrival = dag.next(entry);
    return new HopLatency(
        dag.channel(entry),
        graph.latencyS(link),
        graph.propagationS(link),
        arrival == 0 ? 0 : terms.headerBytes() / graph.capacityBytesPerS(link),
        arrival == 0 ? 0 : graph.transitS(dag.vertex(arrival)));
  }

  private double hopS(RouteDag dag, int entry) {
    int channel = dag.channel(entry);
    return dag.next(entry) == 0 ? times.lastS(channel) : times.onS(channel);
  }
}
