package supernode.solve.network.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.solve.network.Fabrics.GB;
import static supernode.solve.network.collective.Machines.place;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.solve.network.Fabrics;
import supernode.solve.network.route.Routing;
import supernode.solve.network.traffic.Traffic;
import supernode.solve.network.traffic.TrafficSolver;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Dragonfly;
import supernode.topology.generate.Rail;

/** Collectives go the ways that are chosen for their fabrics. */
class ChosenWaysTest {
  /** Switches of generators have a latency that is no part of these. */
  private static final Percentage EXACT = Percentage.withPercentage(0.01);

  private static final double S = 1e9;
  private static final int NODES = 4;
  private static final int PER_NODE = 8;

  static Stream<Routing> routings() {
    return Stream.of(
        new Routing.EqualCost(),
        new Routing.HashedEqualCost(3),
        new Routing.Minimal(4),
        new Routing.Valiant(new Routing.Minimal(4)));
  }

  @ParameterizedTest
  @MethodSource("routings")
  void everyoneWithEveryoneTakesWhatTheSlowestPairTakesAtOnce(Routing routing) {
    CsrGraph graph = new Dragonfly(2, 4, 2, 9).generate(LinkSpec.of(50 * GB)).graph();
    int n = graph.endpointCount();
    Tier tier =
        new Tier(
            Tier.Kind.SCALE_UP,
            Fabrics.routes(graph),
            routing,
            Machines.NO_LATENCY,
            IntStream.range(0, n).toArray(),
            new BitSet(),
            LinkCalibration.ofProtocol("IB"));
    Collective c = place(Operation.ALL_TO_ALL, new RankNetwork(n, List.of(tier)));
    double slowest =
        Fabrics.solved(TrafficSolver.solve(graph, routing, new Traffic.AllToAll(), () -> false))
            .rates()
            .leastBytesPerS();
    assertThat(c.run(Algorithm.DIRECT, S, Mode.BOUND).timeS()).isCloseTo(S / n / slowest, EXACT);
  }

  @Test
  void aRoutingThatIsNotPossibleRefusesTheCollective() {
    CsrGraph graph = Machines.crossbar(8, 1, 50 * GB);
    Tier tier =
        new Tier(
            Tier.Kind.SCALE_UP,
            Fabrics.routes(graph),
            new Routing.Minimal(4),
            Machines.NO_LATENCY,
            IntStream.range(0, 8).toArray(),
            new BitSet(),
            LinkCalibration.ofProtocol("IB"));
    Collective c = place(Operation.ALL_TO_ALL, new RankNetwork(8, List.of(tier)));
    assertThat(c.refused().get(Algorithm.DIRECT).key()).isEqualTo("routing.notGroups");
  }

  private static RankNetwork onRails(CsrGraph rails, boolean alongRails) {
    int[] all = IntStream.range(0, NODES * PER_NODE).toArray();
    LinkCalibration links = LinkCalibration.ofProtocol("NVLink4");
    CsrGraph inside = Machines.nodes(NODES, PER_NODE, 1, 450 * GB);
    return new RankNetwork(
        all.length,
        List.of(
            Machines.tier(Tier.Kind.SCALE_UP, inside, links, false, all),
            Machines.tier(Tier.Kind.SCALE_OUT, rails, links, false, all)),
        alongRails);
  }

  @Test
  void railsThatMeetInsideTheNodesOnlyAreEnough() {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int r = 0; r < NODES * PER_NODE; r++) {
      b.addEndpoint(0);
    }
    for (int rail = 0; rail < PER_NODE; rail++) {
      int leaf = b.addSwitch(0);
      for (int node = 0; node < NODES; node++) {
        b.addLink(node * PER_NODE + rail, leaf, LinkSpec.of(50 * GB));
      }
    }
    CsrGraph rails = b.build();
    Collective straight = place(Operation.ALL_TO_ALL, onRails(rails, false));
    assertThat(straight.refused().get(Algorithm.DIRECT).key()).isEqualTo("collective.unreachable");
    Collective relayed = place(Operation.ALL_TO_ALL, onRails(rails, true));
    Run run = relayed.run(Algorithm.DIRECT, S, Mode.BOUND);
    // What 8 ranks of a node send to one rail of 3 others, through that rail's 50 GB/s.
    assertThat(run.timeS()).isCloseTo(24.0 / 32 * S / (50 * GB), EXACT);
  }

  @Test
  void whatKeepsToItsRailDoesNotUseTheSpines() {
    // One uplink from each leaf of four: spines are the bottleneck of what changes rails there.
    CsrGraph rails = new Rail(NODES, PER_NODE, NODES, 1, 1).generate(LinkSpec.of(50 * GB)).graph();
    Collective straight = place(Operation.ALL_TO_ALL, onRails(rails, false));
    // 4 ranks of a leaf, each to the 21 ranks of other nodes on other rails.
    assertThat(straight.run(Algorithm.DIRECT, S, Mode.BOUND).timeS())
        .isCloseTo(4 * 21.0 / 32 * S / (50 * GB), EXACT);
    Collective relayed = place(Operation.ALL_TO_ALL, onRails(rails, true));
    assertThat(relayed.run(Algorithm.DIRECT, S, Mode.BOUND).timeS())
        .isCloseTo(24.0 / 32 * S / (50 * GB), EXACT);
  }
}
