package supernode.design;

/**
 * Conditions around the design.
 *
 * @param facilityWaterC facility water supplied to the CDU, degrees C
 * @param airC room air at the rack's inlet, degrees C
 * @param dewPointC dew point of the room air, degrees C
 * @param outdoorC air outside, dry bulb, degrees C: what dry coolers and chillers work against
 * @param wetBulbC wet bulb outside, degrees C: what cooling towers work against
 * @param carbonKgPerKWh carbon dioxide of the grid's electricity
 */
public record Ambient(
    double facilityWaterC,
    double airC,
    double dewPointC,
    double outdoorC,
    double wetBulbC,
    double carbonKgPerKWh) {
  /** A mild day. Assumption. */
  private static final double OUTDOOR_C = 20;

  private static final double WET_BULB_C = 15;

  /** Of the dirtiest grids about 1; more is a typing error. */
  public static final double MAX_CARBON_KG_PER_KWH = 3;

  /** World average of electricity, IEA 2023 (from memory); set that of your grid. */
  private static final double CARBON_KG_PER_KWH = 0.46;

  /** ASHRAE W32 facility water and the A2 class's recommended air. */
  public static final Ambient DEFAULT = new Ambient(32, 25, 12);

  /** With the usual outside. */
  public Ambient(double facilityWaterC, double airC, double dewPointC) {
    this(facilityWaterC, airC, dewPointC, OUTDOOR_C, WET_BULB_C, CARBON_KG_PER_KWH);
  }

  public Ambient withFacilityWaterC(double c) {
    return new Ambient(c, airC, dewPointC, outdoorC, wetBulbC, carbonKgPerKWh);
  }

  public Ambient withAirC(double c) {
    return new Ambient(facilityWaterC, c, dewPointC, outdoorC, wetBulbC, carbonKgPerKWh);
  }

  public Ambient withDewPointC(double c) {
    return new Ambient(facilityWaterC, airC, c, outdoorC, wetBulbC, carbonKgPerKWh);
  }

  public Ambient withOutdoorC(double c) {
    return new Ambient(facilityWaterC, airC, dewPointC, c, wetBulbC, carbonKgPerKWh);
  }

  public Ambient withWetBulbC(double c) {
    return new Ambient(facilityWaterC, airC, dewPointC, outdoorC, c, carbonKgPerKWh);
  }

  public Ambient withCarbonKgPerKWh(double kg) {
    return new Ambient(facilityWaterC, airC, dewPointC, outdoorC, wetBulbC, kg);
  }
}
