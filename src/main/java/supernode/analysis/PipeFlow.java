package supernode.analysis;

import java.util.Optional;

/**
 * What the hoses of a line of the drawing carry.
 *
 * @param hoses how many it stands for
 * @param flowM3S through all of them together; positive away from the line's first end
 * @param inletC where the coolant enters, mean by flow
 * @param outletC where it leaves, mean by flow
 * @param pressures where they were solved
 */
public record PipeFlow(
    int hoses, double flowM3S, double inletC, double outletC, Optional<Pressures> pressures) {
  /**
   * Pressure in them.
   *
   * @param inletPa over the surroundings where the coolant enters, the least of all
   * @param lossPa on the way, the most of all
   */
  public record Pressures(double inletPa, double lossPa) {
    private Pressures with(Pressures other) {
      return new Pressures(Math.min(inletPa, other.inletPa), Math.max(lossPa, other.lossPa));
    }
  }

  /** Read from the other end. */
  public PipeFlow reversed() {
    return new PipeFlow(hoses, -flowM3S, inletC, outletC, pressures);
  }

  /** Both together. */
  public PipeFlow with(PipeFlow other) {
    double own = Math.abs(flowM3S);
    double others = Math.abs(other.flowM3S);
    double share = own + others > 0 ? own / (own + others) : 0.5;
    return new PipeFlow(
        hoses + other.hoses,
        flowM3S + other.flowM3S,
        share * inletC + (1 - share) * other.inletC,
        share * outletC + (1 - share) * other.outletC,
        pressures.flatMap(p -> other.pressures.map(p::with)));
  }
}
