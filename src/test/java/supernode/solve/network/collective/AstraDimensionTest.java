package supernode.solve.network.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.solve.network.collective.AstraDimension.Shape;

/** The unit tests of astra-network-analytical: 16 NPUs, "50 GB/s", 500 ns, 1 MiB from 1 to 4. */
class AstraDimensionTest {
  @ParameterizedTest
  @CsvSource({"RING, 21031, 60093", "FULLY_CONNECTED, 20031, 20031", "SWITCH, 20531, 40062"})
  void v2AndV3(Shape shape, long unawareNs, long awareNs) {
    AstraDimension d = new AstraDimension(shape, 16, 50, 500);
    assertThat(d.unawareNs(1, 4, 1 << 20)).isEqualTo(unawareNs);
    assertThat(d.awareNs(1, 4, 1 << 20)).isCloseTo(awareNs, within(3L));
  }

  @Test
  void itsGigabytesAreBinary() {
    assertThat(AstraDimension.bandwidthOf(53.6870912e9)).isCloseTo(50, within(1e-12));
    AstraDimension d =
        new AstraDimension(Shape.SWITCH, 8, AstraDimension.bandwidthOf(450e9), 936.25);
    assertThat(d.unawareNs(0, 1, 450e9)).isCloseTo(1_000_001_872L, within(1L));
  }
}
