package supernode.solve.workload.serve;

import supernode.solve.workload.model.Attention;
import supernode.solve.workload.model.Transformer;

/**
 * Replicas of one kind on consecutive chips, instance by instance.
 *
 * @param tokensPerRequest that all of them work on for one request, in the mean
 */
public record ReplicaGroup(
    InferenceStep step, int instances, int firstChip, double tokensPerRequest) {
  public int replicas() {
    return instances * step.on().replicas();
  }

  public int chips() {
    return instances * step.on().chips();
  }

  int chip(int replica, int rank) {
    return firstChip + replica * step.on().tp() + rank;
  }

  /** Parts that a cache lies in; several ranks have the same one where there are fewer. */
  int parts() {
    Transformer m = step.model();
    return m.attention() instanceof Attention.Grouped g
        ? (int) Math.min(step.on().tp(), Math.max(1, g.keyWidth() / g.headDim()))
        : 1;
  }

  /** First and last part of a cache on a rank, as shares of the whole. */
  double begin(int rank) {
    return (double) part(rank) / parts();
  }

  double end(int rank) {
    return (part(rank) + 1.0) / parts();
  }

  private int part(int rank) {
    return (int) ((long) rank * parts() / step.on().tp());
  }

  /** The rank of a part; those that have the same take turns. */
  int rank(int part, int turn) {
    int tp = step.on().tp();
    int first = Math.ceilDiv(part * tp, parts());
    int copies = Math.ceilDiv((part + 1) * tp, parts()) - first;
    return first + turn % copies;
  }
}
