package supernode.solve.network.route;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import supernode.solve.Outcome;
import supernode.solve.network.rate.FlowIncidence;
import supernode.topology.CsrGraph;

/**
 * Shortest-path routing with ideal equal-cost multipath: at every vertex a flow splits evenly over
 * all links that lead one hop nearer to its destination, parallel links each counted. The split is
 * that of a fluid: hash collisions of real switches are not in it.
 */
public final class EcmpRoutes {
  /** Endpoints times links beyond which all-pairs answers take too long for a desktop. */
  public static final long MOST_WORK = 400_000_000L;

  /** Ints kept as ready route graphs; larger fabrics compute them again for each question. */
  private static final long MOST_KEPT = 8_000_000L;

  private final CsrGraph graph;
  private final RouteDag[] kept;

  private RouteDag.Scratch scratch;
  private Optional<Translations> translations;
  private EndpointKinds kinds;
  private final Function<BooleanSupplier, FabricClasses> findClasses;
  private FabricClasses classes;

  private EcmpRoutes(
      CsrGraph graph, RouteDag[] kept, Function<BooleanSupplier, FabricClasses> findClasses) {
    this.graph = graph;
    this.kept = kept;
    this.findClasses = findClasses;
  }

  /**
   * The routes of a fabric, those to each endpoint found when first asked for.
   *
   * @return not applicable with fewer than two endpoints up, or beyond the bound on size
   */
  public static Outcome<EcmpRoutes> of(CsrGraph graph) {
    return of(graph, cancelled -> FabricClasses.of(graph, cancelled));
  }

  /**
   * The same where classes are known by less work.
   *
   * @param classes of the graph, asked for once at most
   */
  public static Outcome<EcmpRoutes> of(
      CsrGraph graph, Function<BooleanSupplier, FabricClasses> classes) {
    int endpoints = graph.endpointCount();
    if (endpoints < 2) {
      return Outcome.notApplicable("network.tooFewEndpoints", endpoints);
    }
    long work = (long) endpoints * (graph.vertexCount() + graph.arcCount());
    if (work > MOST_WORK) {
      return Outcome.notApplicable("network.tooLarge", endpoints, graph.usableLinkCount());
    }
    long all = (long) endpoints * (3L * graph.vertexCount() + graph.arcCount());
    return Outcome.solved(
        new EcmpRoutes(graph, new RouteDag[all <= MOST_KEPT ? endpoints : 0], classes));
  }

  /** Routes for questions on single pairs, found anew for each, on a fabric of any size. */
  public static EcmpRoutes ofSinglePairs(CsrGraph graph) {
    return ofSinglePairs(graph, cancelled -> FabricClasses.of(graph, cancelled));
  }

  /**
   * The same where classes are known by less work.
   *
   * @param classes of the graph, asked for once at most
   */
  public static EcmpRoutes ofSinglePairs(
      CsrGraph graph, Function<BooleanSupplier, FabricClasses> classes) {
    return new EcmpRoutes(graph, new RouteDag[0], classes);
  }

  public CsrGraph graph() {
    return graph;
  }

  /** What moves the fabric onto itself, where it is a torus or HyperX. */
  public synchronized Optional<Translations> translations() {
    if (translations == null) {
      translations = Translations.of(graph);
    }
    return translations;
  }

  /** What is alike on the fabric. */
  public synchronized FabricClasses classes(BooleanSupplier cancelled) {
    if (classes == null) {
      classes = findClasses.apply(cancelled);
    }
    return classes;
  }

  /** Which endpoints see the same of the fabric. */
  public synchronized EndpointKinds kinds(BooleanSupplier cancelled) {
    if (kinds == null) {
      kinds = EndpointKinds.of(this, cancelled);
    }
    return kinds;
  }

  /** Shortest paths to an endpoint, by its place among those that are up. */
  public RouteDag to(int destination) {
    RouteDag known = kept.length > 0 ? kept[destination] : null;
    if (known == null) {
      known = find(destination);
      if (kept.length > 0) {
        kept[destination] = known;
      }
    }
    return known;
  }

  private synchronized RouteDag find(int destination) {
    if (scratch == null) {
      scratch = new RouteDag.Scratch(graph);
    }
    return RouteDag.to(graph, graph.endpoint(destination), scratch);
  }

