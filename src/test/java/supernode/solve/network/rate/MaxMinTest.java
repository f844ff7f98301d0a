package supernode.solve.network.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MaxMinTest {
  /** Three links of 10, 5 and infinite capacity and one of 0. */
  private static final double[] CAPACITY = {10, 5, Double.POSITIVE_INFINITY, 0};

  @Test
  void flowsRiseTogetherUntilTheirLinkIsFull() {
    // Flow 0 over both links, flow 1 over the wide one, flow 2 over the narrow one.
    MaxMinResult r = solve(MaxMinProblem.of(routes(new int[][] {{0, 1}, {0}, {1}}), CAPACITY));
    assertThat(r.ratesBytesPerS()).containsExactly(new double[] {2.5, 7.5, 2.5}, within(1e-12));
    assertThat(r.bottleneck(0)).isEqualTo(1);
    assertThat(r.bottleneck(1)).isZero();
    assertThat(r.levels()).isEqualTo(2);
  }

  @Test
  void weightsShareInProportionAndLimitsLeaveTheRestToOthers() {
    MaxMinProblem p = MaxMinProblem.of(routes(new int[][] {{0}, {0}, {0}}), CAPACITY);
    assertThat(solve(p.withWeights(new double[] {1, 3, 6})).ratesBytesPerS())
        .containsExactly(new double[] {1, 3, 6}, within(1e-12));
    double no = Double.POSITIVE_INFINITY;
    MaxMinResult r = solve(p.withLimits(new double[] {2, no, no}));
    assertThat(r.ratesBytesPerS()).containsExactly(new double[] {2, 4, 4}, within(1e-12));
    assertThat(r.limit(0)).isEqualTo(MaxMinResult.Limit.DEMAND);
    assertThat(r.limit(1)).isEqualTo(MaxMinResult.Limit.LINK);
  }

  @Test
  void oddFlowsAreValues() {
    MaxMinResult r =
        solve(MaxMinProblem.of(routes(new int[][] {{}, {2}, {0, 3}, {0, 2}}), CAPACITY));
    assertThat(r.limit(0)).isEqualTo(MaxMinResult.Limit.NO_ROUTE);
    assertThat(r.rateBytesPerS(0)).isZero();
    assertThat(r.limit(1)).isEqualTo(MaxMinResult.Limit.UNBOUNDED);
    assertThat(r.rateBytesPerS(2)).isZero();
    assertThat(r.bottleneck(2)).isEqualTo(3);
    assertThat(r.rateBytesPerS(3)).isEqualTo(10);
    assertThat(r.utilisation(2)).isZero();
    assertThat(r.utilisation(3)).isZero();
  }

  @Test
  void theCertificateTellsRightFromWrong() {
    MaxMinProblem p = MaxMinProblem.of(routes(new int[][] {{0, 1}, {0}, {1}}), CAPACITY);
    assertThat(MaxMinCertificate.check(p, new double[] {2.5, 7.5, 2.5}).holds()).isTrue();
    assertThat(MaxMinCertificate.check(p, new double[] {2.5, 7.6, 2.5}).holds()).isFalse();
    assertThat(MaxMinCertificate.check(p, new double[] {2.5, 7.4, 2.5}).holds()).isFalse();
    assertThat(MaxMinCertificate.check(p, new double[] {2, 8, 3}).holds()).isFalse();
    MaxMinProblem zero = MaxMinProblem.of(routes(new int[][] {{3}}), CAPACITY);
    assertThat(MaxMinCertificate.check(zero, new double[] {1}).holds()).isFalse();
  }

  @Property(tries = 300)
  void everySolutionIsCertified(@ForAll long seed) {
    MaxMinProblem p = RandomProblems.any(seed);
    MaxMinResult r = solve(p);
    assertThat(MaxMinCertificate.check(p, r.ratesBytesPerS()).holds()).isTrue();
  }

  /** The textbook's loop, in the plainest form there is: raise all until something is full. */
  @Property(tries = 500)
  void agreesWithTheTextbook(@ForAll long seed) {
    MaxMinProblem p = RandomProblems.any(seed);
    MaxMinResult r = solve(p);
    double[] plain = PlainFilling.rates(p);
    for (int f = 0; f < plain.length; f++) {
      assertThat(
              plain[f] == r.rateBytesPerS(f)
                  || Math.abs(plain[f] - r.rateBytesPerS(f)) <= 1e-9 * plain[f])
          .as("flow %d: %s and %s", f, plain[f], r.rateBytesPerS(f))
          .isTrue();
    }
  }

  private static FlowIncidence routes(int[][] links) {
    FlowIncidence.Builder b = new FlowIncidence.Builder(CAPACITY.length);
    for (int[] route : links) {
      for (int l : route) {
        b.cross(l, 1);
      }
      b.endFlow();
    }
    return b.build();
  }

  private static MaxMinResult solve(MaxMinProblem p) {
    return MaxMin.solve(p, () -> false);
  }
}
