package supernode.analysis;

import java.util.Optional;
import supernode.analysis.loop.LoopSizing;
import supernode.catalog.Catalog;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.topology.SystemModel;

/**
 * Helps to size a cooling loop: each asked for, solved then, and never part of an edit's answer.
 */
public final class Sizing {
  private final Analysis analysis;
  private final Catalog library;
  private final Optional<LoopSizing> loops;

  /**
   * @param library the catalogue as the design sees it
   */
  public Sizing(Analysis analysis, Catalog library) {
    this.analysis = analysis;
    this.library = library;
    Scenario scenario =
        analysis.design().scenarios().getOrDefault(analysis.scenario(), Scenario.DEFAULT);
    loops =
        analysis
            .model()
            .asOptional()
            .filter(m -> m.links().stream().anyMatch(l -> l.fabric() == Fabric.LOOP))
            .map(m -> loops(m, scenario));
  }

  private static LoopSizing loops(SystemModel model, Scenario scenario) {
    Loads loads = new Loads(model);
    return new LoopSizing(model, loads::heatW, scenario.ambient());
  }

  /** The slowest pumps, and the flow, with which every chip keeps its limit by so much. */
  public Optional<Proposal> pumpSpeed(double spareK) {
    return loops.flatMap(l -> l.pumpSpeed(spareK));
  }

  /** The warmest facility water with which every chip keeps its limit by so much. */
  public Optional<Proposal> facilityWater(double spareK) {
    return loops.flatMap(l -> l.facilityWater(analysis.scenario(), spareK));
  }

  /** The smallest distribution unit of the catalogue in the place of one. */
  public Optional<Proposal> smallestCdu(String place) {
    return loops.flatMap(l -> l.smallestCdu(place, library));
  }

  /** The smallest pump of the catalogue in the place of one. */
  public Optional<Proposal> smallestPump(String place) {
    return loops.flatMap(l -> l.smallestPump(place, library));
  }

  /** Couplings throttled such that branches share the flow by their ratings. */
  public Optional<Proposal> balance() {
    return loops.flatMap(LoopSizing::balance);
  }
}
