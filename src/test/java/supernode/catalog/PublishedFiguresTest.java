package supernode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static supernode.catalog.ShippedCatalogTest.rate;
import static supernode.catalog.ShippedCatalogTest.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that are often printed wrongly: both directions for one, sparse for dense. */
class PublishedFiguresTest {
  private static final Catalog CATALOG = CatalogReader.shipped();
  private static final double GB = 1e9;

  private static Part part(String id) {
    return CATALOG.part(id).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    // Headlines of 900, 1,800 and 3,600 GB/s count both directions.
    "a100-sxm, nvlink, 12, 300",
    "h100-sxm, nvlink, 18, 450",
    "gb200-gpu, nvlink, 18, 900",
    "gb300-gpu, nvlink, 18, 900",
    "rubin, nvlink, 36, 1800",
    "mi300x, xgmi, 7, 448",
    "mi355x, xgmi, 7, 537.6",
    "tpu7x, ici, 6, 600",
    "trn2, neuronlink, 4, 640",
    // 784 GB/s counts both directions, 392 does not.
    "ascend910c, ub, 14, 392",
    "ascend950dt, ub, 1, 1000"
  })
  void scaleUpPortsAddUpToTheAggregatePerDirection(
      String chip, String port, int links, double aggregateGBps) {
    PortSpec spec = part(chip).port(port).orElseThrow();
    assertThat(spec.count()).isEqualTo(links);
    assertThat(spec.count() * rate(spec)).isCloseTo(aggregateGBps * GB, within(1.0));
  }

  @Test
  void anMi300xReachesAnyOnePeerAtSixtyFourGigabytesPerSecondOnly() {
    assertThat(rate(part("mi300x").port("xgmi").orElseThrow())).isEqualTo(64 * GB);
    assertThat(CATALOG.link("if300").orElseThrow().values().get(Property.RATE)).hasValue(64 * GB);
  }

  @Test
  void aBlackwellOfNvl72DoesTenPetaflopsFp4DenseAndTwentySparse() {
    assertThat(value(part("gb200-gpu"), Property.FP4_DENSE)).isEqualTo(10e15);
    assertThat(value(part("gb200-gpu"), Property.FP4_SPARSE)).isEqualTo(20e15);
    assertThat(value(part("b300-sxm"), Property.FP8_DENSE)).isEqualTo(4.5e15);
  }

  @Test
  void quantum2SwitchesTwentyFiveTerabitsPerDirection() {
    assertThat(value(part("qm9700"), Property.SWITCHING_CAPACITY)).isEqualTo(25.6e12 / 8);
  }

  @Test
  void eighteenNvlinkSwitchChipsTakeWhatSeventyTwoGpusSend() {
    PortSpec chip = part("nvlsw5").port("port").orElseThrow();
    PortSpec gpu = part("gb200-gpu").port("nvlink").orElseThrow();
    assertThat(18 * chip.count() * rate(chip)).isEqualTo(72 * gpu.count() * rate(gpu));
  }

  @Test
  void confidenceIsKeptForEachFieldNotForTheRow() {
    Values gpu = part("gb200-gpu").values();
    assertThat(gpu.find(Property.POWER_W).orElseThrow().confidence()).isEqualTo(Confidence.SEEN);
    assertThat(gpu.find(Property.YEAR).orElseThrow().confidence()).isEqualTo(Confidence.MEMORY);
    Values rubin = part("rubin").values();
    assertThat(rubin.find(Property.POWER_W).orElseThrow().confidence())
        .isEqualTo(Confidence.ESTIMATE);
    assertThat(rubin.find(Property.MEMORY_BYTES).orElseThrow().confidence())
        .isEqualTo(Confidence.SEEN);
  }

  @Test
  void whatIsNotPublicIsAbsentNotZero() {
    assertThat(part("tpu-v5p").values().get(Property.POWER_W)).isEmpty();
    assertThat(part("kunlun-m300").port("xpulink")).isEmpty();
    assertThat(part("kunlun-m300").values().get(Property.FP16_DENSE)).isEmpty();
  }
}
