package supernode.solve.cooling.dynamic;

/**
 * Where the heat of a run came from and went, in joules from its start to its end, over all copies.
 *
 * @param chipsJ given off by chips and other parts
 * @param pumpsJ from the pumps' shafts
 * @param exchangersJ out of the loops through exchangers
 * @param ambientJ through walls
 * @param carriedOutJ with what left the loop, less what entered
 * @param storedJ more in chips, plates and coolant than at the start
 * @param facilityJ more in the facility's water: that which stands in units, that which its coolers
 *     no longer cool
 * @param rejectedJ from the facility to the outside
 */
public record TransientBalance(
    double chipsJ,
    double pumpsJ,
    double exchangersJ,
    double ambientJ,
    double carriedOutJ,
    double storedJ,
    double facilityJ,
    double rejectedJ) {
  /** What is unaccounted for over all that was given off. */
  public double relativeResidual() {
    double gone = rejectedJ + ambientJ + carriedOutJ;
    double residual = chipsJ + pumpsJ - gone - storedJ - facilityJ;
    return residual / Math.max(1e-3, chipsJ + pumpsJ + Math.abs(exchangersJ));
  }
}
