package supernode.solve.cooling.heat;

import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * A counterflow plate exchanger between two liquids. Its conductance follows both flows: each
 * side's film goes with flow^0.8 (Dittus and Boelter). Assumption: both films resist alike at the
 * rating.
 *
 * @param ratedUaWK conductance at the rated flows, W/K
 * @param ratedPrimaryKgS rated flow of the facility side
 * @param ratedSecondaryKgS rated flow of the technology side
 */
public record LiquidExchanger(double ratedUaWK, double ratedPrimaryKgS, double ratedSecondaryKgS)
    implements Exchanger {
  private static final double FILM_EXPONENT = 0.8;

  /**
   * Exchanger that meets a data sheet's rating.
   *
   * @param capacityW heat moved
   * @param approachK technology supply above facility inlet
   * @param primaryHeatJKgK heat capacity of the facility side
   * @param secondaryHeatJKgK heat capacity of the technology side
   * @return empty when no counterflow exchanger can do this
   */
  public static Optional<LiquidExchanger> rated(
      double capacityW,
      double approachK,
      double primaryKgS,
      double primaryHeatJKgK,
      double secondaryKgS,
      double secondaryHeatJKgK) {
    double primary = primaryKgS * primaryHeatJKgK;
    double secondary = secondaryKgS * secondaryHeatJKgK;
    double least = Math.min(primary, secondary);
    double hottest = approachK + capacityW / secondary;
    double effectiveness = capacityW / (least * hottest);
    if (!(effectiveness > 0 && effectiveness < 1)) {
      return Optional.empty();
    }
    double ratio = least / Math.max(primary, secondary);
    double ua = least * Effectiveness.counterflowNtu(effectiveness, ratio);
    return Optional.of(new LiquidExchanger(ua, primaryKgS, secondaryKgS));
  }

  @Override
  public double conductance(double primaryKgS, double secondaryKgS) {
    if (primaryKgS <= 0 || secondaryKgS <= 0) {
      return 0;
    }
    double resistance =
        Math.pow(primaryKgS / ratedPrimaryKgS, -FILM_EXPONENT) / 2
            + Math.pow(secondaryKgS / ratedSecondaryKgS, -FILM_EXPONENT) / 2;
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
        Effectiveness::counterflow);
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.first(
        LinkLaw.positive("conductance", ratedUaWK),
        LinkLaw.positive("primaryFlow", ratedPrimaryKgS),
        LinkLaw.positive("flow", ratedSecondaryKgS));
  }
}
