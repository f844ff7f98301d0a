package supernode.solve.cooling.power;

/**
 * Power that a facility spends to bring heat to the sky, as shares of the heat.
 *
 * @param fanShare fans of dry coolers or towers
 * @param pumpShare facility water pumps
 * @param chillerShare compressors; 0 with free cooling
 */
public record HeatRejection(double fanShare, double pumpShare, double chillerShare) {
  /**
   * BAC Trillium TDFS1238N-C60ET40B dry cooler at its rating: 117.68 kW of fans for 2.931 MW, air
   * at 35 degrees Celsius, coolant from 46.11 to 40.55 (performance record in Modelica Buildings).
   * With cooler air the fans take less.
   */
  public static final double DRY_COOLER_FAN_SHARE = 117.68 / 2931;

  public double fanW(double heatW) {
    return fanShare * heatW;
  }

  public double pumpW(double heatW) {
    return pumpShare * heatW;
  }

  public double chillerW(double heatW) {
    return chillerShare * heatW;
  }
}
