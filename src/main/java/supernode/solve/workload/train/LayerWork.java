package supernode.solve.workload.train;

import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Efficiency;

/** Adds up the operations of a pass: what a chip computes, moves and takes for it. */
final class LayerWork {
  private final Chip chip;
  private final Efficiency efficiency;
  private double seconds;
  private double matrixFlops;
  private double bytes;

  LayerWork(Chip chip, Efficiency efficiency) {
    this.chip = chip;
    this.efficiency = efficiency;
  }

  /** A multiplication, done so many times. */
  void matrix(double times, double flops, double elementBytes, double moved) {
    matrix(times, flops, elementBytes, moved, 0);
  }

  /** The same with so many operations of vector units along with it. */
  void matrix(double times, double flops, double elementBytes, double moved, double vectorFlops) {
    if (times > 0 && flops > 0) {
      seconds += times * efficiency.seconds(chip, flops, elementBytes, vectorFlops, moved);
      matrixFlops += times * flops;
      bytes += times * moved;
    }
  }

  /**
   * Attention in one kernel.
   *
   * @param share of the rate of forward kernels
   */
  void attention(double flops, double share, double elementBytes, double sequence, double moved) {
    seconds += efficiency.attentionSeconds(chip, flops / share, elementBytes, sequence, moved);
    matrixFlops += flops;
    bytes += moved;
  }

  /** Something element by element. */
  void vector(double flops, double moved) {
    seconds += efficiency.seconds(chip, 0, 2, flops, moved);
    bytes += moved;
  }

  double seconds() {
    return seconds;
  }

  double matrixFlops() {
    return matrixFlops;
  }

  double bytes() {
    return bytes;
  }
}
