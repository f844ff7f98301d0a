package supernode.solve.cooling.dynamic;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.LoopSystem;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Throttle;
import supernode.solve.cooling.hydraulic.Partition;

/**
 * Loops in their steady state, what stores heat in them, and what happens.
 *
 * @param loops each with its coolant, and how they are coupled
 * @param masses of each chip of the problem
 * @param throttles of each chip
 * @param volumeM3 of coolant in one copy of each link
 * @param primaryM3 of facility water in one copy of each unit
 */
public record TransientProblem(
    LoopSystem loops,
    List<ChipMass> masses,
    List<Throttle> throttles,
    double[] volumeM3,
    double[] primaryM3,
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

  /** One loop, or several with the same coolant; no water in the units' facility side. */
  public TransientProblem(
      CoolingProblem steady,
      List<ChipMass> masses,
      List<Throttle> throttles,
      double[] volumeM3,
      Disturbance disturbance,
      double durationS) {
    this(
        alike(steady),
        masses,
        throttles,
        volumeM3,
        new double[steady.cdus().size()],
        disturbance,
        durationS);
  }

  private static LoopSystem alike(CoolingProblem steady) {
    Partition parts = Partition.of(steady.network());
    List<Fluid> fluids = Collections.nCopies(parts.size(), steady.fluid());
    return new LoopSystem(steady, parts, fluids, List.of());
  }

  /** All loops as one problem. */
  public CoolingProblem steady() {
    return loops.whole();
  }

  /** What makes the problem unusable, if anything does. */
  public Optional<Text> fault() {
    if (!(durationS > 0 && durationS <= LONGEST_S)) {
      return Optional.of(Text.of("cooling.dynamic.duration", durationS, LONGEST_S));
    }
    if (steady().network().links().size() > MOST_LINKS) {
      return Optional.of(
          Text.of("cooling.dynamic.tooLarge", steady().network().links().size(), MOST_LINKS));
    }
    return steady().fault();
  }
}
