package supernode.solve.network.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static supernode.solve.network.Fabrics.GB;
import static supernode.solve.network.collective.Machines.place;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import supernode.solve.network.Fabrics;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.PairWays;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Dragonfly;
import supernode.topology.generate.FullMesh;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Grid;
import supernode.topology.generate.HyperX;
import supernode.topology.generate.LeafSpine;
import supernode.topology.generate.MultiPlane;
import supernode.topology.generate.Rail;

/** Ranks on the axes of a torus, and many ranks answered by what is alike. */
class AlikeRanksTest {
  private static final Percentage FULL = Percentage.withPercentage(0.01);

  private static Run bound(Collective c, Algorithm a, double bytes) {
    return c.run(a, bytes, Mode.BOUND);
  }

  @Test
  void aTorusIsBusyOnAllItsRingsWhenPartsTakeTurns() {
    double b = 50 * GB;
    CsrGraph torus = new Grid(List.of(4, 4, 4), true, 0).generate(LinkSpec.of(b)).graph();
    Collective c = place(Operation.ALL_REDUCE, Machines.on(torus, "ICI", false), 4, 4, 4);
    double s = 1e13;
    // The first dimension alone: 3/4 in and 3/4 back on a ring that is used both ways.
    Run after = bound(c, Algorithm.HIERARCHICAL, s);
    assertThat(after.timeS()).isCloseTo(2 * 0.75 * s / (2 * b), FULL);
    // All six links of a chip at once: what any algorithm must send, 2 (n - 1)/n, over 6 b.
    Run turns = bound(c, Algorithm.ROTATED, s);
    assertThat(turns.timeS()).isCloseTo(2 * 63.0 / 64 * s / (6 * b), FULL);
    assertThat(turns.meanUtilisation()).isGreaterThan(0.99);
    // The same with every rank worked through: one less in the order of the ranks is no torus.
    Collective each =
        place(Operation.ALL_REDUCE, Machines.on(torus, "ICI", false, rolled(64)), 4, 4, 4);
    assertThat(bound(each, Algorithm.ROTATED, s).timeS()).isCloseTo(turns.timeS(), FULL);
    assertThat(bound(each, Algorithm.HIERARCHICAL, s).timeS()).isCloseTo(after.timeS(), FULL);
    Collective uneven =
        place(
            Operation.ALL_REDUCE,
            Machines.on(
                new Grid(List.of(2, 8), true, 0).generate(LinkSpec.of(b)).graph(), "ICI", false),
            2,
            8);
    assertThat(uneven.refused().get(Algorithm.ROTATED).key())
        .isEqualTo("collective.unevenDimensions");
  }

  /** Moved on by whole planes of a 4 x 4 x 4 torus. */
  private static int[] rolled(int n) {
    return java.util.stream.IntStream.range(0, n).map(r -> (r + 16) % n).toArray();
  }

  @Test
  void aPodOfManyChipsReducesOnAllItsRings() {
    double b = 50 * GB;
    CsrGraph pod = new Grid(List.of(16, 16, 16), true, 0).generate(LinkSpec.of(b)).graph();
    Collective c =
        Collective.of(
            Operation.ALL_REDUCE,
            Machines.on(pod, "ICI", false),
            supernode.solve.network.collective.Grid.of(16, 16, 16),
            java.util.Set.of(Algorithm.ROTATED, Algorithm.DIRECT),
            () -> false);
    double s = 1e14;
    assertThat(bound(c, Algorithm.ROTATED, s).timeS())
        .isCloseTo(2 * 4095.0 / 4096 * s / (6 * b), FULL);
    // V9: all-to-all at 8 b / k, here there and back.
    assertThat(bound(c, Algorithm.DIRECT, s).timeS()).isCloseTo(2 * s / (8 * b / 16), FULL);
  }

