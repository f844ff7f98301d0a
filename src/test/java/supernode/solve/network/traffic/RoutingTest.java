package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.solve.network.Fabrics;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Dragonfly;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Grid;
import supernode.topology.generate.HyperX;
import supernode.topology.generate.LeafSpine;
import supernode.topology.generate.MultiPlane;
import supernode.topology.generate.Nested;
import supernode.topology.generate.Rail;
import supernode.topology.generate.Star;

class RoutingTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-9);
  private static final double B = 50e9;
  private static final Traffic ALL = new Traffic.AllToAll();

  @ParameterizedTest
  @CsvSource({"4, 4, 8, 50e9", "8, 8, 8, 50e9", "16, 4, 4, 25e9"})
  void aTorusGivesEightLinksOverItsLongestRing(int x, int y, int z, double perChip) {
    // performance-models.md 4a: per-node all-to-all rate at most 8 b / k; all but its own share.
    List<Integer> sizes = List.of(x, y, z);
    CsrGraph torus = graph(new Grid(sizes, true, 0));
    int n = x * y * z;
    double least =
        solve(torus, new Routing.DimensionOrder(sizes, true), ALL).rates().leastBytesPerS();
    assertThat(least * n).isCloseTo(perChip, EXACT);
    double split = solve(torus, new Routing.EqualCost(), ALL).rates().leastBytesPerS();
    assertThat(split * (n - 1)).isLessThanOrEqualTo(perChip);
  }

  @Test
  void destinationsSpreadAFatTreesUplinksEvenly() {
    CsrGraph tree = graph(Generator.fatTree(4, 3));
    TrafficResult single = solve(tree, new Routing.UpDown(), ALL);
    assertThat(single.rates().leastBytesPerS()).isCloseTo(B / 15, EXACT);
    // A shift is the best case of d-mod-k: everyone has the full rate.
    assertThat(solve(tree, new Routing.UpDown(), new Traffic.RingShift(4)).rates().leastBytesPerS())
        .isCloseTo(B, EXACT);
  }

  @Test
  void hashesCollideAndDifferBySeed() {
    CsrGraph tree = graph(new LeafSpine(8, 8, 8, 8));
    Traffic shift = new Traffic.RingShift(8);
    assertThat(solve(tree, new Routing.EqualCost(), shift).rates().leastBytesPerS())
        .isCloseTo(B, EXACT);
    Set<Double> means = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      RateSummary rates = solve(tree, new Routing.HashedEqualCost(seed), shift).rates();
      assertThat(rates.leastBytesPerS()).isLessThanOrEqualTo(B / 2 * (1 + 1e-9));
      means.add(rates.meanBytesPerS());
    }
    assertThat(means).hasSizeGreaterThan(10);
  }

  @Test
  void adversaryTrafficNeedsDetoursOnADragonfly() {
    // All 8 hosts of a group to the next one: a single link joins the two minimally.
    CsrGraph dragonfly = graph(new Dragonfly(2, 4, 2, 9));
    Traffic next = new Traffic.RingShift(8);
    Routing minimal = new Routing.Minimal(4);
    double direct = solve(dragonfly, minimal, next).rates().leastBytesPerS();
    double detour = solve(dragonfly, new Routing.Valiant(minimal), next).rates().leastBytesPerS();
    double best = solve(dragonfly, new Routing.Adaptive(minimal), next).rates().leastBytesPerS();
    assertThat(direct).isCloseTo(B / 8, EXACT);
    assertThat(detour).isGreaterThan(2 * direct);
    assertThat(best).isGreaterThanOrEqualTo(detour);
    // Uniform traffic is better off without.
    double uniform = solve(dragonfly, minimal, ALL).rates().leastBytesPerS();
    assertThat(solve(dragonfly, new Routing.Adaptive(minimal), ALL).rates().leastBytesPerS())
        .isGreaterThanOrEqualTo(uniform);
    assertThat(solve(dragonfly, new Routing.Valiant(minimal), ALL).rates().leastBytesPerS())
        .isLessThan(uniform);
  }

  @Test
  void aHyperXOfOneDimensionIsAFullMesh() {
    CsrGraph mesh = graph(new HyperX(List.of(8), 0));
    Routing order = new Routing.DimensionOrder(List.of(8), false);
    assertThat(solve(mesh, order, ALL).rates().leastBytesPerS()).isCloseTo(B, EXACT);
    CsrGraph plane = graph(new HyperX(List.of(4, 4), 0));
    Routing both = new Routing.DimensionOrder(List.of(4, 4), false);
    // One link of a row serves its own pair and the three others of the far column, both ends.
    assertThat(solve(plane, both, ALL).rates().leastBytesPerS()).isCloseTo(B / 4, EXACT);
  }

  @Test
  void railsAreReachedThroughTheServer() {
    CsrGraph railOnly = graph(new Nested(new Rail(4, 4, 4, 0, 0), new Star(4), false));
    assertThat(solve(railOnly, new Routing.EqualCost(), ALL).unroutedFlows()).isPositive();
    TrafficResult r = solve(railOnly, new Routing.RailAware(4), ALL);
    assertThat(r.unroutedFlows()).isZero();
    // Every endpoint's rail port carries the 3 x 4 flows of its server to its rail.
    assertThat(r.rates().leastBytesPerS()).isCloseTo(B / 12, EXACT);
  }

  @Test
  void stripesUseEveryPlaneThatIsLeft() {
    CsrGraph planes = graph(new MultiPlane(2, new LeafSpine(4, 2, 4, 4), true));
    TrafficResult whole = solve(planes, new Routing.PlaneStriping(), ALL);
    assertThat(whole.injection().leastBytesPerS()).isCloseTo(2 * B, EXACT);
    BitSet leaf = new BitSet();
    leaf.set(16);
    TrafficResult damaged =
        solve(planes.without(leaf, new BitSet()), new Routing.PlaneStriping(), ALL);
    assertThat(damaged.unroutedFlows()).isZero();
    assertThat(damaged.injection().leastBytesPerS()).isCloseTo(B, EXACT);
  }

  @Test
  void everyRoutingHasItsProofAndSaysWhetherItCanDeadlock() {
    CsrGraph hyperX = graph(new HyperX(List.of(3, 4), 2));
    Routing order = new Routing.DimensionOrder(List.of(3, 4), false);
    for (Routing routing :
        List.of(
            new Routing.EqualCost(),
            new Routing.HashedEqualCost(3),
            order,
            new Routing.Valiant(order),
            new Routing.Adaptive(order),
            new Routing.Minimal(3),
            new Routing.PlaneStriping(),
            new Routing.RailAware(2))) {
      TrafficResult r = solve(hyperX, routing, new Traffic.HotSpot(3, 0.5, 1));
      assertThat(r.unroutedFlows()).as(routing.toString()).isZero();
      assertThat(Fabrics.solved(r.certificate(() -> false)).holds()).isTrue();
      assertThat(r.bottlenecks()).isNotEmpty();
    }
    assertThat(order.deadlock().freeAsItIs()).isTrue();
    assertThat(new Routing.DimensionOrder(List.of(4), true).deadlock().virtualChannels())
        .isEqualTo(2);
    assertThat(new Routing.Valiant(order).deadlock().virtualChannels()).isEqualTo(2);
    assertThat(new Routing.EqualCost().deadlock().virtualChannels()).isZero();
  }

  @Test
  void aRoutingThatDoesNotFitSaysSo() {
    CsrGraph tree = graph(Generator.fatTree(4, 2));
    for (Routing routing :
        List.of(
            new Routing.DimensionOrder(List.of(3, 2), true),
            new Routing.Minimal(7),
            new Routing.RailAware(0))) {
      assertThat(TrafficSolver.solve(tree, routing, ALL, () -> false).whyNot()).isPresent();
    }
  }

  @Test
  void twoChipsOfAMeshHaveOneLinkBetweenThem() {
    CsrGraph mesh = Fabrics.fullMesh(8, 64e9);
    double none = Double.POSITIVE_INFINITY;
    Traffic pair =
        new Traffic.Matrix(
            List.of(new Traffic.Demand(0, 1, 1, none), new Traffic.Demand(1, 0, 1, none)));
    TrafficResult r = solve(mesh, new Routing.EqualCost(), pair);
    assertThat(r.rates().leastBytesPerS()).isCloseTo(64e9, EXACT);
    assertThat(r.rates().mostBytesPerS()).isCloseTo(64e9, EXACT);
  }

  @Test
  void demandsHaveWeightsAndLimits() {
    CsrGraph star = graph(new Star(4));
    String rows = "source,destination,weight,limit\n0,3\n1,3,2\n# a remark\n2, 3, 1, 5e9\n";
    Traffic.Matrix matrix = Fabrics.solved(TrafficMatrix.ofCsv(rows, 4));
    TrafficResult r = solve(star, new Routing.EqualCost(), matrix);
    assertThat(r.rateBytesPerS(0)).isCloseTo(15e9, EXACT);
    assertThat(r.rateBytesPerS(1)).isCloseTo(30e9, EXACT);
    assertThat(r.rateBytesPerS(2)).isCloseTo(5e9, EXACT);
    assertThat(Fabrics.solved(r.certificate(() -> false)).holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|Empty",
        "`0`|Cells",
        "`0,1,2,3,4`|Cells",
        "`0,9`|Endpoint",
        "`0,0`|Self",
        "`0,x`|Number",
        "`0,1.5`|Number",
        "`-1,1`|Number",
        "`0,1,0`|Number",
        "`0,1,NaN`|Number",
        "`0,1,1,-3`|Number"
      })
  void aMatrixThatCannotBeReadNamesItsRow(String rows, String reason) {
    String text = rows == null ? "" : rows;
    assertThat(TrafficMatrix.ofCsv(text, 4).whyNot().orElseThrow().key())
        .isEqualTo("traffic.matrix" + reason);
  }

  @Test
  void patternsSendWhatTheirNamesSay() {
    assertThat(new Traffic.Uniform(3, 1).pairs(10).count()).isEqualTo(30);
    assertThat(new Traffic.BitComplement().pairs(8).destination(1)).isEqualTo(6);
    assertThat(new Traffic.BitComplement().pairs(7).count()).isEqualTo(6);
    assertThat(new Traffic.Tornado(List.of(8)).pairs(8).destination(0)).isEqualTo(3);
    assertThat(new Traffic.Tornado(List.of(4, 8)).pairs(32).destination(0)).isEqualTo(1 + 4 * 3);
    assertThat(new Traffic.Neighbours(List.of(4, 4), true).pairs(16).count()).isEqualTo(64);
    assertThat(new Traffic.Neighbours(List.of(4, 4), false).pairs(16).count()).isEqualTo(48);
    assertThat(new Traffic.Neighbours(List.of(2, 3), false).pairs(6).count()).isEqualTo(14);
    assertThat(new Traffic.Neighbours(List.of(2, 3), true).pairs(6).count()).isEqualTo(18);
    assertThat(new Traffic.Neighbours(List.of(2, 3), true).pairs(7).count()).isZero();
    assertThat(new Traffic.PipelineStages(4).pairs(16).count()).isEqualTo(24);
    assertThat(new Traffic.ExpertExchange(4, 8, 2).pairs(16).count()).isEqualTo(48);
    assertThat(new Traffic.HotSpot(2, 0.5, 5).pairs(9).count()).isEqualTo(9 + 8);
    for (Traffic t :
        List.of(
            new Traffic.Uniform(3, 1),
            new Traffic.Tornado(List.of(16)),
            new Traffic.ExpertExchange(8, 16, 4),
            new Traffic.Neighbours(List.of(2, 8), true))) {
      var pairs = t.pairs(16);
      assertThat(
              IntStream.range(0, pairs.count())
                  .noneMatch(f -> pairs.source(f) == pairs.destination(f)))
          .isTrue();
    }
  }

  @Test
  void howManyExpertsATokenHasDecidesWhereItGoes() {
    // Six experts on four ranks: two hold two of them. All of them go everywhere, one of six to
    // a rank of two twice as often.
    for (int active : new int[] {1, 6}) {
      FlowPairs pairs = new Traffic.ExpertExchange(4, 6, active).pairs(4);
      for (int f = 0; f < pairs.count(); f++) {
        double held = pairs.destination(f) < 2 ? 2 : 1;
        assertThat(pairs.weights()[f]).isCloseTo(active == 1 ? held / 6 : 1, within(1e-12));
      }
    }
    // One copy for a rank with several: 1 - C(224, 8) / C(256, 8) of them in the mean.
    double none = 1;
    for (int i = 0; i < 8; i++) {
      none *= (224.0 - i) / (256 - i);
    }
    assertThat(new Traffic.ExpertExchange(8, 256, 8).copiesPerToken().orElseThrow())
        .isCloseTo(7 * (1 - none), within(1e-12));
    assertThat(new Traffic.AllToAll().copiesPerToken()).isEmpty();
  }

  @Test
  void aTornadoIsSlowOnAnEvenRingAndNeighboursAreNot() {
    CsrGraph ring = graph(Generator.ring(8));
    // Each goes 3 of 8 hops the same way round: 3 flows on each link.
    assertThat(
            solve(ring, new Routing.EqualCost(), new Traffic.Tornado(List.of(8)))
                .rates()
                .mostBytesPerS())
        .isCloseTo(B / 3, EXACT);
    assertThat(
            solve(ring, new Routing.EqualCost(), new Traffic.Neighbours(List.of(8), true))
                .rates()
                .leastBytesPerS())
        .isCloseTo(B, within(1.0));
  }

  private static CsrGraph graph(Generator generator) {
    return generator.generate(LinkSpec.of(B)).graph();
  }

  private static TrafficResult solve(CsrGraph graph, Routing routing, Traffic traffic) {
    return Fabrics.solved(TrafficSolver.solve(graph, routing, traffic, () -> false));
  }
}
