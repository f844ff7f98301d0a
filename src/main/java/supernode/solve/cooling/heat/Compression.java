package supernode.solve.cooling.heat;

import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * A chiller: moves heat up to its capacity, whatever the temperatures. Its work is a share of the
 * ideal one (Carnot).
 *
 * @param capacityW most heat taken from the loop
 * @param carnotShare coefficient of performance over the ideal one
 */
public record Compression(double capacityW, double carnotShare) implements Exchanger {
  private static final double ZERO_C = 273.15;

  /** Evaporation below the leaving water, condensation above the outside, K. Assumption. */
  private static final double EVAPORATOR_K = 3;

  private static final double CONDENSER_K = 10;

  /** Machine that has a coefficient of performance at a leaving and an outside temperature. */
  public static Compression rated(
      double capacityW, double coefficient, double leavingC, double outsideC) {
    return new Compression(capacityW, coefficient / ideal(leavingC, outsideC));
  }

  private static double ideal(double leavingC, double outsideC) {
    double cold = leavingC - EVAPORATOR_K + ZERO_C;
    double lift = Math.max(5, outsideC + CONDENSER_K - (leavingC - EVAPORATOR_K));
    return cold / lift;
  }

  /** Heat over work. */
  public double coefficient(double leavingC, double outsideC) {
    return carnotShare * ideal(leavingC, outsideC);
  }

  /**
   * Its capacity over the difference of inlets, so that it is met at any of them; the primary inlet
   * is a temperature well below what is asked for.
   */
  @Override
  public double wattsPerInletKelvin(
      double primaryKgS,
      double primaryHeatJKgK,
      double secondaryKgS,
      double secondaryHeatJKgK,
      double primaryC,
      double secondaryC) {
    double share = Math.min(1, primaryKgS);
    double most = 0.999 * secondaryKgS * secondaryHeatJKgK;
    return Math.min(most, share * capacityW / Math.max(1e-6, secondaryC - primaryC));
  }

  @Override
  public double conductance(double primaryKgS, double secondaryKgS) {
    return 0;
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.positive("power", capacityW);
  }
}
