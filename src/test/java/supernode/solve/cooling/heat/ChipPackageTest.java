package supernode.solve.cooling.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import supernode.solve.cooling.fluid.Fluid;

class ChipPackageTest {
  private static final double LPM = 1e-3 / 60;

  private static ChipPackage gpu(double dieW, PlateResistance plate) {
    return new ChipPackage(
        "gpu",
        0,
        dieW,
        200,
        0,
        plate,
        new ChipStack(0.010, 0.002, 0.006, 0.04),
        85,
        OptionalDouble.of(95));
  }

  private static ChipState.Cooled at(ChipPackage chip, double lpm, double inlet, double outlet) {
    return (ChipState.Cooled) chip.state(lpm * LPM, inlet, outlet);
  }

  @Test
  void temperaturesAddUpThroughTheStack() {
    ChipState.Cooled s = at(gpu(1000, PlateResistance.ofPoint(0.018, 2 * LPM)), 2, 40, 49);
    assertThat(s.plateC()).isCloseTo(40 + 0.018 * 1200, within(1e-9));
    assertThat(s.dieC()).isCloseTo(40 + 21.6 + 10 + 0.4, within(1e-9));
    assertThat(s.hbmC().orElseThrow()).isCloseTo(40 + 21.6 + 6 + 8, within(1e-9));
    assertThat(s.marginK()).isCloseTo(13, within(1e-9));
  }

  @Test
  void aResistanceAboveTheMeanAddsHalfTheRise() {
    PlateResistance mean =
        new PlateResistance(0, 0.018, 2 * LPM, 0.4, PlateResistance.Reference.MEAN);
    assertThat(at(gpu(1000, mean), 2, 40, 49).plateC()).isCloseTo(40 + 4.5 + 21.6, within(1e-9));
  }

  @Test
  void halfTheFlowRaisesAPointRatedPlateByItsPower() {
    assertThat(PlateResistance.ofPoint(0.018, 2 * LPM).at(LPM))
        .isCloseTo(0.018 * Math.pow(2, 0.4), within(1e-12));
  }

  @Property
  void hotterWithPowerAndInletAndLessFlow(
      @ForAll @DoubleRange(min = 0, max = 1500) double watts,
      @ForAll @DoubleRange(min = 5, max = 60) double inlet,
      @ForAll @DoubleRange(min = 0.1, max = 5) double lpm) {
    PlateResistance plate = PlateResistance.ofPoint(0.018, 2 * LPM);
    double dieC = warmed(watts, plate, lpm, inlet).dieC();
    assertThat(warmed(watts + 1, plate, lpm, inlet).dieC()).isGreaterThan(dieC);
    assertThat(warmed(watts, plate, lpm, inlet + 1).dieC()).isGreaterThan(dieC);
    assertThat(warmed(watts, plate, lpm * 1.1, inlet).dieC()).isLessThan(dieC);
  }

  /** Above coolant that takes up all the heat. */
  private static ChipState.Cooled warmed(
      double watts, PlateResistance plate, double lpm, double inlet) {
    double capacityRateWK = lpm * LPM * Fluid.PG25.density(40) * Fluid.PG25.heatCapacity(40);
    return at(gpu(watts, plate), lpm, inlet, inlet + (watts + 200) / capacityRateWK);
  }

  @Property
  void aPlateIsNeverCoolerThanTheCoolantThatLeavesIt(
      @ForAll @DoubleRange(min = 0.01, max = 5) double lpm) {
    ChipState.Cooled s = warmed(1000, PlateResistance.ofPoint(0.018, 2 * LPM), lpm, 40);
    assertThat(s.plateC()).isGreaterThan(s.outletC());
  }

  /** Boyd's worked example: 500 W into 0.5 gpm of water at 20 C, 8 square inches, at most 55 C. */
  @Test
  void boydColdPlateExample() {
    double mass = 0.5 * 3.785411784 * LPM * Fluid.WATER.density(20);
    double outlet = Fluid.WATER.temperatureC(Fluid.WATER.enthalpy(20) + 500 / mass);
    assertThat(outlet - 20).isCloseTo(3.80, within(0.01));
    // The example allows 4 K for the coolant and asks for 0.496 C in2/W: at that the plate is at
    // 55.
    double resistanceKW = 0.496 / 8;
    PlateResistance plate =
        new PlateResistance(resistanceKW, 0, LPM, 0, PlateResistance.Reference.INLET);
    ChipPackage source =
        new ChipPackage(
            "source", 0, 500, 0, 0, plate, ChipStack.ofDie(0), 55, OptionalDouble.empty());
    assertThat(at(source, 0.5 * 3.785411784, 24, outlet + 4).plateC()).isCloseTo(55, within(1e-9));
  }

  @Test
  void airCarriesTheRest() {
    double flow = AirStream.flowFor(1000, 25, 15);
    AirStream stream = new AirStream(1000, flow, 25, flow, 0);
    assertThat(stream.riseK()).isCloseTo(15, within(1e-9));
    // The usual rule: 1 kW and 15 K need about 0.056 m3/s.
    assertThat(flow).isCloseTo(0.056, within(0.001));
    assertThat(new AirStream(0, 2, 25, 1, 30).fanW()).isCloseTo(240, within(1e-9));
  }
}
