package supernode.solve.cooling.heat;

import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * A coil between a liquid and air: a dry cooler, a rear door, a room cooler. Streams cross unmixed.
 * The liquid's film goes with flow^0.85, the air's with flow^0.8, and the air's is half as good at
 * the rating (Modelica Buildings, dry coil and dry cooler records).
 *
 * @param ratedUaWK conductance at the rated flows
 * @param ratedAirKgS rated flow of air
 * @param ratedLiquidKgS rated flow of the loop
 */
public record AirCoil(double ratedUaWK, double ratedAirKgS, double ratedLiquidKgS)
    implements Exchanger {
  private static final double LIQUID_EXPONENT = 0.85;
  private static final double AIR_EXPONENT = 0.8;
  private static final double AIR_OVER_LIQUID = 0.5;

  /** Share of its air that moves by itself when fans stand; Modelica Buildings. */
  public static final double FREE_CONVECTION = 0.125;

  /**
   * Coil that meets a rating, with equal capacity rates on both sides (the default of Modelica
   * Buildings where a data sheet does not tell the air).
   *
   * @param rangeK by which the liquid is cooled
   * @param betweenK liquid inlet above air inlet, or the other way round
   * @return empty where no crossflow coil can do this
   */
  public static Optional<AirCoil> rated(double capacityW, double rangeK, double betweenK) {
    double effectiveness = rangeK / betweenK;
    double most = Effectiveness.crossflowUnmixed(60, 1);
    if (!(effectiveness > 0 && effectiveness < most && capacityW > 0 && rangeK > 0)) {
      return Optional.empty();
    }
    double rate = capacityW / rangeK;
    double ntu = Effectiveness.crossflowNtu(effectiveness, 1);
    return Optional.of(new AirCoil(rate * ntu, rate / MoistAir.AIR_JKGK, Double.NaN));
  }

  /** The same coil with its rated liquid flow. */
  public AirCoil withLiquid(double kgS) {
    return new AirCoil(ratedUaWK, ratedAirKgS, kgS);
  }

  @Override
  public double conductance(double airKgS, double liquidKgS) {
    if (airKgS <= 0 || liquidKgS <= 0) {
      return 0;
    }
    double liquid = Math.pow(liquidKgS / ratedLiquidKgS, -LIQUID_EXPONENT);
    double air = Math.pow(airKgS / ratedAirKgS, -AIR_EXPONENT);
    double resistance = (AIR_OVER_LIQUID * liquid + air) / (1 + AIR_OVER_LIQUID);
    return ratedUaWK / resistance;
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
    return LinkLaw.first(
        LinkLaw.positive("conductance", ratedUaWK),
        LinkLaw.positive("primaryFlow", ratedAirKgS),
        LinkLaw.positive("flow", ratedLiquidKgS));
  }
}
