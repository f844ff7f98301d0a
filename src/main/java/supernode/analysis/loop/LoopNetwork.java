package supernode.analysis.loop;

import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.topology.SystemModel;

/** The coolant wirings of a model as a hydraulic network, for those who carry it elsewhere. */
public final class LoopNetwork {
  private LoopNetwork() {}

  /** Without nodes where the model has no coolant wirings. */
  public static HydraulicNetwork of(SystemModel model) {
    LoopMap map = new LoopMap(model);
    return new HydraulicNetwork(map.nodes(), map.links());
  }
}
