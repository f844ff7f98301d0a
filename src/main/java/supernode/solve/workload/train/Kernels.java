package supernode.solve.workload.train;

import java.util.Set;

/**
 * How the software runs a step, apart from the split.
 *
 * @param flash attention in one kernel: nothing quadratic is stored, masked halves are skipped
 * @param tensorOverlap share of tensor-parallel communication hidden behind matrices
 * @param expertOverlap share of expert-parallel communication hidden behind another microbatch
 * @param pipelineOverlap share of what stages send each other that is hidden
 * @param dataOverlap share of the backward pass in which gradients may travel
 * @param bubbleShare what the schedule leaves of the bubble of 1F1B; 0 for zero-bubble schedules
 * @param offloadBytesPerS rate to a memory outside the chip that keeps the optimiser; 0 for none
 * @param blockScaling whether narrow matrices have a scale per block of 128, not one per tensor
 * @param unfused element-wise operations that go through memory for every step of their formula
 */
public record Kernels(
    boolean flash,
    double tensorOverlap,
    double expertOverlap,
    double pipelineOverlap,
    double dataOverlap,
    double bubbleShare,
    double offloadBytesPerS,
    boolean blockScaling,
    Set<ElementOp> unfused) {
  /** Megatron-LM of 2021 and 2022: separate attention kernels, nothing overlaps. */
  public static final Kernels PLAIN = new Kernels(false, 0, 0, 0, 0, 1, 0);

  /** As frameworks do by now: fused attention, gradients travel during the backward pass. */
  public static final Kernels FUSED = new Kernels(true, 0, 0, 0, 1, 1, 0);

  public Kernels {
    unfused = Set.copyOf(unfused);
  }

  /** All that is element-wise is fused. */
  public Kernels(
      boolean flash,
      double tensorOverlap,
      double expertOverlap,
      double pipelineOverlap,
      double dataOverlap,
      double bubbleShare,
      double offloadBytesPerS) {
    this(
        flash,
        tensorOverlap,
        expertOverlap,
        pipelineOverlap,
        dataOverlap,
        bubbleShare,
        offloadBytesPerS,
        false,
        Set.of());
  }

  /** The same with a scale per block of narrow matrices. */
  public Kernels scaledByBlock() {
    return new Kernels(
        flash,
        tensorOverlap,
        expertOverlap,
        pipelineOverlap,
        dataOverlap,
        bubbleShare,
        offloadBytesPerS,
        true,
        unfused);
  }

  /** The same with these operations not fused. */
  public Kernels unfusing(Set<ElementOp> ops) {
    return new Kernels(
        flash,
        tensorOverlap,
        expertOverlap,
        pipelineOverlap,
        dataOverlap,
        bubbleShare,
        offloadBytesPerS,
        blockScaling,
        ops);
  }

  /** The same with such a way to a memory outside the chip. */
  Kernels offloadingAt(double bytesPerS) {
    return new Kernels(
        flash,
        tensorOverlap,
        expertOverlap,
        pipelineOverlap,
        dataOverlap,
        bubbleShare,
        bytesPerS,
        blockScaling,
        unfused);
  }
}
