package supernode.solve.network.route;

import supernode.quantity.Text;

/** Reasons that several routings share. */
final class Deadlocks {
  static final Text SHORTEST = Text.of("routing.deadlock.shortest");

  private Deadlocks() {}

  /** Two legs, each with virtual channels of its own. */
  static Deadlock twice(Deadlock leg) {
    return leg.virtualChannels() == 0
        ? leg
        : Deadlock.with(2 * leg.virtualChannels(), "routing.deadlock.legs");
  }
}
