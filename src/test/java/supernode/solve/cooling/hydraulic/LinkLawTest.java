package supernode.solve.cooling.hydraulic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.MonotoneCurve.Point;

class LinkLawTest {
  private static final double LPM = 1e-3 / 60;

  private static Loss at(LinkLaw law, double flowM3S, double density, double viscosity) {
    Loss loss = new Loss();
    law.evaluate(flowM3S, density, viscosity, loss);
    return loss;
  }

  @Test
  void laminarTubeFollowsHagenAndPoiseuille() {
    Pipe pipe = new Pipe(1, 6e-3, 0, 0);
    double mu = Fluid.PG25.viscosity(20);
    double rho = Fluid.PG25.density(20);
    assertThat(pipe.reynolds(0.5 * LPM, rho, mu)).isCloseTo(737.14, withinPercentage(0.01));
    assertThat(pipe.velocity(0.5 * LPM)).isCloseTo(0.29473, withinPercentage(0.01));
    assertThat(Friction.factor(737.14, 0)).isCloseTo(0.086822, withinPercentage(0.01));
    assertThat(at(pipe, 0.5 * LPM, rho, mu).pressurePa).isCloseTo(640.61, withinPercentage(0.01));
  }

  @Test
  void turbulentPipeFollowsSwameeAndJain() {
    Pipe pipe = new Pipe(10, 50e-3, 1.5e-6, 0);
    double q = 120 * LPM;
    assertThat(pipe.reynolds(q, 998.298, 1.001535e-3)).isCloseTo(50765, withinPercentage(0.01));
    assertThat(pipe.velocity(q)).isCloseTo(1.01859, withinPercentage(0.01));
    assertThat(Friction.factor(50765, 3e-5)).isCloseTo(0.0208143, withinPercentage(0.01));
    assertThat(at(pipe, q, 998.298, 1.001535e-3).pressurePa)
        .isCloseTo(2155.87, withinPercentage(0.01));
  }

  /** Swamee and Jain are within 1 % of Colebrook and White, here solved to rounding. */
  @Test
  void turbulentFrictionIsNextToColebrook() {
    double root = 1 / Math.sqrt(Friction.factor(50765, 3e-5));
    for (int i = 0; i < 60; i++) {
      root = -2 * Math.log10(3e-5 / 3.7 + 2.51 * root / 50765);
    }
    assertThat(1 / (root * root)).isCloseTo(0.0209300, withinPercentage(0.01));
    assertThat(Friction.factor(50765, 3e-5)).isCloseTo(1 / (root * root), withinPercentage(1));
  }

  @Test
  void hoseWithFittings() {
    Pipe hose = new Pipe(2.5, 8e-3, 1.5e-6, 25);
    assertThat(hose.reynolds(6 * LPM, 1014.90, 1.77611e-3))
        .isCloseTo(9094.4, withinPercentage(0.01));
    assertThat(Friction.factor(9094.4, 1.5e-6 / 8e-3)).isCloseTo(0.032112, withinPercentage(0.01));
    assertThat(at(hose, 6 * LPM, 1014.90, 1.77611e-3).pressurePa)
        .isCloseTo(70365, withinPercentage(0.01));
  }

  @Property
  void frictionHasNoJumps(@ForAll @DoubleRange(min = 0, max = 0.05) double rough) {
    for (double edge : new double[] {Friction.LAMINAR, Friction.TURBULENT}) {
      double below = edge * (1 - 1e-9);
      double above = edge * (1 + 1e-9);
      assertThat(Friction.factor(below, rough))
          .isCloseTo(Friction.factor(above, rough), withinPercentage(1e-5));
      assertThat(Friction.slope(below, rough))
          .isCloseTo(Friction.slope(above, rough), withinPercentage(1e-3));
    }
  }

  @Property
  void slopesAreTheDerivativesOfLosses(@ForAll @DoubleRange(min = 0.01, max = 60) double lpm) {
    double q = lpm * LPM;
    everyLaw()
        // A pump is given a slope where its curve starts level.
        .filter(law -> !(law instanceof Pump) || q > 0.02 * law.typicalFlowM3S())
        .forEach(law -> {
          double h = 1e-6 * q;
          double slope =
              (at(law, q + h, 1010, 1.5e-3).pressurePa - at(law, q - h, 1010, 1.5e-3).pressurePa)
                  / (2 * h);
          assertThat(at(law, q, 1010, 1.5e-3).slopePaSM3)
              .as(law.toString())
              .isCloseTo(slope, withinPercentage(0.01));
        });
  }

