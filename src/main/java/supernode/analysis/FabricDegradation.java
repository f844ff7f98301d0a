package supernode.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.Outcome;
import supernode.solve.network.route.Routing;
import supernode.solve.network.traffic.Degradation;
import supernode.topology.CsrGraph;

/**
 * How all-to-all of a fabric suffers as its parts fail at random under the routing that is chosen.
 * Worked out when asked, not with each edit.
 */
public final class FabricDegradation {
  private static final int SEEDS = 8;

  /** Where every pair has to be routed by itself. */
  private static final int FEW_SEEDS = 3;

  private static final int FEW_ENDPOINTS = 256;

  /** Share of the parts that fail at most. */
  private static final double MOST_SHARE = 0.1;

  private static final int LEAST_PARTS = 4;

  private final CsrGraph graph;
  private final Outcome<Routing> routing;
  private final Map<Degradation.Part, Outcome<Degradation>> known =
      new EnumMap<>(Degradation.Part.class);

  /** By shortest paths with equal splitting. */
  public FabricDegradation(CsrGraph graph) {
    this(graph, Outcome.solved(new Routing.EqualCost()));
  }

  /**
   * @param routing or why it is not possible here
   */
  public FabricDegradation(CsrGraph graph, Outcome<Routing> routing) {
    this.graph = graph;
    this.routing = routing;
  }

  /** Seeds that each number of failures is tried with. */
  public int seeds() {
    boolean classes =
        routing.asOptional().filter(r -> r.equals(new Routing.EqualCost())).isPresent();
    return classes || graph.endpointCount() <= FEW_ENDPOINTS ? SEEDS : FEW_SEEDS;
  }

  /**
   * The curve from no failure to a tenth of the parts.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public synchronized Outcome<Degradation> of(Degradation.Part part, BooleanSupplier cancelled) {
    Outcome<Degradation> before = known.get(part);
    if (before != null) {
      return before;
    }
    Outcome<Degradation> curve =
        routing.flatMap(r -> Degradation.of(graph, r, part, failures(part), seeds(), cancelled));
    known.put(part, curve);
    return curve;
  }

  /** Whether it is of a graph of that size: the numbers of its parts are then the same. */
  public boolean isOf(CsrGraph other) {
    return graph.vertexCount() == other.vertexCount() && graph.linkCount() == other.linkCount();
  }

  /**
   * Mean rate to another of the endpoint that sends least of all-to-all without these, byte/s.
   *
   * @param links by their numbers in the graph
   */
  public Outcome<Double> leastMeanWithout(
      BitSet vertices, BitSet links, BooleanSupplier cancelled) {
    return routing.flatMap(
        r -> Degradation.leastMeanRate(graph.without(vertices, links), r, cancelled));
  }

  private List<Integer> failures(Degradation.Part part) {
    int parts =
        switch (part) {
          case LINK -> graph.usableLinkCount();
          case SWITCH -> graph.switchCount();
          case ENDPOINT -> graph.endpointCount();
        };
    int most = Math.min(parts, Math.max(LEAST_PARTS, (int) (parts * MOST_SHARE)));
    List<Integer> steps = new ArrayList<>(List.of(0));
    IntStream.iterate(1, n -> n < most, n -> 2 * n).forEach(steps::add);
    if (most > 0) {
      steps.add(most);
    }
    return steps;
  }
}
