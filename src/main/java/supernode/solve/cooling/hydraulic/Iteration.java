package supernode.solve.cooling.hydraulic;

/** The working arrays of one solve: unknowns, laws evaluated at them, one Newton step. */
final class Iteration {
  final HydraulicNetwork network;
  final Pattern pattern;
  final double[] densityKgM3;
  final double[] viscosityPaS;
  final double[] pressurePa;
  final double[] massFlowKgS;
  final double[] lossPa;
  final boolean[] open;
  boolean[] fixed;

  private final int[] from;
  private final int[] to;
  private final double[] copies;
  private final LinkLaw[] laws;
  private final double[] lift;
  private final double[] slope;
  private final double[] stepKgS;
  private final double[] balance;
  private final Loss loss = new Loss();

  /** Sums over the last step. */
  double changeKgS;

  double flowSumKgS;
  int worstLink;
  int worstNode;

  Iteration(HydraulicNetwork network, Pattern pattern, double[] density, double[] viscosity) {
    this.network = network;
    this.pattern = pattern;
    densityKgM3 = density;
    viscosityPaS = viscosity;
    int n = network.nodes().size();
    int m = network.links().size();
    from = network.from();
    to = network.to();
    pressurePa = new double[n];
    balance = new double[n];
    massFlowKgS = new double[m];
    lossPa = new double[m];
    open = new boolean[m];
    slope = new double[m];
    stepKgS = new double[m];
    lift = new double[m];
    copies = new double[m];
    laws = new LinkLaw[m];
    fixed = new boolean[n];
    for (int k = 0; k < m; k++) {
      HydraulicLink link = network.links().get(k);
      laws[k] = link.law();
      open[k] = !laws[k].closed();
      copies[k] = link.copies();
      lift[k] =
          density[k]
              * Gravity.M_S2
              * (network.nodes().get(to[k]).elevationM()
                  - network.nodes().get(from[k]).elevationM());
    }
  }

  void startCold() {
    for (int k = 0; k < laws.length; k++) {
      massFlowKgS[k] = open[k] ? densityKgM3[k] * laws[k].typicalFlowM3S() : 0;
    }
  }

  void startFrom(HydraulicSolution warm) {
    for (int v = 0; v < pressurePa.length; v++) {
      pressurePa[v] = warm.pressurePa(v);
    }
    for (int k = 0; k < laws.length; k++) {
      boolean wasShut = warm.shut(k);
      if (laws[k].oneWay() && wasShut) {
        open[k] &= warm.network().links().get(k).law().closed();
      }
      massFlowKgS[k] =
          !open[k] ? 0 : wasShut ? densityKgM3[k] * laws[k].typicalFlowM3S() : warm.massFlowKgS(k);
    }
  }

  void setPressure(int node, double pressure) {
    pressurePa[node] = pressure;
  }

  /** Laws at the present flows. */
  void evaluate() {
    for (int k = 0; k < laws.length; k++) {
      if (open[k]) {
        laws[k].evaluate(massFlowKgS[k] / densityKgM3[k], densityKgM3[k], viscosityPaS[k], loss);
        lossPa[k] = loss.pressurePa;
        slope[k] = loss.slopePaSM3 / densityKgM3[k];
      } else {
        lossPa[k] = 0;
        massFlowKgS[k] = 0;
      }
    }
  }

  /** By how much a link's loss and lift miss the pressure difference of its ends. */
  double gapPa(int k) {
    return lossPa[k] + lift[k] - (pressurePa[from[k]] - pressurePa[to[k]]);
  }

  double largestGapPa() {
    double largest = 0;
    for (int k = 0; k < laws.length; k++) {
      if (open[k] && !(Math.abs(gapPa(k)) <= largest)) {
        largest = Math.abs(gapPa(k));
        worstLink = k;
      }
    }
    return largest;
  }

  double largestImbalanceKgS() {
    sumBalance();
    double largest = 0;
    for (int v = 0; v < balance.length; v++) {
      if (!fixed[v] && !(Math.abs(balance[v]) <= largest)) {
        largest = Math.abs(balance[v]);
        worstNode = v;
      }
    }
    return largest;
  }

