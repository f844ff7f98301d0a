package supernode.analysis;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.Outcome;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/**
 * What there is to look at of a fabric besides its headline numbers. Worked out when first asked
 * for, which may take seconds on a large one, and kept.
 */
public final class FabricViews {
  private final SystemModel model;
  private final FabricGraph graph;
  private final Optional<TrafficResult> sent;
  private List<LinkClass> busiest;
  private Outcome<TrafficMap> map;

  FabricViews(SystemModel model, FabricGraph graph, Optional<TrafficResult> sent) {
    this.model = model;
    this.graph = graph;
    this.sent = sent;
  }

  /** Endpoints that are up. */
  public int endpoints() {
    return graph.graph().endpointCount();
  }

  /** Link directions under what the scenario sends, those alike as one, busiest first. */
  public synchronized List<LinkClass> busiest() {
    if (busiest == null) {
      busiest = sent.map(t -> LinkClasses.of(model, graph, t)).orElse(List.of());
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
          sent.map(t -> Outcome.solved(TrafficMap.of(model, graph, t, cancelled)))
              .orElseGet(() -> Outcome.notApplicable("chart.reason.noTraffic"));
    }
    return map;
  }
}
