package supernode.solve.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.solve.network.Fabrics;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** Servers joined by rails: traffic changes rails inside its server, over both fabrics at once. */
class RailTrafficTest {
  private static final double GB = 1e9;
  private static final Percentage EXACT = Percentage.withPercentage(1e-7);

  /**
   * Servers on one inner switch, each accelerator with a NIC on the leaf of its rail.
   *
   * @param spines that join all leaves; 0 for rails that meet inside servers alone
   * @param mesh whether accelerators of a server are joined directly instead
   */
  private record Cluster(int servers, int rails, int perUnit, int spines, boolean mesh) {
    static final double INNER = 450 * GB;
    static final double NIC = 50 * GB;

    CsrGraph graph() {
      CsrGraphBuilder b = new CsrGraphBuilder();
      int n = servers * rails;
      for (int e = 0; e < n; e++) {
        b.addEndpoint(0);
      }
      for (int s = 0; s < servers && !mesh; s++) {
        int inner = b.addSwitch(0);
        for (int r = 0; r < rails; r++) {
          b.addLink(s * rails + r, inner, LinkSpec.of(INNER));
        }
      }
      for (int a = 0; a < n && mesh; a++) {
        for (int c = a + 1; c < (a / rails + 1) * rails; c++) {
          b.addLink(a, c, LinkSpec.of(INNER / (rails - 1)));
        }
      }
      int[] nics = IntStream.range(0, n).map(_ -> b.addSwitch(0)).toArray();
      int units = Math.ceilDiv(servers, perUnit);
      int[] leaves = IntStream.range(0, units * rails).map(_ -> b.addSwitch(0)).toArray();
      for (int e = 0; e < n; e++) {
        b.addLink(e, nics[e], LinkSpec.of(64 * GB));
        b.addLink(nics[e], leaves[e / rails / perUnit * rails + e % rails], LinkSpec.of(NIC));
      }
      for (int s = 0; s < spines; s++) {
        int spine = b.addSwitch(0);
        for (int leaf : leaves) {
          b.addLink(leaf, spine, LinkSpec.of(NIC * perUnit / spines));
        }
      }
      return b.build();
    }
  }

  private static Traffic offServer(int servers, int rails) {
    List<Traffic.Demand> demands = new ArrayList<>();
    for (int a = 0; a < servers * rails; a++) {
      for (int b = 0; b < servers * rails; b++) {
        if (a / rails != b / rails) {
          demands.add(new Traffic.Demand(a, b, 1, Traffic.UNLIMITED));
        }
      }
    }
    return new Traffic.Matrix(demands);
  }

