package supernode.solve.network.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.latency.PacketMix;
import supernode.topology.CsrGraph;

/**
 * A fabric whose endpoints all send to all that they reach alike: what is worked out once for any
 * load. Of islands that differ it is the one that saturates first.
 */
public final class UniformOffer {
  private final CsrGraph graph;
  private final UniformLoad pairs;
  private final long reachable;
  private final double saturationLoad;

  private UniformOffer(CsrGraph graph, UniformLoad pairs, long reachable) {
    this.graph = graph;
    this.pairs = pairs;
    this.reachable = reachable;
    double even = LoadedFabric.pairBytesPerS(graph, 1, reachable);
    this.saturationLoad = pairs.pairBytesPerS(graph) / even;
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
      Outcome<UniformLoad> pairs = UniformLoad.of(island, Optional.empty(), cancelled);
      if (pairs.asOptional().isEmpty()) {
        return pairs.map(_ -> null);
      }
      long reachable = new HopSearch(island, true, cancelled).all().reachable();
      if (!Double.isFinite(pairs.asOptional().get().pairBytesPerS(island))) {
        return Outcome.notApplicable("network.unlimitedLink");
      }
      if (reachable > 0) {
        all.add(new UniformOffer(island, pairs.asOptional().get(), reachable));
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
    return LoadedFabric.of(graph, Optional.empty(), pairs, reachable, load, packets, cancelled);
  }
}
