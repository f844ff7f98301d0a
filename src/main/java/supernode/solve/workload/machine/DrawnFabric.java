package supernode.solve.workload.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.Routing;
import supernode.solve.workload.machine.FlowLoads.Parts;
import supernode.topology.CsrGraph;

/** A fabric and where the chips are on it: what they get, and how far they are. */
public final class DrawnFabric {
  /** Pairs up to which each is followed where nothing is alike. */
  static final int MOST_FLOWS = 200_000;

  private static final Routing ECMP = new Routing.EqualCost();

  private final CsrGraph graph;
  private final EcmpRoutes routes;
  private final Routing routing;
  private final LatencyTerms terms;
  private final int[][] endpoints;
  private final double[] mostBytesPerS;
  private final List<Integer> axes;
  private final boolean switched;
  private final Names names;

  /** Endpoints of every chip; -1 where chips differ. */
  private final int each;

  private FlowLoads loads;
  private PairLatencies latencies;

  /** What vertices of the fabric and chips are called. */
  public record Names(IntFunction<String> vertex, IntFunction<String> chip) {
    public static final Names NUMBERS = new Names(v -> "vertex[" + v + "]", c -> "chip[" + c + "]");
  }

  /**
   * @param routing as chosen; where it cannot be, shortest paths
   * @param terms of latency; ends are left out
   * @param endpoints by chip, its places among the endpoints of the fabric
   * @param mostBytesPerS by chip, what it can send to its endpoints; infinite where it is one
   * @param axes of the torus, mesh or HyperX that the chips are wired as, in their order; else none
   * @param names for links that limit
   */
  public DrawnFabric(
      CsrGraph graph,
      Routing routing,
      LatencyTerms terms,
      int[][] endpoints,
      double[] mostBytesPerS,
      List<Integer> axes,
      Names names) {
    this.graph = graph;
    this.names = names;
    routes = EcmpRoutes.ofSinglePairs(graph);
    this.routing = routing;
    this.terms = terms;
    this.endpoints = endpoints.clone();
    this.mostBytesPerS = mostBytesPerS.clone();
    this.axes = List.copyOf(axes);
    switched =
        IntStream.range(0, graph.endpointCount())
            .map(graph::endpoint)
            .noneMatch(v ->
                IntStream.range(graph.arcStart(v), graph.arcStart(v + 1))
                    .anyMatch(a -> graph.isEndpoint(graph.arcHead(a))));
    int first = endpoints.length == 0 ? 0 : endpoints[0].length;
    each = first > 0 && Arrays.stream(endpoints).allMatch(e -> e.length == first) ? first : -1;
  }

  List<Integer> axes() {
    return axes;
  }

  boolean switched() {
    return switched;
  }

  CsrGraph graph() {
    return graph;
  }

  Routing routing() {
    return routing;
  }

  Names names() {
    return names;
  }

  int[] endpointsOf(int chip) {
    return endpoints[chip];
  }

  /** What a chip can send to its endpoints, and get from them; infinite where it is one. */
  double mostBytesPerS(int chip) {
    return mostBytesPerS[chip];
  }

  /** Made when first asked for. */
  private FlowLoads loads() {
    if (loads == null) {
      Optional<FabricClasses> cells = cells();
      latencies = new PairLatencies(routes, terms, cells);
      Optional<FlowLoads> alike =
          routing.equals(ECMP)
              ? cells.<FlowLoads>map(CellLoads::new).or(() -> LatticeLoads.of(routes))
              : Optional.empty();
      loads = alike.orElseGet(() -> new RoutedLoads(graph, routing));
    }
    return loads;
  }

  /** Where endpoints pass nothing on. */
  private Optional<FabricClasses> cells() {
    boolean passing =
        IntStream.range(0, graph.endpointCount()).anyMatch(e -> graph.forwards(graph.endpoint(e)));
    return passing ? Optional.empty() : Optional.of(FabricClasses.of(graph, () -> false));
  }

