package supernode.solve.network.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
      same(r.rateBytesPerS(f), plain[f]);
    }
  }

  @Property(tries = 100)
  void theOrderOfFlowsAndLinksDoesNotMatter(@ForAll long seed) {
    MaxMinProblem p = RandomProblems.any(seed);
    double[] rates = solve(p).ratesBytesPerS();
    double[] turned = solve(RandomProblems.turned(p)).ratesBytesPerS();
    for (int f = 0; f < rates.length; f++) {
      same(turned[rates.length - 1 - f], rates[f]);
    }
  }

  @Property(tries = 100)
  void capacitiesAndLimitsTimesThreeAreRatesTimesThree(@ForAll long seed) {
    MaxMinProblem p = RandomProblems.any(seed);
    double[] rates = solve(p).ratesBytesPerS();
    double[] tripled =
        solve(p.withCapacities(times(p.capacity, 3)).withLimits(times(p.limit, 3)))
            .ratesBytesPerS();
    for (int f = 0; f < rates.length; f++) {
      same(tripled[f], 3 * rates[f]);
    }
  }

  @Property(tries = 200)
  void moreCapacityNeverSlowsTheSlowest(@ForAll long seed) {
    MaxMinProblem p = RandomProblems.any(seed);
    double[] more = p.capacity.clone();
    more[(int) Long.remainderUnsigned(seed, more.length)] += 7;
    assertThat(slowest(p.withCapacities(more))).isGreaterThanOrEqualTo(slowest(p) * (1 - 1e-9));
  }

  @Property(tries = 100)
  void aRelievedLinkLimitsNobodyAndIsFilledAtLeastAsBefore(@ForAll long seed) {
    MaxMinProblem p = RandomProblems.any(seed);
    MaxMinResult today = solve(p);
    for (int l : LimitingLinks.of(p, today).ranked()) {
      BitSet one = new BitSet();
      one.set(l);
      Relief relief = Relief.of(p, today, one, () -> false);
      assertThat(relief.next().get(l)).isFalse();
      assertThat(relief.leastAfter()).isGreaterThanOrEqualTo(relief.leastBefore() * (1 - 1e-9));
      assertThat(relief.usefulBytesPerS())
          .isGreaterThanOrEqualTo(p.capacityBytesPerS(l) * (1 - 1e-9));
    }
  }

  private static double slowest(MaxMinProblem p) {
    MaxMinResult r = solve(p);
    return IntStream.range(0, p.incidence().flows())
        .filter(f -> r.limit(f) != MaxMinResult.Limit.NO_ROUTE)
        .mapToDouble(f -> r.rateBytesPerS(f) / p.weight[f])
        .min()
        .orElse(0);
  }

  private static double[] times(double[] values, double factor) {
    return DoubleStream.of(values).map(v -> v * factor).toArray();
  }

  private static void same(double actual, double expected) {
    assertThat(actual == expected || Math.abs(actual - expected) <= 1e-9 * expected)
        .as("%s and %s", actual, expected)
        .isTrue();
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
