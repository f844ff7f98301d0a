package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static supernode.solve.network.Fabrics.GB;

import java.util.BitSet;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.solve.network.Fabrics;
import supernode.solve.network.route.ChannelKind;
import supernode.solve.network.route.EcmpRoutes;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** Rates whose formulas are known (network.md, section 3; issue 2 for NVL72). */
class TrafficClosedFormTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-7);
  private static final Traffic ALL = new Traffic.AllToAll();

  @Test
  void nvl72AllToAllSharesNineHundredGigabytesAmongSeventyOnePeers() {
    TrafficResult r = Fabrics.solve(Fabrics.nvl72(), ALL);
    assertThat(r.flows().count()).isEqualTo(72 * 71);
    assertThat(r.rates().leastBytesPerS()).isCloseTo(900 * GB / 71, EXACT);
    assertThat(r.rates().mostBytesPerS()).isCloseTo(900 * GB / 71, EXACT);
    assertThat(r.injection().leastBytesPerS()).isCloseTo(900 * GB, EXACT);
    for (int link = 0; link < 1296; link++) {
      assertThat(r.utilisation(2 * link)).isCloseTo(1, within(1e-9));
      assertThat(r.utilisation(2 * link + 1)).isCloseTo(1, within(1e-9));
    }
    assertThat(r.levels()).isEqualTo(1);
    assertThat(r.bottlenecks())
        .extracting(Bottleneck::kind, b -> b.channels().size(), Bottleneck::flowsLimited)
        .containsExactlyInAnyOrder(
            tuple(ChannelKind.ENDPOINT_TO_SWITCH, 1296, 5112L),
            tuple(ChannelKind.SWITCH_TO_ENDPOINT, 1296, 5112L));
  }

  @Test
  void aFailedSwitchOfNvl72CostsOneEighteenth() {
    BitSet failed = new BitSet();
    failed.set(72 + 3);
    CsrGraph damaged = Fabrics.nvl72().without(failed, new BitSet());
    TrafficResult r = Fabrics.solve(damaged, ALL);
    assertThat(r.rates().leastBytesPerS()).isCloseTo(17.0 / 18 * 900 * GB / 71, EXACT);
    assertThat(r.injection().meanBytesPerS()).isCloseTo(850 * GB, EXACT);
    assertThat(r.utilisation(2 * 72 * 3)).isZero();
  }

  @Test
  void aFailedLinkOfNvl72SlowsOnlyThoseThatMeetIt() {
    BitSet failed = new BitSet();
    failed.set(0);
    TrafficResult r = Fabrics.solve(Fabrics.nvl72().without(new BitSet(), failed), ALL);
    assertThat(r.egressBytesPerS(0)).isCloseTo(850 * GB, EXACT);
    assertThat(r.levels()).isEqualTo(2);
    assertThat(r.rates().mostBytesPerS()).isGreaterThan(r.rates().leastBytesPerS());
    assertThat(Fabrics.solved(r.certificate(() -> false)).holds()).isTrue();
  }

  /** 4,096 endpoints have 16.8 million pairs, of which all but 12,288 have no way. */
  @ParameterizedTest
  @ValueSource(ints = {2, 64, 1024})
  void smallIslandsAreAnsweredByTheFlowsInsideThem(int islands) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int island = 0; island < islands; island++) {
      int[] at = new int[4];
      for (int i = 0; i < 4; i++) {
        at[i] = b.addEndpoint(0);
        b.setForwarding(at[i], true);
        if (i > 0) {
          b.addLink(at[i - 1], at[i], LinkSpec.of(30 * GB));
        }
      }
    }
    TrafficResult r = Fabrics.solve(b.build(), ALL);
    // Along a line of four the middle link carries four flows each way, each outer one three.
    assertThat(r.rates().leastBytesPerS()).isCloseTo(30 * GB / 4, EXACT);
    assertThat(r.rates().mostBytesPerS()).isCloseTo(30 * GB / 2, EXACT);
    assertThat(r.unroutedFlows()).isEqualTo(4L * islands * (4L * islands - 1) - 12L * islands);
    assertThat(Fabrics.solved(r.certificate(() -> false)).holds()).isTrue();
  }

  @Test
  void nvl72RingAndPermutationUseEveryPlane() {
    for (Traffic t : new Traffic[] {Traffic.ring(), new Traffic.Permutation(7)}) {
      TrafficResult r = Fabrics.solve(Fabrics.nvl72(), t);
      assertThat(r.flows().count()).isEqualTo(72);
      assertThat(r.rates().leastBytesPerS()).isCloseTo(900 * GB, EXACT);
      assertThat(r.rates().mostBytesPerS()).isCloseTo(900 * GB, EXACT);
    }
  }

  @Test
  void aFullMeshIsNotASwitch() {
    CsrGraph mesh = Fabrics.fullMesh(8, 64 * GB);
    assertThat(Fabrics.solve(mesh, ALL).rates().leastBytesPerS()).isCloseTo(64 * GB, EXACT);
    assertThat(Fabrics.solve(mesh, ALL).injection().leastBytesPerS()).isCloseTo(448 * GB, EXACT);
    TrafficResult permutation = Fabrics.solve(mesh, new Traffic.Permutation(1));
    assertThat(permutation.rates().mostBytesPerS()).isCloseTo(64 * GB, EXACT);
  }

  @Test
  void aCrossbarGivesAnIncastTheRateOfOnePort() {
    TrafficResult r = Fabrics.solve(Fabrics.planes(64, 1, GB), new Traffic.Incast(5));
    assertThat(r.rates().leastBytesPerS()).isCloseTo(GB / 63, EXACT);
    assertThat(r.ingressBytesPerS(5)).isCloseTo(GB, EXACT);
  }

  @Test
  void anOversubscribedLeafSpineHasTwoRates() {
    // N = 512, h = 16, u = 8, B = 1e9: network.md, section 3.
    TrafficResult r = Fabrics.solve(Fabrics.leafSpine(32, 16, 8, GB), ALL);
    double inter = 8 * GB / (16 * (512 - 16));
    double intra = (GB - (512 - 16) * inter) / 15;
    assertThat(inter).isCloseTo(1.00806e6, Percentage.withPercentage(1e-3));
    assertThat(intra).isCloseTo(3.33333e7, Percentage.withPercentage(1e-3));
    assertThat(r.rates().leastBytesPerS()).isCloseTo(inter, EXACT);
    assertThat(r.rates().mostBytesPerS()).isCloseTo(intra, EXACT);
    assertThat(r.bottlenecks().getFirst().kind()).isEqualTo(ChannelKind.SWITCH_TO_SWITCH);
    assertThat(r.bottlenecks().getFirst().flowsLimited()).isEqualTo(512L * 496);
  }

  @Test
  void aNonBlockingFatTreeIsAsGoodAsACrossbar() {
    TrafficResult r = Fabrics.solve(Fabrics.fatTree(4, GB), ALL);
    assertThat(r.rates().leastBytesPerS()).isCloseTo(GB / 15, EXACT);
  }

  @Test
  void endpointsOfARingPassTrafficOn() {
    // Even ring of n: one channel carries n/2 * (n/2 + 1) / 2 - n/4 = n^2/8 flows.
    TrafficResult r = Fabrics.solve(Fabrics.ring(8, GB), ALL);
    assertThat(r.rates().leastBytesPerS()).isCloseTo(GB / 8, EXACT);
    assertThat(r.unroutedFlows()).isZero();
  }

  @Test
  void endpointsOfASwitchedFabricDoNot() {
    // Endpoint 1 hangs on both switches, but must not join them.
    var b = new CsrGraphBuilder();
    for (int i = 0; i < 3; i++) {
      b.addEndpoint(0);
    }
    int left = b.addSwitch(0);
    int right = b.addSwitch(0);
    b.addLink(0, left, LinkSpec.of(GB));
    b.addLink(1, left, LinkSpec.of(GB));
    b.addLink(1, right, LinkSpec.of(GB));
    b.addLink(2, right, LinkSpec.of(GB));
    TrafficResult r = Fabrics.solve(b.build(), ALL);
    assertThat(r.unroutedFlows()).isEqualTo(2);
    assertThat(r.rates().leastBytesPerS()).isCloseTo(GB, EXACT);
  }

  @Test
  void piecesAreAnsweredEachForItself() {
    var b = new CsrGraphBuilder();
    for (int i = 0; i < 4; i++) {
      b.addEndpoint(0);
    }
    b.addLink(0, 1, LinkSpec.of(GB));
    b.addLink(2, 3, LinkSpec.of(3 * GB));
    b.addLink(1, 2, LinkSpec.of(0));
    b.addLink(3, 3, LinkSpec.of(GB));
    TrafficResult r = Fabrics.solve(b.build(), ALL);
    assertThat(r.unroutedFlows()).isEqualTo(8);
    assertThat(r.rates().leastBytesPerS()).isEqualTo(GB, Offset.offset(1.0));
    assertThat(r.rates().mostBytesPerS()).isEqualTo(3 * GB, Offset.offset(1.0));
    assertThat(r.linkUtilisation(2)).isZero();
    assertThat(r.linkUtilisation(3)).isZero();
  }

  @Test
  void aLoneEndpointIsAValueAndNotAnError() {
    assertThat(EcmpRoutes.of(Fabrics.planes(1, 2, GB)).whyNot()).isPresent();
  }
}
