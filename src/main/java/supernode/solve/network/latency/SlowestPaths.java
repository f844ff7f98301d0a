package supernode.solve.network.latency;

import supernode.solve.network.route.PairWays;
import supernode.solve.network.route.RouteDag;
import supernode.topology.CsrGraph;

/**
 * The slowest of the shortest paths of single pairs, of all pairs with one destination, or of all
 * with one source, ends included. Not for use by several threads.
 */
public final class SlowestPaths {
  private final CsrGraph graph;
  private final HopTimes times;
  private final double endsS;
  private final double[] most;

  public SlowestPaths(CsrGraph graph, LatencyTerms terms) {
    this.graph = graph;
    times = new HopTimes(graph, terms);
    endsS = terms.sendS() + terms.receiveS();
    most = new double[graph.vertexCount()];
  }

  /** What the ends take besides the ways between them. */
  public double endsS() {
    return endsS;
  }

  /** Over a channel into a vertex that passes on, and through it. */
  public double onS(int channel) {
    return times.onS(channel);
  }

  /** Over a channel into the destination. */
  public double lastS(int channel) {
    return times.lastS(channel);
  }

  /** Of the pair whose ways were found last. */
  public double of(PairWays ways) {
    for (int i = ways.length() - 1; i >= 0; i--) {
      int v = ways.vertex(i);
      most[v] = 0;
      boolean last = ways.hops(v) == 1;
      ways.eachStep(
          v,
          channel -> {
            double rest = last ? times.lastS(channel) : times.onS(channel) + after(channel);
            most[v] = Math.max(most[v], rest);
          });
    }
    return endsS + most[ways.vertex(0)];
  }

  private double after(int channel) {
    return most[graph.channelTo(channel)];
  }

  /** From every endpoint to one, by place; 0 from itself, -1 without a path. */
  public double[] to(RouteDag dag) {
    most[0] = 0;
    for (int p = 1; p < dag.size(); p++) {
      double longest = 0;
      for (int e = dag.start(p); e < dag.start(p + 1); e++) {
        int next = dag.next(e);
        int channel = dag.channel(e);
        double rest = next == 0 ? times.lastS(channel) : times.onS(channel) + most[next];
        longest = Math.max(longest, rest);
      }
      most[p] = longest;
    }
    return byEndpoint(dag, most);
  }

  /**
   * From one endpoint to every one, by place: the ways to it, gone backwards.
   *
   * @param dag to the one
   */
  public double[] from(RouteDag dag) {
    double[] arriving = new double[dag.size()];
    most[0] = 0;
    for (int p = 1; p < dag.size(); p++) {
      double passing = 0;
      for (int e = dag.start(p); e < dag.start(p + 1); e++) {
        double before = most[dag.next(e)];
        int back = dag.channel(e) ^ 1;
        passing = Math.max(passing, before + times.onS(back));
        arriving[p] = Math.max(arriving[p], before + times.lastS(back));
      }
      most[p] = passing;
    }
    return byEndpoint(dag, arriving);
  }

  private double[] byEndpoint(RouteDag dag, double[] byPosition) {
    double[] slowest = new double[graph.endpointCount()];
    for (int s = 0; s < slowest.length; s++) {
      int p = dag.position(graph.endpoint(s));
      slowest[s] = p < 0 ? -1 : p == 0 ? 0 : endsS + byPosition[p];
    }
    return slowest;
  }
}
