package supernode.solve.network.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.topology.CsrGraph;

/**
 * Uniform all-to-all over shortest paths with ideal equal splits: how many ordered pairs of
 * endpoints cross each channel (its betweenness as load), and how many shortest paths they have.
 */
public final class UniformLoad {
  /** Destinations times arcs that are gone through at most, about two seconds. */
  private static final long MOST_WORK = 400_000_000L;

  private final double[] pairs;
  private final double[] transitPairs;
  private final Spread shortestPaths;

  private UniformLoad(double[] pairs, double[] transitPairs, Spread shortestPaths) {
    this.pairs = pairs;
    this.transitPairs = transitPairs;
    this.shortestPaths = shortestPaths;
  }

  /** Least, mean and most of a number. */
  public record Spread(double least, double mean, double most) {}

  /** Ordered pairs that cross a channel. */
  public double pairs(int channel) {
    return pairs[channel];
  }

  /** Ordered pairs that a vertex passes on. */
  public double transitPairs(int vertex) {
    return transitPairs[vertex];
  }

  /** Number of shortest paths of a pair, over all that have a route. */
  public Spread shortestPaths() {
    return shortestPaths;
  }

  /**
   * Computes it from every endpoint as destination, or from one of each orbit.
   *
   * @return not applicable with fewer than two endpoints or beyond the bound on size
   * @throws CancellationException when cancelled
   */
  static Outcome<UniformLoad> of(
      CsrGraph graph, Optional<Symmetry> symmetry, BooleanSupplier cancelled) {
    int n = graph.endpointCount();
    if (n < 2) {
      return Outcome.notApplicable("network.tooFewEndpoints", n);
    }
    int[] destinations =
        symmetry
            .map(s -> Arrays.stream(s.representatives(graph)).filter(graph::isEndpoint).toArray())
            .orElseGet(() -> java.util.stream.IntStream.range(0, n).map(graph::endpoint).toArray());
    long work = (long) destinations.length * (graph.vertexCount() + graph.arcCount());
    if (work > MOST_WORK) {
      return Outcome.notApplicable("network.tooLarge", n, graph.usableLinkCount());
    }
    LoadPass pass = new LoadPass(graph);
    long[] sizes = symmetry.map(s -> s.sizes(graph)).orElse(new long[0]);
    for (int d : destinations) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      pass.to(d, weight(symmetry, sizes, d));
    }
    double[] load = symmetry.map(s -> evened(graph, s, pass.load)).orElse(pass.load);
    return Outcome.solved(
        new UniformLoad(
            load,
            transit(graph, load, pass.reachedPairs / n),
            new Spread(
                pass.reachedPairs == 0 ? 0 : pass.fewest,
                pass.reachedPairs == 0 ? 0 : pass.pathSum / pass.reachedPairs,
                pass.most)));
  }

  private static double weight(Optional<Symmetry> symmetry, long[] sizes, int vertex) {
    return symmetry.map(s -> (double) sizes[s.ofVertex(vertex)]).orElse(1.0);
  }

  /** All channels of an orbit carry the same: what they carry together, divided. */
  private static double[] evened(CsrGraph graph, Symmetry symmetry, double[] load) {
    double[] sum = new double[symmetry.channelOrbits()];
    int[] count = new int[sum.length];
    for (int c = 0; c < load.length; c++) {
      if (graph.isUsable(c >> 1)) {
        sum[symmetry.ofChannel(c)] += load[c];
        count[symmetry.ofChannel(c)]++;
      }
    }
    double[] even = new double[load.length];
    for (int c = 0; c < load.length; c++) {
      even[c] =
          graph.isUsable(c >> 1) ? sum[symmetry.ofChannel(c)] / count[symmetry.ofChannel(c)] : 0;
    }
    return even;
  }

  // What enters less what ends here; by symmetry of the pairs as much begins as ends.
  private static double[] transit(CsrGraph graph, double[] load, double perEndpoint) {
    double[] through = new double[graph.vertexCount()];
    for (int c = 0; c < load.length; c++) {
      through[graph.channelTo(c)] += load[c];
    }
    for (int i = 0; i < graph.endpointCount(); i++) {
      int v = graph.endpoint(i);
      through[v] = Math.max(0, through[v] - perEndpoint);
    }
    return through;
  }

  /** The rate that every pair can have at the same time, byte/s; infinite where nothing limits. */
  public double pairBytesPerS(CsrGraph graph) {
    double rate = Double.POSITIVE_INFINITY;
    for (int c = 0; c < pairs.length; c++) {
      if (pairs[c] > 0) {
        rate = Math.min(rate, graph.capacityBytesPerS(c >> 1) / pairs[c]);
      }
    }
    return rate;
  }
}
