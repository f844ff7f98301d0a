package supernode.solve.cooling.dynamic;

import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.heat.Affine;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.LiquidExchanger;

/**
 * Facility water that stands in units whose primary side is shut: mixed, it warms with the coolant
 * that still flows past it, and takes no more once it is as warm.
 */
final class StillWater {
  /** Films of water that stands are as good as those of this share of its flow. Assumption. */
  private static final double FREE_SHARE = 0.05;

  /** J/K of each unit, all copies; 0 where its water flows. */
  private final double[] storesJK;

  private final double[] conductanceWK;

  /** What is between the last base of a step and its end, per second. */
  private final double[] storeWK;

  StillWater(int units) {
    storesJK = new double[units];
    conductanceWK = new double[units];
    storeWK = new double[units];
  }

  /** The water of a unit stands from now on. */
  void stand(CoolingProblem problem, int unit, double volumeM3, FlowField field) {
    Cdu cdu = problem.cdus().get(unit);
    if (cdu.exchanger() instanceof LiquidExchanger plates) {
      double copies = field.copies(cdu.link());
      double t = cdu.primaryInletC();
      storesJK[unit] =
          copies * volumeM3 * cdu.primaryFluid().density(t) * cdu.primaryFluid().heatCapacity(t);
      conductanceWK[unit] =
          copies
              * plates.conductance(
                  FREE_SHARE * plates.ratedPrimaryKgS(), field.massKgS[cdu.link()] / copies);
    }
  }

  boolean stands(int unit) {
    return storesJK[unit] > 0;
  }

  /**
   * How what leaves an exchanger follows from what enters it in an implicit step, the water's own
   * temperature eliminated.
   *
   * @param rateWK capacity rate of the coolant
   * @param perS one over the step
   * @param aboutC temperature of the coolant at {@code aboutJKg}
   */
  Affine outlet(
      int unit,
      double rateWK,
      double heatJKgK,
      double perS,
      double aboutC,
      double aboutJKg,
      double waterC) {
    double passes = -rateWK * Math.expm1(-conductanceWK[unit] / rateWK);
    storeWK[unit] = storesJK[unit] * perS;
    double both = passes * storeWK[unit] / (passes + storeWK[unit]);
    double share = both / rateWK;
    // T is linear in enthalpy about where it was taken.
    double offsetC = aboutC - aboutJKg / heatJKgK - waterC;
    return new Affine(1 - share, -share * heatJKgK * offsetC);
  }

  /** Temperature after watts into the water over the step. */
  double after(int unit, double waterC, double watts) {
    return storeWK[unit] > 0 ? waterC + watts / storeWK[unit] : waterC;
  }

  double storedJ(HeatState s) {
    double sum = 0;
    for (int i = 0; i < storesJK.length; i++) {
      sum += storesJK[i] * s.pocketC[i];
    }
    return sum;
  }
}
