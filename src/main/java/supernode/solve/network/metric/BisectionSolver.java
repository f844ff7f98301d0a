package supernode.solve.network.metric;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;

/** Bisection by formula where the shape is known, by trying all splits, or by search. */
public final class BisectionSolver {
  /** Arcs gone through by the minimum cuts of all splits together, some tenths of a second. */
  private static final long MOST_FOR_EVERY_SPLIT = 600_000;

  /** C(16, 8) / 2 = 6,435 splits. */
  private static final int MOST_SPLIT = 16;

  /** Of a search: some tenths of a second. */
  private static final long PATIENT = 10_000_000L;

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
    return solve(graph, Translations.of(graph), seed, PATIENT, cancelled);
  }

  /**
   * The same where it is known what moves the graph onto itself.
   *
   * @param work bound on a search, see {@link BisectionSearch#best}
   */
  static Outcome<Bisection> solve(
      CsrGraph graph,
      Optional<Translations> moves,
      long seed,
      long work,
      BooleanSupplier cancelled) {
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
    if (n <= MOST_SPLIT && splits(n) * graph.arcCount() <= MOST_FOR_EVERY_SPLIT) {
      return Outcome.solved(everySplit(graph, cancelled));
    }
    if (graph.vertexCount() > MOST_VERTICES) {
      return Outcome.notApplicable("network.bisectionTooLarge", graph.vertexCount(), MOST_VERTICES);
    }
    return Outcome.solved(new BisectionSearch(graph, cancelled).best(seed, work));
  }

  /** Ways to halve so many endpoints: C(n, n/2), half of it where the halves are alike. */
  private static long splits(int n) {
    long ways = 1;
    for (int k = 1; k <= n / 2; k++) {
      ways = ways * (n - n / 2 + k) / k;
    }
    return n % 2 == 0 ? ways / 2 : ways;
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
