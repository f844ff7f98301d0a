package supernode.solve.cooling.dynamic;

/**
 * Where the heat of a run came from and went, in joules from its start to its end, over all copies.
 *
 * @param chipsJ given off by chips and other parts
 * @param pumpsJ from the pumps' shafts
 * @param exchangersJ to the facility
 * @param ambientJ through walls
 * @param carriedOutJ with what left the loop, less what entered
 * @param storedJ more in chips, plates and coolant than at the start
 */
public record TransientBalance(
    double chipsJ,
    double pumpsJ,
    double exchangersJ,
    double ambientJ,
    double carriedOutJ,
    double storedJ) {
  static final TransientBalance NONE = new TransientBalance(0, 0, 0, 0, 0, 0);

  /** What is unaccounted for over all that was given off. */
  public double relativeResidual() {
    double residual = chipsJ + pumpsJ - exchangersJ - ambientJ - carriedOutJ - storedJ;
    return residual / Math.max(1e-3, chipsJ + pumpsJ + Math.abs(exchangersJ));
  }
}
