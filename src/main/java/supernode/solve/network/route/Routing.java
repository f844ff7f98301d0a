package supernode.solve.network.route;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.rate.FlowIncidence;
import supernode.topology.CsrGraph;

/**
 * How flows find their way. Rates under a routing are exact for it; no routing here is the best
 * that there could be.
 */
public sealed interface Routing {
  /** Most endpoints times channels for which Valiant's legs are kept (400 MB). */
  long MOST_LEGS = 25_000_000;

  /** Route graphs' vertices and arcs gone through at most, some seconds. */
  long MOST_WORK = 2_000_000_000L;

  /** Equal splitting over all shortest paths, as of a fluid. */
  record EqualCost() implements Routing {}

  /** One of the shortest paths for each flow, by a hash: what real switches do to few flows. */
  record HashedEqualCost(long seed) implements Routing {}

  /**
   * One coordinate after the other, on a mesh, torus or HyperX whose routers are numbered with the
   * first dimension fastest.
   *
   * @param sizes routers along each dimension
   * @param wrapped whether the dimensions are rings
   */
  record DimensionOrder(List<Integer> sizes, boolean wrapped) implements Routing {
    public DimensionOrder {
      sizes = List.copyOf(sizes);
    }
  }

  /** Up and then down a fat tree, on one path that the destination's number picks (d-mod-k). */
  record UpDown() implements Routing {}

  /**
   * Minimal between groups of routers, as on a dragonfly.
   *
   * @param routersPerGroup consecutive routers that are one group
   */
  record Minimal(int routersPerGroup) implements Routing {}

  /** Over a random intermediate router, with the given routing on both legs. */
  record Valiant(Routing legs) implements Routing {}

  /**
   * The best mixture of minimal and Valiant's routing, the same for all flows: what UGAL (Singh,
   * 2005) aims at, knowing all loads. The part that goes minimally is tried in eighths.
   */
  record Adaptive(Routing minimal) implements Routing {}

  /**
   * Inside the server to the destination's rail, and along it.
   *
   * @param perServer consecutive endpoints that are one server
   */
  record RailAware(int perServer) implements Routing {
    /** Why a fabric is not made for it; empty where it is. */
    public Optional<Text> refusal(CsrGraph graph) {
      if (perServer < 1) {
        return Optional.of(Text.of("routing.notServers", perServer));
      }
      return new RailWays(graph, perServer).joinServers()
          ? Optional.empty()
          : Optional.of(Text.of("routing.serverApart", perServer));
    }
  }

  /** An equal part over each plane. */
  record PlaneStriping() implements Routing {}

  /**
   * Who crosses which channel with what share.
   *
   * @param mostNonZeros bound on the size of the answer
   * @return not applicable where the fabric is not what the routing is made for, or too large
   * @throws CancellationException when cancelled
   */
  default Outcome<FlowIncidence> incidence(
      CsrGraph graph, FlowPairs pairs, int mostNonZeros, BooleanSupplier cancelled) {
    if (!followsSinglePaths() && work(graph, pairs) > MOST_WORK) {
      return Outcome.notApplicable(
          "network.tooLarge", graph.endpointCount(), graph.usableLinkCount());
    }
    if (this instanceof Adaptive adaptive) {
      return new Mixture(graph, pairs, mostNonZeros, cancelled).best(adaptive);
    }
    return ways(graph).flatMap(ways -> written(ways, graph, pairs, mostNonZeros, cancelled));
  }

  /** Whether a torus that is moved onto itself has its ways moved with it. */
  default boolean isMovedWith(Translations torus) {
    return switch (this) {
      case EqualCost _ -> true;
      case DimensionOrder(List<Integer> sizes, boolean wrapped) ->
          wrapped && sizes.stream().filter(n -> n > 1).toList().equals(torus.sides());
      case Valiant(Routing legs) -> legs.isMovedWith(torus);
      default -> false;
    };
  }

  private boolean followsSinglePaths() {
    return this instanceof HashedEqualCost || this instanceof UpDown;
  }

  /** Of making a route graph for each destination. */
  private static long work(CsrGraph graph, FlowPairs pairs) {
    long destinations = Math.min(pairs.count(), graph.endpointCount());
    return destinations * ((long) graph.vertexCount() + graph.arcCount());
  }

  /** What keeps packets from waiting for one another in a circle. */
  default Deadlock deadlock() {
    return switch (this) {
      case EqualCost _, HashedEqualCost _ -> new Deadlock(0, Deadlocks.SHORTEST);
      case DimensionOrder(_, boolean wrapped) ->
          wrapped
              ? Deadlock.with(2, "routing.deadlock.dateline")
              : Deadlock.free("routing.deadlock.order");
      case UpDown _ -> Deadlock.free("routing.deadlock.upDown");
      case Minimal _ -> Deadlock.with(2, "routing.deadlock.group");
      case Valiant(Routing legs) -> Deadlocks.twice(legs.deadlock());
      case Adaptive(Routing minimal) -> Deadlocks.twice(minimal.deadlock());
      case RailAware _ -> Deadlock.free("routing.deadlock.rail");
      case PlaneStriping _ -> Deadlock.free("routing.deadlock.plane");
    };
  }

  private Outcome<Ways> ways(CsrGraph graph) {
    Routers routers = new Routers(graph);
    return switch (this) {
      case EqualCost _ -> Outcome.solved(new ShortestWays(graph));
      case HashedEqualCost(long seed) ->
          Outcome.solved(new SingleWays(graph, OptionalLong.of(seed)));
      case UpDown _ -> Outcome.solved(new SingleWays(graph, OptionalLong.empty()));
      case DimensionOrder(List<Integer> sizes, _) ->
          LineWays.fits(graph, routers, sizes)
              ? Outcome.solved(new LineWays(graph, routers, sizes))
              : Outcome.notApplicable("routing.notAGrid", sizes.toString());
      case Minimal(int perGroup) ->
          perGroup > 0 && routers.count() % perGroup == 0
              ? Outcome.solved(new GroupWays(graph, routers, perGroup))
              : Outcome.notApplicable("routing.notGroups", routers.count(), perGroup);
      case Valiant(Routing legs) ->
          (long) graph.endpointCount() * graph.channelCount() > MOST_LEGS
              ? Outcome.notApplicable("network.tooLarge", graph.endpointCount(), graph.linkCount())
              : legs.ways(graph).map(minimal -> new ValiantWays(graph, routers, minimal));
      case RailAware rails ->
          rails
              .refusal(graph)
              .<Outcome<Ways>>map(Outcome.NotApplicable::new)
              .orElseGet(() -> Outcome.solved(new RailWays(graph, rails.perServer())));
      case PlaneStriping _ -> Outcome.solved(new PlaneWays(graph));
      case Adaptive(Routing minimal) -> minimal.ways(graph);
    };
  }

  private static Outcome<FlowIncidence> written(
      Ways ways, CsrGraph graph, FlowPairs pairs, int mostNonZeros, BooleanSupplier cancelled) {
    FlowIncidence.Builder builder = new FlowIncidence.Builder(graph.channelCount());
    ChannelSums sums = new ChannelSums(graph.channelCount());
    for (int f = 0; f < pairs.count(); f++) {
      if (f % 64 == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      int from = graph.endpoint(pairs.source(f));
      int to = graph.endpoint(pairs.destination(f));
      sums.endFlow(ways.add(from, to, 1, sums), builder);
      if (builder.nonZeros() > mostNonZeros) {
        return Outcome.notApplicable("network.tooManyCrossings", mostNonZeros);
      }
    }
    return Outcome.solved(builder.build());
  }
}