  private static TrafficResult solve(CsrGraph graph, int rails, Traffic traffic) {
    return Fabrics.solved(
        TrafficSolver.solve(graph, new Routing.RailAware(rails), traffic, () -> false));
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void allButOneOfAsManyFlowsAsRailsCrossTheInsideOfTheirServer(Cluster c) {
    TrafficResult r = solve(c.graph(), c.rails(), offServer(c.servers(), c.rails()));
    int others = (c.servers() - 1) * c.rails();
    // A NIC sends what its server sends to its rail: as much as its own accelerator sends in all.
    assertThat(r.rates().leastBytesPerS()).isCloseTo(Cluster.NIC / others, EXACT);
    assertThat(r.rates().mostBytesPerS()).isCloseTo(Cluster.NIC / others, EXACT);
    double share = (c.rails() - 1.0) / c.rails();
    for (int l = 0; l < r.graph().linkCount(); l++) {
      boolean inner = r.graph().capacityBytesPerS(l) > 64 * GB && l < c.servers() * c.rails();
      if (inner && !c.mesh()) {
        for (int channel = 2 * l; channel < 2 * l + 2; channel++) {
          assertThat(r.utilisation(channel) * Cluster.INNER)
              .isCloseTo(share * Cluster.NIC, within(1.0));
        }
      }
    }
  }

  static List<Cluster> clusters() {
    return List.of(
        new Cluster(4, 4, 4, 0, false),
        new Cluster(6, 8, 3, 2, false),
        new Cluster(8, 2, 2, 1, false),
        new Cluster(5, 3, 5, 0, true),
        new Cluster(6, 4, 2, 4, true));
  }

  /** By classes, and each flow by itself over every single link: the same rates and loads. */
  @ParameterizedTest
  @MethodSource("clusters")
  void classesAreExactWhateverFails(Cluster c) {
    SplittableRandom random = new SplittableRandom(c.hashCode());
    for (int round = 0; round < 6; round++) {
      CsrGraph whole = c.graph();
      BitSet links = some(whole.linkCount(), round, random);
      BitSet vertices = some(whole.vertexCount(), round / 3, random);
      CsrGraph graph = whole.without(vertices, links);
      int n = graph.endpointCount();
      for (Traffic traffic :
          List.of(
              new Traffic.AllToAll(),
              new Traffic.Permutation(round),
              new Traffic.HotSpot(1, 0.3, round),
              new Traffic.Incast(0))) {
        TrafficResult r = solve(graph, c.rails(), traffic);
        FlowPairs pairs = traffic.isAllToAll(n) ? FlowPairs.allToAll(n) : traffic.pairs(n);
        FlowIncidence every =
            Fabrics.solved(
                new Routing.RailAware(c.rails()).incidence(graph, pairs, 10_000_000, () -> false));
        double[] rates =
            MaxMin.solve(FilledRates.problem(graph, every, pairs), () -> false).ratesBytesPerS();
        double[] load = new double[graph.channelCount()];
        for (int f = 0; f < pairs.count(); f++) {
          assertThat(r.rateBytesPerS(f))
              .as("%s, round %d, %s, flow %d", c, round, traffic, f)
              .isCloseTo(rates[f], within(1e-3 + 1e-8 * rates[f]));
          for (int e = every.start(f); e < every.start(f + 1); e++) {
            load[every.link(e)] += every.share(e) * rates[f];
          }
        }
        for (int channel = 0; channel < load.length; channel++) {
          if (graph.isUsable(channel / 2)) {
            assertThat(r.utilisation(channel))
                .isCloseTo(load[channel] / graph.capacityBytesPerS(channel / 2), within(1e-8));
          }
        }
        assertThat(Fabrics.solved(r.certificate(() -> false)).holds()).isTrue();
      }
    }
  }

  private static BitSet some(int of, int count, SplittableRandom random) {
    BitSet some = new BitSet(of);
    random.ints(count, 0, of).forEach(some::set);
    return some;
  }

  @Test
  void aThousandAcceleratorsFallIntoFewClasses() {
    TrafficResult r = solve(new Cluster(128, 8, 32, 16, false).graph(), 8, new Traffic.AllToAll());
    assertThat(((ClassRates) r.flowRates()).flowClasses()).isLessThan(300);
    // NICs: what a server sends to a rail, over one.
    assertThat(r.rates().leastBytesPerS()).isCloseTo(Cluster.NIC / (8 * 127), EXACT);
    assertThat(Fabrics.solved(r.certificate(() -> false)).holds()).isTrue();
    double rail =
        r.flowsOn(0, () -> false).asOptional().orElseThrow().stream()
            .mapToDouble(LinkFlow::bytesPerS)
            .sum();
    assertThat(rail).as("the link inside").isCloseTo(Cluster.INNER, EXACT);
  }

  @Test
  void aRailThatIsCutOffIsReachedOverTheNextOne() {
    CsrGraph whole = new Cluster(4, 4, 4, 2, false).graph();
    BitSet nic = new BitSet();
    nic.set(16 + 4 + 5);
    CsrGraph graph = whole.without(nic, new BitSet());
    TrafficResult r = solve(graph, 4, new Traffic.AllToAll());
    // Accelerator 5 has no way out of its server any more but over its neighbours; none leads in.
    long inward = IntStream.range(0, 16).filter(i -> i / 4 != 1).count();
    assertThat(r.unroutedFlows()).isEqualTo(inward);
    FlowPairs out = FlowPairs.of(new int[] {5}, new int[] {9});
    assertThat(new Routing.RailAware(4).incidence(graph, out, 1000, () -> false).asOptional())
        .hasValueSatisfying(a -> assertThat(a.nonZeros()).isPositive());
  }
}
