package supernode.design;

/**
 * Conditions around the design.
 *
 * @param facilityWaterC facility water supplied to the CDU, degrees C
 * @param airC room air at the rack's inlet, degrees C
 * @param dewPointC dew point of the room air, degrees C
 */
public record Ambient(double facilityWaterC, double airC, double dewPointC) {
  /** ASHRAE W32 facility water and the A2 class's recommended air. */
  public static final Ambient DEFAULT = new Ambient(32, 25, 12);
}
