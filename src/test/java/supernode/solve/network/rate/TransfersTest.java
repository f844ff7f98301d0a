package supernode.solve.network.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;

class TransfersTest {
  @Test
  void whoEndsLeavesItsShareToTheOthers() {
    // 30, 60 and 90 over one link of 10: together at 10/3, then two at 5, then one at 10.
    MaxMinProblem p = MaxMinProblem.of(routes(new int[][] {{0}, {0}, {0}}, 1), new double[] {10});
    Transfers t = solved(p, 30, 60, 90);
    assertThat(t.endS()).containsExactly(new double[] {9, 15, 18}, within(1e-12));
    assertThat(t.lastS()).isCloseTo(18, within(1e-12));
    assertThat(t.solves()).isEqualTo(3);
  }

  @Test
  void nothingToSendEndsAtOnceAndNoWayNever() {
    MaxMinProblem p =
        MaxMinProblem.of(routes(new int[][] {{0}, {0}, {1}}, 2), new double[] {10, 0});
    Transfers t = solved(p, 0, 20, 5);
    assertThat(t.endS()[0]).isZero();
    assertThat(t.endS()[1]).isEqualTo(2);
    assertThat(t.endS()[2]).isInfinite();
    assertThat(t.lastS()).isEqualTo(2);
  }

  /** A shared link is never idle while anyone on it waits: the bytes over it take their time. */
  @Property(tries = 100)
  void oneLinkMovesAllBytesAtItsRate(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int flows = 1 + random.nextInt(12);
    double[] bytes = random.doubles(flows, 1, 1000).toArray();
    double[] weights = random.doubles(flows, 0.5, 4).toArray();
    double sum = java.util.Arrays.stream(bytes).sum();
    int[][] all = new int[flows][1];
    MaxMinProblem p = MaxMinProblem.of(routes(all, 1), new double[] {7}).withWeights(weights);
    Transfers t = solved(p, bytes);
    assertThat(t.lastS()).isCloseTo(sum / 7, within(1e-9 * sum));
  }

  private static Transfers solved(MaxMinProblem p, double... bytes) {
    return Fabrics.solved(Transfers.of(p, bytes, () -> false));
  }

  private static FlowIncidence routes(int[][] routes, int links) {
    FlowIncidence.Builder b = new FlowIncidence.Builder(links);
    for (int[] route : routes) {
      for (int l : route) {
        b.cross(l, 1);
      }
      b.endFlow();
    }
    return b.build();
  }
}
