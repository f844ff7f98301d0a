package supernode.solve.workload.train;

/**
 * How the work is split.
 *
 * @param tp chips that share every matrix (tensor parallel)
 * @param pp stages of layers (pipeline parallel)
 * @param dp replicas (data parallel)
 * @param ep chips that share the experts of a layer; they are taken from dp and cp
 * @param cp chips that share a sequence (context parallel)
 * @param microbatch sequences at once
 * @param interleave chunks of layers that a stage has
 * @param sequenceParallel norms and dropouts split over tp as well
 * @param zero what replicas share out: 0 nothing, 1 optimiser, 2 and gradients, 3 and weights
 * @param offload whether the optimiser is kept outside the chip, where the job has a way there
 */
public record Strategy(
    int tp,
    int pp,
    int dp,
    int ep,
    int cp,
    int microbatch,
    int interleave,
    Recompute recompute,
    boolean sequenceParallel,
    int zero,
    boolean offload) {
  public Strategy(
      int tp,
      int pp,
      int dp,
      int ep,
      int cp,
      int microbatch,
      int interleave,
      Recompute recompute,
      boolean sequenceParallel,
      int zero) {
    this(tp, pp, dp, ep, cp, microbatch, interleave, recompute, sequenceParallel, zero, true);
  }

  /** The same with so many replicas. */
  public Strategy replicated(int replicas) {
    return new Strategy(
        tp,
        pp,
        replicas,
        ep,
        cp,
        microbatch,
        interleave,
        recompute,
        sequenceParallel,
        zero,
        offload);
  }

  /** The same with the optimiser outside the chip, or not. */
  public Strategy offloading(boolean away) {
    return sharing(zero, away);
  }

  Strategy sharing(int otherZero, boolean otherOffload) {
    return new Strategy(
        tp,
        pp,
        dp,
        ep,
        cp,
        microbatch,
        interleave,
        recompute,
        sequenceParallel,
        otherZero,
        otherOffload);
  }

  Strategy with(Recompute other) {
    return new Strategy(
        tp, pp, dp, ep, cp, microbatch, interleave, other, sequenceParallel, zero, offload);
  }

  /** Chips that it takes. */
  public long chips() {
    return (long) tp * pp * dp * cp;
  }

  /** What chips of one group have in common. */
  public enum Axis {
    TENSOR,
    CONTEXT,
    EXPERT,
    DATA,
    /** Replicas of the same experts. */
    EXPERT_DATA,
    PIPELINE;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public String toString() {
    return "tp "
        + tp
        + ", pp "
        + pp
        + ", dp "
        + dp
        + (ep > 1 ? ", ep " + ep : "")
        + (cp > 1 ? ", cp " + cp : "")
        + ", microbatch "
        + microbatch
        + (interleave > 1 ? ", interleave " + interleave : "")
        + ", recompute "
        + recompute.key()
        + (sequenceParallel ? ", sequenceParallel" : "")
        + ", zero "
        + zero;
  }
}
