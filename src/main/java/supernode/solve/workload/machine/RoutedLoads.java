package supernode.solve.workload.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.PairWays;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;

/** Flows followed one by one, under any routing. Not for several threads. */
final class RoutedLoads implements FlowLoads {
  /** Crossings of flows and links held at once. */
  private static final int MOST_CROSSINGS = 8_000_000;

  private static final int FAR = Integer.MAX_VALUE;

  /** Sources up to which ways are looked for from each, and not from everywhere. */
  private static final int FEW_SOURCES = 4;

  /** Pairs that are as well written down. */
  private static final int FEW_PAIRS = 10_000;

  /** Destinations times the size of the fabric up to which all pairs are followed, some seconds. */
  private static final long MOST_WORK = 1_000_000_000L;

  private final CsrGraph graph;
  private final Routing routing;
  private final PairWays ways;

  /** To the present destination, and in which order vertices were found. */
  private final int[] hops;

  private final int[] queue;
  private int reached;

  /** By vertex, what is to be sent on. */
  private final double[] amount;

  RoutedLoads(CsrGraph graph, Routing routing) {
    this.graph = graph;
    this.routing = routing;
    ways = new PairWays(graph);
    hops = new int[graph.vertexCount()];
    Arrays.fill(hops, FAR);
    queue = new int[graph.vertexCount()];
    amount = new double[graph.vertexCount()];
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
    for (int[] group : groups) {
      double[] one = new double[group.length];
      Arrays.fill(one, 1);
      int[] to = new int[group.length];
      long[] order = IntStream.range(0, group.length).asLongStream().toArray();
      for (int destination : group) {
        Arrays.fill(to, destination);
        if (!together(new Parts(group, to, one), destination, order, load)) {
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
              : together(parts, to, Arrays.copyOfRange(order, i, next), load);
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
  private boolean together(Parts parts, int destination, long[] order, double[] load) {
    for (int i = 0; i < reached; i++) {
      hops[queue[i]] = FAR;
    }
    reached = 1;
    queue[0] = graph.endpoint(destination);
    hops[queue[0]] = 0;
    int missing = 0;
    for (long o : order) {
      int v = graph.endpoint(parts.from()[(int) o]);
      missing += amount[v] == 0 && v != queue[0] ? 1 : 0;
      amount[v] += parts.weight()[(int) o];
    }
    amount[queue[0]] = 0;
    // What lies farther away than all sources is not looked at.
    for (int i = 0; i < reached && missing > 0; i++) {
      if (i == 0 || graph.forwards(queue[i])) {
        missing -= expand(queue[i]);
      }
    }
    for (int i = reached - 1; i > 0; i--) {
      if (amount[queue[i]] > 0) {
        pass(queue[i], load);
      }
    }
    for (long o : order) {
      amount[graph.endpoint(parts.from()[(int) o])] = 0;
    }
    amount[queue[0]] = 0;
    return missing == 0;
  }

  /** How many sources are found next to a vertex. */
  private int expand(int v) {
    int found = 0;
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      int w = graph.arcHead(arc);
      if (hops[w] == FAR) {
        hops[w] = hops[v] + 1;
        queue[reached++] = w;
        found += amount[w] > 0 ? 1 : 0;
      }
    }
    return found;
  }

  /** Sends on what is at a vertex. */
  private void pass(int v, double[] load) {
    int nearer = 0;
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      nearer += leads(v, graph.arcHead(arc)) ? 1 : 0;
    }
    double part = amount[v] / nearer;
    amount[v] = 0;
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      int w = graph.arcHead(arc);
      if (leads(v, w)) {
        load[graph.arcChannel(arc)] += part;
        amount[w] += part;
      }
    }
  }

  private boolean leads(int from, int to) {
    return hops[to] == hops[from] - 1 && (hops[to] == 0 || graph.forwards(to));
  }
}
