package supernode.solve.network.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static supernode.solve.network.Fabrics.solved;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.Islands;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Dragonfly;
import supernode.topology.generate.FullMesh;
import supernode.topology.generate.Generated;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Grid;
import supernode.topology.generate.Jellyfish;
import supernode.topology.generate.LeafSpine;
import supernode.topology.generate.MultiPlane;
import supernode.topology.generate.Samples;
import supernode.topology.generate.SlimFly;
import supernode.topology.generate.Star;

/** All metrics together: closed forms of network.md section 3, V9, V10, T6, T7, new numbers. */
class TopologyAnswerTest {
  private static final LinkSpec UNIT = LinkSpec.of(1);

  private static TopologyAnswer answer(Generator generator) {
    return TopologyAnswer.of(generator.generate(UNIT), () -> false);
  }

  @Test
  void fullMeshOfEight() {
    TopologyAnswer a = answer(new FullMesh(8));
    assertThat(a.links()).isEqualTo(28);
    assertThat(solved(a.hostHops()).diameter()).isEqualTo(1);
    assertThat(solved(a.edgeConnectivity()).links()).isEqualTo(7);
    assertThat(solved(a.bisection()).links()).isEqualTo(16);
    assertThat(solved(a.idealPair())).isCloseTo(1, within(1e-9));
    assertThat(solved(a.distanceBound())).isCloseTo(1, within(1e-12));
    assertThat(a.cutVertices()).isZero();
  }

  @Test
  void crossbarOfSixtyFour() {
    TopologyAnswer a = answer(new Star(64));
    assertThat(solved(a.hostHops()).diameter()).isEqualTo(2);
    assertThat(solved(a.hostHops()).mean()).isEqualTo(2);
    assertThat(solved(a.allHops()).mean()).isCloseTo(1.969231, within(5e-7));
    assertThat(a.cutVertices()).isEqualTo(1);
  }

  @Test
  void fatTreeOfFourPorts() {
    TopologyAnswer a = answer(Generator.fatTree(4, 3));
    assertThat(a.endpoints() + a.switches()).isEqualTo(36);
    assertThat(a.links()).isEqualTo(48);
    assertThat(solved(a.hostHops()).diameter()).isEqualTo(6);
    assertThat(solved(a.hostHops()).mean()).isCloseTo(5.466667, within(5e-7));
    assertThat(solved(a.allHops()).mean()).isCloseTo(3.701587, within(5e-7));
    assertThat(solved(a.bisection()).links()).isEqualTo(8);
    assertThat(solved(a.bisection()).method().kind()).isEqualTo("formula");
  }

  // V9: 50 GB/s links.
  @Test
  void torusOfFourThousand() {
    Generated torus = Grid.torus(16, 16, 16).generate(LinkSpec.of(50e9));
    TopologyAnswer a = TopologyAnswer.of(torus, () -> false);
    assertThat(solved(a.bisection()).links()).isEqualTo(512);
    assertThat(solved(a.bisection()).bytesPerS()).isEqualTo(25.6e12);
    double perChip = solved(a.load()).pairBytesPerS(torus.graph()) * 4096;
    assertThat(perChip).isCloseTo(25e9, within(1.0));
    Generated small = Grid.torus(8, 8, 8).generate(LinkSpec.of(50e9));
    TopologyAnswer b = TopologyAnswer.of(small, () -> false);
    assertThat(solved(b.load()).pairBytesPerS(small.graph()) * 512).isCloseTo(50e9, within(1.0));
  }

  // V10: 72 GPUs of 900 GB/s over 18 switches.
  @Test
  void nvl72() {
    Generated planes = new MultiPlane(18, new Star(72), true).generate(LinkSpec.of(50e9));
    TopologyAnswer a = TopologyAnswer.of(planes, () -> false);
    assertThat(a.links() * 50e9 * 2).isEqualTo(129.6e12);
    assertThat(solved(a.bisection()).bytesPerS()).isEqualTo(32.4e12);
    assertThat(solved(a.edgeConnectivity()).links()).isEqualTo(18);
    assertThat(solved(a.load()).pairBytesPerS(planes.graph())).isCloseTo(900e9 / 71, within(1.0));
  }

