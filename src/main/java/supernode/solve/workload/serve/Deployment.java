package supernode.solve.workload.serve;

import supernode.solve.workload.model.Experts;
import supernode.solve.workload.model.Transformer;

/**
 * One instance of a model.
 *
 * @param tp chips that share every matrix
 * @param replicas of the attention, each with its own requests; the experts are spread over all
 *     chips of the instance
 */
public record Deployment(int tp, int replicas) {
  public int chips() {
    return tp * replicas;
  }

  /** Experts of a layer on one chip; some are there twice where they do not divide. */
  public double expertsPerChip(Experts e) {
    return Math.ceil((double) e.routed() / chips());
  }

  /** Bytes of weights on one chip. */
  public double weightBytes(Transformer m) {
    var p = m.parameters();
    double dense = ((double) p.total() - p.routed()) / tp;
    double experts =
        m.experts().map(e -> m.expertLayers() * expertsPerChip(e) * m.expertWeights()).orElse(0.0);
    return (dense + experts) * m.precision().weight();
  }

  /** Bytes of cache on one chip for one token of one of its requests. */
  public double cacheBytes(Transformer m) {
    long width = m.attention().cacheElements();
    double perChip =
        m.attention() instanceof supernode.solve.workload.model.Attention.Grouped g
            ? Math.max((double) width / tp, 2.0 * g.headDim())
            // The compressed cache has no heads to split by: every chip has it whole.
            : width;
    return m.layers() * perChip * m.precision().kv();
  }
}
