package supernode.solve.workload.train;

import supernode.solve.workload.model.Transformer;

/**
 * What is to be trained.
 *
 * @param batch sequences of a step, over all replicas
 * @param sequence tokens of one
 * @param unevenStages whether stages may have unequally many layers; the largest sets the pace
 * @param order how ranks are laid on chips
 * @param mtpLayers further tokens predicted in training, each by a layer and a head more on the
 *     last stage (multi-token prediction, DeepSeek-V3 report, section 2.2)
 */
public record TrainingJob(
    Transformer model,
    long batch,
    long sequence,
    Kernels kernels,
    boolean unevenStages,
    RankOrder order,
    int mtpLayers) {
  public TrainingJob(
      Transformer model, long batch, long sequence, Kernels kernels, boolean unevenStages) {
    this(model, batch, sequence, kernels, unevenStages, RankOrder.USUAL, 0);
  }

  /**
   * Layers of the deepest stage. Chunks that layers do not fill evenly are of equal depth but for
   * the last ones, which stages lack (Llama 3 has 126 layers in 128 chunks of one).
   */
  double deepestStage(Strategy s) {
    double chunks = (double) s.pp() * s.interleave();
    return s.interleave() * Math.ceil(model.layers() / chunks);
  }

  /** Layers that the last stage has less than the deepest: it has the head instead. */
  double lackingOfLast(Strategy s) {
    double deepest = deepestStage(s);
    return Math.min(deepest, deepest * s.pp() - model.layers());
  }

  /** The same with so many further tokens predicted. */
  public TrainingJob predicting(int tokens) {
    return new TrainingJob(model, batch, sequence, kernels, unevenStages, order, tokens);
  }

  /** The same with such kernels. */
  public TrainingJob withKernels(Kernels other) {
    return new TrainingJob(model, batch, sequence, other, unevenStages, order, mtpLayers);
  }

  public TrainingJob withBatch(long sequences) {
    return new TrainingJob(model, sequences, sequence, kernels, unevenStages, order, mtpLayers);
  }

  /** The same with such a way to a memory outside the chip. */
  public TrainingJob offloadingAt(double bytesPerS) {
    return withKernels(kernels.offloadingAt(bytesPerS));
  }

  /** Whether a strategy keeps the optimiser outside the chip. */
  public boolean offloads(Strategy s) {
    return s.offload() && kernels.offloadBytesPerS() > 0;
  }

  public double tokensPerStep() {
    return (double) batch * sequence;
  }
}