  private static CsrGraph graph(int vertices, int[]... links) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int v = 0; v < vertices; v++) {
      b.addEndpoint(0);
    }
    for (int[] l : links) {
      b.addLink(l[0], l[1], UNIT);
    }
    return b.build();
  }

  @Test
  void petersenGraphReachesItsDistanceBound() {
    List<int[]> links = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      links.add(new int[] {i, (i + 1) % 5});
      links.add(new int[] {5 + i, 5 + (i + 2) % 5});
      links.add(new int[] {i, 5 + i});
    }
    TopologyAnswer a = TopologyAnswer.of(graph(10, links.toArray(int[][]::new)), () -> false);
    assertThat(solved(a.idealPair())).isCloseTo(0.2, within(1e-9));
    assertThat(solved(a.distanceBound())).isCloseTo(0.2, within(1e-12));
    assertThat(solved(a.bisection()).method().kind()).isEqualTo("exact");
    assertThat(solved(a.bisection()).links()).isEqualTo(5);
  }

  @Test
  void oneLinkBetweenTwoMeshesMattersMoreThanDistances() {
    List<int[]> links = new ArrayList<>();
    links.add(new int[] {0, 8});
    for (int i = 0; i < 8; i++) {
      for (int j = i + 1; j < 8; j++) {
        links.add(new int[] {i, j});
        links.add(new int[] {8 + i, 8 + j});
      }
    }
    CsrGraph g = graph(16, links.toArray(int[][]::new));
    TopologyAnswer a = TopologyAnswer.of(g, () -> false);
    assertThat(solved(a.idealPair())).isCloseTo(1.0 / 64, within(1e-9));
    assertThat(solved(a.distanceBound())).isCloseTo(0.245690, within(5e-7));
    assertThat(solved(a.bisection()).links()).isEqualTo(1);
    assertThat(ThroughputBounds.byBisection(g, solved(a.bisection())))
        .isCloseTo(1.0 / 64, within(1e-12));
    assertThat(solved(a.edgeConnectivity()).links()).isEqualTo(1);
  }

  // T7.
  @Property(tries = 2)
  void equalSplitsAreNoBetterThanIdealRoutingAndThatNoBetterThanTheBounds(@ForAll long seed) {
    for (Generator generator : Samples.ofEveryKind(seed)) {
      if (generator.counts().hosts() * generator.counts().links() > 300) {
        continue;
      }
      Generated made = generator.generate(UNIT);
      TopologyAnswer a = TopologyAnswer.of(made, () -> false);
      if (a.islands() == 1 && a.endpoints() > 1) {
        double fixed = solved(a.load()).pairBytesPerS(made.graph());
        double ideal = solved(a.idealPair());
        assertThat(fixed).as("%s", generator).isLessThanOrEqualTo(ideal + 1e-6);
        assertThat(ideal).as("%s", generator).isLessThanOrEqualTo(solved(a.distanceBound()) + 1e-6);
        assertThat(ideal)
            .as("%s", generator)
            .isLessThanOrEqualTo(
                ThroughputBounds.byBisection(made.graph(), solved(a.bisection())) + 1e-6);
      }
    }
  }

  // T3.
  @Property(tries = 3)
  void newNumbersForTheVerticesChangeNothing(@ForAll long seed) {
    for (Generator generator : Samples.ofEveryKind(seed)) {
      Generated made = generator.generate(UNIT);
      if (made.graph().vertexCount() > 40) {
        continue;
      }
      TopologyAnswer by = TopologyAnswer.of(made, () -> false);
      CsrGraph shuffled = shuffled(made.graph(), seed);
      TopologyAnswer again = TopologyAnswer.of(shuffled, () -> false);
      assertThat(again.hostHops()).as("%s", generator).isEqualTo(by.hostHops());
      assertThat(again.allHops()).as("%s", generator).isEqualTo(by.allHops());
      assertThat(again.edgeConnectivity()).as("%s", generator).isEqualTo(by.edgeConnectivity());
      assertThat(again.cutVertices()).as("%s", generator).isEqualTo(by.cutVertices());
      assertThat(again.islands()).as("%s", generator).isEqualTo(by.islands());
      if (by.endpoints() > 1) {
        double rate = solved(by.load()).pairBytesPerS(made.graph());
        assertThat(solved(again.load()).pairBytesPerS(shuffled))
            .as("%s", generator)
            .isCloseTo(rate, within(1e-9 * (Double.isFinite(rate) ? rate : 0)));
      }
      Optional<Bisection> formula = by.bisection().asOptional();
      if (formula.isPresent() && formula.get().method().isExact()) {
        Bisection other = solved(again.bisection());
        double narrowest = formula.get().bytesPerS();
        assertThat(other.bytesPerS()).as("%s", generator).isGreaterThanOrEqualTo(narrowest - 1e-9);
        if (other.method().isExact()) {
          assertThat(other.bytesPerS()).as("%s", generator).isCloseTo(narrowest, within(1e-9));
        }
      }
    }
  }

  private static CsrGraph shuffled(CsrGraph graph, long seed) {
    List<Integer> order = new ArrayList<>();
    for (int v = 0; v < graph.vertexCount(); v++) {
      order.add(v);
    }
    Collections.shuffle(order, new Random(seed));
    int[] number = new int[order.size()];
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int i = 0; i < order.size(); i++) {
      int v = order.get(i);
      number[v] =
          graph.isEndpoint(v) ? b.addEndpoint(graph.transitS(v)) : b.addSwitch(graph.transitS(v));
      b.setForwarding(number[v], graph.forwards(v));
    }
    for (int l = 0; l < graph.linkCount(); l++) {
      b.addLink(
          number[graph.channelFrom(2 * l)],
          number[graph.channelTo(2 * l)],
          LinkSpec.of(graph.capacityBytesPerS(l)));
    }
    return b.build();
  }

  // T6.
  @Test
  void loadsOfSlimFlyDragonflyAndJellyfishAreNotOneClass() {
    for (Generator g :
        List.of(new SlimFly(13, 1), new Dragonfly(4, 8, 4, 33), new Jellyfish(64, 9, 1, 1))) {
      Generated made = g.generate(UNIT);
      UniformLoad load = solved(UniformLoad.of(made.graph(), Symmetry.of(made), () -> false));
      long kinds =
          java.util.stream.IntStream.range(0, made.graph().channelCount())
              .filter(c -> made.graph().channelFrom(c) >= made.graph().endpointCount())
              .filter(c -> made.graph().channelTo(c) >= made.graph().endpointCount())
              .mapToLong(c -> Math.round(load.pairs(c) * 1e6))
              .distinct()
              .count();
      assertThat(kinds).as("%s", g).isGreaterThan(1);
    }
  }

  @Test
  void disjointPlanesAreAnsweredEachByItself() {
    Generated planes = new MultiPlane(4, Generator.fatTree(4, 2), false).generate(UNIT);
    TopologyAnswer whole = TopologyAnswer.of(planes, () -> false);
    assertThat(whole.islands()).isEqualTo(4);
    assertThat(solved(whole.hostHops()).diameter()).isEqualTo(4);
    assertThat(solved(whole.edgeConnectivity()).links()).isZero();
    assertThat(whole.bisection().whyNot()).isPresent();
    Islands islands = Islands.of(planes.graph());
    TopologyAnswer one = TopologyAnswer.of(planes, islands, 2, () -> false);
    TopologyAnswer plain = answer(Generator.fatTree(4, 2));
    assertThat(one.hostHops()).isEqualTo(plain.hostHops());
    assertThat(one.links()).isEqualTo(plain.links());
    assertThat(solved(one.bisection()).links()).isEqualTo(solved(plain.bisection()).links());
  }

  @Test
  void aCutThatIsFoundIsNoNarrowerThanTheFormulaAndMeetsItWhereNumbersFollowTheShape() {
    for (Generator g :
        List.of(
            Generator.fatTree(8, 3),
            Grid.torus(8, 8),
            Grid.torus(4, 4, 8),
            Grid.mesh(7, 7),
            Grid.torus(7, 5),
            new LeafSpine(8, 4, 8, 4))) {
      Generated made = g.generate(UNIT);
      Bisection found = new BisectionSearch(made.graph(), () -> false).best(1, 10_000_000);
      double formula = g.bisection(made.links()).orElseThrow().bytesPerS();
      assertThat(found.bytesPerS()).as("%s", g).isEqualTo(formula);
      Bisection blind =
          new BisectionSearch(shuffled(made.graph(), 7), () -> false).best(1, 10_000_000);
      assertThat(blind.bytesPerS()).as("%s", g).isBetween(formula, 1.3 * formula);
    }
  }

  @Test
  void lostEndpointsAndLonelyOnesAreAnswered() {
    TopologyAnswer one = answer(new Star(1));
    assertThat(one.edgeConnectivity().whyNot()).isPresent();
    assertThat(one.bisection().whyNot()).isPresent();
    assertThat(one.idealPair().whyNot()).isPresent();
    CsrGraph none = graph(2, new int[] {0, 0}).without(new BitSet(), new BitSet());
    TopologyAnswer apart = TopologyAnswer.of(none, () -> false);
    assertThat(apart.islands()).isEqualTo(2);
    assertThat(solved(apart.hostHops()).unreachable()).isEqualTo(2);
  }
}
