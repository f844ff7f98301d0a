package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import supernode.design.WeatherYear;
import supernode.solve.cooling.power.Pue;

/** A year solved at few temperatures has the answers of one solved at all. */
class BinAnswersTest {
  private int solved;

  private BinAnswers answers(DoubleUnaryOperator fanW) {
    return new BinAnswers(bin -> {
      solved++;
      double t = bin.dryBulbC();
      return t > 38
          ? Optional.empty()
          : Optional.of(new Pue(1e6, 1e6, 1e3, 0, 0, fanW.applyAsDouble(t), 0, 0));
    });
  }

  private static BinAnswers.Weather weather(long k) {
    return new BinAnswers.Weather(k, 0);
  }

  private void agree(DoubleUnaryOperator fanW, int most) {
    TreeMap<Long, WeatherYear.Bin> year = new TreeMap<>();
    for (long k = -12; k <= 41; k++) {
      if (k != 3) {
        year.put(k, new WeatherYear.Bin(k, k - 2.0, 100));
      }
    }
    solved = 0;
    BinAnswers answers = answers(fanW);
    answers.learn(year, BinAnswersTest::weather);
    assertThat(solved).isLessThanOrEqualTo(most);
    year.forEach((k, bin) -> {
      Optional<BinAnswers.Watts> w = answers.of(weather(k), bin);
      assertThat(w.isPresent()).as("%s", k).isEqualTo(k <= 38);
      w.ifPresent(v -> {
        assertThat(v.itW()).isEqualTo(1e6);
        assertThat(v.totalW())
            .as("%s", k)
            .isCloseTo(1.001e6 + fanW.applyAsDouble(k), withinPercentage(0.015));
      });
    });
  }

  @Test
  void whereNothingChangesAFewAnswersTellTheYear() {
    agree(_ -> 5e3, 22);
  }

  @Test
  void fansThatSpeedUpAndReachTheirEndAreFollowed() {
    agree(t -> 4e4 * Math.pow(Math.clamp((t + 10) / 31.3, 0.05, 1), 3), 50);
  }
}