  @Property(tries = 40)
  void allPairsByWhatIsAlikeAreThosePairByPair(
      @ForAll @IntRange(max = 6) int kind, @ForAll boolean reduce) {
    CsrGraph graph =
        List.<Generator>of(
                new Grid(List.of(4, 6), true, 0),
                new Grid(List.of(3, 5), false, 0),
                new HyperX(List.of(3, 4), 2),
                new FullMesh(7),
                Generator.fatTree(4, 3),
                new LeafSpine(4, 3, 5, 3),
                new Dragonfly(2, 4, 2, 5))
            .get(kind)
            .generate(new LinkSpec(50 * GB, 100e-9, 0, 0))
            .graph();
    Operation op = reduce ? Operation.ALL_REDUCE : Operation.ALL_TO_ALL;
    Collective c = place(op, Machines.on(graph, "IB", false));
    Run pairs = bound(c, Algorithm.DIRECT, 1e9);
    assertThat(c.placeAllPairs(() -> false)).isTrue();
    Run alike = bound(c, Algorithm.DIRECT, 1e9);
    assertThat(alike.timeS()).isCloseTo(pairs.timeS(), Percentage.withPercentage(1e-9));
    assertThat(alike.meanUtilisation())
        .isCloseTo(pairs.meanUtilisation(), Percentage.withPercentage(1e-6));
  }

  @Test
  void pairsOfANodeStayInItWhenAllSendToAll() {
    int n = 32;
    LinkCalibration links = LinkCalibration.ofProtocol("NVLink4");
    int[] ranks = java.util.stream.IntStream.range(0, n).toArray();
    Tier inside =
        Machines.tier(Tier.Kind.SCALE_UP, Machines.nodes(4, 8, 2, 225 * GB), links, false, ranks);
    Tier across =
        Machines.tier(Tier.Kind.SCALE_OUT, Machines.crossbar(n, 1, 50 * GB), links, false, ranks);
    RankNetwork network = new RankNetwork(n, List.of(inside, across));
    Collective c = place(Operation.ALL_TO_ALL, network);
    Run pairs = bound(c, Algorithm.DIRECT, 1e9);
    assertThat(c.placeAllPairs(() -> false)).isTrue();
    assertThat(bound(c, Algorithm.DIRECT, 1e9).timeS())
        .isCloseTo(pairs.timeS(), Percentage.withPercentage(1e-9));
    assertThat(pairs.timeS()).isCloseTo(24.0 / 32 * 1e9 / (50 * GB), FULL);
  }

  /** Single pairs by what is alike, and each by the links that it crosses: the same. */
  @Property(tries = 60)
  void pairsByWhatIsAlikeCrossTheSameLinks(@ForAll @IntRange(max = 7) int kind, @ForAll long seed) {
    CsrGraph graph =
        List.<Generator>of(
                new Grid(List.of(4, 6), true, 0),
                new Grid(List.of(2, 3, 5), true, 0),
                new HyperX(List.of(3, 4), 1),
                Generator.fatTree(4, 3),
                new LeafSpine(4, 3, 5, 3),
                new Dragonfly(2, 4, 2, 5),
                new Rail(4, 4, 2, 2, 2),
                new MultiPlane(2, new LeafSpine(4, 2, 4, 4), true))
            .get(kind)
            .generate(new LinkSpec(50 * GB, 100e-9, 3, 15e-9))
            .graph();
    SplittableRandom random = new SplittableRandom(seed);
    boolean torus = graph.switchCount() == 0;
    if (!torus) {
      BitSet failed = new BitSet();
      random.ints(2, 0, graph.linkCount()).forEach(failed::set);
      graph = graph.without(new BitSet(), failed);
    }
    int n = graph.endpointCount();
    Tier tier =
        new Tier(
            Tier.Kind.SCALE_UP,
            Fabrics.routes(graph),
            new LatencyTerms(1e-6, 1e-7, 64, 4096),
            IntStream.range(0, n).toArray(),
            new BitSet(),
            LinkCalibration.IDEAL);
    PairLoads alike = tier.pairsByWhatIsAlike().orElseThrow();
    double[] expected = new double[graph.channelCount()];
    for (int i = 0; i < 40; i++) {
      int from = random.nextInt(n);
      int to = (from + 1 + random.nextInt(n - 1)) % n;
      double share = random.nextDouble();
      double latency = alike.add(from, to, share);
      Optional<PairWays> ways = tier.ways(from, to);
      if (ways.isEmpty()) {
        assertThat(latency).isNegative();
        continue;
      }
      ways.get().follow((channel, part) -> expected[channel] += share * part);
      assertThat(latency).isCloseTo(tier.latencyS(ways.get()), within(1e-15));
    }
    double[] load = new double[graph.channelCount()];
    alike.flush(load, 0);
    assertThat(load).containsExactly(expected, within(1e-9));
    alike.flush(load, 0);
    assertThat(load).as("forgotten").containsExactly(expected, within(1e-9));
  }

