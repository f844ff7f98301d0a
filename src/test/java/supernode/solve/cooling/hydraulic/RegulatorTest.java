package supernode.solve.cooling.hydraulic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** Valves that keep a pressure or a flow, in networks small enough for closed forms. */
class RegulatorTest {
  private static final double RHO = 1000;
  private static final double MU = 1e-3;

  /** Loses 1 bar at 1 m3/h. */
  private static final LinkLaw LINE = new FlowCoefficient(1);

  private static final LinkLaw WIDE = new FlowCoefficient(100);

  private static HydraulicSolution solved(HydraulicNetwork network) {
    Outcome<HydraulicSolution> outcome = HydraulicSolver.solve(network, RHO, MU);
    assertThat(outcome.whyNot()).isEmpty();
    return outcome.asOptional().orElseThrow();
  }

  private static HydraulicNode node(String label) {
    return HydraulicNode.at(label, 0);
  }

  private static HydraulicNode tap(String label, double m3h) {
    return new HydraulicNode(label, 0, OptionalDouble.empty(), m3h / 3600 * RHO);
  }

  private static double m3h(HydraulicSolution s, int link) {
    return s.flowM3S(link) * 3600;
  }

  /** High vessel, line, valve from node 1 to node 2, line, low vessel. */
  private static HydraulicNetwork inLine(LinkLaw valve, double highPa, double lowPa) {
    return new HydraulicNetwork(
        List.of(
            HydraulicNode.vessel("high", 0, highPa),
            node("before"),
            node("behind"),
            HydraulicNode.vessel("low", 0, lowPa)),
        List.of(
            HydraulicLink.of("first", 0, 1, LINE),
            HydraulicLink.of("valve", 1, 2, valve),
            HydraulicLink.of("second", 2, 3, LINE)));
  }

  @Test
  void aReducingValveHoldsThePressureBehindIt() {
    HydraulicSolution s = solved(inLine(new PressureReducing(2e5, WIDE), 9e5, 1e5));
    assertThat(s.state(1)).isEqualTo(LinkState.REGULATING);
    assertThat(s.pressurePa(2)).isEqualTo(2e5);
    assertThat(m3h(s, 2)).isCloseTo(1, withinPercentage(1e-7));
    assertThat(m3h(s, 1)).isCloseTo(1, withinPercentage(1e-7));
    assertThat(s.pressurePa(1)).isCloseTo(8e5, withinPercentage(1e-7));
    assertThat(s.lossPa(1)).isCloseTo(6e5, withinPercentage(1e-7));
  }

  @Test
  void aReducingValveStandsOpenBelowItsSetting() {
    HydraulicSolution s = solved(inLine(new PressureReducing(8e5, WIDE), 9e5, 1e5));
    assertThat(s.state(1)).isEqualTo(LinkState.OPEN);
    assertThat(m3h(s, 0)).isCloseTo(Math.sqrt(8 / (2 + 1e-4)), withinPercentage(1e-5));
    assertThat(s.notices()).contains(new Notice(Notice.Kind.OUT_OF_REACH, "valve"));
  }

  @Test
  void pressureRegulatorsLetNothingBack() {
    for (LinkLaw valve :
        List.of(new PressureReducing(2e5, WIDE), new PressureSustaining(2e5, WIDE))) {
      HydraulicSolution s = solved(inLine(valve, 1e5, 9e5));
      assertThat(s.state(1)).isEqualTo(LinkState.SHUT);
      assertThat(m3h(s, 0)).isCloseTo(0, offset(1e-9));
    }
  }

  @Test
  void aSustainingValveHoldsThePressureBeforeIt() {
    HydraulicSolution s = solved(inLine(new PressureSustaining(5e5, WIDE), 9e5, 1e5));
    assertThat(s.state(1)).isEqualTo(LinkState.OPEN);
    HydraulicSolution t = solved(inLine(new PressureSustaining(8e5, WIDE), 9e5, 1e5));
    assertThat(t.state(1)).isEqualTo(LinkState.REGULATING);
    assertThat(t.pressurePa(1)).isEqualTo(8e5);
    assertThat(m3h(t, 1)).isCloseTo(1, withinPercentage(1e-7));
    assertThat(t.pressurePa(2)).isCloseTo(2e5, withinPercentage(1e-7));
  }

  @Test
  void aFlowControlLimitsAndOtherwiseStandsOpen() {
    HydraulicSolution s = solved(inLine(new FlowControl(1.0 / 3600, WIDE), 9e5, 1e5));
    assertThat(s.state(1)).isEqualTo(LinkState.REGULATING);
    assertThat(m3h(s, 0)).isCloseTo(1, withinPercentage(1e-7));
    assertThat(s.lossPa(1)).isCloseTo(6e5, withinPercentage(1e-7));
    HydraulicSolution t = solved(inLine(new FlowControl(3.0 / 3600, WIDE), 9e5, 1e5));
    assertThat(t.state(1)).isEqualTo(LinkState.OPEN);
    assertThat(m3h(t, 0)).isCloseTo(Math.sqrt(8 / (2 + 1e-4)), withinPercentage(1e-5));
  }

  @Test
  void aBreakerTakesItsDropWhateverTheFlow() {
    HydraulicSolution s = solved(inLine(new PressureBreaker(6e5, WIDE), 9e5, 1e5));
    assertThat(m3h(s, 0)).isCloseTo(1, withinPercentage(1e-5));
  }

