package supernode.solve.network.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.solve.network.Fabrics.GB;
import static supernode.solve.network.collective.Machines.place;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Dragonfly;
import supernode.topology.generate.FullMesh;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Grid;
import supernode.topology.generate.HyperX;
import supernode.topology.generate.LeafSpine;

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
}
