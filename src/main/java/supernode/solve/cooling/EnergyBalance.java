package supernode.solve.cooling;

/**
 * Where the heat of the network comes from and goes, in watts over all copies.
 *
 * @param chipsW from chips and other parts on flowing links
 * @param pumpsW from the pumps' shafts
 * @param exchangersW to the facility
 * @param ambientW through pipe walls to the air
 * @param carriedOutW with fluid that leaves the network, less what came with fluid that enters
 * @param starvedW heat of parts without flow, in none of the others
 */
public record EnergyBalance(
    double chipsW,
    double pumpsW,
    double exchangersW,
    double ambientW,
    double carriedOutW,
    double starvedW) {
  /** What is unaccounted for. */
  public double residualW() {
    return chipsW + pumpsW - exchangersW - ambientW - carriedOutW;
  }

  /** The residual over all heat given off; over a milliwatt where less is. */
  public double relativeResidual() {
    double moved = Math.max(chipsW + pumpsW + starvedW, Math.abs(exchangersW) + Math.abs(ambientW));
    return residualW() / Math.max(moved, 1e-3);
  }
}
