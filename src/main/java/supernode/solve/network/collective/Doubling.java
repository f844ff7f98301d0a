package supernode.solve.network.collective;

import java.util.ArrayList;
import java.util.List;

/**
 * Exchanges with partners at distances that are powers of two. Other numbers of ranks are folded:
 * the odd ones among the first hand theirs to a neighbour before and get the result after.
 */
final class Doubling {
  private final int ranks;
  private final int active;
  private final int folded;

  Doubling(int ranks) {
    this.ranks = ranks;
    active = Integer.highestOneBit(ranks);
    folded = ranks - active;
  }

  /** Rank that acts as a place among the power of two. */
  private int rank(int place) {
    return place < folded ? 2 * place : place + folded;
  }

  private Stage fold(boolean in, double share) {
    Transfers.Builder b = new Transfers.Builder();
    for (int i = 0; i < folded; i++) {
      b.add(in ? 2 * i + 1 : 2 * i, in ? 2 * i : 2 * i + 1, share);
    }
    return new Stage.Rounds(b.build(), 1);
  }

  private Stage exchange(int distance, double share) {
    Transfers.Builder b = new Transfers.Builder();
    for (int p = 0; p < active; p++) {
      b.add(rank(p), rank(p ^ distance), share);
    }
    return new Stage.Rounds(b.build(), 1);
  }

  private List<Stage> folding(List<Stage> inner, double before, double after) {
    List<Stage> all = new ArrayList<>();
    if (folded > 0) {
      all.add(fold(true, before));
    }
    all.addAll(inner);
    if (folded > 0) {
      all.add(fold(false, after));
    }
    return all;
  }

  /** log2 n steps of the whole buffer. */
  Schedule doublingAllReduce() {
    List<Stage> steps = new ArrayList<>();
    for (int d = 1; d < active; d *= 2) {
      steps.add(exchange(d, 1));
    }
    return new Schedule(folding(steps, 1, 1), false);
  }

  private List<Stage> halving() {
    List<Stage> steps = new ArrayList<>();
    double share = 0.5;
    for (int d = active / 2; d >= 1; d /= 2, share /= 2) {
      steps.add(exchange(d, share));
    }
    return steps;
  }

  private List<Stage> gathering() {
    return halving().reversed();
  }

  Schedule halvingDoublingAllReduce() {
    List<Stage> steps = new ArrayList<>(halving());
    steps.addAll(gathering());
    return new Schedule(folding(steps, 1, 1), false);
  }

  Schedule reduceScatter() {
    return new Schedule(folding(halving(), 1, 1.0 / ranks), false);
  }

  Schedule allGather() {
    return new Schedule(folding(gathering(), 1.0 / ranks, 1), false);
  }
}
