package supernode.solve.cooling.dynamic;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.LoopSystem;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.hydraulic.HydraulicLink;

/** What flows in each link. */
final class Filling {
  private Filling() {}

  /**
   * @param now the loops before or after the disturbance, which may have added a hole
   */
  static Fluid[] of(TransientProblem problem, CoolingProblem now) {
    LoopSystem loops = problem.loops();
    List<HydraulicLink> links = now.network().links();
    int known = problem.steady().network().links().size();
    Fluid[] fluids = new Fluid[links.size()];
    Arrays.setAll(fluids, k -> loops.fluid(loops.loopOf(k < known ? k : beside(links, k))));
    if (now != problem.steady()
        && problem.disturbance() instanceof Disturbance.WrongFluid(Fluid other)) {
      Set<Integer> filled = new HashSet<>();
      for (ChipPackage chip : now.chips()) {
        filled.add(loops.loopOf(chip.link()));
      }
      for (int k = 0; k < known; k++) {
        if (filled.isEmpty() || filled.contains(loops.loopOf(k))) {
          fluids[k] = other;
        }
      }
    }
    return fluids;
  }

  /** A link at the node from which a hole leads. */
  private static int beside(List<HydraulicLink> links, int hole) {
    int node = links.get(hole).from();
    int k = 0;
    while (links.get(k).from() != node && links.get(k).to() != node) {
      k++;
    }
    return k;
  }
}
