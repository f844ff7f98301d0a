package supernode.app.inp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import supernode.interop.epanet.InpLink;
import supernode.interop.epanet.InpNode;
import supernode.interop.epanet.InpOptions;
import supernode.interop.epanet.LinkSetting;
import supernode.interop.epanet.StartState;
import supernode.solve.cooling.hydraulic.CheckValve;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.Gravity;
import supernode.solve.cooling.hydraulic.HeadLoss;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.PressureDemand;

/**
 * A file's network as the solver takes it. All nodes lie on one level and pressures stand for total
 * heads: so elevations, and whose gravity it is, cancel.
 */
final class InpTranslation {
  private final StartState state;
  private final Measures m;
  private final List<HydraulicNode> nodes = new ArrayList<>();
  private final List<HydraulicLink> links = new ArrayList<>();
  private final Map<String, Integer> nodeIndex = new HashMap<>();
  private final Map<String, Integer> linkIndex = new HashMap<>();
  private final Map<String, Boolean> turned = new HashMap<>();

  InpTranslation(StartState state, Measures m) {
    this.state = state;
    this.m = m;
    InpOptions options = state.network().options();
    for (InpNode node : state.network().nodes().values()) {
      nodeIndex.put(node.id(), nodes.size());
      nodes.add(node(node, options));
    }
    for (InpLink link : state.network().links().values()) {
      linkIndex.put(link.id(), links.size());
      links.add(link(link));
    }
    for (InpNode node : state.network().nodes().values()) {
      if (node instanceof InpNode.Junction j) {
        outlets(j, options);
      }
    }
  }

  HydraulicNetwork network() {
    return new HydraulicNetwork(nodes, links);
  }

  /** Nodes of the file; those after them are outlets to the air. */
  int fileNodes() {
    return nodeIndex.size();
  }

  int node(String id) {
    return nodeIndex.get(id);
  }

  int link(String id) {
    return linkIndex.get(id);
  }

  /** Whether the solver's link runs from the file's second to its first node. */
  boolean turned(String link) {
    return turned.containsKey(link);
  }

  double elevationM(String node) {
    return m.lengthM(state.network().nodes().get(node).elevation());
  }

  double headM(double pressurePa) {
    return pressurePa / (m.densityKgM3() * Gravity.M_S2);
  }

  private double pa(double headM) {
    return headM * m.densityKgM3() * Gravity.M_S2;
  }

  private HydraulicNode node(InpNode node, InpOptions options) {
    return switch (node) {
      case InpNode.Junction j -> {
        double demand = options.pressureDemands() ? Math.min(0, state.demand(j)) : state.demand(j);
        yield new HydraulicNode(
            j.id(), 0, OptionalDouble.empty(), m.flowM3S(demand) * m.densityKgM3());
      }
      case InpNode.Reservoir r -> known(r.id(), r.elevation() * state.factor(r.pattern()));
      case InpNode.Tank t -> known(t.id(), t.elevation() + t.level());
    };
  }

  private HydraulicNode known(String id, double head) {
    return HydraulicNode.vessel(id, 0, pa(m.lengthM(head)));
  }

  private HydraulicLink link(InpLink link) {
    LinkSetting setting = state.settings().get(link.id());
    LinkLaw law =
        switch (link) {
          case InpLink.Pipe p -> {
            if (setting.status() == LinkSetting.Status.CLOSED) {
              yield new Closed();
            }
            LinkLaw pipe = PipeLaw.of(p, state.network().options().formula(), m);
            yield p.checkValve() ? new CheckValve(pipe) : pipe;
          }
          case InpLink.Pump p -> DriveLaw.of(p, setting, state, m);
          case InpLink.Valve v ->
              new ValveLaw(state, m).of(v, setting, elevationM(v.from()), elevationM(v.to()));
        };
    return guarded(link, law);
  }

  /** Nothing flows into a full tank or out of an empty one. */
  private HydraulicLink guarded(InpLink link, LinkLaw law) {
    InpNode from = state.network().nodes().get(link.from());
    InpNode to = state.network().nodes().get(link.to());
    boolean forward = !empty(from) && !full(to);
    boolean back = !empty(to) && !full(from) && !law.oneWay();
    int a = nodeIndex.get(link.from());
    int b = nodeIndex.get(link.to());
    if ((forward && (back || law.oneWay())) || law.closed()) {
      return HydraulicLink.of(link.id(), a, b, law);
    }
    if (forward) {
      return HydraulicLink.of(link.id(), a, b, new CheckValve(law));
    }
    if (back) {
      turned.put(link.id(), true);
      return HydraulicLink.of(link.id(), b, a, new CheckValve(law));
    }
    return HydraulicLink.of(link.id(), a, b, new Closed());
  }

  private static boolean full(InpNode node) {
    return node instanceof InpNode.Tank t
        && t.diameter() > 0
        && !t.overflows()
        && t.level() >= t.highest();
  }

  private static boolean empty(InpNode node) {
    return node instanceof InpNode.Tank t && t.diameter() > 0 && t.level() <= t.lowest();
  }

  /** Emitters and demands that fall with pressure: links to the open air at the node's height. */
  private void outlets(InpNode.Junction j, InpOptions options) {
    double elevation = m.lengthM(j.elevation());
    if (j.emitter() > 0) {
      double n = 1 / options.emitterExponent();
      double r = m.headPerPressureM() / Math.pow(m.flowM3S(j.emitter()), n);
      double typical = Math.pow(10 / r, 1 / n);
      HeadLoss law = new HeadLoss(r, n, 0, HeadLoss.LEAST_SLOPE_S_M2, typical);
      air(j, elevation, options.emitterBackflow() ? law : new CheckValve(law));
    }
    double demand = m.flowM3S(state.demand(j));
    if (options.pressureDemands() && demand > 0) {
      double least = options.minimumPressure() * m.headPerPressureM();
      double span =
          Math.max(
              0.1 * m.headPerPressureM(),
              options.requiredPressure() * m.headPerPressureM() - least);
      air(j, elevation + least, new PressureDemand(demand, span, 1 / options.pressureExponent()));
    }
  }

  private void air(InpNode.Junction j, double headM, LinkLaw law) {
    int open = nodes.size();
    nodes.add(HydraulicNode.vessel(j.id(), 0, pa(headM)));
    links.add(HydraulicLink.of(j.id(), nodeIndex.get(j.id()), open, law));
  }
}
