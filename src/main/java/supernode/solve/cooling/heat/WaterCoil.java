package supernode.solve.cooling.heat;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * A coil in which facility water cools the air of a loop: that of an air handler. Dry: what would
 * condense is kept away by the dew point floor of its control.
 *
 * @param coil the same coil as seen from its water
 */
public record WaterCoil(AirCoil coil) implements Exchanger {
  /**
   * Coil that meets a rating.
   *
   * @param betweenK air that enters above water that enters
   * @return empty where no crossflow coil can do this
   */
  public static Optional<WaterCoil> rated(
      double capacityW, double betweenK, double airKgS, double waterKgS, double waterHeatJKgK) {
    double air = airKgS * MoistAir.AIR_JKGK;
    double water = waterKgS * waterHeatJKgK;
    double least = Math.min(air, water);
    double ratio = least / Math.max(air, water);
    double effectiveness = capacityW / (least * betweenK);
    if (!(effectiveness > 0 && effectiveness < Effectiveness.crossflowUnmixed(60, ratio))) {
      return Optional.empty();
    }
    double ntu = Effectiveness.crossflowNtu(effectiveness, ratio);
    return Optional.of(new WaterCoil(new AirCoil(least * ntu, airKgS, waterKgS)));
  }

  @Override
  public double conductance(double waterKgS, double airKgS) {
    return coil.conductance(airKgS, waterKgS);
  }

  @Override
  public double wattsPerInletKelvin(
      double primaryKgS,
      double primaryHeatJKgK,
      double secondaryKgS,
      double secondaryHeatJKgK,
      double primaryC,
      double secondaryC) {
    return Effectiveness.wattsPerInletKelvin(
        primaryKgS * primaryHeatJKgK,
        secondaryKgS * secondaryHeatJKgK,
        conductance(primaryKgS, secondaryKgS),
        Effectiveness::crossflowUnmixed);
  }

  @Override
  public Optional<Text> fault() {
    return coil.fault();
  }
}
