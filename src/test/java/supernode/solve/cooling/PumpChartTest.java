package supernode.solve.cooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.MonotoneCurve.Point;

class PumpChartTest {
  @Test
  void pumpAndSystemCurvesCrossAtTheDutyPoint() {
    CoolingSolution s = CoolingSolverTest.solved(RackSample.expanded());
    PumpChart chart = PumpChart.of(s, 0).orElseThrow();
    assertThat(chart.system())
        .anySatisfy(p -> {
          assertThat(p.x()).isCloseTo(chart.duty().x(), withinPercentage(0.01));
          assertThat(p.y()).isCloseTo(chart.duty().y(), withinPercentage(0.01));
        });
    assertThat(chart.system()).hasSize(9).isSortedAccordingTo(Comparator.comparingDouble(Point::y));
    assertThat(chart.pump().getFirst().y()).isGreaterThan(chart.duty().y());
    assertThat(s.flow().flowM3S(0)).isCloseTo(chart.duty().x(), withinPercentage(1e-9));
  }

  @Test
  void aPumpThatStandsStillHasNoCurve() {
    CoolingProblem problem = RackSample.expanded();
    CoolingSolution s = CoolingSolverTest.solved(problem.withLaw(0, new Closed()));
    assertThat(PumpChart.of(s, 0)).isEmpty();
  }
}
