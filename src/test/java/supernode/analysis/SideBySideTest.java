package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import supernode.design.Fabric;

/** A rack of one kind inside a cluster of another: each fabric has its own answers. */
class SideBySideTest {
  private static final String RAIL = "h100-rail-1024";

  @Test
  void starsInsideARailClusterAreAnsweredApartFromTheRails() {
    Analysis analysis = SampleAnalysis.full(SampleAnalysis.design(RAIL), "default");
    assertThat(analysis.networks()).containsOnlyKeys(Fabric.SCALE_UP, Fabric.SCALE_OUT);
    // 128 servers of eight, each a star of its own: to seven others at 450 GB/s.
    assertThat(SampleAnalysis.value(analysis, "scaleUp.islands")).isEqualTo(128);
    assertThat(SampleAnalysis.value(analysis, "scaleUp.endpoints")).isEqualTo(1024);
    assertThat(SampleAnalysis.value(analysis, "scaleUp.injectionGBps")).isEqualTo(450e9);
    // One network of all 1,024 NICs at 50 GB/s.
    assertThat(SampleAnalysis.value(analysis, "scaleOut.injectionGBps")).isEqualTo(50e9);
    assertThat(SampleAnalysis.value(analysis, "scaleOut.endpoints")).isEqualTo(1024);
    assertThat(analysis.result("scaleOut.islands")).isEmpty();
    double inside = SampleAnalysis.value(analysis, "scaleUp.allReduceBusGBps");
    double across = SampleAnalysis.value(analysis, "scaleOut.allReduceBusGBps");
    assertThat(inside).isGreaterThan(450e9);
    assertThat(across).isBetween(45e9, 50e9 * 2);
  }
}
