package supernode.solve.cooling.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {
  @Test
  void lossesFollowTheLoad() {
    EfficiencyCurve curve =
        new EfficiencyCurve(
            List.of(
                new EfficiencyCurve.Point(0.1, 0.9),
                new EfficiencyCurve.Point(0.5, 0.975),
                new EfficiencyCurve.Point(1, 0.965)));
    assertThat(curve.at(0.3)).isCloseTo(0.9375, within(1e-12));
    assertThat(curve.at(0)).isEqualTo(0.9);
    assertThat(curve.at(2)).isEqualTo(0.965);
    Converter shelves = new Converter("shelves", 33e3, 8, 2, curve);
    Converter.State s = shelves.at(132e3);
    assertThat(s.load()).isCloseTo(0.5, within(1e-12));
    assertThat(s.inputW()).isCloseTo(132e3 / 0.975, within(1e-6));
    assertThat(s.lossW()).isCloseTo(s.inputW() - 132e3, within(1e-6));
    assertThat(s.headroomW()).isCloseTo(66e3, within(1e-6));
    assertThat(shelves.at(0).lossW()).isZero();
    assertThatThrownBy(() -> EfficiencyCurve.constant(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTotalIsTheSumOfItsKinds() {
    PowerBreakdown rack =
        PowerBreakdown.none()
            .plus(PowerKind.ACCELERATOR, 86.4e3)
            .plus(PowerKind.CPU, 10.8e3)
            .plus(PowerKind.FAN, 3e3)
            .plus(PowerKind.ACCELERATOR, 1e3);
    assertThat(rack.totalW()).isCloseTo(101.2e3, within(1e-6));
    assertThat(rack.computeW()).isCloseTo(98.2e3, within(1e-6));
    assertThat(rack.watts(PowerKind.ACCELERATOR)).isCloseTo(87.4e3, within(1e-6));
    assertThat(rack.watts(PowerKind.OPTICS)).isZero();
  }

  @Test
  void effectivenessAddsUp() {
    PowerBreakdown it =
        PowerBreakdown.none().plus(PowerKind.ACCELERATOR, 90e3).plus(PowerKind.FAN, 10e3);
    Pue pue = new Pue(it.totalW(), it.computeW(), 1e3, 1010, 200, 4040, 0, 2e3);
    assertThat(pue.totalW()).isCloseTo(100e3 + 1e3 + 200 + 5050 + 2e3, within(1e-6));
    assertThat(pue.pue()).isCloseTo(1.0825, within(1e-9));
    assertThat(pue.pue() - 1)
        .isCloseTo(pue.coolingPue() - 1 + pue.electricalPue() - 1, within(1e-12));
    assertThat(pue.tue()).isCloseTo(pue.pue() * 100 / 90, within(1e-9));
    assertThat(new Pue(0, 0, 0, 0, 0, 0, 0, 0).pue()).isEqualTo(1);
  }

  /** The stored row of EnergyPlus: 213.27 W of fan at 0.6589 of its air take 64.05 W. */
  @Test
  void fansOfATowerTakeWhatEnergyPlusPrints() {
    assertThat(FanPower.ofTower(213.27).at(0.6589)).isCloseTo(64.05, withinPercentage(0.03));
    assertThat(FanPower.ofTower(213.27).at(1)).isCloseTo(213.27, within(1e-9));
    assertThat(FanPower.ofTower(213.27).at(0)).isZero();
  }

  /** Fan power over air of the EnergyPlus tower in Modelica Buildings (MerkelEnergyPlus). */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.020982275", "0.2, 0.027843038", "0.3, 0.046465108", "0.4, 0.082729139",
    "0.5, 0.142515786", "0.6, 0.231705701", "0.7, 0.356179538", "0.8, 0.521817952",
    "0.9, 0.734501596", "1.0, 1"
  })
  void fansOfATowerFollowTheirRecordedCurve(double air, double power) {
    assertThat(FanPower.ofTower(1).at(air)).isCloseTo(power, within(2e-4));
  }

  /** BAC Trillium TDFS1238N-C60ET40B: 117.68 kW of fans, 4.015 % of 2.931 MW; y^3 below. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.1, 0.001", "0.3, 0.027", "0.6, 0.216", "1, 1"})
  void fansOfADryCoolerFollowTheCube(double air, double power) {
    double ratedW = 0.04015 * 2.931e6;
    assertThat(ratedW).isCloseTo(117.68e3, withinPercentage(0.01));
    assertThat(FanPower.cubic(ratedW).at(air)).isCloseTo(117.68e3 * power, withinPercentage(0.01));
  }

  @Test
  void aPumpDrawsLeastPerFlowAtItsBestPoint() {
    PumpEfficiency pump = new PumpEfficiency.Parabola(0.6, 0.003);
    assertThat(pump.shaftW(0.003, 250e3, 1)).isCloseTo(0.003 * 250e3 / 0.6, withinPercentage(1e-9));
    assertThat(0.0015 * 250e3 / pump.shaftW(0.0015, 250e3, 1)).isCloseTo(0.45, within(1e-9));
    assertThat(pump.shaftW(0, 330e3, 1)).isPositive().isFinite();
    // Affinity: at 0.8 of the speed 0.8^3 of the power.
    assertThat(pump.shaftW(0.8 * 0.002, 0.64 * 280e3, 0.8))
        .isCloseTo(0.512 * pump.shaftW(0.002, 280e3, 1), withinPercentage(1e-9));
    // 180 L/min against 40 psi at half efficiency: 1.65 kW.
    assertThat(new PumpEfficiency.Constant(0.5).shaftW(0.003, 40 * 6894.757293168, 1))
        .isCloseTo(2 * 827.37, within(0.02));
  }
}
