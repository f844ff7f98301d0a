package supernode.analysis;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import supernode.solve.Outcome;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.latency.MessageCurve;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.metric.UniformOffer;
import supernode.solve.network.route.Routing;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/**
 * What there is to look at of a fabric besides its headline numbers. Worked out when first asked
 * for, which may take seconds on a large one, and kept.
 */
public final class FabricViews {
  /** 64 B to 4 GiB in steps of two. */
  private static final List<Double> MESSAGE_BYTES =
      IntStream.rangeClosed(6, 32).mapToObj(i -> Math.scalb(1.0, i)).toList();

  /** Pairs whose latencies differ by less are not told apart. */
  private static final double NEARER = 0.99;

  private final SystemModel model;
  private final FabricGraph graph;
  private final FabricGraph carrying;
  private final Outcome<Routing> routing;
  private final NetworkResult solved;
  private final Optional<TrafficResult> sent;
  private List<LinkClass> busiest;
  private Outcome<UniformOffer> offer;
  private List<PairMessages> messages;
  private Outcome<TrafficMap> map;

  /**
   * Messages of growing size between two endpoints of the idle fabric.
   *
   * @param farthest whether no pair has a longer way
   */
  public record PairMessages(String from, String to, boolean farthest, MessageCurve curve) {}

  /**
   * @param carrying what flows cross
   * @param routing along which, or why it is not possible
   */
  FabricViews(
      SystemModel model,
      FabricGraph graph,
      FabricGraph carrying,
      Outcome<Routing> routing,
      NetworkResult solved,
      Optional<TrafficResult> sent) {
    this.model = model;
    this.graph = graph;
    this.carrying = carrying;
    this.routing = routing;
    this.solved = solved;
    this.sent = sent;
  }

  /** Endpoints that are up. */
  public int endpoints() {
    return graph.graph().endpointCount();
  }

  /** Link directions under what the scenario sends, those alike as one, busiest first. */
  public synchronized List<LinkClass> busiest() {
    if (busiest == null) {
      busiest = sent.map(t -> LinkClasses.of(model, carrying, t)).orElse(List.of());
    }
    return busiest;
  }

  /**
   * Who sends how much to whom under what the scenario sends.
   *
   * @throws CancellationException when cancelled
   */
  public synchronized Outcome<TrafficMap> map(BooleanSupplier cancelled) {
    if (map == null) {
      map =
          sent.map(t -> Outcome.solved(TrafficMap.of(model, carrying, t, cancelled)))
              .orElseGet(() -> Outcome.notApplicable("chart.reason.noTraffic"));
    }
    return map;
  }

  /**
   * What latency under an offered load follows from: all endpoints send to all others alike.
   *
   * @throws CancellationException when cancelled
   */
  public synchronized Outcome<UniformOffer> offer(BooleanSupplier cancelled) {
    if (offer == null) {
      offer = routing.flatMap(r -> UniformOffer.of(carrying.graph(), r, cancelled));
    }
    return offer;
  }

  /** Of the farthest pair, and of the first two endpoints where these are nearer. */
  public synchronized List<PairMessages> messages() {
    if (messages == null) {
      messages =
          solved
              .latency()
              .asOptional()
              .map(l ->
                  Stream.of(
                          pair(0, 1, false), pair(l.slowestSource(), l.slowestDestination(), true))
                      .flatMap(Optional::stream)
                      .toList())
              .filter(all -> !all.isEmpty())
              .map(all ->
                  all.size() > 1 && isNearer(all.getFirst(), all.getLast())
                      ? all
                      : all.subList(all.size() - 1, all.size()))
              .orElse(List.of());
    }
    return messages;
  }

  private static boolean isNearer(PairMessages one, PairMessages other) {
    double near = one.curve().points().getFirst().timeS();
    return near < NEARER * other.curve().points().getFirst().timeS();
  }

  private Optional<PairMessages> pair(int from, int to, boolean farthest) {
    return ZeroLoadLatency.ofPair(solved.routes(), NetworkAssumptions.terms(model, graph), from, to)
        .asOptional()
        .filter(p -> Double.isFinite(p.bandwidthBytesPerS()))
        .map(p ->
            new PairMessages(name(from), name(to), farthest, MessageCurve.of(p, MESSAGE_BYTES)));
  }

  private String name(int endpoint) {
    return model.instances().get(graph.instanceOf()[graph.graph().endpoint(endpoint)]).name();
  }
}
