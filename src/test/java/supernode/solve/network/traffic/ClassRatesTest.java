package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.solve.network.Fabrics;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.CubeTorus;
import supernode.topology.generate.Dragonfly;
import supernode.topology.generate.DragonflyPlus;
import supernode.topology.generate.ExtendedFatTree;
import supernode.topology.generate.FullMesh;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Grid;
import supernode.topology.generate.HyperX;
import supernode.topology.generate.InterSite;
import supernode.topology.generate.Jellyfish;
import supernode.topology.generate.LeafSpine;
import supernode.topology.generate.MultiPlane;
import supernode.topology.generate.Nested;
import supernode.topology.generate.Rail;
import supernode.topology.generate.SlimFly;
import supernode.topology.generate.Star;

/** Classes give the rates of all flows written out (T1, T5, T6 of network.md). */
class ClassRatesTest {
  static List<Generator> generators() {
    return List.of(
        new Star(64),
        new FullMesh(9),
        Generator.ring(10),
        Grid.torus(4, 4, 4),
        new Grid(List.of(4, 6), true, 2),
        Grid.mesh(3, 5),
        new HyperX(List.of(4, 3), 2),
        new HyperX(List.of(3, 3), 0),
        new LeafSpine(8, 4, 6, 8),
        new LeafSpine(5, 3, 4, 4),
        Generator.fatTree(8, 2),
        Generator.fatTree(6, 3),
        new ExtendedFatTree(List.of(3, 4, 2), List.of(1, 2, 3)),
        new Rail(8, 4, 4, 3, 3),
        new Nested(new Rail(4, 4, 4, 0, 0), new Star(4), true),
        new Nested(new LeafSpine(4, 2, 9, 2), new HyperX(List.of(3, 3), 0), false),
        new Nested(new LeafSpine(3, 3, 8, 3), new FullMesh(4), false),
        new MultiPlane(2, new LeafSpine(4, 2, 6, 2), true),
        new MultiPlane(4, new LeafSpine(2, 2, 4, 2), false),
        new Dragonfly(2, 4, 2, 9),
        new DragonflyPlus(2, 2, 3, 2, 5),
        new SlimFly(5, 2),
        new Jellyfish(16, 6, 2, 7),
        new CubeTorus(List.of(2, 1, 1), 2),
        new InterSite(3, new LeafSpine(3, 2, 4, 2), 2));
  }

  @ParameterizedTest
  @MethodSource("generators")
  void wholeFabricsAgreeWithEveryFlowWrittenOut(Generator generator) {
    agrees(graph(generator));
  }

  @ParameterizedTest
  @MethodSource("generators")
  void damagedFabricsAgreeAsWell(Generator generator) {
    SplittableRandom random = new SplittableRandom(generator.hashCode());
    CsrGraph whole = graph(generator);
    for (int failed = 1; failed <= 16; failed *= 4) {
      agrees(damaged(whole, random.nextLong(), failed, 0));
      agrees(damaged(whole, random.nextLong(), failed / 2, 1));
    }
  }

  @Property(tries = 100)
  void anythingAtAllAgrees(@ForAll long seed, @ForAll @IntRange(min = 2, max = 14) int endpoints) {
    agrees(Fabrics.random(seed, endpoints, (int) (seed & 7), 3 * endpoints));
  }

  @Test
  void classesGrowWithTheDamageAndNotWithTheFabric() {
    CsrGraph whole = graph(new LeafSpine(32, 16, 16, 16));
    ClassRates rates = classes(whole);
    assertThat(rates.flowClasses()).isEqualTo(2);
    assertThat(rates.linkClasses()).isEqualTo(4);
    ClassRates one = classes(damaged(whole, 3, 1, 0));
    ClassRates other = classes(damaged(graph(new LeafSpine(64, 16, 16, 16)), 3, 1, 0));
    assertThat(one.flowClasses()).isLessThanOrEqualTo(8);
    assertThat(other.flowClasses()).isEqualTo(one.flowClasses());
    assertThat(classes(graph(Generator.fatTree(8, 3))).flowClasses()).isEqualTo(3);
  }

