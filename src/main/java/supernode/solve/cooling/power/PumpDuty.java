package supernode.solve.cooling.power;

/**
 * A pump at work; of one copy.
 *
 * @param hydraulicW flow times pressure rise
 * @param shaftW all of it ends as heat in the fluid, by friction in the pump and along the loop
 */
public record PumpDuty(
    double flowM3S,
    double headM,
    double risePa,
    double speed,
    double hydraulicW,
    double shaftW,
    double electricW) {
  /** A pump that stands still, or no pump at all. */
  public static final PumpDuty STANDING = new PumpDuty(0, 0, 0, 0, 0, 0, 0);
}