  /** Hops in links between two endpoints (places among those that are up); -1 without a route. */
  public int hops(int source, int destination) {
    RouteDag dag = to(destination);
    int p = dag.position(graph.endpoint(source));
    return p < 0 ? -1 : dag.hops(p);
  }

  /** What a pair gets when nobody else sends, byte/s; 0 without a route. */
  public double aloneBytesPerS(int source, int destination) {
    FlowIncidence.Builder builder = new FlowIncidence.Builder(graph.channelCount());
    PairWays ways = new PairWays(graph);
    if (ways.find(graph.endpoint(source), graph.endpoint(destination))) {
      ways.follow(builder::cross);
    }
    builder.endFlow();
    FlowIncidence flow = builder.build();
    double rate = flow.nonZeros() == 0 ? 0 : Double.POSITIVE_INFINITY;
    for (int e = 0; e < flow.nonZeros(); e++) {
      rate = Math.min(rate, graph.capacityBytesPerS(flow.link(e) >> 1) / flow.share(e));
    }
    return rate;
  }

  /**
   * Who crosses which channel with what share.
   *
   * @param mostNonZeros bound on the size of the answer
   */
  public Outcome<FlowIncidence> incidence(
      FlowPairs pairs, int mostNonZeros, BooleanSupplier cancelled) {
    FlowIncidence.Builder builder = new FlowIncidence.Builder(graph.channelCount());
    SharePass pass = new SharePass(graph.vertexCount());
    PairWays ways = new PairWays(graph);
    Optional<TranslatedWays> moved =
        pairs.count() > graph.endpointCount() / 2
            ? translations().map(m -> new TranslatedWays(graph, m, to(0)))
            : Optional.empty();
    RouteDag dag = null;
    for (int f = 0; f < pairs.count(); f++) {
      if (f % 256 == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      int source = graph.endpoint(pairs.source(f));
      int t = pairs.destination(f);
      boolean several =
          (f > 0 && pairs.destination(f - 1) == t)
              || (f + 1 < pairs.count() && pairs.destination(f + 1) == t);
      if (moved.isPresent()) {
        moved.get().follow(source, graph.endpoint(t), builder::cross);
        builder.endFlow();
      } else if (several) {
        if (dag == null || dag.vertex(0) != graph.endpoint(t)) {
          dag = to(t);
        }
        pass.append(dag, source, builder);
      } else {
        if (ways.find(source, graph.endpoint(t))) {
          ways.follow(builder::cross);
        }
        builder.endFlow();
      }
      if (builder.nonZeros() > mostNonZeros) {
        return Outcome.notApplicable("network.tooManyCrossings", mostNonZeros);
      }
    }
    return Outcome.solved(builder.build());
  }

  /** Follows one flow down a route graph. */
  private static final class SharePass {
    private final double[] amount;
    private final int[] queue;

    SharePass(int vertices) {
      amount = new double[vertices];
      queue = new int[vertices];
    }

    void append(RouteDag dag, int source, FlowIncidence.Builder builder) {
      int p = dag.position(source);
      if (p > 0) {
        amount[p] = 1;
        queue[0] = p;
        int tail = 1;
        for (int head = 0; head < tail; head++) {
          int v = queue[head];
          int from = dag.start(v);
          int to = dag.start(v + 1);
          double each = amount[v] / (to - from);
          amount[v] = 0;
          for (int e = from; e < to; e++) {
            builder.cross(dag.channel(e), each);
            int w = dag.next(e);
            if (amount[w] == 0 && w > 0) {
              queue[tail++] = w;
            }
            amount[w] += each;
          }
        }
        amount[0] = 0;
      }
      builder.endFlow();
    }
  }

  /** Sends the amount at each position down to the destination, adding up what crosses. */
  public static void spread(RouteDag dag, double[] amount, double[] load) {
    for (int p = dag.size() - 1; p > 0; p--) {
      if (amount[p] > 0) {
        double each = amount[p] / (dag.start(p + 1) - dag.start(p));
        for (int e = dag.start(p); e < dag.start(p + 1); e++) {
          load[dag.channel(e)] += each;
          amount[dag.next(e)] += each;
        }
      }
    }
  }
}
