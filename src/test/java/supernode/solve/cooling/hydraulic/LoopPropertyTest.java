package supernode.solve.cooling.hydraulic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** Symmetry, scaling and order of flows in loops of any size. */
class LoopPropertyTest {
  private static final double RHO = 1010;
  private static final double MU = 1.353e-3;

  private static HydraulicSolution solved(List<HydraulicNode> nodes, List<HydraulicLink> links) {
    var outcome = HydraulicSolver.solve(new HydraulicNetwork(nodes, links), RHO, MU);
    assertThat(outcome.whyNot()).isEmpty();
    return outcome.asOptional().orElseThrow();
  }

  private static HydraulicLink link(int from, int to, LinkLaw law) {
    return HydraulicLink.of(from + " to " + to, from, to, law);
  }

  private static List<HydraulicNode> nodes(int count) {
    List<HydraulicNode> nodes = new ArrayList<>();
    nodes.add(HydraulicNode.vessel("vessel", 0, 2e5));
    for (int i = 1; i < count; i++) {
      nodes.add(HydraulicNode.at("n" + i, 0));
    }
    return nodes;
  }

  /** Equal to a part in a million, or to what the mass balance of the whole loop leaves open. */
  private static Offset<Double> asBalanced(double expected, HydraulicSolution s) {
    double largest = 0;
    for (int k = 0; k < s.network().links().size(); k++) {
      largest = Math.max(largest, Math.abs(s.massFlowKgS(k)));
    }
    return offset(1e-6 * Math.abs(expected) + 1e-12 * largest);
  }

  private static Pump pump(double speed) {
    return new Pump(PumpCurve.ofPoint(2e-3, 20), speed);
  }

  /** A ladder of losses without friction: the pump in link 0, the mains and rungs after it. */
  private static List<HydraulicLink> ladder(Random random, int rungs, double speed, double times) {
    List<HydraulicLink> links = new ArrayList<>();
    links.add(link(0, 1, pump(speed)));
    for (int i = 0; i < rungs; i++) {
      int here = i + 1;
      if (i > 0) {
        links.add(link(here - 1, here, new Pipe(0, 0.03, 0, times * random.nextDouble(0.1, 3))));
      }
      links.add(link(here, 0, new Pipe(0, 0.012, 0, times * random.nextDouble(0.5, 20))));
    }
    return links;
  }

  @Property(tries = 60)
  void pumpSpeedScalesFlowHeadAndPower(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int rungs,
      @ForAll @DoubleRange(min = 0.2, max = 1.3) double speed) {
    List<HydraulicNode> nodes = nodes(rungs + 1);
    HydraulicSolution full = solved(nodes, ladder(new Random(seed), rungs, 1, 1));
    HydraulicSolution other = solved(nodes, ladder(new Random(seed), rungs, speed, 1));
    for (int k = 0; k < full.network().links().size(); k++) {
      double scaled = speed * full.massFlowKgS(k);
      assertThat(other.massFlowKgS(k)).isCloseTo(scaled, asBalanced(scaled, full));
    }
    assertThat(other.lossPa(0)).isCloseTo(speed * speed * full.lossPa(0), withinPercentage(1e-4));
    assertThat(other.lossPa(0) * other.flowM3S(0))
        .isCloseTo(Math.pow(speed, 3) * full.lossPa(0) * full.flowM3S(0), withinPercentage(1e-4));
  }

  @Property(tries = 60)
  void fourTimesTheLossesHalveTheFlowAtFixedHead(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int rungs) {
    List<HydraulicNode> nodes = nodes(rungs + 1);
    nodes.add(HydraulicNode.vessel("high", 0, 3e5));
    HydraulicSolution[] both = new HydraulicSolution[2];
    for (int i = 0; i < 2; i++) {
      List<HydraulicLink> links = ladder(new Random(seed), rungs, 1, i == 0 ? 1 : 4);
      links.set(0, link(rungs + 1, 1, new Pipe(0, 0.03, 0, i == 0 ? 1 : 4)));
      both[i] = solved(nodes, links);
    }
    for (int k = 0; k < 2 * rungs; k++) {
      double half = both[0].massFlowKgS(k) / 2;
      assertThat(both[1].massFlowKgS(k)).isCloseTo(half, asBalanced(half, both[0]));
    }
  }

  @Property(tries = 60)
  void equalRacksOfAReverseReturnAreMirrored(
      @ForAll @IntRange(min = 2, max = 24) int racks,
      @ForAll @DoubleRange(min = 0.02, max = 0.05) double boreM,
      @ForAll @DoubleRange(min = 0.3, max = 3) double rackKv) {
    LinkLaw main = new Pipe(1.2, boreM, 1.5e-5, 0.5);
    List<HydraulicLink> links = new ArrayList<>();
    for (int i = 0; i < racks; i++) {
      links.add(link(1 + 2 * i, 2 + 2 * i, new FlowCoefficient(rackKv)));
    }
    links.add(link(0, 1, pump(1)));
    for (int i = 1; i < racks; i++) {
      links.add(link(2 * i - 1, 2 * i + 1, main));
      links.add(link(2 * i, 2 * i + 2, main));
    }
    links.add(link(2 * racks, 0, new Pipe(1, 0.05, 0, 0)));
    HydraulicSolution s = solved(nodes(2 * racks + 1), links);
    for (int i = 0; i < racks / 2; i++) {
      double mirrored = s.massFlowKgS(racks - 1 - i);
      assertThat(s.massFlowKgS(i)).isCloseTo(mirrored, asBalanced(mirrored, s));
    }
  }

  @Property(tries = 100)
  void aStubChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int size) {
    HydraulicNetwork plain = NetworkPropertyTest.random(seed, size);
    List<HydraulicNode> nodes = new ArrayList<>(plain.nodes());
    nodes.add(HydraulicNode.at("stub", 1));
    List<HydraulicLink> links = new ArrayList<>(plain.links());
    links.add(link(Math.floorMod((int) seed, size), size, new Pipe(3, 0.02, 0, 0)));
    HydraulicSolution a = solved(plain.nodes(), plain.links());
    HydraulicSolution b = solved(nodes, links);
    assertThat(b.massFlowKgS(links.size() - 1)).isCloseTo(0, offset(1e-9));
    // Iterations end elsewhere: next to rest a head of 1e-7 m still drives a little.
    double largest = 0.1;
    for (int k = 0; k < plain.links().size(); k++) {
      largest = Math.max(largest, Math.abs(a.massFlowKgS(k)));
    }
    for (int k = 0; k < plain.links().size(); k++) {
      assertThat(b.massFlowKgS(k)).isCloseTo(a.massFlowKgS(k), offset(1e-7 * largest));
    }
  }

  @Property(tries = 60)
  void shuttingARungNeverRaisesTheTotal(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int rungs) {
    List<HydraulicNode> nodes = nodes(rungs + 1);
    List<HydraulicLink> links = ladder(new Random(seed), rungs, 1, 1);
    double open = solved(nodes, links).flowM3S(0);
    int rung = Math.floorMod((int) seed, rungs);
    int shut = rung == 0 ? 1 : 2 * rung + 1;
    assertThat(links.get(shut).to()).isZero();
    links.set(shut, link(rung + 1, 0, new Closed()));
    assertThat(solved(nodes, links).flowM3S(0)).isLessThanOrEqualTo(open * (1 + 1e-9));
  }
}
