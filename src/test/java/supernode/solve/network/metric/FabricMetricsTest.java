package supernode.solve.network.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static supernode.solve.network.Fabrics.GB;

import java.util.BitSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** Counts, distances and cuts against closed forms (network.md, section 3) and brute force. */
class FabricMetricsTest {
  @Test
  void nvl72IsOneSwitchHopOverEighteenPlanes() {
    CsrGraph g = Fabrics.nvl72();
    FabricMetrics m = metrics(g);
    assertThat(m.endpoints()).isEqualTo(72);
    assertThat(m.switches()).isEqualTo(18);
    assertThat(m.links()).isEqualTo(1296);
    assertThat(m.interSwitchLinks()).isZero();
    assertThat(m.islands()).isEqualTo(1);
    assertThat(m.hops().diameter()).isEqualTo(2);
    assertThat(m.hops().diameterTransits()).isEqualTo(1);
    assertThat(m.hops().pairs()).containsExactly(0L, 0L, 5112L);
    assertThat(m.edgeConnectivity()).isEqualTo(new EdgeConnectivity(18, true));
    assertThat(Fabrics.routes(g).aloneBytesPerS(0, 71)).isEqualTo(18 * 50 * GB);
    Bisection b = Fabrics.solved(m.bisection());
    assertThat(b.bytesPerS()).isCloseTo(32.4e12, within(1.0));
    assertThat(b.links()).isEqualTo(648);
    assertThat(b.method().isExact()).isTrue();
  }

  @Test
  void aFailedSwitchNarrowsTheBisectionByOneEighteenth() {
    BitSet failed = new BitSet();
    failed.set(80);
    CsrGraph g = Fabrics.nvl72().without(failed, new BitSet());
    Bisection b = Fabrics.solved(metrics(g).bisection());
    assertThat(b.bytesPerS()).isCloseTo(32.4e12 * 17 / 18, within(1.0));
    assertThat(metrics(g).edgeConnectivity().links()).isEqualTo(17);
    assertThat(Fabrics.routes(g).aloneBytesPerS(3, 4)).isEqualTo(17 * 50 * GB);
  }

  @Test
  void aFailedLinkLeavesTheBisectionToASearchThatFindsIt() {
    BitSet failed = new BitSet();
    failed.set(5);
    Bisection b =
        Fabrics.solved(metrics(Fabrics.nvl72().without(new BitSet(), failed)).bisection());
    // The endpoint's side has 35 links at that switch: put the switch on the other side.
    assertThat(b.bytesPerS()).isCloseTo(32.4e12 - 50e9, within(1.0));
    assertThat(b.method()).isEqualTo(Bisection.Method.BEST_CUT_FOUND);
  }

  @Test
  void aFullMeshOfEight() {
    FabricMetrics m = metrics(Fabrics.fullMesh(8, 64 * GB));
    assertThat(m.links()).isEqualTo(28);
    assertThat(m.hops().diameter()).isEqualTo(1);
    assertThat(m.edgeConnectivity().links()).isEqualTo(7);
    Bisection b = Fabrics.solved(m.bisection());
    assertThat(b).isEqualTo(new Bisection(16 * 64 * GB, 16, Bisection.Method.FULL_MESH));
  }

  @Test
  void aCrossbarOfSixtyFour() {
    CsrGraph g = Fabrics.planes(64, 1, GB);
    assertThat(metrics(g).hops().diameter()).isEqualTo(2);
    assertThat(metrics(g).hops().mean()).isEqualTo(2);
    assertThat(HopCounts.betweenAll(g, () -> false).mean()).isCloseTo(1.969231, within(1e-6));
    assertThat(metrics(g).edgeConnectivity().links()).isEqualTo(1);
  }

  @Test
  void aFatTreeOfFourPorts() {
    CsrGraph g = Fabrics.fatTree(4, GB);
    FabricMetrics m = metrics(g);
    assertThat(g.vertexCount()).isEqualTo(36);
    assertThat(m.links()).isEqualTo(48);
    assertThat(m.interSwitchLinks()).isEqualTo(32);
    assertThat(m.hops().diameter()).isEqualTo(6);
    assertThat(m.hops().mean()).isCloseTo(5.466667, within(1e-6));
    assertThat(HopCounts.betweenAll(g, () -> false).mean()).isCloseTo(3.701587, within(1e-6));
    assertThat(Fabrics.solved(m.bisection()))
        .isEqualTo(new Bisection(8 * GB, 8, Bisection.Method.BEST_CUT_FOUND));
  }

