package supernode.solve.cooling.dynamic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import supernode.solve.cooling.LoopSystem;
import supernode.solve.cooling.heat.Cdu;

/** What the units get from the facility over time. */
final class Facility {
  private final Disturbance disturbance;
  private final List<Cdu> given;

  /** Link of the facility's loop, of each unit whose other side is drawn. */
  private final Map<Integer, Integer> primary = new HashMap<>();

  /** Drawn coolers of facility loops. */
  private final Set<Integer> coolers = new HashSet<>();

  private final double steadyW;
  private double riseK;
  private double rejectedJ;

  Facility(TransientProblem problem, double steadyW) {
    disturbance = problem.disturbance();
    given = problem.steady().cdus();
    this.steadyW = steadyW;
    riseK = disturbance instanceof Disturbance.FacilityStep(double step) ? step : 0;
    LoopSystem loops = problem.loops();
    Set<Integer> facility = new HashSet<>();
    for (LoopSystem.Coupling c : loops.couplings()) {
      primary.put(c.cdu(), c.primaryLink());
      facility.add(loops.loopOf(c.primaryLink()));
    }
    for (int i = 0; i < given.size(); i++) {
      if (facility.contains(loops.loopOf(given.get(i).link()))) {
        coolers.add(i);
      }
    }
  }

  /** Whether a unit works against the water of another loop. */
  boolean coupled(int unit) {
    return primary.containsKey(unit);
  }

  Map<Integer, Integer> primary() {
    return primary;
  }

  boolean lost(int unit) {
    return disturbance instanceof Disturbance.PrimaryLoss(List<Integer> units)
        && units.contains(unit);
  }

  /** The units as they are now. */
  List<Cdu> cdus(ImplicitStage stage, FlowField field) {
    List<Cdu> cdus = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Cdu c = given.get(i);
      double inletC = c.primaryInletC() + riseK;
      double limit = c.primaryLimitM3S();
      if (coupled(i)) {
        inletC = stage.inletC(primary.get(i));
        limit = Math.abs(field.flow.flowM3S(primary.get(i)));
      } else if (disturbance instanceof Disturbance.DraughtLoss(var still, double kept)
          && still.contains(i)) {
        limit *= kept;
      }
      Cdu now = c.withPrimary(inletC, lost(i) ? 0 : limit);
      cdus.add(coolers.contains(i) && riseK != 0 ? now.withSetpoint(c.setpointC() + riseK) : now);
    }
    return cdus;
  }

  /**
   * The water after a step.
   *
   * @param intoJ given to it in the step
   * @return whether the units see something else
   */
  boolean advance(double stepS, double intoJ) {
    if (!(disturbance instanceof Disturbance.FanLoss fans) || given.isEmpty()) {
      rejectedJ += intoJ;
      return coupled();
    }
    // Rejected in proportion to the excess over the outside; before the loss, all of the heat.
    double excess = Math.max(1, given.getFirst().primaryInletC() - fans.outsideC());
    double perK = fans.keptShare() * steadyW / excess;
    // Exact for constant heat: a step of any length stays below the level that it tends to.
    double rate = perK / fans.waterJK();
    double whole = rate * stepS < 1e-9 ? stepS : -Math.expm1(-rate * stepS) / rate;
    double warmedK = (intoJ / stepS - perK * (excess + riseK)) / fans.waterJK() * whole;
    riseK += warmedK;
    rejectedJ += intoJ - warmedK * fans.waterJK();
    return true;
  }

  boolean coupled() {
    return !primary.isEmpty();
  }

  /** In the water that no fan cools, above the start. */
  double storedJ() {
    return disturbance instanceof Disturbance.FanLoss fans ? riseK * fans.waterJK() : 0;
  }

  double rejectedJ() {
    return rejectedJ;
  }
}
