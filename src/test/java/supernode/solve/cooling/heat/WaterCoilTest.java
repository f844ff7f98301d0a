package supernode.solve.cooling.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class WaterCoilTest {
  private static final double WATER_CP = 4180;
  private static final double AIR_CP = 1006;

  /** 100 kW, air 36 to 24, water 18 to 24 degrees Celsius. */
  private final double airKgS = 100e3 / (12 * AIR_CP);

  private final double waterKgS = 100e3 / (6 * WATER_CP);

  private final WaterCoil coil =
      WaterCoil.rated(100e3, 18, airKgS, waterKgS, WATER_CP).orElseThrow();

  private double watts(double water, double air) {
    return 18 * coil.wattsPerInletKelvin(water, WATER_CP, air, AIR_CP, 18, 36);
  }

  @Test
  void meetsItsRating() {
    assertThat(watts(waterKgS, airKgS)).isCloseTo(100e3, withinPercentage(1e-6));
    assertThat(coil.fault()).isEmpty();
  }

  @Test
  void takesMoreWithMoreOfEitherAndNoMoreThanTheLesserCanCarry() {
    assertThat(watts(2 * waterKgS, airKgS)).isGreaterThan(100e3);
    assertThat(watts(waterKgS, 2 * airKgS)).isGreaterThan(100e3);
    assertThat(watts(10 * waterKgS, airKgS)).isLessThan(18 * airKgS * AIR_CP);
    assertThat(watts(0, airKgS)).isZero();
  }

  @Test
  void whatNoCoilCanDoIsRefused() {
    assertThat(WaterCoil.rated(100e3, 10, airKgS, waterKgS, WATER_CP)).isEmpty();
    assertThat(WaterCoil.rated(0, 18, airKgS, waterKgS, WATER_CP)).isEmpty();
  }
}
