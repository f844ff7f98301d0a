package supernode.solve.cooling.dynamic;

import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.heat.Throttle;

/**
 * A loop in its steady state, what stores heat in it, and what happens.
 *
 * @param masses of each chip of the problem
 * @param throttles of each chip
 * @param volumeM3 of coolant in one copy of each link
 */
public record TransientProblem(
    CoolingProblem steady,
    List<ChipMass> masses,
    List<Throttle> throttles,
    double[] volumeM3,
    Disturbance disturbance,
    double durationS) {
  /** Longest run. */
  public static final double LONGEST_S = 86_400;

  /** Most links; larger rows are solved steadily only. */
  public static final int MOST_LINKS = 50_000;

  public TransientProblem {
    masses = List.copyOf(masses);
    throttles = List.copyOf(throttles);
  }

  /** What makes the problem unusable, if anything does. */
  public Optional<Text> fault() {
    if (!(durationS > 0 && durationS <= LONGEST_S)) {
      return Optional.of(Text.of("cooling.dynamic.duration", durationS, LONGEST_S));
    }
    if (steady.network().links().size() > MOST_LINKS) {
      return Optional.of(
          Text.of("cooling.dynamic.tooLarge", steady.network().links().size(), MOST_LINKS));
    }
    return steady.fault();
  }
}
