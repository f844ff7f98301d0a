package supernode.solve.cooling.hydraulic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import supernode.solve.Outcome;
import supernode.solve.cooling.hydraulic.MonotoneCurve.Point;

class HydraulicSolverTest {
  private static final double LPM = 1e-3 / 60;
  private static final double RHO = 1010;
  private static final double MU = 1.353e-3;

  private static HydraulicSolution solved(HydraulicNetwork network) {
    Outcome<HydraulicSolution> outcome = HydraulicSolver.solve(network, RHO, MU);
    assertThat(outcome.whyNot()).isEmpty();
    return outcome.asOptional().orElseThrow();
  }

  private static List<Notice.Kind> kinds(HydraulicSolution solution) {
    return solution.notices().stream().map(Notice::kind).toList();
  }

  private static HydraulicLink link(String label, int from, int to, LinkLaw law) {
    return HydraulicLink.of(label, from, to, law);
  }

  private static HydraulicNode node(String label) {
    return HydraulicNode.at(label, 0);
  }

  @Test
  void parallelBranchesSplitByTheRootOfTheirLosses() {
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(
                new HydraulicNode("in", 0, OptionalDouble.empty(), -1),
                HydraulicNode.vessel("out", 0, 2e5)),
            List.of(
                link("k1", 0, 1, new Pipe(0, 0.02, 0, 1)),
                link("k4", 0, 1, new Pipe(0, 0.02, 0, 4))));
    HydraulicSolution s = solved(network);
    assertThat(s.massFlowKgS(0)).isCloseTo(2.0 / 3, withinPercentage(1e-7));
    assertThat(s.massFlowKgS(1)).isCloseTo(1.0 / 3, withinPercentage(1e-7));
    assertThat(s.inflowKgS(1)).isCloseTo(-1, offset(1e-9));
  }

  private static final PumpCurve CURVE = PumpCurve.ofPoints(40, 100 * LPM, 30, 200 * LPM, 12);

  private static HydraulicNetwork loop(LinkLaw pump, LinkLaw load) {
    return new HydraulicNetwork(
        List.of(HydraulicNode.vessel("return", 0, 1.5e5), node("supply")),
        List.of(link("pump", 0, 1, pump), link("load", 1, 0, load)));
  }

  @Test
  void affinityHoldsInAQuadraticLoop() {
    LinkLaw load = new FlowCoefficient(8);
    HydraulicSolution full = solved(loop(new Pump(CURVE, 1), load));
    HydraulicSolution slow = solved(loop(new Pump(CURVE, 0.6), load));
    assertThat(slow.flowM3S(0)).isCloseTo(0.6 * full.flowM3S(0), withinPercentage(1e-6));
    assertThat(slow.lossPa(1)).isCloseTo(0.36 * full.lossPa(1), withinPercentage(1e-6));
    assertThat(full.lossPa(0)).isCloseTo(-full.lossPa(1), offset(1.0));
  }

  @Test
  void aLoopWithoutPumpRests() {
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(node("a"), node("b")),
            List.of(
                link("hose", 0, 1, new Pipe(2, 0.01, 1e-6, 3)),
                link("plate", 1, 0, new PowerLaw(2 * LPM, 3e4, 1.8, RHO, MU))));
    HydraulicSolution s = solved(network);
    assertThat(s.flowM3S(0)).isCloseTo(0, offset(1e-10));
    assertThat(kinds(s)).contains(Notice.Kind.PINNED, Notice.Kind.NO_DRIVE);
  }

  @Test
  void aDeadHeadedPumpIsReported() {
    HydraulicSolution s = solved(loop(new Pump(CURVE, 1), new Closed()));
    assertThat(s.flowM3S(0)).isCloseTo(0, offset(1e-10));
    assertThat(s.pressurePa(1) - s.pressurePa(0))
        .isCloseTo(40 * RHO * Gravity.M_S2, withinPercentage(1e-6));
    assertThat(s.notices()).contains(new Notice(Notice.Kind.DEAD_HEADED, "pump"));
  }

  @Test
  void aWeakPumpDoesNotRunBackwards() {
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(HydraulicNode.vessel("return", 0, 1.5e5), node("supply")),
            List.of(
                link("strong", 0, 1, new Pump(CURVE, 1)),
                link("weak", 0, 1, new Pump(CURVE, 0.4)),
                link("load", 1, 0, new FlowCoefficient(5))));
    HydraulicSolution s = solved(network);
    assertThat(s.massFlowKgS(1)).isZero();
    assertThat(s.massFlowKgS(0)).isPositive();
    assertThat(s.notices()).contains(new Notice(Notice.Kind.DEAD_HEADED, "weak"));
    // A warm start finds it again when it runs faster.
    Outcome<HydraulicSolution> both =
        HydraulicSolver.solve(
            network.withLaw(1, new Pump(CURVE, 1)), filled(3, RHO), filled(3, MU), Optional.of(s));
    HydraulicSolution b = both.asOptional().orElseThrow();
    assertThat(b.massFlowKgS(1)).isCloseTo(b.massFlowKgS(0), withinPercentage(1e-6));
  }

  private static double[] filled(int n, double value) {
    return IntStream.range(0, n).mapToDouble(_ -> value).toArray();
  }

  @Test
  void aCheckValveShutsAgainstFlow() {
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(HydraulicNode.vessel("high", 0, 3e5), HydraulicNode.vessel("low", 0, 1e5)),
            List.of(
                link("check", 1, 0, CheckValve.ofKv(2)),
                link("pipe", 0, 1, new Pipe(5, 0.02, 0, 0))));
    HydraulicSolution s = solved(network);
    assertThat(s.massFlowKgS(0)).isZero();
    assertThat(s.massFlowKgS(1)).isPositive();
    assertThat(kinds(s)).contains(Notice.Kind.CHECK_SHUT);
  }

  @Test
  void aStubChangesNothingAndHoldsItsHead() {
    HydraulicNetwork plain = loop(new Pump(CURVE, 1), new FlowCoefficient(8));
    List<HydraulicNode> nodes = new ArrayList<>(plain.nodes());
    nodes.add(HydraulicNode.at("stub", 2));
    List<HydraulicLink> links = new ArrayList<>(plain.links());
    links.add(link("to stub", 1, 2, new Pipe(3, 0.02, 0, 0)));
    HydraulicSolution a = solved(plain);
    HydraulicSolution b = solved(new HydraulicNetwork(nodes, links));
    assertThat(b.massFlowKgS(2)).isCloseTo(0, offset(1e-9));
    assertThat(b.massFlowKgS(1)).isCloseTo(a.massFlowKgS(1), withinPercentage(1e-9));
    assertThat(b.headM(2, RHO)).isCloseTo(b.headM(1, RHO), offset(1e-6));
  }

  @Test
  void warmWaterRisesByItself() {
    // A closed loop 10 m high, light fluid going up, heavy coming down.
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(HydraulicNode.vessel("bottom", 0, 2e5), HydraulicNode.at("top", 10)),
            List.of(
                link("up", 0, 1, new Pipe(10, 0.05, 0, 0)),
                link("down", 1, 0, new Pipe(10, 0.05, 0, 0))));
    HydraulicSolution s =
        HydraulicSolver.solve(network, new double[] {990, 1010}, filled(2, MU), Optional.empty())
            .asOptional()
            .orElseThrow();
    assertThat(s.massFlowKgS(0)).isPositive();
    assertThat(s.lossPa(0) + s.lossPa(1)).isCloseTo(20 * Gravity.M_S2 * 10, withinPercentage(0.01));
  }

  @Test
  void badPartsAreNamed() {
    HydraulicNetwork thin = loop(new Pump(CURVE, 1), new Pipe(1, 0, 0, 0));
    assertThat(HydraulicSolver.solve(thin, RHO, MU).whyNot().orElseThrow().values())
        .contains("load");
    PumpCurve humped =
        PumpCurve.ofTable(List.of(new Point(0, 30), new Point(0.01, 32), new Point(0.02, 20)));
    HydraulicNetwork bad = loop(new Pump(humped, 1), new FlowCoefficient(8));
    assertThat(HydraulicSolver.solve(bad, RHO, MU).whyNot().orElseThrow().values())
        .contains("pump");
    HydraulicNetwork nan = loop(new Pump(CURVE, 1), new FlowCoefficient(Double.NaN));
    assertThat(HydraulicSolver.solve(nan, RHO, MU)).isInstanceOf(Outcome.NotApplicable.class);
    HydraulicNetwork unfed =
        new HydraulicNetwork(
            List.of(new HydraulicNode("tap", 0, OptionalDouble.empty(), 1), node("b")),
            List.of(link("pipe", 0, 1, new Pipe(1, 0.01, 0, 0))));
    assertThat(HydraulicSolver.solve(unfed, RHO, MU).whyNot().orElseThrow().values())
        .contains("tap");
  }

  @Test
  void shuttingABranchNeverRaisesTheTotal() {
    List<HydraulicNode> nodes = List.of(HydraulicNode.vessel("return", 0, 1e5), node("supply"));
    double before = -1e-9;
    for (int open = 0; open <= 8; open++) {
      List<HydraulicLink> links = new ArrayList<>();
      links.add(link("pump", 0, 1, new Pump(CURVE, 1)));
      for (int i = 0; i < 8; i++) {
        links.add(link("b" + i, 1, 0, i < open ? new FlowCoefficient(0.9) : new Closed()));
      }
      double total = solved(new HydraulicNetwork(nodes, links)).massFlowKgS(0);
      assertThat(total).isGreaterThanOrEqualTo(before);
      before = total;
    }
  }

  @Test
  void oneBranchCanStandForMany() {
    LinkLaw hose = new Pipe(1, 8e-3, 1e-6, 5);
    LinkLaw plate = new PowerLaw(2 * LPM, 30e3, 1.8, RHO, MU);
    List<HydraulicNode> nodes =
        new ArrayList<>(List.of(HydraulicNode.vessel("return", 0, 1.5e5), node("supply")));
    List<HydraulicLink> links = new ArrayList<>();
    links.add(link("pump", 0, 1, new Pump(CURVE, 1)));
    for (int i = 0; i < 27; i++) {
      int middle = nodes.size();
      nodes.add(node("tray" + i));
      links.add(link("hose" + i, 1, middle, hose));
      for (int j = 0; j < 4; j++) {
        links.add(link("plate" + i + "." + j, middle, 0, plate));
      }
    }
    HydraulicNetwork lumped =
        new HydraulicNetwork(
            List.of(HydraulicNode.vessel("return", 0, 1.5e5), node("supply"), node("tray")),
            List.of(
                link("pump", 0, 1, new Pump(CURVE, 1)),
                new HydraulicLink("hose", 1, 2, hose, 27),
                new HydraulicLink("plate", 2, 0, plate, 108)));
    HydraulicSolution all = solved(new HydraulicNetwork(nodes, links));
    HydraulicSolution few = solved(lumped);
    assertThat(few.massFlowKgS(0)).isCloseTo(all.massFlowKgS(0), withinPercentage(1e-9));
    assertThat(few.massFlowKgS(1)).isCloseTo(all.massFlowKgS(66), withinPercentage(1e-9));
    assertThat(few.massFlowKgS(2)).isCloseTo(all.massFlowKgS(67), withinPercentage(1e-9));
    assertThat(few.pressurePa(2)).isCloseTo(all.pressurePa(15), offset(1e-3));
  }

  @Test
  void fourTimesTheLossHalvesTheFlow() {
    double[] flows = new double[2];
    for (int i = 0; i < 2; i++) {
      double k = i == 0 ? 1 : 4;
      HydraulicNetwork network =
          new HydraulicNetwork(
              List.of(
                  HydraulicNode.vessel("high", 0, 2e5),
                  node("middle"),
                  HydraulicNode.vessel("low", 0, 1e5)),
              List.of(
                  link("a", 0, 1, new Pipe(0, 0.02, 0, 3 * k)),
                  link("b", 1, 2, new Pipe(0, 0.01, 0, k)),
                  link("c", 1, 2, new Pipe(0, 0.015, 0, 2 * k))));
      flows[i] = solved(network).flowM3S(0);
    }
    assertThat(flows[1]).isCloseTo(flows[0] / 2, withinPercentage(1e-6));
  }

  @Test
  void reverseReturnServesEqualRacksInMirroredPairs() {
    int racks = 6;
    LinkLaw main = new Pipe(1.2, 0.03, 1.5e-5, 0.5);
    List<HydraulicNode> nodes = new ArrayList<>(List.of(HydraulicNode.vessel("suction", 0, 1.5e5)));
    List<HydraulicLink> links = new ArrayList<>();
    for (int i = 0; i < racks; i++) {
      nodes.add(node("supply" + i));
      nodes.add(node("return" + i));
      links.add(link("rack" + i, 1 + 2 * i, 2 + 2 * i, new FlowCoefficient(2)));
    }
    links.add(link("pump", 0, 1, new Pump(CURVE, 1)));
    for (int i = 1; i < racks; i++) {
      links.add(link("supply main " + i, 2 * i - 1, 2 * i + 1, main));
      links.add(link("return main " + i, 2 * i, 2 * i + 2, main));
    }
    links.add(link("back", 2 * racks, 0, new Pipe(1, 0.05, 0, 0)));
    HydraulicSolution s = solved(new HydraulicNetwork(nodes, links));
    for (int i = 0; i < racks / 2; i++) {
      assertThat(s.massFlowKgS(i)).isCloseTo(s.massFlowKgS(racks - 1 - i), withinPercentage(1e-7));
    }
    assertThat(s.massFlowKgS(0)).isGreaterThan(s.massFlowKgS(racks / 2));
  }

  @Test
  void aPumpInALineWithItsPipeActsAsOne() {
    LinkLaw pipe = new Pipe(2, 0.03, 1e-5, 1);
    HydraulicSolution together =
        solved(loop(Series.of(new Pump(CURVE, 1), pipe), new FlowCoefficient(8)));
    HydraulicSolution apart =
        solved(loop(new Pump(CURVE, 1), Series.of(pipe, new FlowCoefficient(8))));
    assertThat(together.flowM3S(0)).isCloseTo(apart.flowM3S(0), withinPercentage(1e-7));
  }
}
