package supernode.solve.network.traffic;

import java.util.stream.IntStream;

/**
 * Which ranks a token goes to: its experts are drawn without return, each as likely, and a rank
 * with several of them gets one copy.
 *
 * @param ranks that the experts are dealt out to in turn
 * @param active experts of a token
 */
record ExpertChoice(int ranks, int experts, int active) {
  /** Ranks that have any expert: the first ones. */
  int holders() {
    return Math.min(ranks, experts);
  }

  /** Experts of a rank. */
  int held(int rank) {
    return experts / ranks + (rank < experts % ranks ? 1 : 0);
  }

  /** Whether every rank has as many. */
  boolean isEven() {
    return experts % ranks == 0;
  }

  /** That a token goes to a rank: one less C(experts - held, active) / C(experts, active). */
  double chance(int rank) {
    double none = 1;
    for (int i = 0; i < active; i++) {
      none *= Math.max(0, experts - held(rank) - i) / (double) (experts - i);
    }
    return 1 - none;
  }

  /** Copies of a token that leave its rank, in the mean over the ranks. */
  double copies() {
    double all = IntStream.range(0, holders()).mapToDouble(this::chance).sum();
    return all * (ranks - 1) / ranks;
  }
}
