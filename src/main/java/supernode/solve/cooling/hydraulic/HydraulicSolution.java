package supernode.solve.cooling.hydraulic;

import java.util.List;

/** Flow and pressure everywhere in a network. By index of node and link; nothing in it is NaN. */
public final class HydraulicSolution {
  private final HydraulicNetwork network;
  private final Pattern pattern;
  private final double[] pressurePa;
  private final double[] massFlowKgS;
  private final double[] lossPa;
  private final double[] densityKgM3;
  private final double[] inflowKgS;
  private final LinkState[] state;
  private final boolean[] unfed;
  private final boolean[] loose;
  private final List<Notice> notices;
  private final Effort effort;
  private final boolean near;

  /**
   * How hard it was.
   *
   * @param steps Newton steps in all
   * @param rounds rounds of opening and shutting check valves
   * @param flowChange last relative change of flow
   * @param lossResidualPa largest gap between a link's loss and its pressure difference
   * @param imbalanceKgS largest gap in a node's mass balance
   */
  public record Effort(
      int steps, int rounds, double flowChange, double lossResidualPa, double imbalanceKgS) {}

  HydraulicSolution(
      Iteration state, Islands islands, List<Notice> notices, Effort effort, boolean near) {
    this.near = near;
    network = state.network;
    pattern = state.pattern;
    pressurePa = state.pressurePa;
    massFlowKgS = state.massFlowKgS;
    lossPa = state.lossPa;
    densityKgM3 = state.densityKgM3;
    inflowKgS = state.inflows(islands);
    this.state = state.state;
    for (int k = 0; k < lossPa.length; k++) {
      lossPa[k] = this.state[k] == LinkState.REGULATING ? state.dropPa(k) : lossPa[k];
    }
    unfed = new boolean[pressurePa.length];
    loose = new boolean[pressurePa.length];
    for (int v = 0; v < unfed.length; v++) {
      unfed[v] = islands.unfed(v);
      loose[v] = !islands.anchored(v);
      pressurePa[v] = unfed[v] ? 0 : pressurePa[v];
    }
    this.notices = List.copyOf(notices);
    this.effort = effort;
  }

  private HydraulicSolution(HydraulicSolution same, HydraulicNetwork other) {
    network = other;
    pattern = same.pattern;
    pressurePa = same.pressurePa;
    massFlowKgS = same.massFlowKgS;
    lossPa = same.lossPa;
    densityKgM3 = same.densityKgM3;
    inflowKgS = same.inflowKgS;
    state = same.state;
    unfed = same.unfed;
    loose = same.loose;
    notices = same.notices;
    effort = same.effort;
    near = same.near;
  }

  /** As the answer of a network that differs from this one's in names alone. */
  public HydraulicSolution of(HydraulicNetwork other) {
    return new HydraulicSolution(this, other);
  }

  public HydraulicNetwork network() {
    return network;
  }

  Pattern pattern() {
    return pattern;
  }

  /** Gauge pressure of a node. */
  public double pressurePa(int node) {
    return pressurePa[node];
  }

  /** Pressure of a node as height of a column of fluid above the datum, elevation included. */
  public double headM(int node, double density) {
    return pressurePa[node] / (density * Gravity.M_S2) + network.nodes().get(node).elevationM();
  }

  /** Mass flow through one copy of a link. */
  public double massFlowKgS(int link) {
    return massFlowKgS[link];
  }

  /** Mass flow through all copies of a link. */
  public double totalMassFlowKgS(int link) {
    return massFlowKgS[link] * network.links().get(link).copies();
  }

  /** Volume flow through one copy of a link. */
  public double flowM3S(int link) {
    return massFlowKgS[link] / densityKgM3[link];
  }

  /** Pressure lost by friction along a link; negative for a pump. */
  public double lossPa(int link) {
    return lossPa[link];
  }

  public double densityKgM3(int link) {
    return densityKgM3[link];
  }

  /** What enters the network at a node, over a fixed pressure or as negative demand. */
  public double inflowKgS(int node) {
    return inflowKgS[node];
  }

  /** Whether nothing passes: closed, or a check valve that shut. */
  public boolean shut(int link) {
    return state[link] == LinkState.SHUT;
  }

  /** What a link does. */
  public LinkState state(int link) {
    return state[link];
  }

  /**
   * Whether a node lies in a part from which fluid is drawn while nothing feeds it: its pressure
   * and the flows there say nothing.
   */
  public boolean unfed(int node) {
    return unfed[node];
  }

  /**
   * Whether no known pressure holds a node: pressures around it are right among themselves only.
   */
  public boolean loose(int node) {
    return loose[node];
  }

  /** What is lost between the ends of a link, its lift taken off: also where its law is at rest. */
  public double dropPa(int link) {
    HydraulicLink l = network.links().get(link);
    double rise =
        network.nodes().get(l.to()).elevationM() - network.nodes().get(l.from()).elevationM();
    return pressurePa[l.from()] - pressurePa[l.to()] - densityKgM3[link] * Gravity.M_S2 * rise;
  }

  /** Whether a link holds a pump. */
  public boolean pumps(int link) {
    return network.traits().pump(link);
  }

  public List<Notice> notices() {
    return notices;
  }

  /** Whether it stopped near the answer, not at it. */
  public boolean near() {
    return near;
  }

  public Effort effort() {
    return effort;
  }
}
