package supernode.solve.cooling.hydraulic;

/**
 * Which links stand open, shut or regulating: what flows backwards through a one-way link shuts it,
 * what would drive it forwards opens it; a regulator works while its setting is within reach. The
 * transitions are those of EPANET 2.2. A link that changes too often is left as it is, so that the
 * rounds end.
 */
final class Switching {
  private static final int PATIENCE = 8;

  /** From this round on only one link changes at a time. */
  private static final int ONE_BY_ONE = 8;

  /** What drives less is taken for rest. */
  private static final double LEAST_DRIVE_PA = 0.5;

  private final Iteration state;
  private final int[] flips;
  private final boolean[] powerless;
  private double hysteresisPa;
  private int stuck = -1;
  private int last;

  Switching(Iteration state) {
    this.state = state;
    flips = new int[state.laws.length];
    powerless = new boolean[state.laws.length];
  }

  /** A link that wants to change but did so too often; -1 for none. */
  int stuck() {
    return stuck;
  }

  /** The link that changed last. */
  int last() {
    return last;
  }

  /** Opens a regulator that cannot bring about what it should keep; false when it did before. */
  boolean giveUp(int k) {
    boolean first = !powerless[k];
    powerless[k] = true;
    put(k, LinkState.OPEN);
    return first;
  }

  /** Frees regulators that would cut a part off from every known pressure; the islands then. */
  Islands release() {
    Islands islands = Islands.of(state, -1);
    for (int k = 0; k < state.laws.length; k++) {
      if (state.state[k] == LinkState.REGULATING && !islands.leaves(state, k)) {
        boolean idle =
            !(state.laws[k] instanceof FlowControl)
                && islands.demandKgS(state.from[k]) >= 0
                && !islands.anchored(state.from[k]);
        put(k, idle ? LinkState.SHUT : LinkState.OPEN);
        islands = Islands.of(state, -1);
      }
    }
    return islands;
  }

  /** Whether anything would change at the present flows. */
  boolean wants() {
    hysteresisPa = hysteresisPa();
    for (int k = 0; k < state.laws.length; k++) {
      if (next(k) != state.state[k]) {
        return true;
      }
    }
    return false;
  }

  private double hysteresisPa() {
    return Math.min(LEAST_DRIVE_PA, 1e-6 * state.pressureSpanPa() + 1e-3);
  }

  /**
   * Opens the regulators that keep another from its work: those between it and the next known
   * pressure. False when there are none.
   */
  boolean makeWay() {
    for (int k = 0; k < state.laws.length; k++) {
      if (state.state[k] != LinkState.OPEN
          || flips[k] >= PATIENCE
          || !(state.laws[k] instanceof Regulator regulator)
          || regulated(k, regulator) != LinkState.REGULATING
          || powerless[k]) {
        continue;
      }
      Islands islands = Islands.of(state, k);
      boolean made = false;
      for (int other = 0; other < state.laws.length; other++) {
        if (state.state[other] == LinkState.REGULATING
            && (cutOff(islands, k, state.from[other]) || cutOff(islands, k, state.to[other]))) {
          put(other, LinkState.OPEN);
          made = true;
        }
      }
      if (made) {
        flips[k]++;
        last = k;
        return true;
      }
    }
    return false;
  }

  /** Whether a node is in a part next to a valve that has no pressure of its own without it. */
  private boolean cutOff(Islands islands, int valve, int node) {
    return !islands.anchored(node)
        && (islands.root(node) == islands.root(state.from[valve])
            || islands.root(node) == islands.root(state.to[valve]));
  }

  /** Changes what must change at the present flows; false when nothing did. */
  boolean run(int round) {
    hysteresisPa = hysteresisPa();
    stuck = -1;
    boolean changed = false;
    for (int k = 0; k < state.laws.length; k++) {
      LinkState next = next(k);
      if (next == state.state[k]) {
        continue;
      }
      if (flips[k] >= PATIENCE) {
        stuck = k;
        continue;
      }
      flips[k]++;
      last = k;
      put(k, next);
      changed = true;
      if (round > ONE_BY_ONE) {
        break;
      }
    }
    return changed;
  }

  private void put(int k, LinkState next) {
    if (next == LinkState.SHUT) {
      state.massFlowKgS[k] = 0;
    } else if (state.state[k] == LinkState.SHUT) {
      state.massFlowKgS[k] = 0.1 * state.typicalKgS(k);
    }
    state.state[k] = next;
  }

