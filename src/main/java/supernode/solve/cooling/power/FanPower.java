package supernode.solve.cooling.power;

/**
 * Electrical power of fans with variable speed: the cube of the air they move, above what their
 * drive takes while they run at all.
 *
 * @param ratedW at their rated air
 * @param driveShare of it that does not follow the air
 */
public record FanPower(double ratedW, double driveShare) {
  /**
   * Share of a cooling tower's drive. The fan curve of the EnergyPlus tower with variable speed, as
   * its record in Modelica Buildings gives it in eleven points, is 0.02 + 0.98 y^3 to 0.0002.
   */
  private static final double TOWER_DRIVE = 0.02;

  /** By the cube alone, as in the dry cooler records of Modelica Buildings. */
  public static FanPower cubic(double ratedW) {
    return new FanPower(ratedW, 0);
  }

  public static FanPower ofTower(double ratedW) {
    return new FanPower(ratedW, TOWER_DRIVE);
  }

  /**
   * W.
   *
   * @param airShare air over the rated air, at most 1 counts
   */
  public double at(double airShare) {
    if (airShare <= 0) {
      return 0;
    }
    return ratedW * (driveShare + (1 - driveShare) * Math.pow(Math.min(1, airShare), 3));
  }
}
