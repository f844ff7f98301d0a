package supernode.solve.workload.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Operation;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.Routing;
import supernode.solve.workload.machine.Fleet.Group;
import supernode.solve.workload.machine.GroupRates.Manner;
import supernode.solve.workload.train.Clusters;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** What groups get on fabrics as they are drawn, all groups of a kind at once. */
class DrawnGroupsTest {
  private static final Percentage TINY = Percentage.withPercentage(1e-6);

  private static DrawnFabric fabric(CsrGraph graph, List<Integer> axes) {
    return fabric(graph, new Routing.EqualCost(), axes);
  }

  private static DrawnFabric fabric(CsrGraph graph, Routing routing, List<Integer> axes) {
    int n = graph.endpointCount();
    double[] most = new double[n];
    Arrays.fill(most, Double.POSITIVE_INFINITY);
    return new DrawnFabric(
        graph,
        routing,
        new LatencyTerms(0, 0, 0, 4096),
        IntStream.range(0, n).mapToObj(e -> new int[] {e}).toArray(int[][]::new),
        most,
        axes,
        DrawnFabric.Names.NUMBERS);
  }

  private static Fleet fleet(
      int count,
      int domain,
      double up,
      double out,
      CsrGraph inner,
      CsrGraph outer,
      Integer... axes) {
    return fleet(
        count,
        domain,
        up,
        out,
        inner == null ? null : fabric(inner, List.of(axes)),
        outer == null ? null : fabric(outer, List.of()));
  }

  private static Fleet fleet(
      int count, int domain, double up, double out, DrawnFabric inner, DrawnFabric outer) {
    int[] domainOf = IntStream.range(0, count).map(i -> i / domain).toArray();
    return new Fleet(
        Clusters.H100,
        count,
        domain,
        new Interconnect(up, 1e-6, "", false),
        new Interconnect(out, 3e-6, "", false),
        Optional.of(
            new DrawnGroups(
                "test",
                domainOf,
                () ->
                    new DrawnGroups.Fabrics(
                        Optional.ofNullable(inner), Optional.ofNullable(outer)))));
  }

  private static CsrGraph stars(int chips, int each, double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    IntStream.range(0, chips).forEach(_ -> b.addEndpoint(0));
    for (int s = 0; s < chips / each; s++) {
      int hub = b.addSwitch(0);
      IntStream.range(s * each, (s + 1) * each)
          .forEach(e -> b.addLink(e, hub, new LinkSpec(rate, 0.5e-6, 0, 0)));
    }
    return b.build();
  }