  /** What is left over at each node: in minus out minus demand. */
  private void sumBalance() {
    for (int v = 0; v < balance.length; v++) {
      balance[v] = -network.nodes().get(v).demandKgS();
    }
    for (int k = 0; k < laws.length; k++) {
      double total = copies[k] * massFlowKgS[k];
      balance[from[k]] -= total;
      balance[to[k]] += total;
    }
  }

  double pressureSpanPa() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double p : pressurePa) {
      low = Math.min(low, p);
      high = Math.max(high, p);
    }
    return Math.max(0, high - low);
  }

  /**
   * One Newton step from the evaluated laws. Solving for the correction of the pressures, not for
   * the pressures, keeps the mass balance to rounding.
   *
   * @param share of the full step to take
   * @return false when the matrix could not be factorised
   */
  boolean step(Pattern.Factor factor, double share) {
    factor.clear();
    for (int k = 0; k < laws.length; k++) {
      stepKgS[k] = open[k] ? -gapPa(k) / slope[k] : 0;
      if (!open[k]) {
        continue;
      }
      double conductance = copies[k] / slope[k];
      boolean fixedFrom = fixed[from[k]];
      boolean fixedTo = fixed[to[k]];
      if (!fixedFrom) {
        factor.addDiagonal(from[k], conductance);
      }
      if (!fixedTo) {
        factor.addDiagonal(to[k], conductance);
      }
      if (!fixedFrom && !fixedTo) {
        factor.addOffDiagonal(k, -conductance);
      }
    }
    sumBalance();
    for (int k = 0; k < laws.length; k++) {
      balance[from[k]] -= copies[k] * stepKgS[k];
      balance[to[k]] += copies[k] * stepKgS[k];
    }
    for (int v = 0; v < fixed.length; v++) {
      if (fixed[v]) {
        factor.addDiagonal(v, 1);
        balance[v] = 0;
      }
    }
    if (!factor.decompose()) {
      return false;
    }
    factor.solve(balance);
    changeKgS = 0;
    flowSumKgS = 0;
    for (int k = 0; k < laws.length; k++) {
      if (open[k]) {
        double full = stepKgS[k] + (balance[from[k]] - balance[to[k]]) / slope[k];
        massFlowKgS[k] += share * full;
        changeKgS += copies[k] * Math.abs(full);
        flowSumKgS += copies[k] * Math.abs(massFlowKgS[k]);
      }
    }
    for (int v = 0; v < pressurePa.length; v++) {
      pressurePa[v] += share * balance[v];
    }
    return Double.isFinite(changeKgS + flowSumKgS);
  }

  /** Shuts what flows backwards and opens what is driven forwards; false when nothing changed. */
  boolean switchOneWays() {
    boolean changed = false;
    for (int k = 0; k < laws.length; k++) {
      if (!laws[k].oneWay() || laws[k].closed()) {
        continue;
      }
      double typical = densityKgM3[k] * laws[k].typicalFlowM3S();
      if (open[k] && massFlowKgS[k] < -1e-9 * typical) {
        open[k] = false;
        massFlowKgS[k] = 0;
        changed = true;
      } else if (!open[k] && drivePa(k) > 1e-6 * pressureSpanPa() + 1e-3) {
        open[k] = true;
        massFlowKgS[k] = 0.1 * typical;
        changed = true;
      }
    }
    return changed;
  }

  /** What would push fluid forwards through a link that is shut. */
  private double drivePa(int k) {
    laws[k].evaluate(0, densityKgM3[k], viscosityPaS[k], loss);
    return pressurePa[from[k]] - pressurePa[to[k]] - lift[k] - loss.pressurePa;
  }

  boolean[] shut() {
    boolean[] shut = new boolean[open.length];
    for (int k = 0; k < open.length; k++) {
      shut[k] = !open[k];
    }
    return shut;
  }

  double[] inflows() {
    double[] inflows = new double[pressurePa.length];
    sumBalance();
    for (int v = 0; v < inflows.length; v++) {
      double demand = network.nodes().get(v).demandKgS();
      inflows[v] = fixed[v] ? -balance[v] - demand : -demand;
    }
    return inflows;
  }
}
