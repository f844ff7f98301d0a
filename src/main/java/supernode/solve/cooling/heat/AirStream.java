package supernode.solve.cooling.heat;

/**
 * Air through a tray or server that carries what the liquid does not.
 *
 * @param heatW into the air, fans not counted
 * @param flowM3S at the inlet
 * @param fanRatedW electrical power of its fans at {@code fanRatedFlowM3S}
 */
public record AirStream(
    double heatW, double flowM3S, double inletC, double fanRatedFlowM3S, double fanRatedW) {
  /** Gas constant of dry air, J/(kg K); ISO 2533. */
  private static final double GAS_CONSTANT = 287.05287;

  /** Heat capacity of dry air, J/(kg K), at 300 K; NIST. */
  private static final double HEAT_CAPACITY = 1006;

  /** Sea level pressure, Pa; ISO 2533. */
  private static final double PRESSURE = 101325;

  private static final double ZERO_C = 273.15;

  /** Fan power by the affinity law: the cube of flow. */
  public double fanW() {
    return fanRatedW * Math.pow(flowM3S / fanRatedFlowM3S, 3);
  }

  /** kg/s, as an ideal gas. */
  public double massFlowKgS() {
    return flowM3S * PRESSURE / (GAS_CONSTANT * (inletC + ZERO_C));
  }

  /** Rise from inlet to outlet by the heat of the parts and the fans; the flow must be above 0. */
  public double riseK() {
    return (heatW + fanW()) / (massFlowKgS() * HEAT_CAPACITY);
  }

  public double outletC() {
    return inletC + riseK();
  }

  /** Flow that carries a heat at a rise, in m3/s at the inlet. */
  public static double flowFor(double heatW, double inletC, double riseK) {
    double density = PRESSURE / (GAS_CONSTANT * (inletC + ZERO_C));
    return heatW / (density * HEAT_CAPACITY * riseK);
  }
}
