package supernode.solve.workload.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import supernode.solve.Outcome;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.RouteDag;
import supernode.solve.network.route.Routing;
import supernode.solve.network.traffic.Traffic;
import supernode.solve.network.traffic.TrafficResult;
import supernode.solve.network.traffic.TrafficSolver;
import supernode.topology.CsrGraph;

/**
 * A fabric and where the chips are on it. For several threads.
 *
 * <p>Flows that start together, are equally large and share links max-min fairly are done when the
 * slowest is: its rate is all that a step of a collective needs.
 */
public final class DrawnFabric {
  static final int MOST_FLOWS = 200_000;

  private static final Routing ECMP = new Routing.EqualCost();

  private final CsrGraph graph;
  private final EcmpRoutes routes;
  private final Routing routing;
  private final int[][] endpoints;
  private final double[] mostBytesPerS;
  private final List<Integer> axes;
  private final boolean switched;

  /** Where chips pass on what is for others there are no classes of links to fill. */
  private final boolean byLoads;

  private FabricClasses alike;

  /**
   * @param routing as chosen; where it cannot be, shortest paths
   * @param endpoints by chip, its places among the endpoints of the fabric
   * @param mostBytesPerS by chip, what it can send to its endpoints; infinite where it is one
   * @param axes of the torus, mesh or HyperX that the chips are wired as, in their order; else none
   */
  public DrawnFabric(
      CsrGraph graph,
      Routing routing,
      int[][] endpoints,
      double[] mostBytesPerS,
      List<Integer> axes) {
    this.graph = graph;
    routes = EcmpRoutes.ofSinglePairs(graph);
    this.routing = routing;
    this.endpoints = endpoints.clone();
    this.mostBytesPerS = mostBytesPerS.clone();
    this.axes = List.copyOf(axes);
    switched =
        IntStream.range(0, graph.endpointCount())
            .map(graph::endpoint)
            .noneMatch(v ->
                IntStream.range(graph.arcStart(v), graph.arcStart(v + 1))
                    .anyMatch(a -> graph.isEndpoint(graph.arcHead(a))));
    byLoads =
        routing.equals(ECMP)
            && IntStream.range(0, graph.endpointCount())
                .anyMatch(e -> graph.forwards(graph.endpoint(e)));
  }

  List<Integer> axes() {
    return axes;
  }

  boolean switched() {
    return switched;
  }

  /** Who sends to whom, one flow each, by chip. */
  static final class Flows {
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int count;

    void add(int source, int destination) {
      if (count == from.length) {
        from = java.util.Arrays.copyOf(from, 2 * count);
        to = java.util.Arrays.copyOf(to, 2 * count);
      }
      from[count] = source;
      to[count++] = destination;
    }

    int count() {
      return count;
    }
  }

  /** Flows to be sent at once at most; of more pairs, evenly spaced distances stand for all. */
  int mostFlows() {
    return byLoads ? Integer.MAX_VALUE : MOST_FLOWS;
  }

  /**
   * What the slowest chip sends when it serves all of its flows alike.
   *
   * @return empty without flows; 0 where one has no way
   */
  OptionalDouble slowestBytesPerS(Flows flows) {
    if (flows.count == 0) {
      return OptionalDouble.empty();
    }
    List<Traffic.Demand> parts = new ArrayList<>();
    int[] sent = new int[endpoints.length];
    for (int f = 0; f < flows.count; f++) {
      int[] here = endpoints[flows.from[f]];
      int[] there = endpoints[flows.to[f]];
      int ways = here.length == 0 ? 0 : there.length == 0 ? 0 : Math.max(here.length, there.length);
      if (ways == 0) {
        return OptionalDouble.of(0);
      }
      sent[flows.from[f]]++;
      for (int i = 0; i < ways; i++) {
        int a = here[i % here.length];
        int b = there[i % there.length];
        parts.add(new Traffic.Demand(a, b, 1.0 / ways, Double.POSITIVE_INFINITY));
      }
    }
    double slowest = byLoads ? loaded(parts) : filled(parts);
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < sent.length; c++) {
      if (sent[c] > 0) {
        least = Math.min(least, Math.min(slowest * sent[c], mostBytesPerS[c]));
      }
    }
    return OptionalDouble.of(least);
  }

  /** Of parts in proportion to their weights: rate of the slowest over its weight. */
  private synchronized double filled(List<Traffic.Demand> parts) {
    Traffic traffic = new Traffic.Matrix(parts);
    Optional<TrafficResult> solved = routed(routing, traffic).or(() -> routed(ECMP, traffic));
    if (solved.isEmpty()) {
      return loaded(parts);
    }
    double slowest = Double.POSITIVE_INFINITY;
    for (int f = 0; f < parts.size(); f++) {
      slowest = Math.min(slowest, solved.get().rateBytesPerS(f) / parts.get(f).weight());
    }
    return slowest;
  }

  private Optional<TrafficResult> routed(Routing by, Traffic traffic) {
    // Routes are looked up destination by destination: no need to hold those of all pairs.
    return TrafficSolver.solve(
            routes, Outcome.solved(routes), by, this::alike, traffic, () -> false)
        .asOptional();
  }

  /** The same over shortest paths: the fullest channel is the first to be filled. */
  private double loaded(List<Traffic.Demand> parts) {
    Map<Integer, List<Traffic.Demand>> byDestination =
        parts.stream().collect(Collectors.groupingBy(Traffic.Demand::destination));
    double[] load = new double[graph.channelCount()];
    for (Map.Entry<Integer, List<Traffic.Demand>> e : byDestination.entrySet()) {
      RouteDag dag = routes.to(e.getKey());
      double[] amount = new double[graph.vertexCount()];
      for (Traffic.Demand d : e.getValue()) {
        int at = dag.position(graph.endpoint(d.source()));
        if (at < 0) {
          return 0;
        }
        amount[at] += d.weight();
      }
      EcmpRoutes.spread(dag, amount, load);
    }
    double slowest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < load.length; c++) {
      if (load[c] > 0) {
        slowest = Math.min(slowest, graph.capacityBytesPerS(c / 2) / load[c]);
      }
    }
    return slowest;
  }

  private FabricClasses alike() {
    if (alike == null) {
      alike = FabricClasses.of(graph, () -> false);
    }
    return alike;
  }
}
