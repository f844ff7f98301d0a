package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.hydraulic.Notice;

/** Where the pressure is too low for the temperature: pumps that cavitate, places that boil. */
final class Boiling {
  /** Standard atmosphere, Pa: what gauge pressures are counted from. */
  private static final double ATMOSPHERE_PA = 101325;

  private Boiling() {}

  /** Each pump whose inlet is below the vapour pressure, and the worst other place. */
  static List<Notice> notices(Fluid fluid, HydraulicSolution flow, double[] nodeC) {
    List<Notice> notices = new ArrayList<>();
    double[] lacking = new double[nodeC.length];
    int worst = -1;
    for (int v = 0; v < nodeC.length; v++) {
      OptionalDouble vapour = fluid.vapourPressurePa(nodeC[v]);
      lacking[v] =
          vapour.isPresent()
              ? vapour.getAsDouble() - flow.pressurePa(v) - ATMOSPHERE_PA
              : Double.NEGATIVE_INFINITY;
      if (lacking[v] > 0 && !flow.unfed(v) && (worst < 0 || lacking[v] > lacking[worst])) {
        worst = v;
      }
    }
    if (worst < 0) {
      return notices;
    }
    for (HydraulicLink link : flow.network().links()) {
      boolean runs = link.law().pump().isPresent() && !link.law().closed();
      if (runs && lacking[link.from()] > 0) {
        notices.add(new Notice(Notice.Kind.CAVITATION, link.label()));
      }
    }
    notices.add(new Notice(Notice.Kind.BOILING, flow.network().nodes().get(worst).label()));
    return notices;
  }
}
