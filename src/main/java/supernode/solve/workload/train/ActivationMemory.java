package supernode.solve.workload.train;

import supernode.solve.workload.model.Attention;
import supernode.solve.workload.model.Experts;
import supernode.solve.workload.model.Transformer;

/**
 * What a layer keeps of the forward pass for the backward pass, tensor by tensor (Korthikanti 2022,
 * section 4); with two byte per element that is their sbh(10 + 24/t + 5as/ht) and its relatives.
 */
public final class ActivationMemory {
  private ActivationMemory() {}

  /**
   * Bytes of one layer and one microbatch on one chip.
   *
   * @param experts whether the layer has experts
   */
  public static double perLayerBytes(TrainingJob job, Strategy s, boolean experts) {
    Transformer m = job.model();
    double tokens = (double) s.microbatch() * job.sequence() / s.cp();
    double b = m.precision().activation();
    double h = m.hidden();
    double t = s.tp();
    double whole = s.sequenceParallel() ? t : 1;
    if (s.recompute() == Recompute.FULL) {
      return tokens * h * b / whole;
    }
    if (s.recompute() == Recompute.SELECTIVE && job.kernels().flash()) {
      return tokens * (m.hidden() * 2 * b + latentBytes(m)) / whole
          + tokens * keptBytes(m, experts) / t;
    }
    Attention a = m.attention();
    double mask = m.dropout() ? 1 : 0;
    ElementKernels kernels = new ElementKernels(m, job.kernels().unfused());
    // Inputs of both norms and of what follows them; masks of both dropouts.
    double replicated = h * (4 * b + 2 * mask + 2 * kernels.keptByNorm()) + a.latentWidth() * b;
    double heads = (a.queryWidth() + a.keyWidth() + a.valueWidth() + a.outputWidth()) * b;
    double quadratic = 0;
    if (s.recompute() == Recompute.NONE && !job.kernels().flash()) {
      double kept = (m.dropout() ? 2 * b + 1 : b) + kernels.keptBySoftmax();
      quadratic = a.heads() * (double) job.sequence() * kept;
    }
    double perceptron = experts ? expertBytes(m) : feedForwardBytes(m, (double) m.feedForward());
    double wide =
        experts
            ? m.experts().map(e -> (double) (e.active() + e.shared()) * e.feedForward()).orElse(0.0)
            : m.feedForward();
    perceptron += wide * kernels.keptByActivation();
    return tokens * (replicated / whole + (heads + quadratic + perceptron) / t);
  }

  private static double latentBytes(Transformer m) {
    return m.attention().latentWidth() * m.precision().activation();
  }

  /**
   * With fused attention, what is cheap to work out again is not kept: outputs of norms and
   * activations, queries and keys that come out of a narrow middle (as DeepSeek-V3 does).
   */
  private static double keptBytes(Transformer m, boolean experts) {
    Attention a = m.attention();
    double b = m.precision().activation();
    double queries =
        a.latentWidth() > 0 ? 0 : (double) a.queryWidth() + a.keyWidth() + a.valueWidth();
    double matrices = m.feedForwardMatrices() - 1.0;
    double wide = m.feedForward();
    double arriving = 0;
    if (experts) {
      Experts e = m.experts().orElseThrow();
      wide = (double) (e.active() + e.shared()) * e.feedForward();
      arriving = e.active() * m.hidden() * m.precision().dispatch();
    }
    return (queries + a.outputWidth() + matrices * wide) * b + arriving;
  }

  /** Per token: outputs of the first matrix, and of the activation. */
  private static double feedForwardBytes(Transformer m, double wide) {
    return wide * m.feedForwardMatrices() * m.precision().activation();
  }

  /** Tokens arrive once for each of their experts, in the width they travel in. */
  private static double expertBytes(Transformer m) {
    Experts e = m.experts().orElseThrow();
    return feedForwardBytes(m, (double) (e.active() + e.shared()) * e.feedForward())
        + e.active() * m.hidden() * (m.precision().dispatch() + m.precision().combine());
  }

  /**
   * Microbatches' worth of layers that the first stage keeps, over its own layers.
   *
   * @param microbatches per replica
   */
  public static double inFlight(Strategy s, long microbatches) {
    double p = s.pp();
    double full = s.interleave() > 1 ? p * (1 + (p - 1) / (p * s.interleave())) : p;
    return Math.min(full, (double) microbatches);
  }
}
