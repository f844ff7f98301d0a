package supernode.solve.cooling.hydraulic;

import java.util.Arrays;

/**
 * The pressure regulators at work in a round. Each holds the pressure of one node; what it passes
 * is an unknown that the mass balance of that node settles. A Newton step solves for the pressures
 * without them, then for their flows by a small dense system (Schur complement), so that a step
 * stays exact however valves and loops hang together.
 */
final class Regulation {
  static final Regulation NONE = new Regulation(new int[0], new int[0], 0);

  /** Share of a valve's own flow that must reach what it holds. */
  private static final double SINGULAR = 1e-9;

  private final int[] valves;
  private final int[] held;
  private final int[] heldBy;
  private final int[][] linksAt;
  private final double[] unmetKgS;
  private final double[] correctionKgS;
  private int powerless = -1;

  private Regulation(int[] valves, int[] held, int nodes) {
    this.valves = valves;
    this.held = held;
    heldBy = new int[nodes];
    Arrays.fill(heldBy, -1);
    for (int i = 0; i < held.length; i++) {
      heldBy[held[i]] = i;
    }
    linksAt = new int[held.length][0];
    unmetKgS = new double[held.length];
    correctionKgS = new double[held.length];
  }

  /** Those that regulate now; their nodes are set to what they hold. */
  static Regulation of(Iteration state) {
    int[] valves = new int[state.laws.length];
    int[] held = new int[valves.length];
    int n = 0;
    for (int k = 0; k < valves.length; k++) {
      int node = state.state[k] == LinkState.REGULATING ? heldNode(state, k) : -1;
      if (node >= 0) {
        valves[n] = k;
        held[n++] = node;
        state.setPressure(node, ((Regulator) state.laws[k]).setting());
      } else if (state.state[k] == LinkState.REGULATING) {
        state.massFlowKgS[k] = state.densityKgM3[k] * ((Regulator) state.laws[k]).setting();
      }
    }
    if (n == 0) {
      return NONE;
    }
    Regulation r =
        new Regulation(Arrays.copyOf(valves, n), Arrays.copyOf(held, n), state.pressurePa.length);
    for (int k = 0; k < state.laws.length; k++) {
      if (state.flows[k]) {
        r.note(k, state.from[k]);
        r.note(k, state.to[k]);
      }
    }
    return r;
  }

  /** Node whose pressure a valve keeps; -1 for a valve that keeps a flow. */
  static int heldNode(Iteration state, int k) {
    return switch (state.laws[k]) {
      case PressureReducing _ -> state.to[k];
      case PressureSustaining _ -> state.from[k];
      default -> -1;
    };
  }

  private void note(int link, int node) {
    if (heldBy[node] >= 0) {
      int[] known = linksAt[heldBy[node]];
      linksAt[heldBy[node]] = Arrays.copyOf(known, known.length + 1);
      linksAt[heldBy[node]][known.length] = link;
    }
  }

  boolean holds(int node) {
    return valves.length > 0 && heldBy[node] >= 0;
  }

  /** Remembers what is left over at the held nodes. */
  void keep(double[] balance) {
    for (int i = 0; i < held.length; i++) {
      unmetKgS[i] = balance[held[i]];
    }
  }

  /** A valve whose flow comes back to what it should hold, or that has a rival; -1 for none. */
  int powerless() {
    return powerless < 0 ? -1 : valves[powerless];
  }

  /** By how much the flow of a regulator changes in this step. */
  double correctionKgS(int link) {
    int i = Arrays.binarySearch(valves, link);
    return i < 0 ? 0 : correctionKgS[i];
  }

  /** Overwrites the right side with the correction of the pressures; false where there is none. */
  boolean solve(Iteration state, Pattern.Factor factor, double[] rightSide) {
    int m = valves.length;
    if (m == 0) {
      factor.solve(rightSide);
      return true;
    }
    double[] without = rightSide.clone();
    factor.solve(without);
    double[][] system = new double[m][m + 1];
    for (int i = 0; i < m; i++) {
      system[i][m] = -(unmetKgS[i] + inflow(state, i, without));
    }
    for (int j = 0; j < m; j++) {
      Arrays.fill(without, 0);
      add(state, valves[j], 1, without);
      factor.solve(without);
      for (int i = 0; i < m; i++) {
        system[i][j] = joins(state, valves[j], held[i]) + inflow(state, i, without);
      }
    }
    if (!eliminate(system, correctionKgS)) {
      return false;
    }
    for (int j = 0; j < m; j++) {
      add(state, valves[j], correctionKgS[j], rightSide);
    }
    factor.solve(rightSide);
    return true;
  }

  private double inflow(Iteration state, int i, double[] correctionPa) {
    double sum = 0;
    for (int k : linksAt[i]) {
      int other = state.from[k] == held[i] ? state.to[k] : state.from[k];
      sum += state.conductance[k] * correctionPa[other];
    }
    return sum;
  }

  private static double joins(Iteration state, int k, int node) {
    return state.to[k] == node ? state.copies[k] : state.from[k] == node ? -state.copies[k] : 0;
  }

  private static void add(Iteration state, int k, double flowKgS, double[] balance) {
    if (state.free(state.from[k])) {
      balance[state.from[k]] -= state.copies[k] * flowKgS;
    }
    if (state.free(state.to[k])) {
      balance[state.to[k]] += state.copies[k] * flowKgS;
    }
  }

  /** Gauss with row exchange; false when two valves ask for the same thing. */
  private boolean eliminate(double[][] a, double[] x) {
    int n = x.length;
    for (int c = 0; c < n; c++) {
      int best = c;
      for (int r = c + 1; r < n; r++) {
        best = Math.abs(a[r][c]) > Math.abs(a[best][c]) ? r : best;
      }
      double[] pivot = a[best];
      a[best] = a[c];
      a[c] = pivot;
      if (!(Math.abs(pivot[c]) > SINGULAR)) {
        powerless = c;
        return false;
      }
      for (int r = c + 1; r < n; r++) {
        double factor = a[r][c] / pivot[c];
        if (factor != 0) {
          for (int j = c; j <= n; j++) {
            a[r][j] -= factor * pivot[j];
          }
        }
      }
    }
    for (int c = n - 1; c >= 0; c--) {
      double sum = a[c][n];
      for (int j = c + 1; j < n; j++) {
        sum -= a[c][j] * x[j];
      }
      x[c] = sum / a[c][c];
    }
    return true;
  }
}
