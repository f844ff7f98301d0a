package supernode.solve.cooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.MonotoneCurve.Point;

class DerivationsTest {
  private static double value(Derivation d, int input) {
    return d.inputs().get(input).value().value();
  }

  @Test
  void aJunctionFollowsFromItsInputs() {
    CoolingSolution s = CoolingSolverTest.solved(RackSample.expanded());
    Derivation die = new Derivations(s).die(0).orElseThrow();
    assertThat(die.value().value())
        .isCloseTo(
            value(die, 0) + value(die, 1) * value(die, 2) + value(die, 3) * value(die, 4),
            within(1e-9));
    Derivation plate = die.inputs().get(0);
    assertThat(plate.value().value())
        .isCloseTo(value(plate, 0) + value(plate, 1) * value(plate, 2), within(1e-9));
    Derivation resistance = plate.inputs().get(1);
    assertThat(resistance.value().value())
        .isCloseTo(
            value(resistance, 0)
                + value(resistance, 1)
                    * Math.pow(value(resistance, 4) / value(resistance, 2), -value(resistance, 3)),
            withinPercentage(1e-6));
    // Back to the set point that the unit keeps.
    Derivation supply = plate.inputs().get(0).inputs().get(0);
    assertThat(supply.place()).isEqualTo("cdu");
    assertThat(supply.inputs().get(0).limiting()).isTrue();
  }

  @Test
  void riseAndPumpFollowFromTheirs() {
    CoolingSolution s = CoolingSolverTest.solved(RackSample.expanded());
    Derivations why = new Derivations(s);
    Derivation rise = why.rise(s.problem().chips().getFirst().link());
    assertThat(rise.value().value())
        .isCloseTo(
            value(rise, 0) / (value(rise, 1) * value(rise, 2) * value(rise, 3)),
            withinPercentage(0.01));
    Derivation pump = why.pump(0);
    assertThat(pump.value().value())
        .isCloseTo(
            value(pump, 0) * value(pump, 1) / (value(pump, 2) * value(pump, 3)),
            withinPercentage(1e-6));
  }

  @Test
  void aFloatingSupplyNamesTheFacility() {
    CoolingSolution s = CoolingSolverTest.solved(RackSample.expanded(45, 1));
    Derivation supply = new Derivations(s).supply(0);
    assertThat(supply.formula().orElseThrow().key()).isEqualTo("cooling.formula.supplySaturated");
    assertThat(supply.inputs().get(0).limiting()).isTrue();
  }

  @Test
  void aStarvedChipHasNoDerivation() {
    CoolingProblem problem = RackSample.expanded();
    CoolingSolution s = CoolingSolverTest.solved(problem.withLaw(0, new Closed()));
    assertThat(new Derivations(s).die(0)).isEmpty();
    assertThat(PumpChart.of(s, 0)).isEmpty();
  }

  @Test
  void everyWordIsInBothLanguages() {
    CoolingSolution s = CoolingSolverTest.solved(RackSample.expanded(45, 1));
    Derivations why = new Derivations(s);
    for (Locale locale : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
      ResourceBundle words = ResourceBundle.getBundle("supernode.messages", locale);
      for (Derivation d :
          List.of(why.die(0).orElseThrow(), why.hbm(0).orElseThrow(), why.back(0))) {
        check(d, words);
      }
    }
  }

  private static void check(Derivation d, ResourceBundle words) {
    assertThat(words.containsKey(d.what().key())).as(d.what().key()).isTrue();
    d.formula().ifPresent(f -> assertThat(words.containsKey(f.key())).as(f.key()).isTrue());
    d.inputs().forEach(input -> check(input, words));
  }

  @Test
  void pumpAndSystemCurvesCrossAtTheDutyPoint() {
    CoolingSolution s = CoolingSolverTest.solved(RackSample.expanded());
    PumpChart chart = PumpChart.of(s, 0).orElseThrow();
    assertThat(chart.system())
        .anySatisfy(p -> {
          assertThat(p.x()).isCloseTo(chart.duty().x(), withinPercentage(0.01));
          assertThat(p.y()).isCloseTo(chart.duty().y(), withinPercentage(0.01));
        });
    assertThat(chart.system()).hasSize(9).isSortedAccordingTo(rising());
    assertThat(chart.pump().getFirst().y()).isGreaterThan(chart.duty().y());
    assertThat(s.flow().flowM3S(0)).isCloseTo(chart.duty().x(), withinPercentage(1e-9));
  }

  private static Comparator<Point> rising() {
    return Comparator.comparingDouble(Point::y);
  }
}