  @Property
  void lossesAreOddAndRise(@ForAll @DoubleRange(min = 0, max = 60) double lpm) {
    double q = lpm * LPM;
    everyLaw()
        .filter(law -> !(law instanceof Pump))
        .forEach(law -> {
          Loss forward = at(law, q, 1010, 1.5e-3);
          Loss backward = at(law, -q, 1010, 1.5e-3);
          assertThat(backward.pressurePa).isEqualTo(-forward.pressurePa);
          assertThat(forward.slopePaSM3).isPositive();
          assertThat(at(law, q + 1e-6, 1010, 1.5e-3).pressurePa).isGreaterThan(forward.pressurePa);
        });
  }

  private static Stream<LinkLaw> everyLaw() {
    List<Point> table = List.of(new Point(5 * LPM, 4e3), new Point(10 * LPM, 15e3));
    return Stream.of(
        new Pipe(2.5, 8e-3, 1.5e-6, 25),
        new Pipe(0, 38e-3, 1.5e-5, 2),
        new Quadratic(1e7, 1e11, 1000, 1e-3, 5 * LPM),
        new PowerLaw(2 * LPM, 30e3, 1.8, 1010, 1.353e-3),
        LossTable.of(table, 1010, 1.353e-3),
        new FlowCoefficient(0.9),
        Series.of(new FlowCoefficient(2.6), new Pipe(1, 10e-3, 7e-6, 0)),
        new Pump(PumpCurve.ofPoint(30 * LPM, 21), 0.9));
  }

  @Test
  void flowCoefficientGivesOneBarAtItsFlowOfWater() {
    assertThat(at(new FlowCoefficient(0.9), 0.9 / 3600, 1000, 1e-3).pressurePa)
        .isCloseTo(1e5, withinPercentage(1e-9));
    // Catalogue, UQD04 with PG25: 7.3 kPa at 4 L/min.
    assertThat(at(new FlowCoefficient(0.9), 4 * LPM, 1020, 1e-3).pressurePa)
        .isCloseTo(7.3e3, withinPercentage(1));
  }

  @Test
  void oneRatedPointGivesTheWholePlate() {
    PowerLaw plate = new PowerLaw(2 * LPM, 30e3, 1.8, 1010, 1.353e-3);
    assertThat(at(plate, 2 * LPM, 1010, 1.353e-3).pressurePa).isCloseTo(30e3, offset(1e-6));
    assertThat(at(plate, 4 * LPM, 1010, 1.353e-3).pressurePa)
        .isCloseTo(30e3 * Math.pow(2, 1.8), withinPercentage(1e-9));
    double colder = at(plate, 2 * LPM, 1010, 2 * 1.353e-3).pressurePa;
    assertThat(colder).isCloseTo(30e3 * Math.pow(2, 0.2), withinPercentage(1e-9));
  }

  @Test
  void measuredCurvesAreMet() {
    LossTable table =
        LossTable.of(
            List.of(new Point(LPM, 2e3), new Point(2 * LPM, 7e3), new Point(3 * LPM, 15e3)),
            1e3,
            1e-3);
    assertThat(at(table, 2 * LPM, 1e3, 1e-3).pressurePa).isCloseTo(7e3, offset(1e-6));
    assertThat(
            LossTable.of(List.of(new Point(LPM, 2e3), new Point(2 * LPM, 1e3)), 1e3, 1e-3).fault())
        .isPresent();
  }

  @Test
  void threePointsGiveThePumpCurve() {
    PumpCurve.Power curve =
        (PumpCurve.Power) PumpCurve.ofPoints(50, 2000, 40, 3500, 22); // L/min here, to read B
    assertThat(curve.exponent()).isCloseTo(1.83987, offset(1e-5));
    assertThat(curve.factor()).isCloseTo(8.443824e-06, withinPercentage(1e-3));
    assertThat(curve.headM(3500)).isCloseTo(22, offset(1e-9));
  }

  @Test
  void onePointGivesThePumpCurve() {
    PumpCurve.Power curve = (PumpCurve.Power) PumpCurve.ofPoint(1800, 21);
    assertThat(curve.shutoffHeadM()).isCloseTo(28, offset(1e-9));
    assertThat(curve.factor()).isCloseTo(2.160494e-6, withinPercentage(1e-4));
    assertThat(curve.headM(3600)).isCloseTo(0, offset(1e-9));
  }

  @Test
  void aPumpFollowsAffinity() {
    Pump full = new Pump(PumpCurve.ofPoints(50, 0.033, 40, 0.058, 22), 1);
    Pump slow = new Pump(full.curve(), 0.7);
    assertThat(slow.headM(0.7 * 0.04)).isCloseTo(0.49 * full.headM(0.04), withinPercentage(1e-9));
  }

  @Test
  void aHumpedPumpCurveIsRefused() {
    PumpCurve humped =
        PumpCurve.ofTable(List.of(new Point(0, 30), new Point(0.01, 32), new Point(0.02, 20)));
    assertThat(new Pump(humped, 1).fault()).isPresent();
    assertThat(new Pump(PumpCurve.ofPoints(30, 0.01, 32, 0.02, 20), 1).fault()).isPresent();
  }
}
