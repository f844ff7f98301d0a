package supernode.solve.cooling.dynamic;

import java.util.ArrayList;
import java.util.List;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.heat.Cdu;

/** What the units get from the facility over time. */
final class Facility {
  private final Disturbance disturbance;
  private final List<Cdu> given;
  private final double steadyW;
  private double riseK;

  Facility(TransientProblem problem, CoolingProblem loop, double steadyW) {
    disturbance = problem.disturbance();
    given = loop.cdus();
    this.steadyW = steadyW;
    riseK = disturbance instanceof Disturbance.FacilityStep(double step) ? step : 0;
  }

  List<Cdu> cdus() {
    List<Cdu> cdus = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Cdu c = given.get(i);
      boolean lost =
          disturbance instanceof Disturbance.PrimaryLoss(List<Integer> units) && units.contains(i);
      cdus.add(c.withPrimary(c.primaryInletC() + riseK, lost ? 0 : c.primaryLimitM3S()));
    }
    return cdus;
  }

  /** The water after a step; whether it changed. */
  boolean advance(double stepS, double intoW) {
    if (!(disturbance instanceof Disturbance.FanLoss fans) || given.isEmpty()) {
      return false;
    }
    // Rejected in proportion to the excess over the outside; before the loss, all of the heat.
    double excess = Math.max(1, given.getFirst().primaryInletC() - fans.outsideC());
    double perK = fans.keptShare() * steadyW / excess;
    double rejected = perK * (excess + riseK);
    // Exact for constant heat: a step of any length stays below the level that it tends to.
    double rate = perK / fans.waterJK();
    double whole = rate * stepS < 1e-9 ? stepS : -Math.expm1(-rate * stepS) / rate;
    riseK += (intoW - rejected) / fans.waterJK() * whole;
    return true;
  }
}
