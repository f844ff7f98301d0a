package supernode.solve.workload.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import supernode.analysis.DrawnFleet;
import supernode.analysis.SampleAnalysis;

/** How much of its peak a chip sustains under its power cap. */
class EfficiencyTest {
  private static Chip chip(double watt, boolean guessed) {
    return new Chip("NPU", 1000e12, 2000e12, 0, 144e9, 4000e9, watt, 1, guessed);
  }

  /** A multiplication too large for anything but the matrix units to count. */
  private static double seconds(Efficiency efficiency, Chip chip) {
    return efficiency.seconds(chip, 1e15, 2, 0, 1e6);
  }

  @Test
  void aGuessAtAPowerIsNoPowerThatIsKnown() {
    double unknown = seconds(Efficiency.CALIBRATED, chip(0, false));
    assertThat(seconds(Efficiency.CALIBRATED, chip(625, true))).isEqualTo(unknown);
    assertThat(seconds(Efficiency.CALIBRATED, chip(400, true))).isEqualTo(unknown);
    // The same watts as a fact do count: more of them hold the clock longer.
    assertThat(seconds(Efficiency.CALIBRATED, chip(500, false))).isGreaterThan(unknown);
    assertThat(seconds(Efficiency.CALIBRATED, chip(1200, false))).isLessThan(unknown);
    assertThat(seconds(Efficiency.BOUND, chip(625, true)))
        .isEqualTo(seconds(Efficiency.BOUND, chip(625, false)));
  }

  @Test
  void whatIsLeftOfAChipIsStillAGuess() {
    assertThat(chip(625, true).withMemory(1e9, 1e12).powerGuessed()).isTrue();
    assertThat(chip(625, true).throttledTo(0.5).powerGuessed()).isTrue();
  }

  /** 625 W of its NPU are assumed: heat comes of them, speed does not. */
  @Test
  void aDrawnChipOfAnAssumedPowerIsAsFastAsOneOfNone() {
    Chip drawn = drawn("ub-mesh-rack");
    assertThat(drawn.powerGuessed()).isTrue();
    assertThat(drawn.powerW()).isEqualTo(625);
    Chip bare =
        DrawnFleet.of(SampleAnalysis.full(SampleAnalysis.fabrics("ub-mesh-rack"), "default"))
            .asOptional()
            .orElseThrow()
            .fleet()
            .chip();
    assertThat(bare.powerW()).isZero();
    assertThat(seconds(Efficiency.CALIBRATED, drawn))
        .isEqualTo(seconds(Efficiency.CALIBRATED, bare));
    assertThat(drawn("hgx-h100").powerGuessed()).isFalse();
  }

  private static Chip drawn(String sample) {
    return DrawnFleet.of(SampleAnalysis.full(SampleAnalysis.design(sample), "default"))
        .asOptional()
        .orElseThrow()
        .fleet()
        .chip();
  }
}
