package supernode.solve.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static supernode.solve.network.Fabrics.GB;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.traffic.Traffic;
import supernode.topology.CsrGraph;

class NetworkResultTest {
  private static final LatencyTerms NO_LATENCY = new LatencyTerms(0, 0, 0, 0);
  private static final Percentage EXACT = Percentage.withPercentage(1e-6);
  private static final double GIB = 1073741824.0;

  @Test
  void ringAllReduceTakesTheTextbookTime() {
    // V6 of performance-models.md: n = 8, 1 GiB, 370 GB/s, no latency: 5078.5 us.
    AllReduce a = new AllReduce(8, 370 * GB, 0, 370 * GB / 7, 0, 370 * GB, false);
    AllReduce.Run run = a.run(AllReduce.Algorithm.RING, GIB);
    assertThat(run.timeS()).isCloseTo(5078.5e-6, within(0.1e-6));
    assertThat(run.busBytesPerS()).isCloseTo(370 * GB, EXACT);
    assertThat(a.run(AllReduce.Algorithm.DIRECT, GIB).timeS()).isCloseTo(run.timeS(), EXACT);
    assertThat(a.algorithms()).doesNotContain(AllReduce.Algorithm.IN_NETWORK);
  }

  @Test
  void busBandwidthOfInNetworkReductionIsAboveTheWire() {
    AllReduce a = new AllReduce(8, 450 * GB, 0, 450 * GB / 7, 0, 450 * GB, true);
    AllReduce.Run run = a.run(AllReduce.Algorithm.IN_NETWORK, GIB);
    assertThat(run.wireBytesPerS()).isCloseTo(450 * GB, EXACT);
    assertThat(run.busBytesPerS()).isCloseTo(450 * GB * 2 * 7 / 9, EXACT);
  }

  @Test
  void allAnswersOnNvl72() {
    NetworkResult r = solve(Fabrics.nvl72());
    assertThat(r.traffics()).allMatch(t -> t.asOptional().isPresent());
    AllReduce a = Fabrics.solved(r.allReduce());
    assertThat(a.ranks()).isEqualTo(72);
    assertThat(a.ringBytesPerS()).isCloseTo(900 * GB, EXACT);
    assertThat(a.pairBytesPerS()).isCloseTo(900 * GB / 71, EXACT);
    double full = a.run(AllReduce.Algorithm.RING, 1e15).busBytesPerS();
    assertThat(full).isCloseTo(900 * GB, Percentage.withPercentage(0.1));
  }

  @Test
  void onAFullMeshDirectBeatsTheRing() {
    AllReduce a = Fabrics.solved(solve(Fabrics.fullMesh(8, 64 * GB)).allReduce());
    // So much data that the latency of the links is nothing.
    assertThat(a.run(AllReduce.Algorithm.RING, 1e15).busBytesPerS()).isCloseTo(64 * GB, EXACT);
    assertThat(a.run(AllReduce.Algorithm.DIRECT, 1e15).busBytesPerS()).isCloseTo(448 * GB, EXACT);
    // The mesh has no switches, so none can reduce.
    assertThat(a.algorithms())
        .containsExactly(AllReduce.Algorithm.RING, AllReduce.Algorithm.DIRECT);
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
