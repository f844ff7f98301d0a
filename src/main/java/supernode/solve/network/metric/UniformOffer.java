package supernode.solve.network.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.latency.PacketMix;
import supernode.solve.network.latency.RoutedLatency;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;

/**
 * A fabric whose endpoints all send to all that they reach alike: what is worked out once for any
 * load. Of islands that differ it is the one that saturates first.
 */
public final class UniformOffer {
  /** Pairs that are followed one by one, where there is more than shortest paths. */
  private static final long MOST_FLOWS = 300_000;

  /** Of pairs and links: a second for all loads of a chart. */
  private static final int MOST_CROSSINGS = 3_000_000;

  private final CsrGraph graph;
  private final double saturationLoad;
  private final AtLoad atLoad;

  /** The latency at a load. */
  private interface AtLoad {
    LoadedFabric at(double load, PacketMix packets, BooleanSupplier cancelled);
  }

  private UniformOffer(CsrGraph graph, double pairBytesPerS, long reachable, AtLoad atLoad) {
    this.graph = graph;
    this.atLoad = atLoad;
    this.saturationLoad = pairBytesPerS / LoadedFabric.pairBytesPerS(graph, 1, reachable);
  }

  /**
   * Along a routing.
   *
   * @return not applicable where the fabric is not made for it, where no pair has a way, a link has
   *     no limit, or beyond the bound on size
   * @throws CancellationException when cancelled
   */
  public static Outcome<UniformOffer> of(
      CsrGraph graph, Routing routing, BooleanSupplier cancelled) {
    if (routing.equals(new Routing.EqualCost())) {
      return of(graph, cancelled);
    }
    long n = graph.endpointCount();
    if (n < 2) {
      return Outcome.notApplicable("network.tooFewEndpoints", n);
    }
    if (n * (n - 1) > MOST_FLOWS) {
      return Outcome.notApplicable("network.tooManyFlows", n * (n - 1), MOST_FLOWS);
    }
    FlowPairs pairs = FlowPairs.allToAll((int) n);
    return routing
        .incidence(graph, pairs, MOST_CROSSINGS, cancelled)
        .flatMap(ways -> along(graph, pairs, ways));
  }

  private static Outcome<UniformOffer> along(CsrGraph graph, FlowPairs pairs, FlowIncidence ways) {
    double[] flows = new double[graph.channelCount()];
    long routed = 0;
    for (int f = 0; f < ways.flows(); f++) {
      routed += ways.start(f) < ways.start(f + 1) ? 1 : 0;
      for (int e = ways.start(f); e < ways.start(f + 1); e++) {
        flows[ways.link(e)] += ways.share(e);
      }
    }
    double rate = Double.POSITIVE_INFINITY;
    for (int c = 0; c < flows.length; c++) {
      rate = flows[c] > 0 ? Math.min(rate, graph.capacityBytesPerS(c >> 1) / flows[c]) : rate;
    }
    if (routed == 0 || Double.isInfinite(rate)) {
      return Outcome.notApplicable(routed == 0 ? "topology.noPair" : "network.unlimitedLink");
    }
    long reachable = routed;
    return Outcome.solved(
        new UniformOffer(
            graph,
            rate,
            reachable,
            (load, packets, cancelled) -> {
              double each = LoadedFabric.pairBytesPerS(graph, load, reachable);
              double port = LoadedFabric.portBytesPerS(graph);
              return new LoadedFabric(
                  load,
                  load * port,
                  port,
                  RoutedLatency.of(
                      graph,
                      pairs,
                      ways,
                      c -> each * flows[c] / graph.capacityBytesPerS(c >> 1),
                      packets,
                      LoadedFabric.HEADER_BYTES,
                      cancelled));
            }));
  }

  /**
   * Splitting evenly over shortest paths.
   *
   * @return not applicable where no pair has a way, a link has no limit, or beyond the bound on
   *     size
   * @throws CancellationException when cancelled
   */
  public static Outcome<UniformOffer> of(CsrGraph whole, BooleanSupplier cancelled) {
    List<UniformOffer> all = new ArrayList<>();
    for (CsrGraph island : IslandKinds.of(whole)) {
      Outcome<UniformLoad> load = UniformLoad.of(island, Optional.empty(), cancelled);
      if (load.asOptional().isEmpty()) {
        return load.map(_ -> null);
      }
      UniformLoad pairs = load.asOptional().get();
      long reachable = new HopSearch(island, true, cancelled).all().reachable();
      if (!Double.isFinite(pairs.pairBytesPerS(island))) {
        return Outcome.notApplicable("network.unlimitedLink");
      }
      if (reachable > 0) {
        all.add(
            new UniformOffer(
                island,
                pairs.pairBytesPerS(island),
                reachable,
                (at, packets, stop) ->
                    LoadedFabric.of(
                        island, Optional.empty(), pairs, reachable, at, packets, stop)));
      }
    }
    return all.stream()
        .min(Comparator.comparingDouble(UniformOffer::saturationLoad))
        .map(Outcome::solved)
        .orElseGet(() -> Outcome.notApplicable("topology.noPair"));
  }

  /** Endpoints of the island. */
  public int endpoints() {
    return graph.endpointCount();
  }

  /**
   * The offered load, as a share of the slowest endpoint's links, at which the first link fills.
   */
  public double saturationLoad() {
    return saturationLoad;
  }

  /**
   * Latency at a load.
   *
   * @throws CancellationException when cancelled
   */
  public LoadedFabric at(double load, PacketMix packets, BooleanSupplier cancelled) {
    return atLoad.at(load, packets, cancelled);
  }
}
