package supernode.solve.workload.train;

import supernode.solve.workload.model.Transformer;

/**
 * Shares of the peak of all chips in 16 bit, as papers state them.
 *
 * @param mfu counts what the model needs
 * @param hfu counts what is worked out again as well
 */
public record Utilisation(double mfu, double hfu) {
  /**
   * Shares from a measured or modelled time.
   *
   * @param peakFlopsPerS of one chip, without throttling
   */
  public static Utilisation of(
      TrainingJob job,
      Recompute recompute,
      double stepSeconds,
      double chips,
      double peakFlopsPerS) {
    double all = stepSeconds * chips * peakFlopsPerS;
    return new Utilisation(
        modelFlops(job) / all, (modelFlops(job) + againFlops(job, recompute)) / all);
  }

  /** Operations of a step. Masked halves of the attention count unless the kernel skips them. */
  public static double modelFlops(TrainingJob job) {
    return job.model().modelFlopsPerToken((double) job.sequence(), job.kernels().flash())
        * job.tokensPerStep();
  }

  /** Operations that the backward pass repeats; a fused kernel's own are not counted. */
  public static double againFlops(TrainingJob job, Recompute recompute) {
    Transformer m = job.model();
    boolean half = job.kernels().flash() && m.causal();
    double context = half ? job.sequence() / 2.0 : job.sequence();
    double attention = m.layers() * m.attention().flopsPerPair() * context;
    double perToken =
        switch (recompute) {
          case NONE -> 0;
          // The paper doubles the attention's share of all three passes: 1 + s / 3h.
          case SELECTIVE -> job.kernels().flash() ? 0 : 3 * attention;
          case FULL -> attention + 2.0 * m.activeLayerWeights();
        };
    return perToken * job.tokensPerStep();
  }
}
