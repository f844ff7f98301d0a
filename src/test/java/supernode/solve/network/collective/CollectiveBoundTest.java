package supernode.solve.network.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static supernode.solve.network.Fabrics.GB;
import static supernode.solve.network.collective.Machines.place;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.solve.network.Fabrics;
import supernode.solve.network.latency.LatencyTerms;
import supernode.topology.CsrGraph;

/** Closed forms of performance-models.md, section 4a, on fabrics where they hold. */
class CollectiveBoundTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-7);
  private static final Percentage FULL = Percentage.withPercentage(0.01);
  private static final double GIB = 1073741824.0;

  private static Run bound(Collective c, Algorithm a, double bytes) {
    return c.run(a, bytes, Mode.BOUND);
  }

  private static Collective crossbar(Operation operation, int n) {
    return place(operation, Machines.on(Machines.crossbar(n, 1, 100 * GB), "NVLink4", true));
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "4, 1.5", "8, 1.75", "16, 1.875", "72, 1.972222"})
  void busFactorsAreThoseOfNcclTests(int n, double allReduce) {
    assertThat(Operation.ALL_REDUCE.busFactor(n)).isCloseTo(allReduce, within(1e-6));
    assertThat(Operation.ALL_TO_ALL.busFactor(8)).isEqualTo(0.875);
    assertThat(Operation.REDUCE_SCATTER.busFactor(8)).isEqualTo(0.875);
    assertThat(Operation.ALL_GATHER.busFactor(8)).isEqualTo(0.875);
    assertThat(Operation.BROADCAST.busFactor(n)).isEqualTo(1);
    assertThat(Operation.REDUCE.busFactor(n)).isEqualTo(1);
  }

  @Test
  void ringTakesTheTextbookTime() {
    // V6: n = 8, 1 GiB, 370 GB/s, no latency.
    CsrGraph graph = Machines.crossbar(8, 1, 370 * GB);
    Collective c = place(Operation.ALL_REDUCE, Machines.on(graph, "NVLink4", false));
    Run ring = bound(c, Algorithm.RING, GIB);
    assertThat(ring.timeS()).isCloseTo(5078.5e-6, within(0.1e-6));
    assertThat(ring.busBytesPerS()).isCloseTo(370 * GB, EXACT);
    assertThat(ring.mostUtilisation()).isCloseTo(1, EXACT);
    assertThat(ring.steps()).isEqualTo(14);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 8, 16, 20})
  void bandwidthOfEveryAlgorithmOnACrossbarIsTheClosedForm(int n) {
    double b = 100 * GB;
    double s = 64e9;
    double part = (n - 1.0) / n;
    boolean power = Integer.bitCount(n) == 1;
    Collective all = crossbar(Operation.ALL_REDUCE, n);
    assertThat(bound(all, Algorithm.RING, s).timeS()).isCloseTo(2 * part * s / b, EXACT);
    assertThat(bound(all, Algorithm.DIRECT, s).timeS()).isCloseTo(2 * part * s / b, EXACT);
    assertThat(bound(all, Algorithm.IN_NETWORK, s).timeS()).isCloseTo((1 + 1.0 / n) * s / b, EXACT);
    double p = Integer.highestOneBit(n);
    double log = Math.log(p) / Math.log(2);
    double fold = power ? 0 : 2;
    assertThat(bound(all, Algorithm.HALVING_DOUBLING, s).timeS())
        .isCloseTo((2 * (p - 1) / p + fold) * s / b, EXACT);
    assertThat(bound(all, Algorithm.RECURSIVE_DOUBLING, s).timeS())
        .isCloseTo((log + fold) * s / b, EXACT);
    Collective scatter = crossbar(Operation.REDUCE_SCATTER, n);
    assertThat(bound(scatter, Algorithm.RING, s).timeS()).isCloseTo(part * s / b, EXACT);
    assertThat(bound(scatter, Algorithm.IN_NETWORK, s).timeS()).isCloseTo(s / b, EXACT);
    Collective gather = crossbar(Operation.ALL_GATHER, n);
    assertThat(bound(gather, Algorithm.BRUCK, s).timeS()).isCloseTo(part * s / b, EXACT);
    Collective exchange = crossbar(Operation.ALL_TO_ALL, n);
    assertThat(bound(exchange, Algorithm.DIRECT, s).timeS()).isCloseTo(part * s / b, EXACT);
    assertThat(bound(exchange, Algorithm.PAIRWISE, s).timeS()).isCloseTo(part * s / b, EXACT);
    if (power) {
      assertThat(bound(exchange, Algorithm.BRUCK, s).timeS()).isCloseTo(log / 2 * s / b, EXACT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 13, 72})
  void twoTreesUseWhatOneTreeLeavesIdle(int n) {
    double b = 100 * GB;
    Collective all = crossbar(Operation.ALL_REDUCE, n);
    // So much data that the chunks in the first levels are nothing.
    double two = bound(all, Algorithm.DOUBLE_BINARY_TREE, 1e12).algorithmBytesPerS();
    assertThat(two).isCloseTo(b / 2, Percentage.withPercentage(1));
    // The inner ranks of a single tree send to two and on: three times the buffer.
    double one = bound(all, Algorithm.TREE, 1e12).algorithmBytesPerS();
    assertThat(one).isCloseTo(b / 3, Percentage.withPercentage(1));
  }

  @Test
  void latencyIsPaidPerStep() {
    LatencyTerms terms = new LatencyTerms(1e-6, 1e-6, 0, 4096);
    Tier tier =
        new Tier(
            Tier.Kind.SCALE_UP,
            Fabrics.routes(Machines.crossbar(8, 1, 100 * GB)),
            terms,
            Schedules.all(8),
            new BitSet(),
            LinkCalibration.IDEAL);
    Collective c = place(Operation.ALL_REDUCE, new RankNetwork(8, List.of(tier)));
    double step = 2e-6;
    assertThat(bound(c, Algorithm.RING, 1e-9).timeS()).isCloseTo(14 * step, within(1e-12));
    assertThat(bound(c, Algorithm.DIRECT, 1e-9).timeS()).isCloseTo(2 * step, within(1e-12));
    assertThat(bound(c, Algorithm.HALVING_DOUBLING, 1e-9).timeS())
        .isCloseTo(6 * step, within(1e-12));
    assertThat(bound(c, Algorithm.RECURSIVE_DOUBLING, 1e-9).timeS())
        .isCloseTo(3 * step, within(1e-12));
    assertThat(c.best(8, Mode.BOUND).orElseThrow().algorithm()).isEqualTo(Algorithm.DIRECT);
  }

  @Test
  void aMeshIsNotASwitch() {
    CsrGraph mesh = Fabrics.fullMesh(8, 64 * GB);
    Collective two = place(Operation.ALL_REDUCE, Machines.on(mesh, "xGMI", true, 0, 1));
    for (Algorithm a : two.algorithms()) {
      assertThat(bound(two, a, 1e12).busBytesPerS()).as(a.key()).isLessThan(64.001 * GB);
    }
    Run best = two.best(1e12, Mode.BOUND).orElseThrow();
    assertThat(best.busBytesPerS()).isCloseTo(64 * GB, FULL);
    Collective all = place(Operation.ALL_REDUCE, Machines.on(mesh, "xGMI", true));
    assertThat(bound(all, Algorithm.RING, 1e12).busBytesPerS()).isCloseTo(64 * GB, FULL);
    assertThat(bound(all, Algorithm.DIRECT, 1e12).busBytesPerS()).isCloseTo(448 * GB, FULL);
    // HCCL's mesh: two steps of S / n on each link.
    assertThat(bound(all, Algorithm.DIRECT, 1e12).timeS())
        .isCloseTo(2 * 1e12 / 8 / (64 * GB), FULL);
    assertThat(all.algorithms()).doesNotContain(Algorithm.IN_NETWORK);
    assertThat(all.refused().get(Algorithm.IN_NETWORK).key())
        .isEqualTo("collective.noReducingSwitches");
  }

  @Test
  void allToAllOnATorusIsLimitedByItsLongestRing() {
    double b = 50 * GB;
    CsrGraph torus = Fabrics.torus(8, 8, b);
    Collective c = place(Operation.ALL_TO_ALL, Machines.on(torus, "ICI", false), 8, 8);
    // At most 8 b / k per chip, k the longest ring; the part that a rank keeps costs nothing.
    assertThat(bound(c, Algorithm.DIRECT, 1e12).algorithmBytesPerS()).isCloseTo(8 * b / 8, FULL);
  }

  @Test
  void aTorusReducesOneAxisAfterTheOther() {
    double b = 50 * GB;
    CsrGraph torus = Fabrics.torus(4, 4, b);
    Collective c = place(Operation.ALL_REDUCE, Machines.on(torus, "ICI", false), 4, 4);
    // The axes overlap in chunks: the first one carries most.
    double s = 1e12;
    Run run = bound(c, Algorithm.HIERARCHICAL, s);
    assertThat(run.mostUtilisation()).isGreaterThan(0.99);
    assertThat(run.timeS()).isLessThanOrEqualTo(2 * 0.75 * s / b * 1.01);
    assertThat(run.timeS()).isLessThan(bound(c, Algorithm.RING, s).timeS());
  }

  @Test
  void reductionAcrossLeavesSendsEachSumOnce() {
    // Four hosts on each of four leaves, two spines: one buffer goes up from a leaf, not four.
    double b = 50 * GB;
    CsrGraph graph = Fabrics.leafSpine(4, 4, 2, b);
    Collective c = place(Operation.ALL_REDUCE, Machines.on(graph, "IB", true));
    assertThat(bound(c, Algorithm.IN_NETWORK, 1e12).timeS()).isCloseTo(17.0 / 16 * 1e12 / b, FULL);
  }

  @Property(tries = 60)
  void theRootSendsABroadcastAndReceivesAReduction(@ForAll @IntRange(min = 2, max = 40) int n) {
    for (Operation op : new Operation[] {Operation.BROADCAST, Operation.REDUCE}) {
      Collective c = crossbar(op, n);
      for (Algorithm a : c.algorithms()) {
        Run run = bound(c, a, 1e12);
        assertThat(run.busBytesPerS()).as(op + " " + a).isLessThanOrEqualTo(100.001 * GB);
        assertThat(run.busBytesPerS()).as(op + " " + a).isGreaterThan(33 * GB);
      }
    }
  }

  @Property(tries = 40)
  void nothingIsFasterThanTheLinksAllow(
      @ForAll @IntRange(min = 2, max = 24) int n, @ForAll @IntRange(max = 40) int log2) {
    double bytes = Math.scalb(1.0, log2);
    for (Operation op : Operation.values()) {
      Collective c = crossbar(op, n);
      for (Algorithm a : c.algorithms()) {
        Run run = bound(c, a, bytes);
        String what = op + " " + a;
        assertThat(run.timeS()).as(what).isFinite().isPositive();
        assertThat(run.mostUtilisation()).as(what).isLessThanOrEqualTo(1 + 1e-9);
        assertThat(run.meanUtilisation())
            .as(what)
            .isLessThanOrEqualTo(run.mostUtilisation() * (1 + 1e-9));
        Run calibrated = c.run(a, bytes, Mode.CALIBRATED);
        assertThat(calibrated.timeS()).as(what).isFinite();
        assertThat(calibrated.timeS()).as(what).isGreaterThan(run.timeS() * (1 - 1e-9));
      }
    }
  }

  @Property(tries = 10)
  void moreDataNeverTakesLess(@ForAll @IntRange(min = 1, max = 6) int nodes) {
    RankNetwork cluster = Machines.cluster(nodes, 4, "NVLink4", 2, 100 * GB);
    for (Operation op : Operation.values()) {
      Collective c = place(op, cluster, 4, nodes);
      for (Algorithm a : c.algorithms()) {
        for (Mode mode : Mode.values()) {
          double before = 0;
          for (int log2 = 0; log2 < 36; log2++) {
            double now = c.run(a, Math.scalb(1.0, log2), mode).timeS();
            assertThat(now)
                .as(op + " " + a + " " + mode + " 2^" + log2)
                .isGreaterThanOrEqualTo(before);
            before = now;
          }
        }
      }
    }
  }

  @Test
  void ranksThatDoNotReachEachOtherHaveNoCollective() {
    CsrGraph apart = Machines.nodes(2, 4, 2, 50 * GB);
    Collective c = place(Operation.ALL_REDUCE, Machines.on(apart, "NVLink4", false));
    assertThat(c.algorithms()).isEmpty();
    assertThat(c.refused().get(Algorithm.RING).key()).isEqualTo("collective.unreachable");
  }
}
