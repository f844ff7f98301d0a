package supernode.solve.cooling.heat;

/**
 * What a coolant distribution unit does; flows and heat are those of one copy of its link.
 *
 * @param supplyC to the racks
 * @param returnC from the racks
 * @param primaryReturnC back to the facility
 * @param approachK supply above facility inlet
 * @param effectiveness share of the greatest possible heat
 */
public record CduState(
    Mode mode,
    double supplyC,
    double returnC,
    double primaryFlowM3S,
    double primaryReturnC,
    double dutyW,
    double approachK,
    double effectiveness,
    double conductanceWK) {
  /** How the supply temperature comes about. */
  public enum Mode {
    /** The valve keeps the set point. */
    CONTROLLED,
    /** The valve is fully open and the supply floats above the set point. */
    SATURATED,
    /** The return is no warmer than the set point: the valve is shut. */
    IDLE
  }
}
