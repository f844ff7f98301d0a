package supernode.solve.network.traffic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import supernode.solve.network.rate.Colours;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinCertificate;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.RouteDag;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;

/**
 * All-to-all on a torus or HyperX: translations take every pair to one with the first endpoint for
 * destination, and keep what the pair gets. So the flows to that one stand for all, over links by
 * the way that they lead; exact, and of no more numbers than there are endpoints.
 */
final class TranslatedRates implements FlowRates {
  /** Endpoints times kinds of links: 64 MB of shares. */
  private static final long MOST_SHARES = 8_000_000L;

  private final CsrGraph graph;
  private final Translations moves;
  private final MaxMinProblem problem;
  private final MaxMinResult result;

  /** Class of the flow from each vertex to the first one. */
  private final int[] classOf;

  /** A vertex of each class. */
  private final int[] example;

  /** Links of each kind. */
  private final double[] links;

  private final RateSummary rates;

  private TranslatedRates(CsrGraph graph, Translations moves, Rows rows, MaxMinResult result) {
    links = rows.links;
    double[] counts = rows.count;
    this.graph = graph;
    this.moves = moves;
    this.result = result;
    problem = rows.problem;
    classOf = rows.classOf;
    example = rows.example;
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int f = 0; f < counts.length; f++) {
      sum += result.rateBytesPerS(f) * counts[f];
      least = Math.min(least, result.rateBytesPerS(f));
      most = Math.max(most, result.rateBytesPerS(f));
    }
    rates = new RateSummary(least, sum / Arrays.stream(counts).sum(), most);
  }

  /** The rates; empty where the fabric has no translations, or too many kinds of links. */
  static Optional<TranslatedRates> of(EcmpRoutes routes, BooleanSupplier cancelled) {
    CsrGraph graph = routes.graph();
    return routes
        .translations()
        .filter(moves -> (long) moves.orbits() * graph.vertexCount() <= MOST_SHARES)
        .map(moves -> {
          Rows rows = new Rows(graph, moves, routes.to(0));
          return new TranslatedRates(graph, moves, rows, MaxMin.solve(rows.problem, cancelled));
        });
  }

  /** What the flows to the first endpoint put on each kind of links, equal ones together. */
  private static final class Rows {
    final int[] classOf;
    final int[] example;
    final double[] count;
    final double[] links;
    final MaxMinProblem problem;

    Rows(CsrGraph graph, Translations moves, RouteDag dag) {
      int n = graph.vertexCount();
      int kinds = moves.orbits();
      int[] kindOf = moves.orbitOfChannel();
      double[] share = new double[n * kinds];
      classOf = new int[n];
      int[] first = new int[n];
      double[] number = new double[n];
      FlowIncidence.Builder rows = new FlowIncidence.Builder(kinds);
      Map<Long, Integer> known = new HashMap<>();
      for (int p = 1; p < n; p++) {
        double each = 1.0 / (dag.start(p + 1) - dag.start(p));
        for (int e = dag.start(p); e < dag.start(p + 1); e++) {
          share[p * kinds + kindOf[dag.channel(e)]] += each;
          for (int k = 0, next = dag.next(e) * kinds; k < kinds; k++) {
            share[p * kinds + k] += each * share[next + k];
          }
        }
        long look = 0;
        for (int k = 0; k < kinds; k++) {
          look += look(k, share[p * kinds + k]);
        }
        Integer seen = known.putIfAbsent(look, known.size());
        int c = seen == null ? known.size() - 1 : seen;
        if (seen == null) {
          first[c] = dag.vertex(p);
          for (int k = 0; k < kinds; k++) {
            rows.cross(k, share[p * kinds + k]);
          }
          rows.endFlow();
        }
        classOf[dag.vertex(p)] = c;
        number[c] += n;
      }
      example = Arrays.copyOf(first, known.size());
      count = Arrays.copyOf(number, known.size());
      double[] capacity = new double[kinds];
      links = new double[kinds];
      for (int c = 0; c < kindOf.length; c++) {
        if (kindOf[c] >= 0) {
          capacity[kindOf[c]] = graph.capacityBytesPerS(c >> 1);
          links[kindOf[c]]++;
        }
      }
      problem = MaxMinProblem.of(rows.build(), capacity).withCounts(count, links);
    }

    private static long look(int kind, double share) {
      return share == 0 ? 0 : Colours.mix(kind + Colours.mix(Colours.rounded(share)));
    }
  }

  @Override
  public double rate(int flow) {
    int others = graph.endpointCount() - 1;
    int destination = flow / others;
    int source = flow % others;
    return rate(source < destination ? source : source + 1, destination);
  }

  private double rate(int source, int destination) {
    int alike = moves.moved(graph.endpoint(source), graph.endpoint(destination), 0);
    return result.rateBytesPerS(classOf[alike]);
  }

  @Override
  public double utilisation(int channel) {
    int kind = moves.orbitOfChannel()[channel];
    return kind < 0 ? 0 : result.utilisation(kind);
  }

  @Override
  public RateSummary rates() {
    return rates;
  }

  @Override
  public double egress(int endpoint) {
    return rates.meanBytesPerS() * (graph.endpointCount() - 1);
  }

  @Override
  public double ingress(int endpoint) {
    return egress(endpoint);
  }

  @Override
  public long unrouted() {
    return 0;
  }

  @Override
  public List<Bottleneck> bottlenecks() {
    FullLinks full = FullLinks.of(problem, result);
    BottleneckTally tally = new BottleneckTally(graph);
    int[] kindOf = moves.orbitOfChannel();
    int[] mask = new int[moves.orbits()];
    for (int c = 0; c < kindOf.length; c++) {
      if (kindOf[c] >= 0 && full.limits(kindOf[c])) {
        mask[kindOf[c]] = tally.mask(c);
        tally.addChannel(c);
      }
    }
    full.tally(tally, k -> mask[k]);
    return tally.bottlenecks();
  }

  @Override
  public int levels() {
    return result.levels();
  }

  @Override
  public void eachRate(RateCount out) {
    for (int f = 0; f < example.length; f++) {
      out.add(result.rateBytesPerS(f), problem.flowCount(f));
    }
  }

  /** Proof of the class rates. */
  MaxMinCertificate certificate() {
    return MaxMinCertificate.check(problem, result.ratesBytesPerS());
  }

  /** The flows that cross a channel, those of one rate together, an example moved there. */
  List<LinkFlow> onLink(int channel) {
    int kind = moves.orbitOfChannel()[channel];
    if (kind < 0) {
      return List.of();
    }
    Map<Long, LinkFlow> found = new HashMap<>();
    FullLinks full = FullLinks.of(problem, result);
    FlowIncidence a = problem.incidence();
    int[] place = places();
    int[] at = moves.orbitOfChannel();
    RouteDag dag = EcmpRoutes.ofSinglePairs(graph).to(0);
    for (int f = 0; f < a.flows(); f++) {
      for (int e = a.start(f); e < a.start(f + 1); e++) {
        if (a.link(e) == kind) {
          int like = onTheWay(dag, dag.position(example[f]), kind, at);
          int from = graph.channelFrom(like);
          int to = graph.channelFrom(channel);
          double flows = problem.flowCount(f) * a.share(e) / links[kind];
          boolean limited = full.holds(f, kind);
          LinkFlow one =
              new LinkFlow(
                  place[moves.moved(example[f], from, to)],
                  place[moves.moved(0, from, to)],
                  flows,
                  result.rateBytesPerS(f),
                  limited);
          long look = Colours.mix(Colours.rounded(result.rateBytesPerS(f))) + (limited ? 1 : 0);
          found.merge(look, one, LinkFlows::joined);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private int[] places() {
    int[] place = new int[graph.vertexCount()];
    for (int i = 0; i < graph.endpointCount(); i++) {
      place[graph.endpoint(i)] = i;
    }
    return place;
  }

  /** A channel of a kind that the flow from a position crosses. */
  private static int onTheWay(RouteDag dag, int position, int kind, int[] kindOf) {
    boolean[] on = new boolean[position + 1];
    on[position] = true;
    for (int p = position; p > 0; p--) {
      for (int e = dag.start(p); on[p] && e < dag.start(p + 1); e++) {
        if (kindOf[dag.channel(e)] == kind) {
          return dag.channel(e);
        }
        on[dag.next(e)] = true;
      }
    }
    throw new IllegalStateException("crosses no link of kind " + kind);
  }
}
