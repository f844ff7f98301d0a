package supernode.solve.workload.train;

import supernode.solve.workload.model.Transformer;

/**
 * What is to be trained.
 *
 * @param batch sequences of a step, over all replicas
 * @param sequence tokens of one
 * @param unevenStages whether stages may have unequally many layers; the largest sets the pace
 * @param order how ranks are laid on chips
 */
public record TrainingJob(
    Transformer model,
    long batch,
    long sequence,
    Kernels kernels,
    boolean unevenStages,
    RankOrder order) {
  public TrainingJob(
      Transformer model, long batch, long sequence, Kernels kernels, boolean unevenStages) {
    this(model, batch, sequence, kernels, unevenStages, RankOrder.USUAL);
  }

  public double tokensPerStep() {
    return (double) batch * sequence;
  }
}
