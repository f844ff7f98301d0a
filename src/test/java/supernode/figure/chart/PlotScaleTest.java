package supernode.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

class PlotScaleTest {
  private static final Text NAME = Text.of("chart.series.sent");

  private static List<String> marks(Dimension dimension, double low, double high, int most) {
    return PlotScale.of(Axis.log(NAME, dimension), low, high, most).ticks(most).stream()
        .map(PlotScale.Tick::text)
        .toList();
  }

  @Test
  void decadesOfTimeAreMarkedAsClocksAndCalendarsCount() {
    assertThat(marks(Dimension.DURATION, 900, 300_000, 4)).containsExactly("1 h", "10 h", "1 d");
    assertThat(marks(Dimension.DURATION, 1, 4000, 4))
        .containsExactly("1 s", "10 s", "1 min", "10 min", "1 h");
    // Fewer than two of them would leave an axis unread.
    assertThat(marks(Dimension.DURATION, 2, 9, 4)).startsWith("2 s", "5 s");
  }

  @Test
  void shortTimesAndAllElseAreMarkedByPowersOfTen() {
    assertThat(marks(Dimension.TIME, 1e-6, 1e-2, 4))
        .containsExactly("1 µs", "10 µs", "100 µs", "1 ms", "10 ms");
    assertThat(marks(Dimension.DATA, 1e3, 1e9, 3))
        .containsExactly("1 kB", "100 kB", "10 MB", "1 GB");
  }

  @Test
  void noMoreStretchesThanAskedFor() {
    for (int most = 2; most < 6; most++) {
      assertThat(marks(Dimension.DURATION, 1, 1e8, most)).hasSizeBetween(2, most + 1);
    }
  }
}
