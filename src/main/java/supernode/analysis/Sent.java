package supernode.analysis;

import supernode.design.Fabric;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.CsrGraph;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/** What endpoints send on a fabric, also where their flows cross another one, too. */
record Sent(SystemModel model, Fabric fabric, FabricGraph own, FabricGraph carrying) {
  /**
   * What the slowest endpoint sends in all, byte/s: of flows through servers what leaves it on this
   * fabric, its own or passed on to it inside the server.
   */
  double leastBytesPerS(TrafficResult result) {
    if (own == carrying) {
      return result.injection().leastBytesPerS();
    }
    CsrGraph graph = carrying.graph();
    double least = Double.POSITIVE_INFINITY;
    for (int e = 0; e < graph.endpointCount(); e++) {
      int v = graph.endpoint(e);
      double sum = 0;
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int channel = graph.arcChannel(arc);
        int line = carrying.linkOf()[channel >> 1];
        double load = result.utilisation(channel);
        if (load > 0 && (line < 0 || model.links().get(line).fabric() == fabric)) {
          sum += load * graph.capacityBytesPerS(channel >> 1);
        }
      }
      least = Math.min(least, sum);
    }
    return Double.isInfinite(least) ? 0 : least;
  }
}
