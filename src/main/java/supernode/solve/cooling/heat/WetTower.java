package supernode.solve.cooling.heat;

import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.LinkLaw;

/**
 * An open cooling tower by Merkel's theory: air as a gas whose heat capacity is the change of
 * saturated enthalpy over the change of wet bulb, in counterflow. The conductance follows air flow,
 * water flow and wet bulb by the factors of Scheier (EnergyPlus Engineering Reference, variable
 * speed Merkel tower; coefficients of its example).
 *
 * @param ratedUaWK conductance at the rating, for the heat capacity of dry air
 * @param ratedWetBulbC wet bulb at the rating
 */
public record WetTower(
    double ratedUaWK, double ratedAirKgS, double ratedWaterKgS, double ratedWetBulbC)
    implements Exchanger {
  private static final int MOST_ROUNDS = 60;
  private static final double CLOSE_K = 1e-7;

  /**
   * Tower that meets a rating.
   *
   * @param rangeK by which the water is cooled
   * @param approachK leaving water above the wet bulb
   * @return empty where no tower can do this with so much air
   */
  public static Optional<WetTower> rated(
      double wetBulbC,
      double rangeK,
      double approachK,
      double waterKgS,
      double waterHeatJKgK,
      double airKgS) {
    double heat = waterKgS * waterHeatJKgK * rangeK;
    double outC = wetBulbBehind(wetBulbC, heat / airKgS);
    double equivalent = equivalentHeat(wetBulbC, outC);
    double air = airKgS * equivalent;
    double water = waterKgS * waterHeatJKgK;
    double least = Math.min(air, water);
    double effectiveness = heat / (least * (rangeK + approachK));
    if (!(effectiveness > 0 && effectiveness < 1)) {
      return Optional.empty();
    }
    double ntu = Effectiveness.counterflowNtu(effectiveness, least / Math.max(air, water));
    double ua = ntu * least * MoistAir.AIR_JKGK / equivalent;
    return Optional.of(new WetTower(ua, airKgS, waterKgS, wetBulbC));
  }

  /** Wet bulb of saturated air after it took up so many J/kg. */
  private static double wetBulbBehind(double wetBulbC, double takenJKg) {
    double wanted = MoistAir.saturatedEnthalpy(wetBulbC) + takenJKg;
    double low = wetBulbC;
    double high = 95;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (MoistAir.saturatedEnthalpy(middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double equivalentHeat(double inC, double outC) {
    double to = Math.abs(outC - inC) < 1e-3 ? inC + 1e-3 : outC;
    return (MoistAir.saturatedEnthalpy(to) - MoistAir.saturatedEnthalpy(inC)) / (to - inC);
  }

  @Override
  public double conductance(double airKgS, double waterKgS) {
    if (airKgS <= 0 || waterKgS <= 0) {
      return 0;
    }
    double a = Math.clamp(airKgS / ratedAirKgS, 0.2, 1);
    double w = Math.clamp(waterKgS / ratedWaterKgS, 0.3, 1);
    double byAir = 1.3 * a - 0.3 * a * a;
    double byWater = 0.1082 + 1.667 * w - 0.7713 * w * w;
    // Below the least share of the fit in proportion, so that nothing flows into nothing.
    double below =
        Math.min(1, airKgS / ratedAirKgS / 0.2) * Math.min(1, waterKgS / ratedWaterKgS / 0.3);
    return ratedUaWK * byAir * byWater * below;
  }

  @Override
  public double wattsPerInletKelvin(
      double primaryKgS,
      double primaryHeatJKgK,
      double secondaryKgS,
      double secondaryHeatJKgK,
      double primaryC,
      double secondaryC) {
    double water = secondaryKgS * secondaryHeatJKgK;
    double byWetBulb = 1 + 0.0081 * Math.clamp(ratedWetBulbC - primaryC, -10, 25);
    double ua = conductance(primaryKgS, secondaryKgS) * byWetBulb;
    if (!(ua > 0) || water <= 0) {
      return 0;
    }
    double outC = (primaryC + secondaryC) / 2;
    double moved = 0;
    for (int i = 0; i < MOST_ROUNDS; i++) {
      double equivalent = equivalentHeat(primaryC, outC);
      double air = primaryKgS * equivalent;
      double least = Math.min(air, water);
      double ntu = ua * equivalent / MoistAir.AIR_JKGK / least;
      moved = least * Effectiveness.counterflow(ntu, least / Math.max(air, water));
      double next = primaryC + moved * (secondaryC - primaryC) / air;
      boolean close = Math.abs(next - outC) < CLOSE_K;
      outC = next;
      if (close) {
        break;
      }
    }
    return moved;
  }

  /** Water that evaporates for a heat, kg/s: all of it goes into vapour (upper bound). */
  public static double evaporationKgS(double heatW) {
    return heatW / 2.45e6;
  }

  @Override
  public Optional<Text> fault() {
    return LinkLaw.first(
        LinkLaw.positive("conductance", ratedUaWK),
        LinkLaw.positive("primaryFlow", ratedAirKgS),
        LinkLaw.positive("flow", ratedWaterKgS));
  }
}
