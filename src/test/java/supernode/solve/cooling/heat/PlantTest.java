package supernode.solve.cooling.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.solve.cooling.fluid.Fluid;

/** Plant equipment against published records and closed forms. */
class PlantTest {
  private static final double LPM = 1e-3 / 60;

  /** BAC Trillium TDFS1238N-C60ET40B in Modelica Buildings: 2.931 MW, air 35, 46.11 to 40.55 C. */
  @Test
  void dryCoolerRecordOfModelica() {
    double range = 46.11 - 40.55;
    AirCoil coil = AirCoil.rated(2.931e6, range, 46.11 - 35).orElseThrow();
    assertThat(range / (46.11 - 35)).isCloseTo(0.50045, withinPercentage(0.01));
    double rate = 2.931e6 / range;
    assertThat(coil.ratedUaWK() / rate).isCloseTo(1.1524, withinPercentage(0.01));
    assertThat(coil.ratedUaWK()).isCloseTo(607.5e3, withinPercentage(0.01));
    double liquidKgS = rate / 4180;
    AirCoil whole = coil.withLiquid(liquidKgS);
    double moved = whole.wattsPerInletKelvin(coil.ratedAirKgS(), 1006, liquidKgS, 4180, 35, 46.11);
    assertThat(moved * (46.11 - 35)).isCloseTo(2.931e6, withinPercentage(0.01));
    // Half the air moves more than half of the heat.
    double half =
        whole.wattsPerInletKelvin(coil.ratedAirKgS() / 2, 1006, liquidKgS, 4180, 35, 46.11);
    assertThat(half / moved).isBetween(0.5, 0.8);
  }

  private static final double WATER_KG_S = 1.09317e-3 * Fluid.WATER.density(30);
  private static final double WATER_CP = Fluid.WATER.heatCapacity(30);

  private static WetTower tower() {
    double air = 0.56124 * MoistAir.density(35, 25.6);
    return WetTower.rated(25.6, 5.5, 3.9, WATER_KG_S, WATER_CP, air).orElseThrow();
  }

  /** EnergyPlus, variable speed Merkel tower at its design: 29.5 C, 25.1 kW. */
  @Test
  void towerAtItsDesign() {
    double perK =
        tower().wattsPerInletKelvin(tower().ratedAirKgS(), 1006, WATER_KG_S, WATER_CP, 25.6, 35);
    assertThat(perK * (35 - 25.6)).isCloseTo(25.1e3, withinPercentage(1));
    assertThat(35 - perK * (35 - 25.6) / (WATER_KG_S * WATER_CP)).isCloseTo(29.5, within(0.05));
  }

  /** A stored row of EnergyPlus: fan at 0.6589, 24.55 wet, 37.07 C in: 31.49 C out, 25.39 kW. */
  @Test
  void towerRowOfEnergyPlus() {
    double air = 0.6589 * 0.56124 * MoistAir.density(27.8, 24.55);
    double perK = tower().wattsPerInletKelvin(air, 1006, 1.089, WATER_CP, 24.55, 37.07);
    double heat = perK * (37.07 - 24.55);
    assertThat(heat).isCloseTo(25.39e3, withinPercentage(1));
    assertThat(37.07 - heat / (1.089 * WATER_CP)).isCloseTo(31.49, withinPercentage(1));
  }

  @Property
  void aTowerNeverCoolsBelowTheWetBulb(
      @ForAll @DoubleRange(min = 5, max = 28) double wetBulb,
      @ForAll @DoubleRange(min = 1, max = 25) double above,
      @ForAll @DoubleRange(min = 0.1, max = 1) double air) {
    double in = wetBulb + above;
    double perK =
        tower()
            .wattsPerInletKelvin(
                air * tower().ratedAirKgS(), 1006, WATER_KG_S, WATER_CP, wetBulb, in);
    assertThat(in - perK * above / (WATER_KG_S * WATER_CP)).isBetween(wetBulb, in);
  }

  /** A cold plate by CFD (ToAIz 2026): 1,400 W, rise at four pressure drops; flow by its root. */
  @Test
  void gb300ColdPlateCurve() {
    double[] pressureKPa = {2.6, 9.3, 38.2, 108.5};
    double[] resistanceKW = {0.0352, 0.0292, 0.0268, 0.0251};
    double[] riseK = {49.3, 40.9, 37.5, 35.2};
    List<PlateResistance.Point> points = new java.util.ArrayList<>();
    for (int i = 0; i < 4; i++) {
      assertThat(riseK[i] / 1400).isCloseTo(resistanceKW[i], withinPercentage(0.3));
      // At 20 L/min the last: turbulent loss goes with flow^1.8.
      double flow = 20 * LPM * Math.pow(pressureKPa[i] / pressureKPa[3], 1 / 1.8);
      points.add(new PlateResistance.Point(flow, resistanceKW[i]));
    }
    PlateResistance fit =
        PlateResistance.fitted(points, PlateResistance.Reference.INLET).orElseThrow();
    assertThat(fit.floorKW()).isBetween(0.02, 0.0251);
    for (PlateResistance.Point p : points) {
      assertThat(fit.at(p.flowM3S())).isCloseTo(p.resistanceKW(), withinPercentage(2));
    }
    assertThat(PlateResistance.fitted(points.subList(0, 2), PlateResistance.Reference.INLET))
        .isEmpty();
  }