  /** Leaves of so many chips, each with a link to every one of some spines. */
  private static CsrGraph leafSpine(int leaves, int perLeaf, int spines, double rate, int fails) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    IntStream.range(0, leaves * perLeaf).forEach(_ -> b.addEndpoint(0));
    int[] leaf = IntStream.range(0, leaves).map(_ -> b.addSwitch(0)).toArray();
    int[] spine = IntStream.range(0, spines).map(_ -> b.addSwitch(0)).toArray();
    for (int e = 0; e < leaves * perLeaf; e++) {
      b.addLink(e, leaf[e / perLeaf], new LinkSpec(rate, 1.5e-6, 0, 0));
    }
    int left = fails;
    for (int l : leaf) {
      for (int s : spine) {
        if (left-- <= 0) {
          b.addLink(l, s, new LinkSpec(rate, 0, 0, 0));
        }
      }
    }
    return b.build();
  }

  private static CsrGraph mesh(int chips, double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    IntStream.range(0, chips).forEach(_ -> b.addEndpoint(0));
    for (int i = 0; i < chips; i++) {
      for (int j = i + 1; j < chips; j++) {
        b.addLink(i, j, new LinkSpec(rate, 1e-6, 0, 0));
      }
    }
    return b.build();
  }

  private static CsrGraph torus(int side, double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    IntStream.range(0, side * side * side).forEach(_ -> b.addEndpoint(0));
    for (int i = 0; i < side * side * side; i++) {
      for (int stride = 1; stride < side * side * side; stride *= side) {
        int at = i / stride % side;
        b.addLink(i, i + ((at + 1) % side - at) * stride, new LinkSpec(rate, 1e-6, 0, 0));
      }
    }
    return b.build();
  }

  private static double bound(Fleet fleet, Operation operation, Group group, double bytes) {
    return new GroupTimes(fleet, Mode.BOUND).seconds(operation, group, bytes);
  }

  /** Where nothing blocks, a drawn fabric is the star of its rates, for every operation. */
  @ParameterizedTest
  @EnumSource(Mode.class)
  void withoutBlockingGroupsAreTimedAsOnStars(Mode mode) {
    Fleet drawn = fleet(64, 8, 400e9, 50e9, stars(64, 8, 400e9), leafSpine(8, 8, 8, 50e9, 0));
    Fleet flat = new Fleet(drawn.chip(), 64, 8, drawn.scaleUp(), drawn.scaleOut());
    for (int[] g : new int[][] {{8, 1}, {4, 2}, {8, 8}, {4, 8}, {16, 4}, {64, 1}}) {
      for (Operation o :
          List.of(
              Operation.ALL_REDUCE,
              Operation.ALL_GATHER,
              Operation.REDUCE_SCATTER,
              Operation.ALL_TO_ALL,
              Operation.POINT_TO_POINT)) {
        for (double bytes : new double[] {1e5, 1e8}) {
          double star = new GroupTimes(flat, mode).seconds(o, flat.group(g[0], g[1]), bytes);
          double here = new GroupTimes(drawn, mode).seconds(o, drawn.group(g[0], g[1]), bytes);
          assertThat(here).isCloseTo(star, TINY);
        }
      }
    }
  }

  /** Four spines for eight chips: who leaves the leaf is twice as slow, who stays is not. */
  @ParameterizedTest
  @CsvSource({"8, 1", "4, 2", "2, 4", "1, 8"})
  void groupsAcrossLeavesSufferTheOversubscription(int spines, double slower) {
    Fleet fleet = fleet(64, 1, 1, 50e9, null, leafSpine(8, 8, spines, 50e9, 0));
    double bytes = 1e10;
    double ideal = 2 * 7.0 / 8 * bytes / 50e9;
    assertThat(bound(fleet, Operation.ALL_REDUCE, fleet.group(8, 1), bytes))
        .isCloseTo(ideal, Percentage.withPercentage(0.1));
    assertThat(bound(fleet, Operation.ALL_REDUCE, fleet.group(8, 8), bytes))
        .isCloseTo(ideal * slower, Percentage.withPercentage(0.1));
  }

  /** Of 512 chips there are 261,632 ordered pairs, of two groups of 256 half as many. */
  @ParameterizedTest
  @CsvSource({"512, true, true", "256, true, false", "512, false, false"})
  void whereDistancesStandForAllPairsItIsTold(int ranks, boolean hashed, boolean sampled) {
    CsrGraph outer = leafSpine(16, 32, 32, 50e9, 0);
    Routing routing = hashed ? new Routing.HashedEqualCost(1) : new Routing.EqualCost();
    Fleet fleet = fleet(512, 1, 1, 50e9, (DrawnFabric) null, fabric(outer, routing, List.of()));
    GroupTimes times = new GroupTimes(fleet, Mode.CALIBRATED);
    times.seconds(Operation.ALL_REDUCE, fleet.group(ranks, 1), 1e9);
    assertThat(times.sampled()).isFalse();
    times.seconds(Operation.ALL_TO_ALL, fleet.group(ranks, 1), 1e9);
    assertThat(times.sampled()).isEqualTo(sampled);
  }

  /** One of a leaf's four uplinks is gone: ECMP spreads its eight chips over three. */
  @Test
  void failedUplinksSlowTheGroupsThatCrossThem() {
    Fleet fleet = fleet(64, 1, 1, 50e9, null, leafSpine(8, 8, 4, 50e9, 1));
    double bytes = 1e10;
    double sound = 2 * 7.0 / 8 * bytes / 25e9;
    assertThat(bound(fleet, Operation.ALL_REDUCE, fleet.group(8, 8), bytes))
        .isCloseTo(sound * 4 / 3, Percentage.withPercentage(0.1));
    assertThat(bound(fleet, Operation.ALL_REDUCE, fleet.group(8, 1), bytes))
        .isCloseTo(sound / 2, Percentage.withPercentage(0.1));
  }

  /** Two of eight have one link of 64 GB/s between them; all eight use the links of all pairs. */
  @ParameterizedTest
  @CsvSource({"2, 64e9", "4, 192e9", "8, 448e9"})
  void aMeshGivesAGroupItsOwnLinksAlone(int ranks, double rate) {
    Fleet fleet = fleet(8, 8, 448e9, 0, mesh(8, 64e9), null);
    double bytes = 1e10;
    double ideal = 2 * (ranks - 1.0) / ranks * bytes / rate;
    assertThat(bound(fleet, Operation.ALL_REDUCE, fleet.group(ranks, 1), bytes))
        .isCloseTo(ideal, Percentage.withPercentage(0.1));
  }

  /**
   * On 4 × 4 × 4 with 50 GB/s links a row is a ring of two directions, a plane has two axes of
   * them, all have three; two neighbours of a row have the link between them, and half a row of
   * eight is no ring: data comes back the way it went.
   */
  @ParameterizedTest
  @CsvSource({
    "4, 4, 1, 100e9",
    "4, 16, 1, 200e9",
    "4, 64, 1, 300e9",
    "4, 2, 1, 50e9",
    "8, 4, 1, 50e9"
  })
  void aTorusGivesAGroupTheRingsThatItFills(int side, int ranks, int stride, double rate) {
    int chips = side * side * side;
    Fleet fleet = fleet(chips, chips, 300e9, 0, torus(side, 50e9), null, side, side, side);
    double bytes = 1e10;
    double ideal = 2 * (ranks - 1.0) / ranks * bytes / rate;
    assertThat(bound(fleet, Operation.ALL_REDUCE, fleet.group(ranks, stride), bytes))
        .isCloseTo(ideal, Percentage.withPercentage(0.2));
  }

  @Test
  void groupsOfSeveralSpansLieWhereTheirSpansSay() {
    Fleet fleet = fleet(64, 8, 400e9, 50e9, stars(64, 8, 400e9), leafSpine(8, 8, 8, 50e9, 0));
    assertThat(Span.offsets(List.of(new Span(2, 1), new Span(2, 8)))).containsExactly(0, 1, 8, 9);
    assertThat(Span.joined(List.of(new Span(2, 1), new Span(1, 7), new Span(4, 2))))
        .containsExactly(new Span(8, 1));
    assertThat(fleet.group(List.of(new Span(2, 1), new Span(2, 8))).perDomain()).isEqualTo(2);
    assertThat(fleet.group(List.of(new Span(2, 2), new Span(4, 8))).ranks()).isEqualTo(8);
  }

  private static GroupRates.Rates rates(Fleet fleet, Manner manner, int ranks, int stride) {
    return fleet.rates(fleet.group(ranks, stride)).of(manner);
  }

  /** On a leaf each is two links of 1.5 µs from the others; on a torus links take 1 µs. */
  @Test
  void groupsHaveTheLatencyOfTheirOwnPairs() {
    CsrGraph outer = leafSpine(8, 8, 8, 50e9, 0);
    Fleet switched = fleet(64, 1, 1, 50e9, null, outer);
    assertThat(rates(switched, Manner.RING, 8, 1).out().latencyS()).isCloseTo(3e-6, TINY);
    Fleet torus = fleet(64, 64, 300e9, 0, torus(4, 50e9), null, 4, 4, 4);
    // A row, a column and an axis across: neighbours; farthest two hops on a ring of four.
    for (int stride : new int[] {1, 4, 16}) {
      assertThat(rates(torus, Manner.RING, 4, stride).up().latencyS()).isCloseTo(1e-6, TINY);
      assertThat(rates(torus, Manner.PAIRS, 4, stride).up().latencyS()).isCloseTo(2e-6, TINY);
      assertThat(rates(torus, Manner.TREE, 4, stride).up().latencyS()).isCloseTo(1.5e-6, TINY);
    }
    assertThat(rates(torus, Manner.PAIRS, 64, 1).up().latencyS()).isCloseTo(6e-6, TINY);
    // Three rings of three hops each, one after the other, as 63 hops of one ring.
    assertThat(rates(torus, Manner.RING, 64, 1).up().latencyS()).isCloseTo(9e-6 / 63, TINY);
    assertThat(rates(torus, Manner.NEXT, 2, 2).up().latencyS()).isCloseTo(2e-6, TINY);
  }
}
