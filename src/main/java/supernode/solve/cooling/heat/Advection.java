package supernode.solve.cooling.heat;

import java.util.Arrays;
import java.util.Optional;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicSolution;

/**
 * Enthalpy carried by a known flow: streams mix where they meet, links change what passes them in a
 * linear way. Nodes are swept downstream once; where flow goes round, the few values at the cuts
 * are unknowns of a small dense system, so the answer is exact, not iterated.
 */
public final class Advection {
  /** Below this share of the largest flow a link takes up no heat. */
  private static final double STAGNANT_SHARE = 1e-9;

  /** Below this flow a link takes up no heat. */
  private static final double STAGNANT_KG_S = 1e-7;

  /** Below this share, and this flow in kg/s, a flow is rounding and left out altogether. */
  private static final double ROUNDING = 1e-13;

  /** A loop that keeps more than this share of its heat on every turn has no sink. */
  private static final double NO_SINK = 1e-11;

  private final int nodes;
  private final int[] upstream;
  private final int[] downstream;
  private final double[] mass;
  private final double[] inflow;
  private final double stagnant;
  private final FlowOrder order;
  private final int[] cutNodes;
  private final double[] entering;

  /** Links that do not lead back, in the order of the sweep, and where each node's end in it. */
  private final int[] sequence;

  private final int[] sequenceEnd;

  /**
   * @param from first node of each link
   * @param to second node
   * @param totalMassKgS flow of all copies, negative from the second to the first node
   * @param inflowKgS what enters at each node from outside; what leaves is negative and ignored
   * @param roots nodes behind pumps, where circles are best cut
   */
  public Advection(int[] from, int[] to, double[] totalMassKgS, double[] inflowKgS, int[] roots) {
    this(from, to, totalMassKgS, inflowKgS, roots, null);
  }

  /**
   * @param earlier lends its order where all flows go the same ways; may be null
   */
  private Advection(
      int[] from,
      int[] to,
      double[] totalMassKgS,
      double[] inflowKgS,
      int[] roots,
      Advection earlier) {
    nodes = inflowKgS.length;
    inflow = inflowKgS;
    int links = from.length;
    upstream = new int[links];
    downstream = new int[links];
    mass = new double[links];
    double largest = 0;
    for (double m : totalMassKgS) {
      largest = Math.max(largest, Math.abs(m));
    }
    stagnant = Math.max(STAGNANT_KG_S, STAGNANT_SHARE * largest);
    double rounding = Math.max(ROUNDING, ROUNDING * largest);
    entering = new double[nodes];
    for (int k = 0; k < links; k++) {
      boolean flows = Math.abs(totalMassKgS[k]) > rounding;
      boolean forward = totalMassKgS[k] > 0;
      upstream[k] = flows ? (forward ? from[k] : to[k]) : -1;
      downstream[k] = flows ? (forward ? to[k] : from[k]) : -1;
      mass[k] = flows ? Math.abs(totalMassKgS[k]) : 0;
      if (flows) {
        entering[downstream[k]] += mass[k];
      }
    }
    for (int v = 0; v < nodes; v++) {
      entering[v] += inflow[v] > rounding ? inflow[v] : 0;
    }
    if (earlier != null && earlier.alike(this)) {
      order = earlier.order;
      cutNodes = earlier.cutNodes;
      sequence = earlier.sequence;
      sequenceEnd = earlier.sequenceEnd;
      return;
    }
    order = new FlowOrder(nodes, upstream, downstream, roots);
    cutNodes = cuts(order, nodes, upstream);
    sequence = new int[links];
    sequenceEnd = new int[nodes];
    int at = 0;
    for (int v : order.nodes()) {
      for (int p = order.outBegin(v); p < order.outEnd(v); p++) {
        if (!order.leadsBack(order.outLink(p))) {
          sequence[at++] = order.outLink(p);
        }
      }
      sequenceEnd[v] = at;
    }
  }

  private static int[] cuts(FlowOrder order, int nodes, int[] upstream) {
    boolean[] cut = new boolean[nodes];
    int[] cuts = new int[nodes];
    int n = 0;
    for (int k = 0; k < upstream.length; k++) {
      if (order.leadsBack(k) && !cut[upstream[k]]) {
        cut[upstream[k]] = true;
        cuts[n++] = upstream[k];
      }
    }
    return Arrays.copyOf(cuts, n);
  }

  /** Whether all flows go the same ways. */
  private boolean alike(Advection other) {
    return nodes == other.nodes
        && Arrays.equals(upstream, other.upstream)
        && Arrays.equals(downstream, other.downstream);
  }

  /** Of a solved flow; circles are cut behind its pumps. */
  public static Advection of(HydraulicSolution flow) {
    return of(flow, Optional.empty());
  }

  /**
   * As the other, faster where flows go the same ways as earlier.
   *
   * @param earlier of a network of the same nodes and links
   */
  public static Advection of(HydraulicSolution flow, Optional<Advection> earlier) {
    int m = flow.network().links().size();
    int[] from = new int[m];
    int[] to = new int[m];
    double[] total = new double[m];
    int[] roots = new int[m];
    int pumps = 0;
    for (int k = 0; k < m; k++) {
      HydraulicLink link = flow.network().links().get(k);
      from[k] = link.from();
      to[k] = link.to();
      total[k] = flow.totalMassFlowKgS(k);
      if (flow.pumps(k)) {
        roots[pumps++] = to[k];
      }
    }
    double[] inflow = new double[flow.network().nodes().size()];
    Arrays.setAll(inflow, flow::inflowKgS);
    return new Advection(
        from, to, total, inflow, Arrays.copyOf(roots, pumps), earlier.orElse(null));
  }

