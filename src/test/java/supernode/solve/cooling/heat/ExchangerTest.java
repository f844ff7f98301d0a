package supernode.solve.cooling.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangerTest {
  @Test
  void limitsOfTheFormulas() {
    assertThat(Effectiveness.counterflow(3, 1)).isCloseTo(0.75, within(1e-12));
    assertThat(Effectiveness.counterflow(3, 1 - 1e-5)).isCloseTo(0.75, within(1e-5));
    for (double e :
        new double[] {
          Effectiveness.counterflow(2, 0),
          Effectiveness.parallelFlow(2, 0),
          Effectiveness.crossflowUnmixed(2, 0)
        }) {
      assertThat(e).isCloseTo(0.864665, within(1e-6));
    }
  }

  /**
   * Modelica Buildings, reference results of DryCoilEffectivenessNTUMassFlow, 25 K between inlets.
   */
  @ParameterizedTest
  @CsvSource({"360.6768, 240.4512, 418.4, 2107.0427", "201.7976, 240.4512, 211.292, 1665.0872"})
  void modelicaCoils(double film1, double film2, double capacity1, double heat) {
    double least = 143.365;
    double ua = 1 / (1 / film1 + 1 / film2);
    double effectiveness = Effectiveness.counterflow(ua / least, least / capacity1);
    assertThat(effectiveness * least * 25).isCloseTo(heat, withinPercentage(0.001));
  }

  @Property
  void effectivenessIsAShareAndRisesWithSize(
      @ForAll @DoubleRange(min = 0, max = 20) double ntu,
      @ForAll @DoubleRange(min = 0, max = 1) double ratio) {
    double e = Effectiveness.counterflow(ntu, ratio);
    assertThat(e).isBetween(0.0, 1.0);
    assertThat(Effectiveness.counterflow(ntu + 0.1, ratio)).isGreaterThanOrEqualTo(e);
    assertThat(Effectiveness.parallelFlow(ntu, ratio)).isBetween(0.0, e + 1e-12);
    assertThat(Effectiveness.crossflowUnmixed(ntu, ratio)).isBetween(0.0, 1.0);
  }

  @Property
  void unitsFollowFromEffectiveness(
      @ForAll @DoubleRange(min = 0.05, max = 5) double ntu,
      @ForAll @DoubleRange(min = 0, max = 1) double ratio) {
    double e = Effectiveness.counterflow(ntu, ratio);
    assertThat(Effectiveness.counterflowNtu(e, ratio)).isCloseTo(ntu, withinPercentage(0.01));
  }

  @Test
  void aRatedExchangerMeetsItsRating() {
    LiquidExchanger x = LiquidExchanger.rated(100e3, 4, 2.0, 4180, 2.1, 3950).orElseThrow();
    double between = 4 + 100e3 / (2.1 * 3950);
    assertThat(x.wattsPerInletKelvin(2.0, 4180, 2.1, 3950, 0, 50) * between)
        .isCloseTo(100e3, withinPercentage(1e-6));
    assertThat(LiquidExchanger.rated(100e3, 4, 0.5, 4180, 2.1, 3950)).isEmpty();
  }
}