  private LinkState next(int k) {
    LinkLaw law = state.laws[k];
    if (state.traits.closed(k)) {
      return LinkState.SHUT;
    }
    LinkState now = state.state[k];
    if (law instanceof Regulator regulator) {
      LinkState wish = regulated(k, regulator);
      if (powerless[k] && wish == LinkState.REGULATING) {
        // All it can do towards its setting is to shut.
        return LinkState.SHUT;
      }
      boolean may =
          wish != LinkState.REGULATING || now == wish || Islands.of(state, k).leaves(state, k);
      // Shut off from what it should keep it can only open and let the flow decide.
      return may ? wish : now == LinkState.SHUT ? LinkState.OPEN : now;
    }
    if (!state.traits.oneWay(k)) {
      return now;
    }
    if (now == LinkState.OPEN && (backwards(k) || strangled(k))) {
      powerless[k] = strangled(k);
      return LinkState.SHUT;
    }
    double pushPa = powerless[k] ? 0 : state.lossPa(k, 0);
    boolean driven = state.dropPa(k) - pushPa > hysteresisPa;
    return now == LinkState.SHUT && driven ? LinkState.OPEN : now;
  }

  private boolean backwards(int k) {
    return state.massFlowKgS[k] < -1e-9 * state.typicalKgS(k);
  }

  /** A pump of constant power without flow: its head has no bounds, so it stops. */
  private boolean strangled(int k) {
    return state
        .laws[k]
        .pump()
        .filter(p ->
            p.curve() instanceof PumpCurve.ConstantPower power
                && state.massFlowKgS[k] <= state.densityKgM3[k] * power.leastFlowM3S() * p.speed())
        .isPresent();
  }

  private LinkState regulated(int k, Regulator law) {
    return switch (law) {
      case FlowControl(double setM3S, LinkLaw _) -> limited(k, state.densityKgM3[k] * setM3S);
      case PressureReducing(double setPa, LinkLaw _) -> reduced(k, setPa);
      case PressureSustaining(double setPa, LinkLaw _) -> sustained(k, setPa);
    };
  }

  private LinkState limited(int k, double setKgS) {
    if (state.state[k] == LinkState.REGULATING) {
      double least = state.lossPa(k, state.massFlowKgS[k]);
      return state.dropPa(k) < least - hysteresisPa ? LinkState.OPEN : LinkState.REGULATING;
    }
    double tolerance = 1e-9 * Math.max(state.typicalKgS(k), setKgS);
    return state.massFlowKgS[k] > setKgS + tolerance ? LinkState.REGULATING : LinkState.OPEN;
  }

  private LinkState reduced(int k, double setPa) {
    double reachPa = state.pressurePa[state.to[k]] + state.dropPa(k);
    double behindPa = state.pressurePa[state.to[k]];
    return switch (state.state[k]) {
      case REGULATING -> {
        if (backwards(k)) {
          yield LinkState.SHUT;
        }
        double fullPa = reachPa - state.lossPa(k, state.massFlowKgS[k]);
        yield fullPa < setPa - hysteresisPa ? LinkState.OPEN : LinkState.REGULATING;
      }
      case OPEN -> {
        if (backwards(k)) {
          yield LinkState.SHUT;
        }
        yield behindPa > setPa + hysteresisPa ? LinkState.REGULATING : LinkState.OPEN;
      }
      case SHUT -> {
        if (reachPa >= setPa + hysteresisPa) {
          yield behindPa < setPa - hysteresisPa ? LinkState.REGULATING : LinkState.SHUT;
        }
        yield reachPa > behindPa + hysteresisPa ? LinkState.OPEN : LinkState.SHUT;
      }
    };
  }

  private LinkState sustained(int k, double setPa) {
    double beforePa = state.pressurePa[state.from[k]];
    double againstPa = beforePa - state.dropPa(k);
    return switch (state.state[k]) {
      case REGULATING -> {
        if (backwards(k)) {
          yield LinkState.SHUT;
        }
        double fullPa = againstPa + state.lossPa(k, state.massFlowKgS[k]);
        yield fullPa > setPa + hysteresisPa ? LinkState.OPEN : LinkState.REGULATING;
      }
      case OPEN -> {
        if (backwards(k)) {
          yield LinkState.SHUT;
        }
        yield beforePa < setPa - hysteresisPa ? LinkState.REGULATING : LinkState.OPEN;
      }
      case SHUT -> {
        boolean driven = beforePa > againstPa + hysteresisPa;
        if (driven && againstPa > setPa + hysteresisPa) {
          yield LinkState.OPEN;
        }
        yield driven && beforePa > setPa + hysteresisPa ? LinkState.REGULATING : LinkState.SHUT;
      }
    };
  }
}