  @Test
  void irregularFabricsAreNotTakenForRegularOnes() {
    // Colours of vertices alone would call all links of each of these alike.
    assertThat(classes(graph(new Jellyfish(64, 8, 1, 1))).linkClasses()).isEqualTo(64 * 7 + 128);
    assertThat(classes(graph(new SlimFly(5, 2))).linkClasses()).isGreaterThan(4);
    assertThat(classes(graph(new Dragonfly(2, 4, 2, 9))).linkClasses()).isGreaterThan(4);
  }

  @Test
  void theSuperPodOfEightThousandHasTheClosedForm() {
    // Leaf of h = 64 hosts with u = 32 uplinks: u B / (h (N - h)), network.md section 3.
    CsrGraph graph = graph(new LeafSpine(128, 32, 64, 32));
    ClassRates rates = classes(graph);
    double n = 8192;
    double inter = 32 * 1e9 / (64 * (n - 64));
    assertThat(rates.rate(0, 8191)).isCloseTo(inter, within(1e-9 * inter));
    double intra = (1e9 - (n - 64) * inter) / 63;
    assertThat(rates.rate(0, 1)).isCloseTo(intra, within(1e-9 * intra));
    assertThat(rates.egress(5)).isCloseTo(1e9, within(1.0));
    assertThat(rates.certificate().holds()).isTrue();
    assertThat(rates.bottlenecks().getFirst().flowsLimited()).isEqualTo(8192L * (8192 - 64));
    assertThat(rates.unrouted()).isZero();
  }

  @Test
  void aFabricTooLargeForAllPairsHasItsRatesAllTheSame() {
    CsrGraph tree = graph(Generator.fatTree(48, 3));
    NetworkResult r =
        Fabrics.solved(
            NetworkResult.solve(
                tree,
                List.of(new Traffic.AllToAll(), new Traffic.Permutation(1)),
                new LatencyTerms(0, 0, 64, 4096),
                false,
                () -> false));
    TrafficResult all = Fabrics.solved(r.traffics().getFirst());
    assertThat(all.rates().leastBytesPerS()).isCloseTo(1e9 / 27_647, within(1e-4));
    TrafficResult permutation = Fabrics.solved(r.traffics().get(1));
    assertThat(permutation.rates().leastBytesPerS()).isCloseTo(1e9, within(1.0));
    // 23 others on the edge switch, 552 in the pod, the rest over the core.
    assertThat(Fabrics.solved(r.latency()).bins())
        .extracting(ZeroLoadLatency.Bin::pairs)
        .containsExactly(27_648L * 23, 27_648L * 552, 27_648L * 27_072);
  }

  @Test
  void meshedRacksUnderPlanesCollapseToOne() {
    // Racks of 9 x 9 on a leaf each: 16 peers of an endpoint have a direct link of their own.
    Generator pod = new Nested(new LeafSpine(16, 4, 81, 80), new HyperX(List.of(9, 9), 0), false);
    ClassRates rates = classes(graph(pod));
    assertThat(rates.flowClasses()).isEqualTo(3);
    assertThat(rates.rate(0, 1)).isEqualTo(1e9);
    assertThat(rates.rate(0, 2 * 81)).isCloseTo(1e9 / (81 * 16 - 17), within(1e-3));
  }

  static CsrGraph graph(Generator generator) {
    return generator.generate(LinkSpec.of(1e9)).graph();
  }

