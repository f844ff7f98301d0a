package supernode.solve.network.metric;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;

/** Bisection by formula where the shape is known, by trying all splits, or by search. */
public final class BisectionSolver {
  /** C(10, 5) / 2 = 126 minimum cuts. */
  private static final int MOST_FOR_EVERY_SPLIT = 10;

  private static final int MOST_ARCS_FOR_EVERY_SPLIT = 4_000;
  private static final int MOST_VERTICES = 100_000;

  private BisectionSolver() {}

  /**
   * The bisection of the endpoints that are up.
   *
   * @param seed for the starts of a search
   * @return not applicable with fewer than two endpoints, beyond the bound on size, or if a link
   *     has no finite capacity
   * @throws CancellationException when cancelled
   */
  public static Outcome<Bisection> solve(CsrGraph graph, long seed, BooleanSupplier cancelled) {
    return solve(graph, Translations.of(graph), seed, cancelled);
  }

  /** The same where it is known what moves the graph onto itself. */
  static Outcome<Bisection> solve(
      CsrGraph graph, Optional<Translations> moves, long seed, BooleanSupplier cancelled) {
    int n = graph.endpointCount();
    if (n < 2) {
      return Outcome.notApplicable("network.tooFewEndpoints", n);
    }
    for (int l = 0; l < graph.linkCount(); l++) {
      if (graph.isUsable(l) && graph.capacityBytesPerS(l) == Double.POSITIVE_INFINITY) {
        return Outcome.notApplicable("network.unlimitedLink");
      }
    }
    Optional<Bisection> known = KnownBisection.of(graph, moves);
    if (known.isPresent()) {
      return Outcome.solved(known.get());
    }
    if (n <= MOST_FOR_EVERY_SPLIT && graph.arcCount() <= MOST_ARCS_FOR_EVERY_SPLIT) {
      return Outcome.solved(everySplit(graph, cancelled));
    }
    if (graph.vertexCount() > MOST_VERTICES) {
      return Outcome.notApplicable("network.bisectionTooLarge", graph.vertexCount(), MOST_VERTICES);
    }
    return Outcome.solved(new BisectionSearch(graph, cancelled).best(seed));
  }

  private static Bisection everySplit(CsrGraph graph, BooleanSupplier cancelled) {
    int n = graph.endpointCount();
    boolean[] side = new boolean[n];
    SplitCut best = null;
    // Bit i is the side of endpoint i; the last one always stays on the other side.
    for (int split = 1; split < 1 << (n - 1); split++) {
      int size = Integer.bitCount(split);
      if (size != n / 2 && size != n - n / 2) {
        continue;
      }
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      for (int i = 0; i < n; i++) {
        side[i] = (split >> i & 1) == 1;
      }
      SplitCut cut = SplitCut.of(graph, side);
      if (best == null || cut.bytesPerS() < best.bytesPerS()) {
        best = cut;
      }
    }
    return new Bisection(best.bytesPerS(), best.links(), Bisection.Method.EVERY_SPLIT);
  }
}
