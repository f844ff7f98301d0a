package supernode.solve.network.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.Outcome;
import supernode.solve.network.latency.OfferedLatency;
import supernode.solve.network.latency.PacketMix;
import supernode.topology.CsrGraph;
import supernode.topology.generate.Generated;

/**
 * A topology under a uniform offered load: every endpoint sends to all that it reaches alike.
 *
 * @param offeredLoad what each endpoint offers over what the slowest endpoint's links carry
 * @param offeredBytesPerS the same as a rate
 * @param portBytesPerS what the links of the slowest endpoint carry together
 */
public record LoadedFabric(
    double offeredLoad, double offeredBytesPerS, double portBytesPerS, OfferedLatency latency) {
  /** Header that a cut-through switch waits for: the studio's assumption, byte. */
  public static final double HEADER_BYTES = 64;

  /**
   * Of a generated fabric, by its symmetry where it has any.
   *
   * @throws CancellationException when cancelled
   */
  public static Outcome<LoadedFabric> of(
      Generated made,
      CsrGraph part,
      TopologyAnswer answer,
      double load,
      PacketMix packets,
      BooleanSupplier cancelled) {
    return of(part, Symmetry.of(made), answer, load, packets, cancelled);
  }

  /** Of any graph. */
  public static Outcome<LoadedFabric> of(
      CsrGraph graph,
      TopologyAnswer answer,
      double load,
      PacketMix packets,
      BooleanSupplier cancelled) {
    return of(graph, Optional.empty(), answer, load, packets, cancelled);
  }

  private static Outcome<LoadedFabric> of(
      CsrGraph graph,
      Optional<Symmetry> symmetry,
      TopologyAnswer answer,
      double load,
      PacketMix packets,
      BooleanSupplier cancelled) {
    if (answer.islands() > 1) {
      return Outcome.notApplicable("network.inPieces", answer.islands());
    }
    return answer
        .load()
        .flatMap(pairs ->
            answer
                .hostHops()
                .flatMap(h ->
                    h.reachable() == 0
                        ? Outcome.notApplicable("topology.noPair")
                        : Outcome.solved(
                            of(graph, symmetry, pairs, h.reachable(), load, packets, cancelled))));
  }

  static LoadedFabric of(
      CsrGraph graph,
      Optional<Symmetry> symmetry,
      UniformLoad pairs,
      long reachable,
      double load,
      PacketMix packets,
      BooleanSupplier cancelled) {
    int n = graph.endpointCount();
    double port = portBytesPerS(graph);
    double pairBytesPerS = pairBytesPerS(graph, load, reachable);
    Map<Integer, Integer> placeOf = new HashMap<>();
    for (int i = 0; i < n; i++) {
      placeOf.put(graph.endpoint(i), i);
    }
    int[] destinations =
        symmetry
            .map(s ->
                Arrays.stream(s.representatives(graph))
                    .filter(graph::isEndpoint)
                    .map(placeOf::get)
                    .toArray())
            .orElseGet(() -> IntStream.range(0, n).toArray());
    long[] sizes = symmetry.map(s -> s.sizes(graph)).orElse(new long[0]);
    OfferedLatency latency =
        OfferedLatency.of(
            graph,
            c -> pairBytesPerS * pairs.pairs(c) / graph.capacityBytesPerS(c >> 1),
            destinations,
            t -> symmetry.map(s -> sizes[s.ofVertex(graph.endpoint(t))]).orElse(1L),
            packets,
            HEADER_BYTES,
            cancelled);
    return new LoadedFabric(load, load * port, port, latency);
  }

  /** What goes between two endpoints at a load, all that reach each other alike. */
  static double pairBytesPerS(CsrGraph graph, double load, long reachable) {
    return load * portBytesPerS(graph) * graph.endpointCount() / reachable;
  }

  /** What the links of the slowest endpoint carry together. */
  static double portBytesPerS(CsrGraph graph) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < graph.endpointCount(); i++) {
      double sum = 0;
      int v = graph.endpoint(i);
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        sum += graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
      }
      least = sum > 0 ? Math.min(least, sum) : least;
    }
    return least;
  }

  /** The offered load at which the first link has no steady state any more. */
  public double saturationLoad() {
    return offeredLoad / latency.busiestLoad();
  }
}