  @Test
  void aReducingValveBesideALineFeedsWhatTheLineDoesNot() {
    // The zone draws 2 m3/h at 3 bar; the line beside brings sqrt(1) of it from 4 bar.
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(HydraulicNode.vessel("high", 0, 4e5), node("before"), tap("zone", 2)),
            List.of(
                HydraulicLink.of("main", 0, 1, LINE),
                HydraulicLink.of("valve", 1, 2, new PressureReducing(2.5e5, WIDE)),
                HydraulicLink.of("beside", 1, 2, new FlowCoefficient(0.5))));
    HydraulicSolution s = solved(network);
    // Main 2 m3/h: 4 bar lost, so the valve cannot hold 2.5 bar and stands open.
    assertThat(s.state(1)).isEqualTo(LinkState.OPEN);
    HydraulicNetwork strong =
        new HydraulicNetwork(
            List.of(HydraulicNode.vessel("high", 0, 9e5), node("before"), tap("zone", 2)),
            network.links());
    HydraulicSolution t = solved(strong);
    assertThat(t.state(1)).isEqualTo(LinkState.REGULATING);
    assertThat(t.pressurePa(1)).isCloseTo(5e5, withinPercentage(1e-7));
    assertThat(m3h(t, 2)).isCloseTo(0.5 * Math.sqrt(2.5), withinPercentage(1e-7));
    assertThat(m3h(t, 1) + m3h(t, 2)).isCloseTo(2, withinPercentage(1e-9));
  }

  @Test
  void aFlowControlThatAlonefeedsAZoneStandsOpen() {
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(HydraulicNode.vessel("high", 0, 9e5), tap("zone", 2)),
            List.of(HydraulicLink.of("valve", 0, 1, new FlowControl(1.0 / 3600, WIDE))));
    HydraulicSolution s = solved(network);
    assertThat(m3h(s, 0)).isCloseTo(2, withinPercentage(1e-9));
    assertThat(s.notices()).contains(new Notice(Notice.Kind.OUT_OF_REACH, "valve"));
  }

  @Test
  void aChainOfReducingValvesHoldsEachZone() {
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(
                HydraulicNode.vessel("high", 0, 9e5),
                node("a"),
                tap("b", 1),
                node("c"),
                tap("d", 1)),
            List.of(
                HydraulicLink.of("in", 0, 1, LINE),
                HydraulicLink.of("first", 1, 2, new PressureReducing(4e5, WIDE)),
                HydraulicLink.of("between", 2, 3, LINE),
                HydraulicLink.of("second", 3, 4, new PressureReducing(2e5, WIDE))));
    HydraulicSolution s = solved(network);
    assertThat(m3h(s, 1)).isCloseTo(2, withinPercentage(1e-9));
    assertThat(s.pressurePa(1)).isCloseTo(5e5, withinPercentage(1e-7));
    assertThat(s.pressurePa(2)).isEqualTo(4e5);
    assertThat(s.pressurePa(3)).isCloseTo(3e5, withinPercentage(1e-7));
    assertThat(s.pressurePa(4)).isEqualTo(2e5);
  }

  @Test
  void twoSetPointsAtOneNodeAreNamed() {
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(HydraulicNode.vessel("high", 0, 9e5), node("a"), tap("zone", 1)),
            List.of(
                HydraulicLink.of("in", 0, 1, LINE),
                HydraulicLink.of("one", 1, 2, new PressureReducing(4e5, WIDE)),
                HydraulicLink.of("other", 1, 2, new PressureReducing(2e5, WIDE))));
    Text why = HydraulicSolver.solve(network, RHO, MU).whyNot().orElseThrow();
    assertThat(why).isEqualTo(Text.of("cooling.fault.conflict", "other", "one", "zone"));
  }

  @Test
  void whatNothingFeedsIsNamedAndTheRestIsSolved() {
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(
                HydraulicNode.vessel("high", 0, 2e5),
                HydraulicNode.vessel("low", 0, 1e5),
                tap("dry", 1)),
            List.of(
                HydraulicLink.of("line", 0, 1, LINE),
                HydraulicLink.of("shut", 1, 2, new Closed())));
    HydraulicSolution s = solved(network);
    assertThat(m3h(s, 0)).isCloseTo(1, withinPercentage(1e-7));
    assertThat(s.unfed(2)).isTrue();
    assertThat(s.notices()).contains(new Notice(Notice.Kind.UNFED, "dry"));
  }

  @Test
  void islandsAreAnsweredApart() {
    HydraulicNetwork network =
        new HydraulicNetwork(
            List.of(
                HydraulicNode.vessel("high", 0, 2e5),
                HydraulicNode.vessel("low", 0, 1e5),
                HydraulicNode.vessel("b1", 0, 2e5),
                node("b2")),
            List.of(
                HydraulicLink.of("bad", 2, 3, new Pipe(1, 0, 0, 0)),
                HydraulicLink.of("line", 0, 1, LINE)));
    List<IslandFlow> islands = IslandFlow.solve(network, RHO, MU);
    assertThat(islands).hasSize(2);
    assertThat(islands.getFirst().outcome().asOptional().orElseThrow().flowM3S(0) * 3600)
        .isCloseTo(1, withinPercentage(1e-7));
    assertThat(islands.getLast().nodes()).containsExactly(2, 3);
    assertThat(islands.getLast().outcome().whyNot().orElseThrow().values()).contains("bad");
  }
}