  @Test
  void ringsAndToriHaveTheirCuts() {
    assertThat(bisection(Fabrics.ring(9, GB)).bytesPerS()).isEqualTo(2 * GB);
    assertThat(bisection(Fabrics.ring(9, GB)).method()).isEqualTo(Bisection.Method.RING);
    // 2 N / k links for a wrapped torus with even longest side k.
    assertThat(bisection(Fabrics.torus(8, 4, GB)).links()).isEqualTo(8);
    assertThat(bisection(Fabrics.torus(8, 8, GB)).links()).isEqualTo(16);
    // 2 : 1 leaf-spine: half of all uplinks.
    assertThat(bisection(Fabrics.leafSpine(8, 8, 4, GB)).links()).isEqualTo(16);
  }

  @Test
  void severedEndpointsAreCounted() {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int i = 0; i < 3; i++) {
      b.addEndpoint(0);
    }
    b.addLink(0, 1, LinkSpec.of(GB));
    FabricMetrics m = metrics(b.build());
    assertThat(m.islands()).isEqualTo(2);
    assertThat(m.hops().unreachable()).isEqualTo(4);
    assertThat(m.edgeConnectivity()).isEqualTo(new EdgeConnectivity(0, true));
    assertThat(Fabrics.solved(m.bisection()).bytesPerS()).isZero();
  }

  @Property(tries = 60)
  void searchAndFormulaAndTrialAgreeOnSmallFabrics(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int endpoints) {
    CsrGraph g = Fabrics.random(seed, endpoints, (int) (seed & 3), 3 * endpoints);
    double narrowest = narrowestByBruteForce(g);
    assertThat(bisection(g).bytesPerS()).isCloseTo(narrowest, within(1.0));
    Bisection searched = new BisectionSearch(g, () -> false).best(seed, 10_000_000);
    assertThat(searched.bytesPerS()).isGreaterThanOrEqualTo(narrowest - 1);
  }

  @Property(tries = 60)
  void edgeConnectivityIsTheSmallestCutBetweenAnyTwo(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int endpoints) {
    CsrGraph g = Fabrics.random(seed, endpoints, 2, 4 * endpoints);
    assertThat(EdgeConnectivity.of(g, () -> false).links()).isEqualTo((int) smallestCut(g, false));
  }

  /** Over all ways to put every vertex on a side. */
  private static double narrowestByBruteForce(CsrGraph g) {
    return smallestCut(g, true);
  }

  private static double smallestCut(CsrGraph g, boolean balancedCapacity) {
    int n = g.endpointCount();
    double best = Double.POSITIVE_INFINITY;
    for (int sides = 0; sides < 1 << g.vertexCount(); sides++) {
      int split = sides;
      long on = IntStream.range(0, n).filter(i -> (split >> g.endpoint(i) & 1) == 1).count();
      boolean valid = balancedCapacity ? on == n / 2 : on > 0 && on < n;
      if (valid) {
        best = Math.min(best, across(g, sides, balancedCapacity));
      }
    }
    return best;
  }

  private static double across(CsrGraph g, int sides, boolean capacity) {
    double sum = 0;
    for (int l = 0; l < g.linkCount(); l++) {
      int a = sides >> g.channelFrom(2 * l) & 1;
      int b = sides >> g.channelTo(2 * l) & 1;
      if (g.isUsable(l) && a != b) {
        sum += capacity ? g.capacityBytesPerS(l) : 1;
      }
    }
    return sum;
  }

  private static Bisection bisection(CsrGraph g) {
    return Fabrics.solved(BisectionSolver.solve(g, 1, () -> false));
  }

  private static FabricMetrics metrics(CsrGraph g) {
    return Fabrics.solved(FabricMetrics.of(g, () -> false));
  }
}
