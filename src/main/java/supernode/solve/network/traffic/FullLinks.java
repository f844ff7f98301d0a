package supernode.solve.network.traffic;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMinCertificate;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;

/** The full links of a solved problem: each limits the flows on it that go fastest there. */
final class FullLinks {
  private static final double FULL = 1 - MaxMinCertificate.TOLERANCE;

  private final MaxMinProblem problem;
  private final MaxMinResult result;
  private final double[] fastest;
  private final BitSet limiting = new BitSet();

  private FullLinks(MaxMinProblem problem, MaxMinResult result) {
    this.problem = problem;
    this.result = result;
    fastest = MaxMinCertificate.fastestPerWeight(problem, result.ratesBytesPerS());
    FlowIncidence a = problem.incidence();
    for (int f = 0; f < a.flows(); f++) {
      for (int e = a.start(f); e < a.start(f + 1); e++) {
        if (holds(f, a.link(e))) {
          limiting.set(a.link(e));
        }
      }
    }
  }

  static FullLinks of(MaxMinProblem problem, MaxMinResult result) {
    return new FullLinks(problem, result);
  }

  /** Whether a link is what holds back a flow that crosses it. */
  boolean holds(int flow, int link) {
    return result.utilisation(link) >= FULL
        && result.rateBytesPerS(flow) >= fastest[link] * problem.weight(flow) * FULL;
  }

  boolean limits(int link) {
    return limiting.get(link);
  }

  /** Counts the flows that each kind of link limits. */
  void tally(BottleneckTally tally, IntUnaryOperator maskOfLink) {
    FlowIncidence a = problem.incidence();
    for (int f = 0; f < a.flows(); f++) {
      int kinds = 0;
      for (int e = a.start(f); e < a.start(f + 1); e++) {
        if (holds(f, a.link(e))) {
          kinds |= maskOfLink.applyAsInt(a.link(e));
        }
      }
      tally.addFlows(kinds, Math.round(problem.flowCount(f)), result.rateBytesPerS(f));
    }
  }
}
