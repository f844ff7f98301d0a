package supernode.solve.workload.train;

import supernode.solve.workload.model.Transformer;

/**
 * What is to be trained.
 *
 * @param batch sequences of a step, over all replicas
 * @param sequence tokens of one
 * @param unevenStages whether stages may have unequally many layers; the largest sets the pace
 */
public record TrainingJob(
    Transformer model, long batch, long sequence, Kernels kernels, boolean unevenStages) {
  public double tokensPerStep() {
    return (double) batch * sequence;
  }
}
