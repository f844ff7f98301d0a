package supernode.solve.cooling.heat;

import java.util.Optional;
import java.util.OptionalDouble;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * The liquid of an immersion tank, mixed, with an exchanger to the coolant that flows through the
 * tank. Each package has its share of the exchanger, by its share of the heat.
 *
 * @param conductanceWK of the package's share of the exchanger
 * @param boilingC boiling point of a two-phase liquid at the tank's pressure: it works at this
 *     temperature, above it only where the condenser is too small
 */
public record Bath(double conductanceWK, OptionalDouble boilingC) implements ThermalContact {
  /**
   * Exchanger of a tank that meets a rating: effectiveness against a bath of one temperature.
   *
   * @param approachK bath above the coolant that enters
   */
  public static OptionalDouble rated(
      double capacityW, double approachK, double flowKgS, double heatJKgK) {
    double rate = flowKgS * heatJKgK;
    double effectiveness = capacityW / (rate * approachK);
    return effectiveness > 0 && effectiveness < 1
        ? OptionalDouble.of(-rate * Math.log1p(-effectiveness))
        : OptionalDouble.empty();
  }

  @Override
  public double filmKW(double flowM3S, double riseKW) {
    // Share of the coolant's capacity rate: the heat of this package over its rise.
    double effectiveness = riseKW > 0 ? -Math.expm1(-conductanceWK * riseKW) : 1;
    return riseKW > 0 ? riseKW * (1 / effectiveness - 1) : 1 / conductanceWK;
  }

  @Override
  public double leastC() {
    return boilingC.orElse(Double.NEGATIVE_INFINITY);
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.positive("conductance", conductanceWK);
  }
}
