package supernode.solve.workload.roofline;

/**
 * One kind of operation of a pass, all layers together, on one chip.
 *
 * @param flops of it
 * @param elementBytes width of what is multiplied; 0 for what works element by element
 * @param memoryBytes to and from the chip's memory
 * @param scaleUpBytes sent inside the domain for it
 * @param scaleOutBytes sent to other domains for it
 * @param kernels that share it evenly
 * @param sequence tokens of fused attention; 0 for all else
 */
public record Operator(
    String key,
    double flops,
    double elementBytes,
    double memoryBytes,
    double scaleUpBytes,
    double scaleOutBytes,
    double kernels,
    double sequence) {
  /** In one kernel. */
  public Operator(
      String key,
      double flops,
      double elementBytes,
      double memoryBytes,
      double scaleUpBytes,
      double scaleOutBytes) {
    this(key, flops, elementBytes, memoryBytes, scaleUpBytes, scaleOutBytes, 1, 0);
  }
}
