package supernode.solve.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static supernode.solve.network.Fabrics.GB;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import supernode.solve.network.collective.Algorithm;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.traffic.Traffic;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.FabricGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.LeafSpine;

class NetworkResultTest {
  private static final LatencyTerms NO_LATENCY = new LatencyTerms(0, 0, 0, 0);
  private static final Percentage EXACT = Percentage.withPercentage(1e-6);

  @Test
  void ringAllReduceTakesTheTextbookTime() {
    // V6 of performance-models.md: n = 8, 1 GiB, 370 GB/s, no latency: 5078.5 us.
    AllReduce a = Fabrics.solved(AllReduce.of(crossbar(370 * GB), NO_LATENCY, false, () -> false));
    assertThat(a.ranks()).isEqualTo(8);
    assertThat(a.best().timeS()).isCloseTo(5078.5e-6, within(0.1e-6));
    assertThat(a.best().busBytesPerS()).isCloseTo(370 * GB, EXACT);
  }

  @Test
  void busBandwidthOfInNetworkReductionIsAboveTheWire() {
    AllReduce a = Fabrics.solved(AllReduce.of(crossbar(450 * GB), NO_LATENCY, true, () -> false));
    assertThat(a.best().algorithm()).isEqualTo(Algorithm.IN_NETWORK);
    assertThat(a.best().mostUtilisation()).isCloseTo(1, EXACT);
    assertThat(a.best().busBytesPerS()).isCloseTo(450 * GB * 2 * 7 / 9, EXACT);
  }

  private static CsrGraph crossbar(double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int e = 0; e < 8; e++) {
      b.addEndpoint(0);
    }
    int s = b.addSwitch(0);
    for (int e = 0; e < 8; e++) {
      b.addLink(e, s, LinkSpec.of(rate));
    }
    return b.build();
  }

  @Test
  void allAnswersOnNvl72() {
    NetworkResult r = solve(Fabrics.nvl72());
    assertThat(r.traffics()).allMatch(t -> t.asOptional().isPresent());
    AllReduce a = Fabrics.solved(r.allReduce());
    assertThat(a.ranks()).isEqualTo(72);
    assertThat(a.best().algorithm()).isEqualTo(Algorithm.IN_NETWORK);
    // Up and down once and a 72nd: 900 GB/s x 2 x 71 / 73, less the latency of two trips.
    assertThat(a.best().busBytesPerS())
        .isCloseTo(900 * GB * 2 * 71 / 73, Percentage.withPercentage(0.5));
  }

  @Test
  void onAFullMeshDirectBeatsTheRing() {
    // 7 links of 64 GB/s; two chips alone have one of them.
    AllReduce a = Fabrics.solved(solve(Fabrics.fullMesh(8, 64 * GB)).allReduce());
    assertThat(a.best().algorithm()).isEqualTo(Algorithm.DIRECT);
    assertThat(a.best().busBytesPerS()).isCloseTo(448 * GB, Percentage.withPercentage(0.1));
    AllReduce two = Fabrics.solved(solve(Fabrics.fullMesh(2, 64 * GB)).allReduce());
    assertThat(two.best().busBytesPerS()).isCloseTo(64 * GB, Percentage.withPercentage(0.1));
  }

  @Test
  void manyRanksAreAnsweredByWhatIsAlike() {
    // 2:1: 8 of a leaf's 16 hosts at once; S / n to each of n - 16 others on 8 uplinks.
    CsrGraph graph = new LeafSpine(1024, 8, 16, 8).generate(LinkSpec.of(50 * GB)).graph();
    assertThat(EcmpRoutes.of(graph).asOptional()).isEmpty();
    AllReduce a = Fabrics.solved(AllReduce.of(graph, NO_LATENCY, false, () -> false));
    double n = 16384;
    assertThat(a.best().timeS())
        .isCloseTo(
            2
                * (AllReduce.BYTES / n * 16 * (n - 16) / (8 * 50 * GB)
                    + 3 * FabricGraph.SWITCH_TRANSIT_S),
            EXACT);
  }

  @Test
  void aBrokenRingHasNoCollective() {
    NetworkResult r = solve(Fabrics.random(1, 6, 0, 0));
    assertThat(r.allReduce().whyNot()).isPresent();
    assertThat(r.latency().whyNot()).isPresent();
    assertThat(Fabrics.solved(r.metrics()).islands()).isEqualTo(6);
  }

  @Test
  void cancellingStopsIt() {
    assertThatThrownBy(
            () -> NetworkResult.solve(Fabrics.nvl72(), List.of(), NO_LATENCY, true, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  private static NetworkResult solve(CsrGraph graph) {
    List<Traffic> patterns =
        List.of(new Traffic.AllToAll(), Traffic.ring(), new Traffic.Permutation(1));
    return Fabrics.solved(NetworkResult.solve(graph, patterns, NO_LATENCY, true, () -> false));
  }
}