  private static RankNetwork large(CsrGraph graph) {
    int n = graph.endpointCount();
    Tier tier =
        new Tier(
            Tier.Kind.SCALE_UP,
            EcmpRoutes.ofSinglePairs(graph),
            Machines.NO_LATENCY,
            IntStream.range(0, n).toArray(),
            new BitSet(),
            LinkCalibration.IDEAL);
    return new RankNetwork(n, List.of(tier));
  }

  @Test
  void largeFabricsHaveAllAlgorithms() {
    CsrGraph tree = Generator.fatTree(32, 3).generate(LinkSpec.of(50 * GB)).graph();
    int n = 8192;
    Collective c = place(Operation.ALL_REDUCE, large(tree), 256, 32);
    assertThat(c.algorithms())
        .contains(
            Algorithm.RING,
            Algorithm.TREE,
            Algorithm.DOUBLE_BINARY_TREE,
            Algorithm.HIERARCHICAL,
            Algorithm.RECURSIVE_DOUBLING,
            Algorithm.HALVING_DOUBLING);
    double s = 1e14;
    // Non-blocking: as on a crossbar.
    assertThat(bound(c, Algorithm.RING, s).timeS())
        .isCloseTo(2 * (n - 1.0) / n * s / (50 * GB), FULL);
    assertThat(bound(c, Algorithm.HALVING_DOUBLING, s).timeS())
        .isCloseTo(2 * (n - 1.0) / n * s / (50 * GB), FULL);
    Collective all = place(Operation.ALL_TO_ALL, large(tree), 256, 32);
    assertThat(bound(all, Algorithm.BRUCK, s).timeS()).isCloseTo(13 * s / 2 / (50 * GB), FULL);
    Grid pod = new Grid(List.of(16, 16, 8), true, 0);
    Collective torus =
        place(Operation.ALL_REDUCE, large(pod.generate(LinkSpec.of(50 * GB)).graph()), 16, 16, 8);
    assertThat(torus.refused().keySet())
        .doesNotContain(Algorithm.TREE, Algorithm.DOUBLE_BINARY_TREE, Algorithm.HALVING_DOUBLING);
  }

  @Test
  void alongDimensionsAllPairsOfATorusFollowFromThoseOfOneChip() {
    List<Integer> sides = List.of(4, 4, 6);
    CsrGraph graph = new Grid(sides, true, 0).generate(LinkSpec.of(50 * GB)).graph();
    Tier tier =
        new Tier(
            Tier.Kind.SCALE_UP,
            Fabrics.routes(graph),
            new Routing.DimensionOrder(sides, true),
            Machines.NO_LATENCY,
            IntStream.range(0, 96).toArray(),
            new BitSet(),
            LinkCalibration.IDEAL);
    RankNetwork network = new RankNetwork(96, List.of(tier));
    Collective c = place(Operation.ALL_TO_ALL, network);
    // Rings of six: 36/8 of the ring to each side at once, twice over: 8 b / k for each chip.
    assertThat(c.placeAllPairs(() -> false)).isTrue();
    double s = 1e12;
    assertThat(bound(c, Algorithm.DIRECT, s).timeS()).isCloseTo(s / (8 * 50 * GB / 6), FULL);
    ChannelLoads pairs = new ChannelLoads(network).add(Transfers.allPairs(96, 1.0 / 96));
    double most = java.util.Arrays.stream(pairs.load()).max().orElseThrow();
    assertThat(bound(c, Algorithm.DIRECT, s).timeS()).isCloseTo(most * s / (50 * GB), FULL);
  }
}
