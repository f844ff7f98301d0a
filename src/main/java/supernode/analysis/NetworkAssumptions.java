package supernode.analysis;

import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.design.Fabric;
import supernode.quantity.Dimension;
import supernode.solve.network.latency.LatencyTerms;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * Latency constants for parts whose makers publish none. No independent hardware measurement backs
 * a latency made of these, and the studio says so beside every one.
 */
final class NetworkAssumptions {
  static final String SOURCE = "studio assumption";

  /** Software and engine time at one end. */
  static final Sourced ENDPOINT_S =
      new Sourced(
          0.5e-6,
          Confidence.ASSUMPTION,
          SOURCE,
          "half of the 1 us below which small GPU-to-GPU transfers are not reported");

  /** Header that a cut-through switch waits for, and packet of bulk data, byte. */
  private static final double HEADER_BYTES = 64;

  private static final double PACKET_BYTES = 4096;

  private NetworkAssumptions() {}

  static LatencyTerms terms(SystemModel model, FabricGraph graph) {
    double most = -1;
    for (int e = 0; e < graph.graph().endpointCount(); e++) {
      Instance i = model.instances().get(graph.instanceOf()[graph.graph().endpoint(e)]);
      most = Math.max(most, i.values().get(Property.ENDPOINT_LATENCY, ENDPOINT_S.value()));
    }
    return new LatencyTerms(most, most, HEADER_BYTES, PACKET_BYTES);
  }

  /** The latency of the slowest endpoint, and where it comes from. */
  static Explanation endpoint(SystemModel model, FabricGraph graph) {
    Instance slowest = null;
    double most = -1;
    for (int e = 0; e < graph.graph().endpointCount(); e++) {
      Instance i = model.instances().get(graph.instanceOf()[graph.graph().endpoint(e)]);
      double own = i.values().get(Property.ENDPOINT_LATENCY, ENDPOINT_S.value());
      if (own > most) {
        most = own;
        slowest = i;
      }
    }
    return slowest == null || slowest.values().find(Property.ENDPOINT_LATENCY).isEmpty()
        ? Derivation.given(Derivation.label(Property.ENDPOINT_LATENCY), ENDPOINT_S, Dimension.TIME)
        : Derivation.property(slowest, Property.ENDPOINT_LATENCY);
  }

  static boolean reducing(SystemModel model, FabricGraph graph) {
    boolean any = false;
    for (int instance : graph.instanceOf()) {
      Instance i = model.instances().get(instance);
      if (i.part().kind() == PartKind.SWITCH) {
        any = true;
        if (i.values().get(Property.IN_NETWORK_REDUCTION, 0) < 1) {
          return false;
        }
      }
    }
    return any;
  }

  /** Protocol of the first live link of a fabric: what its collectives are calibrated by. */
  static String protocol(SystemModel model, Fabric fabric) {
    return model.links().stream()
        .filter(l -> l.fabric() == fabric && !l.failed())
        .findFirst()
        .map(l -> l.portA().type() instanceof PortType.Signal s ? s.protocol() : "")
        .orElse("");
  }
}