  /** Whether fluid moves along a link. */
  public boolean moves(int link) {
    return upstream[link] >= 0;
  }

  /** Whether enough fluid moves along a link to take up heat. */
  public boolean takesHeat(int link) {
    return mass[link] > stagnant;
  }

  /** Node from which a link's flow comes; -1 without flow. */
  public int upstream(int link) {
    return upstream[link];
  }

  /** Whether moving fluid reaches a node. */
  public boolean reached(int node) {
    return entering[node] > 0;
  }

  /**
   * Enthalpy of each node that moving fluid reaches; 0 elsewhere.
   *
   * @param slope of each link's enthalpy behind over before
   * @param constant the same
   * @param inflowEnthalpyJKg of what enters from outside
   * @param restingJKg of a circle that neither gains nor loses heat
   * @return empty when a circle gains heat and has nowhere to leave it
   */
  public Optional<double[]> solve(
      double[] slope, double[] constant, double inflowEnthalpyJKg, double restingJKg) {
    int n = cutNodes.length;
    double[] enthalpy = new double[nodes];
    double[] atCuts = new double[n];
    if (n == 0) {
      sweep(slope, constant, inflowEnthalpyJKg, atCuts, enthalpy);
      return Optional.of(enthalpy);
    }
    double[][] system = new double[n][n + 1];
    double[] none = new double[constant.length];
    double[] unit = new double[nodes];
    for (int j = 0; j < n; j++) {
      Arrays.fill(atCuts, 0);
      atCuts[j] = 1;
      sweep(slope, none, 0, atCuts, unit);
      for (int i = 0; i < n; i++) {
        system[i][j] = (i == j ? 1 : 0) - unit[cutNodes[i]];
      }
    }
    Arrays.fill(atCuts, 0);
    sweep(slope, constant, inflowEnthalpyJKg, atCuts, enthalpy);
    for (int i = 0; i < n; i++) {
      system[i][n] = enthalpy[cutNodes[i]];
    }
    if (!eliminate(system, atCuts, restingJKg)) {
      return Optional.empty();
    }
    if (n == 1) {
      // The answer is linear in the one value: no need to sweep again.
      for (int v = 0; v < nodes; v++) {
        enthalpy[v] += atCuts[0] * unit[v];
      }
    } else {
      sweep(slope, constant, inflowEnthalpyJKg, atCuts, enthalpy);
    }
    return Optional.of(enthalpy);
  }

  private void sweep(
      double[] slope, double[] constant, double inflowJKg, double[] atCuts, double[] enthalpy) {
    for (int v = 0; v < nodes; v++) {
      enthalpy[v] = entering[v] > 0 && inflow[v] > 0 ? inflow[v] * inflowJKg : 0;
    }
    for (int c = 0; c < cutNodes.length; c++) {
      for (int p = order.outBegin(cutNodes[c]); p < order.outEnd(cutNodes[c]); p++) {
        int k = order.outLink(p);
        if (order.leadsBack(k)) {
          enthalpy[downstream[k]] += mass[k] * (slope[k] * atCuts[c] + constant[k]);
        }
      }
    }
    int p = 0;
    for (int v : order.nodes()) {
      double mixed = entering[v] > 0 ? enthalpy[v] / entering[v] : 0;
      enthalpy[v] = mixed;
      for (int end = sequenceEnd[v]; p < end; p++) {
        int k = sequence[p];
        enthalpy[downstream[k]] += mass[k] * (slope[k] * mixed + constant[k]);
      }
    }
  }

  /** Gauss with row exchange; false when heat has nowhere to go. */
  private static boolean eliminate(double[][] a, double[] x, double resting) {
    int n = x.length;
    boolean[] free = new boolean[n];
    for (int c = 0; c < n; c++) {
      int best = c;
      for (int r = c + 1; r < n; r++) {
        best = Math.abs(a[r][c]) > Math.abs(a[best][c]) ? r : best;
      }
      double[] pivot = a[best];
      a[best] = a[c];
      a[c] = pivot;
      if (Math.abs(pivot[c]) < NO_SINK) {
        free[c] = true;
        continue;
      }
      for (int r = c + 1; r < n; r++) {
        double factor = a[r][c] / pivot[c];
        for (int j = c; j <= n; j++) {
          a[r][j] -= factor * pivot[j];
        }
      }
    }
    double scale = 0;
    for (double[] row : a) {
      scale = Math.max(scale, Math.abs(row[n]));
    }
    for (int c = n - 1; c >= 0; c--) {
      double sum = a[c][n];
      for (int j = c + 1; j < n; j++) {
        sum -= a[c][j] * x[j];
      }
      // A free value must stand over nothing, but for rounding.
      if (free[c] && Math.abs(sum) > 1e-6 + 1e-9 * scale) {
        return false;
      }
      x[c] = free[c] ? resting : sum / a[c][c];
    }
    return true;
  }
}
