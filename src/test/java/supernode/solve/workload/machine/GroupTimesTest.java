package supernode.solve.workload.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.solve.network.collective.Algorithm;
import supernode.solve.network.collective.Collective;
import supernode.solve.network.collective.Grid;
import supernode.solve.network.collective.LinkCalibration;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Operation;
import supernode.solve.network.collective.RankNetwork;
import supernode.solve.network.collective.Tier;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.workload.machine.Fleet.Group;
import supernode.solve.workload.train.Clusters;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

class GroupTimesTest {
  private static final Fleet FLEET = Clusters.h100(8192);

  /** The room's own answer for so many ranks, placed as they are. */
  private static double placed(Algorithm algorithm, int ranks, int perDomain, double bytes) {
    List<Tier> tiers =
        List.of(
            stars(Tier.Kind.SCALE_UP, ranks / perDomain, perDomain, FLEET.scaleUp()),
            stars(Tier.Kind.SCALE_OUT, 1, ranks, FLEET.scaleOut()));
    return Collective.of(
            Operation.ALL_REDUCE,
            new RankNetwork(ranks, tiers),
            Grid.of(perDomain, ranks / perDomain),
            java.util.Set.of(algorithm),
            () -> false)
        .run(algorithm, bytes, Mode.CALIBRATED)
        .timeS();
  }

  private static Tier stars(Tier.Kind kind, int stars, int each, Interconnect of) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    IntStream.range(0, stars * each).forEach(_ -> b.addEndpoint(0));
    for (int s = 0; s < stars && each > 1; s++) {
      int hub = b.addSwitch(0);
      for (int e = 0; e < each; e++) {
        b.addLink(s * each + e, hub, new LinkSpec(of.bytesPerS(), of.latencyS() / 2, 0, 0));
      }
    }
    return new Tier(
        kind,
        EcmpRoutes.of(b.build()).asOptional().orElseThrow(),
        new LatencyTerms(0, 0, 0, 4096),
        IntStream.range(0, stars * each).toArray(),
        new BitSet(),
        LinkCalibration.ofProtocol(of.protocol()));
  }

  /** Beyond what is placed, times follow from two smaller groups: within 5 % of the room's own. */
  @ParameterizedTest
  @CsvSource({"512, 1, 1e9", "1024, 1, 1e9", "1024, 1, 1e7", "512, 8, 1e9", "1024, 8, 1e10"})
  void largeGroupsTakeAsLongAsTheyWouldPlaced(int ranks, int perDomain, double bytes) {
    double both =
        Math.min(
            placed(Algorithm.RING, ranks, perDomain, bytes),
            placed(Algorithm.DOUBLE_BINARY_TREE, ranks, perDomain, bytes));
    double seconds =
        new GroupTimes(noReduction(), Mode.CALIBRATED)
            .seconds(Operation.ALL_REDUCE, new Group(ranks, perDomain), bytes);
    assertThat(seconds).isCloseTo(both, Percentage.withPercentage(5));
  }

  private static Fleet noReduction() {
    Interconnect up = FLEET.scaleUp();
    return new Fleet(
        FLEET.chip(),
        FLEET.count(),
        FLEET.domainSize(),
        new Interconnect(up.bytesPerS(), up.latencyS(), up.protocol(), false),
        FLEET.scaleOut());
  }

  @Test
  void groupsLieInDomainsByTheirStride() {
    assertThat(FLEET.group(8, 1)).isEqualTo(new Group(8, 8));
    assertThat(FLEET.group(4, 4)).isEqualTo(new Group(4, 2));
    assertThat(FLEET.group(16, 8)).isEqualTo(new Group(16, 1));
    assertThat(FLEET.group(6, 2)).isEqualTo(new Group(6, 3));
    assertThat(FLEET.group(1, 1).inOneDomain()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ALL_REDUCE", "REDUCE_SCATTER", "ALL_GATHER", "ALL_TO_ALL", "POINT_TO_POINT"})
  void nothingIsFasterThanTheBound(Operation operation) {
    GroupTimes bound = new GroupTimes(FLEET, Mode.BOUND);
    GroupTimes calibrated = new GroupTimes(FLEET, Mode.CALIBRATED);
    for (Group group : List.of(new Group(8, 8), new Group(16, 8), new Group(64, 1))) {
      for (double bytes = 1e4; bytes < 1e11; bytes *= 10) {
        assertThat(bound.seconds(operation, group, bytes))
            .isLessThanOrEqualTo(calibrated.seconds(operation, group, bytes) * (1 + 1e-9));
      }
    }
  }

  /** An A100 holds its clock; a GB200 keeps what was measured of its peak. */
  @Test
  void powerCapsTheMatrixPeak() {
    Chip gb200 = new Chip("GB200", 2500e12, 5000e12, 0, 192e9, 8000e9, 1200, 1);
    double flops = 1e15;
    double ideal = flops / gb200.matrixFlopsPerS(2) / 0.95 * 1.05;
    assertThat(Efficiency.CALIBRATED.seconds(gb200, flops, 2, 0, 0))
        .isCloseTo(ideal / (2744.0 / 4856), Percentage.withPercentage(0.1));
    Chip a100 = Clusters.A100;
    assertThat(Efficiency.CALIBRATED.seconds(a100, flops, 2, 0, 0))
        .isCloseTo(flops / 312e12 / 0.95 * 1.05, Percentage.withPercentage(0.1));
    assertThat(Efficiency.BOUND.seconds(gb200, flops, 2, 0, 0)).isEqualTo(flops / 2500e12);
  }

  @Test
  void aThrottledChipIsSlowerByItsClock() {
    Chip hot = Clusters.A100.throttledTo(0.8);
    assertThat(Efficiency.BOUND.seconds(hot, 1e15, 2, 0, 0) * 0.8)
        .isCloseTo(
            Efficiency.BOUND.seconds(Clusters.A100, 1e15, 2, 0, 0),
            Percentage.withPercentage(1e-9));
  }
}
