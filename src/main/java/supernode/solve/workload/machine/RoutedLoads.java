package supernode.solve.workload.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.PairWays;
import supernode.solve.network.route.RouteDag;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;

/** Flows followed one by one, under any routing. Not for several threads. */
final class RoutedLoads implements FlowLoads {
  /** Crossings of flows and links held at once. */
  private static final int MOST_CROSSINGS = 8_000_000;

  /** Sources up to which ways are looked for from each, and not from everywhere. */
  private static final int FEW_SOURCES = 4;

  /** Pairs that are as well written down. */
  private static final int FEW_PAIRS = 10_000;

  /** Destinations times the size of the fabric up to which all pairs are followed, some seconds. */
  private static final long MOST_WORK = 1_000_000_000L;

  private final CsrGraph graph;
  private final EcmpRoutes routes;
  private final Routing routing;
  private final PairWays ways;

  RoutedLoads(EcmpRoutes routes, Routing routing) {
    graph = routes.graph();
    this.routes = routes;
    this.routing = routing;
    ways = new PairWays(graph);
  }

  @Override
  public double slowestBytesPerS(Parts parts) {
    return (routing.equals(new Routing.EqualCost()) ? Optional.<double[]>empty() : alongWays(parts))
        .or(() -> shortest(parts))
        .map(this::slowest)
        .orElse(0.0);
  }

  @Override
  public OptionalDouble slowestBytesPerS(List<int[]> groups) {
    int[] ends = groups.stream().flatMapToInt(Arrays::stream).toArray();
    long pairs = groups.stream().mapToLong(g -> (long) g.length * g.length).sum();
    long work = (long) ends.length * (graph.vertexCount() + graph.arcCount());
    if (!routing.equals(new Routing.EqualCost()) || pairs < FEW_PAIRS || work > MOST_WORK) {
      return OptionalDouble.empty();
    }
    double[] load = new double[graph.channelCount()];
    double[] amount = new double[graph.vertexCount()];
    for (int[] group : groups) {
      double[] one = new double[group.length];
      Arrays.fill(one, 1);
      int[] to = new int[group.length];
      long[] order = IntStream.range(0, group.length).asLongStream().toArray();
      for (int destination : group) {
        Arrays.fill(to, destination);
        if (!together(new Parts(group, to, one), destination, order, amount, load)) {
          return OptionalDouble.of(0);
        }
      }
    }
    return OptionalDouble.of(slowest(load));
  }

  private double slowest(double[] load) {
    double slowest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < load.length; c++) {
      if (load[c] > 0) {
        slowest = Math.min(slowest, graph.capacityBytesPerS(c >> 1) / load[c]);
      }
    }
    return slowest;
  }

  /** By channel; empty where the routing is not made for this fabric, or leaves a flow without. */
  private Optional<double[]> alongWays(Parts parts) {
    FlowPairs pairs = FlowPairs.of(parts.from(), parts.to());
    return routing
        .incidence(graph, pairs, MOST_CROSSINGS, () -> false)
        .asOptional()
        .flatMap(crossed -> loaded(crossed, parts));
  }

  private Optional<double[]> loaded(FlowIncidence crossed, Parts parts) {
    double[] load = new double[graph.channelCount()];
    for (int f = 0; f < parts.count(); f++) {
      if (crossed.start(f) == crossed.start(f + 1) && parts.from()[f] != parts.to()[f]) {
        return Optional.empty();
      }
      for (int e = crossed.start(f); e < crossed.start(f + 1); e++) {
        load[crossed.link(e)] += crossed.share(e) * parts.weight()[f];
      }
    }
    return Optional.of(load);
  }

  /** By channel over shortest paths; empty where there is none. */
  private Optional<double[]> shortest(Parts parts) {
    double[] load = new double[graph.channelCount()];
    double[] amount = new double[graph.vertexCount()];
    long[] order = new long[parts.count()];
    for (int f = 0; f < order.length; f++) {
      order[f] = (long) parts.to()[f] << 32 | f;
    }
    Arrays.sort(order);
    int next = 0;
    for (int i = 0; i < order.length; i = next) {
      int to = (int) (order[i] >> 32);
      while (next < order.length && order[next] >> 32 == to) {
        next++;
      }
      boolean joined =
          next - i <= FEW_SOURCES
              ? single(parts, order, i, next, load)
              : together(parts, to, Arrays.copyOfRange(order, i, next), amount, load);
      if (!joined) {
        return Optional.empty();
      }
    }
    return Optional.of(load);
  }

  private boolean single(Parts parts, long[] order, int from, int to, double[] load) {
    for (int i = from; i < to; i++) {
      int f = (int) order[i];
      if (parts.from()[f] == parts.to()[f]) {
        continue;
      }
      if (!ways.find(graph.endpoint(parts.from()[f]), graph.endpoint(parts.to()[f]))) {
        return false;
      }
      ways.follow((channel, share) -> load[channel] += share * parts.weight()[f]);
    }
    return true;
  }

  /** All to one destination, low halves of the order being numbers of parts. */
  private boolean together(
      Parts parts, int destination, long[] order, double[] amount, double[] load) {
    RouteDag dag = routes.to(destination);
    Arrays.fill(amount, 0);
    for (long o : order) {
      int at = dag.position(graph.endpoint(parts.from()[(int) o]));
      if (at < 0) {
        return false;
      }
      amount[at] += parts.weight()[(int) o];
    }
    EcmpRoutes.spread(dag, amount, load);
    return true;
  }
}
