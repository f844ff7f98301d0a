package supernode.solve.cooling.hydraulic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a person should know of a solved network. */
final class Notices {
  private final Iteration state;
  private final Islands islands;
  private final List<Notice> notices = new ArrayList<>();
  private final boolean[] driven;

  private Notices(Iteration state, Islands islands) {
    this.state = state;
    this.islands = islands;
    driven = new boolean[state.fixed.length];
  }

  static List<Notice> of(Iteration state, Islands islands) {
    Notices n = new Notices(state, islands);
    for (int k = 0; k < state.laws.length; k++) {
      n.link(k);
    }
    boolean[] pins = islands.pins(state.network);
    Set<Integer> unfed = new HashSet<>();
    for (int v = 0; v < pins.length; v++) {
      n.node(v, pins[v], unfed);
    }
    return n.notices;
  }

  private void link(int k) {
    LinkLaw law = state.laws[k];
    boolean running = state.traits.pump(k) && !state.traits.closed(k);
    double idle = 1e-6 * state.typicalKgS(k);
    boolean moves = Math.abs(state.massFlowKgS[k]) > idle;
    if (running && state.massFlowKgS[k] <= idle) {
      add(Notice.Kind.DEAD_HEADED, k);
    } else if (law instanceof CheckValve
        && !state.traits.closed(k)
        && state.state[k] == LinkState.SHUT) {
      add(Notice.Kind.CHECK_SHUT, k);
    } else if (running && state.lossPa[k] > 0) {
      add(Notice.Kind.PAST_CURVE, k);
    } else if (law instanceof Regulator && state.state[k] == LinkState.OPEN && moves) {
      add(Notice.Kind.OUT_OF_REACH, k);
    }
    driven[islands.root(state.from[k])] |= state.state[k] == LinkState.OPEN && moves;
  }

  private void add(Notice.Kind kind, int link) {
    notices.add(new Notice(kind, state.network.links().get(link).label()));
  }

  private void node(int v, boolean pin, Set<Integer> unfed) {
    HydraulicNode node = state.network.nodes().get(v);
    String label = node.label();
    if (islands.unfed(v)) {
      if (node.demandKgS() != 0 && unfed.add(islands.root(v))) {
        notices.add(new Notice(Notice.Kind.UNFED, label));
      }
      return;
    }
    if (islands.alone(v)) {
      if (node.fixedPressurePa().isEmpty()) {
        notices.add(new Notice(Notice.Kind.ISOLATED, label));
      }
      return;
    }
    if (pin) {
      notices.add(new Notice(Notice.Kind.PINNED, label));
      if (!driven[islands.root(v)]) {
        notices.add(new Notice(Notice.Kind.NO_DRIVE, label));
      }
    }
    if (state.pressurePa[v] < 0) {
      notices.add(new Notice(Notice.Kind.BELOW_ATMOSPHERE, label));
    }
  }
}
