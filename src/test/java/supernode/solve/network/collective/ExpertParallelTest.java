package supernode.solve.network.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mixture of experts, by the numbers of the cases in performance-models.md. */
class ExpertParallelTest {
  private static final ExpertTraffic DECODE = new ExpertTraffic(32, 7000, 256, 8, 1, 1, 2);
  private static final ExpertTraffic DEEP_EP = new ExpertTraffic(4096, 7168, 256, 8, 0, 1, 2);

  @Test
  void v28ExchangeAt50GigabytesPerSecond() {
    assertThat(DECODE.exchangeS(50e9)).isCloseTo(120.96e-6, within(1e-12));
    assertThat(DECODE.layerS(50e9)).isCloseTo(241.92e-6, within(1e-12));
    assertThat(DECODE.tokenS(50e9, 61)).isCloseTo(14.76e-3, Percentage.withPercentage(0.5));
    assertThat(1 / DECODE.tokenS(50e9, 61)).isCloseTo(67, Percentage.withPercentage(1.2));
    assertThat(new ExpertTraffic(32, 7168, 256, 8, 1, 1, 2).exchangeS(50e9))
        .isCloseTo(123.86e-6, within(0.01e-6));
  }

  @Test
  void v29ExchangeInAnNvlinkDomain() {
    Percentage published = Percentage.withPercentage(2);
    assertThat(DECODE.exchangeS(900e9)).isCloseTo(6.72e-6, published);
    assertThat(DECODE.tokenS(900e9, 61)).isCloseTo(0.82e-3, published);
    assertThat(1 / DECODE.tokenS(900e9, 61)).isCloseTo(1219.8, published);
  }

  @ParameterizedTest
  @CsvSource({"8, 153, 158", "16, 43, 43", "32, 58, 57", "64, 51, 50"})
  void v31NormalKernelsOnH800(int ranks, double dispatch, double combine) {
    ExpertParallel ep =
        new ExpertParallel(
            DEEP_EP,
            ranks,
            8,
            4,
            ExpertParallel.H800_NVLINK.value(),
            ExpertParallel.H800_NETWORK.value());
    Percentage published = Percentage.withPercentage(15);
    assertThat(ep.reportedBytesPerS(true) / 1e9).isCloseTo(dispatch, published);
    assertThat(ep.reportedBytesPerS(false) / 1e9).isCloseTo(combine, published);
  }

  @Test
  void aTokenReachesNoMoreNodesThanItMay() {
    ExpertParallel limited = new ExpertParallel(DEEP_EP, 64, 8, 4, 160e9, 40e9);
    ExpertParallel free = new ExpertParallel(DEEP_EP, 64, 8, 8, 160e9, 40e9);
    assertThat(limited.nodesPerToken()).isBetween(3.5, 4.0);
    assertThat(free.nodesPerToken()).isGreaterThan(limited.nodesPerToken());
    assertThat(free.dispatchS()).isGreaterThan(limited.dispatchS());
  }
}
