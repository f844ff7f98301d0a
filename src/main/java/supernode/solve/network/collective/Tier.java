package supernode.solve.network.collective;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.SlowestPaths;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.PairWays;
import supernode.solve.network.route.RouteDag;
import supernode.solve.network.route.Routing;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;

/**
 * A fabric that ranks may use. Between two ranks the first tier counts in which they reach each
 * other: inside a node the scale-up fabric, across nodes the network. Not for several threads.
 */
public final class Tier {
  /** Endpoints up to which the latencies of all pairs are kept. */
  private static final int MOST_KEPT = 2048;

  /** Endpoints from which pairs are looked up by what is alike, where that can be done. */
  private static final int MANY = 1024;

  private final Kind kind;
  private final EcmpRoutes routes;
  private final Routing routing;
  private final LatencyTerms terms;
  private final int[] endpoint;
  private final BitSet reducing;
  private final LinkCalibration calibration;
  private final Reachability reachability;
  private final SlowestPaths paths;
  private final PairWays pair;
  private final double[][] latencyTo;
  private double[] lastRow;
  private int lastDestination = -1;
  private RouteDag dag;
  private int dagDestination = -1;
  private double longestS = -1;

  /** Made when first asked for. */
  private Optional<Optional<PairLoads>> alike = Optional.empty();

  /** What the fabric joins. */
  public enum Kind {
    SCALE_UP,
    SCALE_OUT
  }

  /** A fabric that splits evenly over shortest paths, as seen by the ranks. */
  public Tier(
      Kind kind,
      EcmpRoutes routes,
      LatencyTerms terms,
      int[] endpoint,
      BitSet reducing,
      LinkCalibration calibration) {
    this(kind, routes, new Routing.EqualCost(), terms, endpoint, reducing, calibration);
  }

  /**
   * A fabric as seen by the ranks.
   *
   * @param routes shortest paths; latency is counted along them
   * @param routing how transfers find their way
   * @param endpoint by rank, its place among the endpoints of the fabric; -1 if it is not on it
   * @param reducing switches that add up for collectives
   * @param calibration how much of a link's rate real transfers get
   */
  public Tier(
      Kind kind,
      EcmpRoutes routes,
      Routing routing,
      LatencyTerms terms,
      int[] endpoint,
      BitSet reducing,
      LinkCalibration calibration) {
    this.kind = kind;
    this.routes = routes;
    this.routing = routing;
    this.terms = terms;
    this.endpoint = endpoint.clone();
    this.reducing = (BitSet) reducing.clone();
    this.calibration = calibration;
    reachability = new Reachability(routes.graph());
    paths = new SlowestPaths(routes.graph(), terms);
    pair = new PairWays(routes.graph());
    int n = routes.graph().endpointCount();
    latencyTo = new double[n <= MOST_KEPT ? n : 0][];
  }

  /** Tells the slowest path between any two endpoints, which is looked for otherwise. */
  public void tellLongestS(double slowestS) {
    longestS = slowestS;
  }

  public Kind kind() {
    return kind;
  }

  public CsrGraph graph() {
    return routes.graph();
  }

  EcmpRoutes routes() {
    return routes;
  }

  public LinkCalibration calibration() {
    return calibration;
  }

  public Routing routing() {
    return routing;
  }

  /** Whether transfers split evenly over all shortest paths. */
  boolean splitsEvenly() {
    return routing.equals(new Routing.EqualCost());
  }

  /** Shortest paths to an endpoint; asked again for the same one they are at hand. */
  RouteDag routesTo(int destination) {
    if (dagDestination != destination) {
      dag = routes.to(destination);
      dagDestination = destination;
    }
    return dag;
  }

  /** The slowest path between any two endpoints; 0 where none has one. */
  double longestS(BooleanSupplier cancelled) {
    if (longestS < 0) {
      Outcome<ZeroLoadLatency> all = ZeroLoadLatency.of(routes, terms, cancelled);
      longestS = all.asOptional().map(ZeroLoadLatency::mostS).orElse(0.0);
    }
    return longestS;
  }

  /** What moves the fabric onto itself, where it is a torus or HyperX. */
  Optional<Translations> translations() {
    return routes.translations();
  }

  /** Pairs by what is alike, on a large fabric that splits evenly; empty elsewhere. */
  Optional<PairLoads> pairs() {
    if (alike.isEmpty()) {
      alike =
          Optional.of(
              splitsEvenly() && graph().endpointCount() > MANY
                  ? pairsByWhatIsAlike()
                  : Optional.empty());
    }
    return alike.get();
  }

  /** Whether pairs are looked up by what is alike. */
  public boolean knowsAlikePairs() {
    return pairs().isPresent();
  }

  /** The same of a fabric of any size. */
  Optional<PairLoads> pairsByWhatIsAlike() {
    Optional<PairLoads> torus =
        translations()
            .filter(t -> graph().endpointCount() == graph().vertexCount())
            .map(t -> new TorusPairs(graph(), t, paths));
    return torus.or(() -> CellPairs.of(graph(), paths));
  }

  int endpoint(int rank) {
    return endpoint[rank];
  }

  boolean reduces(int vertex) {
    return reducing.get(vertex);
  }

  int reducingSwitches() {
    return reducing.cardinality();
  }

  /** Vertices and arcs. */
  long size() {
    return (long) graph().vertexCount() + graph().arcCount();
  }

  boolean hasReducing() {
    return !reducing.isEmpty();
  }

  Reachability reachability() {
    return reachability;
  }

  /** Vertex of a rank; -1 if it is not on this fabric. */
  int vertex(int rank) {
    return endpoint[rank] < 0 ? -1 : graph().endpoint(endpoint[rank]);
  }

  /** Whether one rank reaches another here. */
  boolean joins(int from, int to) {
    return endpoint[from] >= 0
        && endpoint[to] >= 0
        && reachability.joins(graph().endpoint(endpoint[from]), graph().endpoint(endpoint[to]));
  }

  /**
   * Latency of the slowest of the shortest paths; -1 without one. For many pairs with one
   * destination one after the other.
   */
  double latencyS(int from, int to) {
    int destination = endpoint[to];
    if (lastDestination != destination) {
      double[] row = latencyTo.length > 0 ? latencyTo[destination] : null;
      if (row == null) {
        row = paths.to(routesTo(destination));
        if (latencyTo.length > 0) {
          latencyTo[destination] = row;
        }
      }
      lastDestination = destination;
      lastRow = row;
    }
    return lastRow[endpoint[from]];
  }

  /** The slowest of the ways between one rank and some others, either way; -1 without one. */
  double longestS(int one, int[] others) {
    RouteDag dag = routesTo(endpoint[one]);
    double[] to = paths.to(dag);
    double[] from = paths.from(dag);
    double longest = 0;
    for (int other : others) {
      longest = Math.max(longest, Math.max(to[endpoint[other]], from[endpoint[other]]));
    }
    return longest;
  }

  /** The ways of a pair by itself; empty where there are none. */
  Optional<PairWays> ways(int from, int to) {
    return pair.find(graph().endpoint(endpoint[from]), graph().endpoint(endpoint[to]))
        ? Optional.of(pair)
        : Optional.empty();
  }

  /** Latency of the slowest of them. */
  double latencyS(PairWays ways) {
    return paths.of(ways);
  }
}