  /** OCP practice: 1.25 to 2 L/min per kW, at 1.5 about 10 K. */
  @ParameterizedTest
  @CsvSource({"1.25, 12.0", "1.35, 11.094", "1.5, 9.985", "2.0, 7.489"})
  void ocpFlowPerKilowatt(double lpmPerKW, double riseK) {
    double mass = lpmPerKW * LPM * Fluid.PG25.density(35);
    assertThat(1000 / (mass * Fluid.PG25.heatCapacity(35))).isCloseTo(riseK, withinPercentage(0.3));
  }

  @Test
  void aBathIsWarmerThanItsWaterByItsRating() {
    double rate = 2 * 4180.0;
    double conductance = Bath.rated(120e3, 20, 2, 4180).orElseThrow();
    // Ten equal packages: each sees a tenth of exchanger and water.
    Bath share = new Bath(conductance / 10, OptionalDouble.empty());
    ChipPackage chip =
        new ChipPackage(
            "chip", 0, 12e3, 0, 0, share, ChipStack.ofDie(0), 85, OptionalDouble.empty());
    ChipState.Cooled s = (ChipState.Cooled) chip.state(1e-3, 30, 30 + 120e3 / rate);
    // The coolant's rise of all ten is seen as that of this one alone.
    double own = 12e3 / (rate / 10);
    assertThat(30 + own).isCloseTo(30 + 120e3 / rate, within(1e-9));
    assertThat(s.plateC()).isCloseTo(50, within(1e-6));
    Bath boiling = new Bath(conductance / 10, OptionalDouble.of(61));
    ChipPackage wet =
        new ChipPackage(
            "chip", 0, 12e3, 0, 0, boiling, ChipStack.ofDie(1e-3), 85, OptionalDouble.empty());
    ChipState.Cooled b = (ChipState.Cooled) wet.state(1e-3, 30, 30 + 120e3 / rate);
    assertThat(b.plateC()).isEqualTo(61);
    assertThat(b.dieC()).isCloseTo(73, within(1e-9));
  }

  /**
   * A source as large as its plate spreads nothing; a small one on a half-space about 1/(2 k a).
   */
  @Test
  void spreadingHasItsLimits() {
    Spreading none = new Spreading(1e-3, 1e-3, 3e-3, 390, 5e3);
    assertThat(none.meanKW()).isZero();
    double a = 1e-3;
    Spreading small = new Spreading(Math.PI * a * a, 1, 1, 390, 1e6);
    // Exact on a half-space: 8 / (3 pi^2 k a) on the mean, 1 / (pi k a) at most.
    assertThat(small.meanKW())
        .isCloseTo(8 / (3 * Math.PI * Math.PI * 390 * a), withinPercentage(8));
    assertThat(small.mostKW()).isCloseTo(1 / (Math.PI * 390 * a), withinPercentage(8));
    assertThat(new Spreading(1e-4, 1e-3, 3e-3, 390, 5e3).mostKW())
        .isGreaterThan(new Spreading(1e-4, 1e-3, 3e-3, 390, 5e3).meanKW());
  }

  @ParameterizedTest
  @CsvSource({"0.10, 0.0143", "0.20, 0.0085", "0.30, 0.0061"})
  void leakageGrowsAsCalibrated(double share, double beta) {
    Leakage l = Leakage.ofShare(share);
    assertThat(l.betaPerK()).isCloseTo(beta, within(6e-5));
    assertThat(l.factor(85)).isCloseTo(1.12, within(1e-9));
    assertThat(l.factor(30)).isCloseTo(1, within(1e-12));
  }

  @Test
  void moistAirMeetsTheTables() {
    // ASHRAE: saturation 2.3392 kPa at 20 C; 25 C and 50 % have a wet bulb of 17.9 and 13.9 dew.
    assertThat(MoistAir.saturationPa(20)).isCloseTo(2339.2, withinPercentage(0.05));
    double dew = MoistAir.dewPointC(25, 0.5);
    assertThat(dew).isCloseTo(13.9, within(0.05));
    assertThat(MoistAir.wetBulbC(25, dew)).isCloseTo(17.9, within(0.1));
    assertThat(MoistAir.density(20, 20))
        .isLessThan(MoistAir.density(20, 5))
        .isCloseTo(1.19, within(0.01));
  }

  @Test
  void aChillerNeedsMoreWorkWhenItIsWarmOutside() {
    Compression c = Compression.rated(1e6, 6, 20, 35);
    assertThat(c.coefficient(20, 35)).isCloseTo(6, within(1e-12));
    assertThat(c.carnotShare()).isBetween(0.45, 0.6);
    assertThat(c.coefficient(20, 25)).isGreaterThan(8);
    assertThat(c.coefficient(12, 35)).isLessThan(6);
  }

  @Test
  void freeCoolingCountsHours() {
    List<FreeCooling.Weather> year =
        List.of(
            new FreeCooling.Weather(5000, 10, 8),
            new FreeCooling.Weather(3000, 24, 18),
            new FreeCooling.Weather(760, 36, 24));
    assertThat(FreeCooling.of(year, false, 10, 32, 40)).isEqualTo(new FreeCooling(5000, 3000, 760));
    assertThat(FreeCooling.of(year, true, 5, 32, 40)).isEqualTo(new FreeCooling(8760, 0, 0));
  }
}
