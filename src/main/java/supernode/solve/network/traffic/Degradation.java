package supernode.solve.network.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.Outcome;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;

/**
 * How all-to-all suffers as parts fail at random, over several seeds. With one seed the failures
 * add up: what failed stays failed.
 */
public record Degradation(List<Point> points) {
  public Degradation {
    points = List.copyOf(points);
  }

  /** What fails. */
  public enum Part {
    LINK,
    SWITCH,
    ENDPOINT
  }

  /**
   * So many failures.
   *
   * @param leastBytesPerS slowest rate of those pairs that still reach each other
   * @param totalBytesPerS what all endpoints send together
   * @param reach pairs that still reach each other, of all pairs of endpoints before any failure
   */
  public record Point(int failed, Spread leastBytesPerS, Spread totalBytesPerS, Spread reach) {}

  /** Of one figure over the seeds: worst, lower quartile, median, upper quartile, best; mean. */
  public record Spread(
      double least, double lower, double median, double upper, double most, double mean) {
    static Spread of(double[] values) {
      double[] v = values.clone();
      Arrays.sort(v);
      double mean = Arrays.stream(v).average().orElse(0);
      return new Spread(v[0], at(v, 0.25), at(v, 0.5), at(v, 0.75), v[v.length - 1], mean);
    }

    private static double at(double[] ascending, double share) {
      double place = share * (ascending.length - 1);
      int below = (int) place;
      double next = ascending[Math.min(below + 1, ascending.length - 1)];
      return ascending[below] + (place - below) * (next - ascending[below]);
    }
  }

  /**
   * The curve for the given numbers of failures.
   *
   * @param routing that stays chosen whatever fails
   * @param failures numbers of failed parts, ascending
   * @return not applicable where the fabric has not so many such parts, is not what the routing is
   *     made for, or its classes are too many
   */
  public static Outcome<Degradation> of(
      CsrGraph graph,
      Routing routing,
      Part part,
      List<Integer> failures,
      int seeds,
      BooleanSupplier cancelled) {
    int[] parts = parts(graph, part);
    int most = failures.stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most > parts.length || seeds < 1) {
      return Outcome.notApplicable("network.tooFewParts", parts.length, most);
    }
    long n = graph.endpointCount();
    if (n < 2) {
      return Outcome.notApplicable("network.tooFewEndpoints", n);
    }
    double[][][] figure = new double[failures.size()][3][seeds];
    for (int seed = 0; seed < seeds; seed++) {
      int[] order = shuffled(parts, seed);
      for (int i = 0; i < failures.size(); i++) {
        CsrGraph damaged = damaged(graph, part, Arrays.copyOf(order, failures.get(i)));
        if (damaged.endpointCount() < 2) {
          continue;
        }
        Outcome<FlowRates> solved = rates(damaged, routing, cancelled);
        if (solved.asOptional().isEmpty()) {
          return solved.map(_ -> null);
        }
        FlowRates rates = solved.asOptional().get();
        long up = damaged.endpointCount();
        figure[i][0][seed] = rates.rates().leastBytesPerS();
        figure[i][1][seed] =
            IntStream.range(0, damaged.endpointCount()).mapToDouble(rates::egress).sum();
        figure[i][2][seed] = (up * (up - 1) - rates.unrouted()) / ((double) n * (n - 1));
      }
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < figure.length; i++) {
      points.add(
          new Point(
              failures.get(i),
              Spread.of(figure[i][0]),
              Spread.of(figure[i][1]),
              Spread.of(figure[i][2])));
    }
    return Outcome.solved(new Degradation(points));
  }

  /** Mean rate to another of the endpoint that sends least of all-to-all, byte/s. */
  public static Outcome<Double> leastMeanRate(
      CsrGraph damaged, Routing routing, BooleanSupplier cancelled) {
    int n = damaged.endpointCount();
    return rates(damaged, routing, cancelled)
        .map(
            r -> IntStream.range(0, n).mapToDouble(r::egress).min().orElse(0) / Math.max(1, n - 1));
  }

  private static Outcome<FlowRates> rates(
      CsrGraph damaged, Routing routing, BooleanSupplier cancelled) {
    if (!routing.equals(new Routing.EqualCost())) {
      return TrafficSolver.solve(damaged, routing, new Traffic.AllToAll(), cancelled)
          .map(TrafficResult::flowRates);
    }
    return ClassRates.allToAll(damaged, cancelled)
        .<Outcome<FlowRates>>map(Outcome::solved)
        .orElseGet(
            () -> Outcome.notApplicable("network.tooManyCrossings", TrafficSolver.MOST_CROSSINGS));
  }

  private static int[] parts(CsrGraph graph, Part part) {
    return switch (part) {
      case LINK -> IntStream.range(0, graph.linkCount()).filter(graph::isUsable).toArray();
      case SWITCH ->
          IntStream.range(0, graph.vertexCount())
              .filter(v -> graph.isUp(v) && !graph.isEndpoint(v))
              .toArray();
      case ENDPOINT -> IntStream.range(0, graph.endpointCount()).map(graph::endpoint).toArray();
    };
  }

  private static CsrGraph damaged(CsrGraph graph, Part part, int[] failed) {
    BitSet set = new BitSet();
    IntStream.of(failed).forEach(set::set);
    return part == Part.LINK ? graph.without(new BitSet(), set) : graph.without(set, new BitSet());
  }

  private static int[] shuffled(int[] parts, long seed) {
    int[] order = parts.clone();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
