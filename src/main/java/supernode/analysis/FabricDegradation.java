package supernode.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.Outcome;
import supernode.solve.network.traffic.Degradation;
import supernode.topology.CsrGraph;

/**
 * How all-to-all of a fabric suffers as its parts fail at random, by shortest paths with equal
 * splitting. Worked out when asked, not with each edit.
 */
public final class FabricDegradation {
  /** Seeds that each number of failures is tried with. */
  public static final int SEEDS = 8;

  /** Share of the parts that fail at most. */
  private static final double MOST_SHARE = 0.1;

  private static final int LEAST_PARTS = 4;

  private final CsrGraph graph;
  private final Map<Degradation.Part, Outcome<Degradation>> known =
      new EnumMap<>(Degradation.Part.class);

  public FabricDegradation(CsrGraph graph) {
    this.graph = graph;
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
    Outcome<Degradation> curve = Degradation.of(graph, part, failures(part), SEEDS, cancelled);
    known.put(part, curve);
    return curve;
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