  /** Whether evenly spaced distances stand for all pairs. */
  synchronized boolean samples(Sending.AllPairs pairs) {
    return pairs.pairs() > MOST_FLOWS && together(pairs).isEmpty();
  }

  /**
   * What the slowest chip sends when it serves all of its flows alike. Flows that start together,
   * are equally large and share links max-min fairly are done when the slowest is: its rate is all
   * that a step of a collective needs.
   *
   * @return empty without flows; 0 where one has no way
   */
  synchronized OptionalDouble slowestBytesPerS(Sending sending) {
    int[] sent = new int[endpoints.length];
    double slowest =
        switch (sending) {
          case Sending.Listed flows -> listed(flows, sent);
          case Sending.AllPairs pairs -> {
            OptionalDouble alike = together(pairs);
            if (alike.isEmpty()) {
              yield listed(pairs.listed(MOST_FLOWS), sent);
            }
            pairs.groups().forEach(g -> Arrays.stream(g).forEach(c -> sent[c] += g.length - 1));
            yield alike.getAsDouble();
          }
        };
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < sent.length; c++) {
      if (sent[c] > 0) {
        least = Math.min(least, Math.min(slowest * sent[c], mostBytesPerS[c]));
      }
    }
    return least < Double.POSITIVE_INFINITY ? OptionalDouble.of(least) : OptionalDouble.empty();
  }

  private OptionalDouble together(Sending.AllPairs pairs) {
    List<int[]> groups =
        IntStream.range(0, Math.max(0, each))
            .boxed()
            .flatMap(i ->
                pairs.groups().stream()
                    .map(g -> Arrays.stream(g).map(c -> endpoints[c][i]).toArray()))
            .toList();
    if (groups.isEmpty()
        || groups.stream().anyMatch(g -> Arrays.stream(g).distinct().count() < g.length)) {
      return OptionalDouble.empty();
    }
    // Of several endpoints each takes its part of every flow.
    OptionalDouble slowest = loads().slowestBytesPerS(groups);
    return slowest.isEmpty() ? slowest : OptionalDouble.of(slowest.getAsDouble() * each);
  }

  private double listed(Sending.Listed flows, int[] sent) {
    int count = flows.from().length;
    int[] from = new int[count];
    int[] to = new int[count];
    double[] weight = new double[count];
    int next = 0;
    for (int f = 0; f < count; f++) {
      int[] here = endpoints[flows.from()[f]];
      int[] there = endpoints[flows.to()[f]];
      if (here.length == 0 || there.length == 0) {
        sent[flows.from()[f]]++;
        return 0;
      }
      sent[flows.from()[f]]++;
      int ways = Math.max(here.length, there.length);
      for (int i = 0; i < ways; i++) {
        int a = here[i % here.length];
        int b = there[i % there.length];
        if (a != b) {
          if (next == from.length) {
            from = Arrays.copyOf(from, 2 * next);
            to = Arrays.copyOf(to, 2 * next);
            weight = Arrays.copyOf(weight, 2 * next);
          }
          from[next] = a;
          to[next] = b;
          weight[next++] = 1.0 / ways;
        }
      }
    }
    return loads()
        .slowestBytesPerS(
            new Parts(
                Arrays.copyOf(from, next), Arrays.copyOf(to, next), Arrays.copyOf(weight, next)));
  }

  /** Whether ways are known of what is alike, and need not be looked for one by one. */
  synchronized boolean isRegular() {
    return !(loads() instanceof RoutedLoads);
  }

  /** From chip to chip on the idle fabric, over the farthest of their endpoints. */
  synchronized double latencyS(int from, int to) {
    FlowLoads _ = loads();
    int[] here = endpoints[from];
    int[] there = endpoints[to];
    double farthest = 0;
    int ways = here.length == 0 || there.length == 0 ? 0 : Math.max(here.length, there.length);
    for (int i = 0; i < ways; i++) {
      farthest =
          Math.max(farthest, latencies.seconds(here[i % here.length], there[i % there.length]));
    }
    return farthest;
  }
}
