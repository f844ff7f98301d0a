package supernode.solve.network.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static supernode.solve.network.Fabrics.GB;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;
import supernode.solve.network.route.EcmpRoutes;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

class ZeroLoadLatencyTest {
  private static final LatencyTerms TERMS = new LatencyTerms(200e-9, 150e-9, 64, 4096);

  @Test
  void everyPairOfNvl72IsAlike() {
    ZeroLoadLatency l =
        Fabrics.solved(ZeroLoadLatency.of(Fabrics.routes(Fabrics.nvl72()), TERMS, () -> false));
    // Ends, two links of 20 ns and 1 m at 4.5 ns/m, one switch of 300 ns, one header at 50 GB/s.
    double expected = 350e-9 + 2 * 24.5e-9 + 300e-9 + 64 / (50 * GB);
    assertThat(l.leastS()).isCloseTo(expected, within(1e-15));
    assertThat(l.mostS()).isCloseTo(expected, within(1e-15));
    assertThat(l.meanS()).isCloseTo(expected, within(1e-15));
    assertThat(l.bins()).hasSize(1);
    assertThat(l.bins().getFirst().pairs()).isEqualTo(5112);
    assertThat(l.unroutedPairs()).isZero();
    EcmpRoutes routes = Fabrics.routes(Fabrics.nvl72());
    assertThat(l.wayMostS())
        .isEqualTo(
            Fabrics.solved(ZeroLoadLatency.of(routes, TERMS.withoutEnds(), () -> false)).mostS());
  }

  @Test
  void aPairIsTakenApartIntoItsTerms() {
    EcmpRoutes routes = Fabrics.routes(Fabrics.nvl72());
    PairLatency pair = Fabrics.solved(ZeroLoadLatency.ofPair(routes, TERMS, 3, 40));
    assertThat(pair.hops()).hasSize(2);
    assertThat(pair.sumS(HopLatency::fixedS)).isCloseTo(40e-9, within(1e-18));
    assertThat(pair.sumS(HopLatency::propagationS)).isCloseTo(9e-9, within(1e-18));
    assertThat(pair.sumS(HopLatency::transitS)).isCloseTo(300e-9, within(1e-18));
    assertThat(pair.sumS(HopLatency::headerS)).isCloseTo(1.28e-9, within(1e-18));
    assertThat(pair.bandwidthBytesPerS()).isCloseTo(900 * GB, Percentage.withPercentage(1e-9));
    // A short message uses one link, a long one all eighteen.
    assertThat(pair.messageS(64) - pair.zeroLoadS()).isCloseTo(64 / (50 * GB), within(1e-18));
    assertThat(pair.messageS(1 << 30))
        .isCloseTo((1 << 30) / (900 * GB), Percentage.withPercentage(0.1));
  }

  @Test
  void pathsOfUnequalLengthHaveAMeanAndTwoEnds() {
    CsrGraphBuilder b = new CsrGraphBuilder();
    int a = b.addEndpoint(0);
    int c = b.addEndpoint(0);
    for (int metres = 1; metres <= 3; metres += 2) {
      int s = b.addSwitch(0);
      b.addLink(a, s, new LinkSpec(GB, 0, metres, metres * 5e-9));
      b.addLink(s, c, LinkSpec.of(GB));
    }
    EcmpRoutes routes = Fabrics.routes(b.build());
    LatencyTerms none = new LatencyTerms(0, 0, 0, 0);
    ZeroLoadLatency l = Fabrics.solved(ZeroLoadLatency.of(routes, none, () -> false));
    assertThat(l.leastS()).isCloseTo(5e-9, within(1e-18));
    assertThat(l.meanS()).isCloseTo(10e-9, within(1e-18));
    assertThat(l.mostS()).isCloseTo(15e-9, within(1e-18));
    PairLatency pair = Fabrics.solved(ZeroLoadLatency.ofPair(routes, none, 0, 1));
    assertThat(pair.zeroLoadS()).isCloseTo(15e-9, within(1e-18));
  }

  @Test
  void aPairWithoutRouteSaysSo() {
    CsrGraphBuilder b = new CsrGraphBuilder();
    b.addEndpoint(0);
    b.addEndpoint(0);
    EcmpRoutes routes = Fabrics.routes(b.build());
    assertThat(ZeroLoadLatency.of(routes, TERMS, () -> false).whyNot()).isPresent();
    assertThat(ZeroLoadLatency.ofPair(routes, TERMS, 0, 1).whyNot()).isPresent();
  }
}