  static CsrGraph damaged(CsrGraph graph, long seed, int links, int switches) {
    SplittableRandom random = new SplittableRandom(seed);
    BitSet failedLinks = new BitSet();
    for (int i = 0; i < links; i++) {
      failedLinks.set(random.nextInt(graph.linkCount()));
    }
    BitSet failedVertices = new BitSet();
    for (int i = 0; i < switches; i++) {
      failedVertices.set(random.nextInt(graph.vertexCount()));
    }
    return graph.without(failedVertices, failedLinks);
  }

  private static ClassRates classes(CsrGraph graph) {
    return ClassRates.allToAll(graph, () -> false).orElseThrow();
  }

  /** Single flows over cells of switches against the same flows over single links. */
  private static void listedAgrees(CsrGraph graph, Traffic traffic) {
    FlowPairs pairs = traffic.pairs(graph.endpointCount());
    FabricClasses cells = FabricClasses.of(graph, () -> false);
    if (pairs.count() == 0 || !CellFlows.fits(cells)) {
      return;
    }
    FlowIncidence a = Fabrics.solved(Fabrics.routes(graph).incidence(pairs, 1 << 24, () -> false));
    FilledRates whole = FilledRates.of(graph, FilledRates.problem(graph, a, pairs), () -> false);
    FilledRates byCells = CellFlows.rates(cells, pairs, 1 << 24, () -> false).orElseThrow();
    for (int f = 0; f < pairs.count(); f++) {
      assertThat(Math.abs(byCells.rate[f] - whole.rate[f]))
          .isLessThanOrEqualTo(1e-9 * whole.rate[f]);
    }
    for (int c = 0; c < graph.channelCount(); c++) {
      assertThat(byCells.utilisation[c]).isCloseTo(whole.utilisation[c], within(1e-9));
    }
    assertThat(counted(byCells.bottlenecks))
        .containsExactlyInAnyOrderElementsOf(counted(whole.bottlenecks));
  }

  private static void agrees(CsrGraph graph) {
    listedAgrees(graph, new Traffic.Permutation(graph.linkCount()));
    listedAgrees(graph, new Traffic.Uniform(3, 7));
    listedAgrees(graph, new Traffic.HotSpot(1, 0.5, 3));
    FlowPairs pairs = FlowPairs.allToAll(graph.endpointCount());
    FlowIncidence a = Fabrics.solved(Fabrics.routes(graph).incidence(pairs, 1 << 24, () -> false));
    MaxMinProblem problem = FilledRates.problem(graph, a);
    MaxMinResult whole = MaxMin.solve(problem, () -> false);
    ClassRates rates = classes(graph);
    assertThat(rates.certificate().holds()).isTrue();
    long unrouted = 0;
    for (int f = 0; f < pairs.count(); f++) {
      double expected = whole.rateBytesPerS(f);
      unrouted += expected == 0 ? 1 : 0;
      assertThat(Math.abs(rates.rate(f) - expected)).isLessThanOrEqualTo(1e-9 * expected);
    }
    assertThat(rates.unrouted()).isEqualTo(unrouted);
    ListedRates listed =
        new ListedRates(pairs, FilledRates.ofFlows(graph, a, () -> false), graph.endpointCount());
    for (int c = 0; c < graph.channelCount(); c++) {
      assertThat(rates.utilisation(c)).isCloseTo(whole.utilisation(c), within(1e-9));
    }
    for (int i = 0; i < graph.endpointCount(); i++) {
      assertThat(rates.egress(i)).isCloseTo(listed.egress(i), within(1 + 1e-9));
      assertThat(rates.ingress(i)).isCloseTo(listed.ingress(i), within(1 + 1e-9));
    }
    assertThat(counted(rates.bottlenecks()))
        .containsExactlyInAnyOrderElementsOf(counted(listed.bottlenecks()));
  }

  /** What of a bottleneck is no rate: rounding must not change it. */
  private static List<Tuple> counted(List<Bottleneck> bottlenecks) {
    return bottlenecks.stream()
        .map(b -> Tuple.tuple(b.kind(), b.channels(), b.flowsLimited()))
        .toList();
  }
}
