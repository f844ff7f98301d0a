package supernode.solve.cooling.hydraulic;

/** The working arrays of one solve: unknowns, laws evaluated at them, one Newton step. */
final class Iteration {
  final HydraulicNetwork network;
  final Pattern pattern;
  final int[] from;
  final int[] to;
  final double[] copies;
  final LinkTraits traits;
  final LinkLaw[] laws;
  final double[] densityKgM3;
  final double[] viscosityPaS;
  final double[] pressurePa;
  final double[] massFlowKgS;
  final double[] lossPa;
  final LinkState[] state;

  /** Links whose law is solved: open, and not in an island without supply. */
  final boolean[] flows;

  /** Nodes of known pressure. */
  final boolean[] fixed;

  /** Kg/s by Pa of each link that flows, at the evaluated laws; all copies. */
  final double[] conductance;

  Regulation regulation = Regulation.NONE;

  private final double[] demandKgS;
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
    demandKgS = new double[n];
    fixed = new boolean[n];
    massFlowKgS = new double[m];
    lossPa = new double[m];
    state = new LinkState[m];
    flows = new boolean[m];
    slope = new double[m];
    conductance = new double[m];
    stepKgS = new double[m];
    lift = new double[m];
    copies = new double[m];
    traits = network.traits();
    laws = traits.laws();
    double[] elevation = new double[n];
    for (int v = 0; v < n; v++) {
      HydraulicNode node = network.nodes().get(v);
      demandKgS[v] = node.demandKgS();
      elevation[v] = node.elevationM();
    }
    for (int k = 0; k < m; k++) {
      HydraulicLink link = network.links().get(k);
      state[k] = traits.firstState(k);
      copies[k] = link.copies();
      lift[k] = density[k] * Gravity.M_S2 * (elevation[to[k]] - elevation[from[k]]);
    }
  }

  void startCold() {
    for (int k = 0; k < laws.length; k++) {
      massFlowKgS[k] = state[k] == LinkState.SHUT ? 0 : typicalKgS(k);
    }
  }

  /** As cold, with every regulator wide open. */
  void startOpen() {
    for (int k = 0; k < laws.length; k++) {
      state[k] = state[k] == LinkState.REGULATING ? LinkState.OPEN : state[k];
    }
    startCold();
  }

  void startFrom(HydraulicSolution warm) {
    LinkTraits old = warm.network().traits();
    for (int v = 0; v < pressurePa.length; v++) {
      pressurePa[v] = warm.pressurePa(v);
    }
    for (int k = 0; k < laws.length; k++) {
      LinkState before = warm.state(k);
      boolean sameKind = laws[k].getClass() == old.laws()[k].getClass() && !old.closed(k);
      if (state[k] != LinkState.SHUT && sameKind) {
        state[k] = before;
      }
      boolean moved = before != LinkState.SHUT && !warm.unfed(from[k]);
      massFlowKgS[k] = state[k] == LinkState.SHUT ? 0 : moved ? warm.massFlowKgS(k) : typicalKgS(k);
    }
  }

  double typicalKgS(int k) {
    return densityKgM3[k] * traits.typicalM3S(k);
  }

  void setPressure(int node, double pressure) {
    pressurePa[node] = pressure;
  }

  /** Laws at the present flows. */
  void evaluate() {
    for (int k = 0; k < laws.length; k++) {
      if (flows[k]) {
        laws[k].evaluate(massFlowKgS[k] / densityKgM3[k], densityKgM3[k], viscosityPaS[k], loss);
        lossPa[k] = loss.pressurePa;
        slope[k] = loss.slopePaSM3 / densityKgM3[k];
        conductance[k] = copies[k] / slope[k];
      } else {
        lossPa[k] = 0;
        if (state[k] != LinkState.REGULATING) {
          massFlowKgS[k] = 0;
        }
      }
    }
  }

  /** By how much a link's loss and lift miss the pressure difference of its ends. */
  double gapPa(int k) {
    return lossPa[k] - dropPa(k);
  }

  /** What is lost between the ends of a link, its lift taken off. */
  double dropPa(int k) {
    return pressurePa[from[k]] - pressurePa[to[k]] - lift[k];
  }

  /** What a link would lose at a flow, Pa. */
  double lossPa(int k, double flowKgS) {
    laws[k].evaluate(flowKgS / densityKgM3[k], densityKgM3[k], viscosityPaS[k], loss);
    return loss.pressurePa;
  }

  double largestGapPa() {
    double largest = 0;
    for (int k = 0; k < laws.length; k++) {
      if (flows[k] && !(Math.abs(gapPa(k)) <= largest)) {
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

  /**
   * What another step would change of the flows, before the pressures share it out. They do so at
   * the least loss, so in that measure it bounds the change itself.
   */
  double nextChangeKgS() {
    double sum = 0;
    for (int k = 0; k < laws.length; k++) {
      if (flows[k]) {
        sum += conductance[k] * Math.abs(gapPa(k));
      }
    }
    return sum;
  }

  /** What is left over at each node: in minus out minus demand. */
  private void sumBalance() {
    for (int v = 0; v < balance.length; v++) {
      balance[v] = -demandKgS[v];
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
    sumBalance();
    for (int k = 0; k < laws.length; k++) {
      if (!flows[k]) {
        continue;
      }
      stepKgS[k] = -gapPa(k) / slope[k];
      balance[from[k]] -= copies[k] * stepKgS[k];
      balance[to[k]] += copies[k] * stepKgS[k];
      boolean freeFrom = free(from[k]);
      boolean freeTo = free(to[k]);
      if (freeFrom) {
        factor.addDiagonal(from[k], conductance[k]);
      }
      if (freeTo) {
        factor.addDiagonal(to[k], conductance[k]);
      }
      if (freeFrom && freeTo) {
        factor.addOffDiagonal(k, -conductance[k]);
      }
    }
    regulation.keep(balance);
    for (int v = 0; v < fixed.length; v++) {
      if (!free(v)) {
        factor.addDiagonal(v, 1);
        balance[v] = 0;
      }
    }
    if (!factor.decompose() || !regulation.solve(this, factor, balance)) {
      return false;
    }
    changeKgS = 0;
    flowSumKgS = 0;
    double taken = share;
    for (int k = 0; k < laws.length; k++) {
      if (flows[k]) {
        stepKgS[k] += (balance[from[k]] - balance[to[k]]) / slope[k];
        double rho = densityKgM3[k];
        taken = Math.min(taken, laws[k].stepShare(massFlowKgS[k] / rho, stepKgS[k] / rho));
      }
    }
    for (int k = 0; k < laws.length; k++) {
      if (flows[k]) {
        move(k, taken, stepKgS[k]);
      } else if (state[k] == LinkState.REGULATING) {
        move(k, taken, regulation.correctionKgS(k));
      }
    }
    for (int v = 0; v < pressurePa.length; v++) {
      pressurePa[v] += taken * balance[v];
    }
    return Double.isFinite(changeKgS + flowSumKgS);
  }

  private void move(int k, double share, double fullKgS) {
    massFlowKgS[k] += share * fullKgS;
    changeKgS += copies[k] * Math.abs(fullKgS);
    flowSumKgS += copies[k] * Math.abs(massFlowKgS[k]);
  }

  /** Whether a node's pressure is unknown. */
  boolean free(int v) {
    return !fixed[v] && !regulation.holds(v);
  }

  double[] inflows(Islands islands) {
    double[] inflows = new double[pressurePa.length];
    sumBalance();
    for (int v = 0; v < inflows.length; v++) {
      inflows[v] = islands.unfed(v) ? 0 : fixed[v] ? -balance[v] - demandKgS[v] : -demandKgS[v];
    }
    return inflows;
  }
}
