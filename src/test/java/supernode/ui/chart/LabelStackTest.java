package supernode.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelStackTest {
  private static final double LINE = 12;

  private static double[] beside(LabelStack.End... ends) {
    return LabelStack.beside(List.of(ends), LINE, 0, 200);
  }

  @Test
  void aNameStandsOverALineThatRisesAndUnderOneThatFalls() {
    double[] names = beside(new LabelStack.End(100, false), new LabelStack.End(150, true));
    assertThat(names[0]).isLessThan(100 - LINE / 2);
    assertThat(names[1]).isGreaterThan(150 + LINE / 2);
  }

  @Test
  void ofTwoLinesThatMeetTheLowerHasItsNameUnderIt() {
    double[] names = beside(new LabelStack.End(101, false), new LabelStack.End(100, false));
    assertThat(names[1]).isLessThan(100 - LINE / 2);
    assertThat(names[0]).isGreaterThan(101 + LINE / 2);
  }

  @Test
  void noNameLiesOverAnotherAndAllAreInThePlot() {
    LabelStack.End[] ends = new LabelStack.End[6];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = new LabelStack.End(195 - i, i % 2 == 0);
    }
    double[] names = beside(ends);
    java.util.Arrays.sort(names);
    for (int i = 0; i < names.length; i++) {
      assertThat(names[i]).isBetween(0.0, 200.0);
      assertThat(i == 0 ? LINE : names[i] - names[i - 1]).isGreaterThanOrEqualTo(LINE - 1e-9);
    }
  }
}
