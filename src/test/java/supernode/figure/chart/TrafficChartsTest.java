package supernode.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.analysis.SampleAnalysis;
import supernode.quantity.Messages;

class TrafficChartsTest {
  private static final Analysis RACK =
      SampleAnalysis.full(SampleAnalysis.design("gb200-nvl72"), "default");

  private static Chart chart(String id) {
    return AnalysisCharts.of(RACK, AnalysisCharts.Tab.NETWORK).stream()
        .filter(s -> s.id().equals(id + ".scale-up"))
        .flatMap(s -> s.chart().asOptional().stream())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsLeftFallsFromAllOnwardsAsMoreFails() {
    List<Series.Curve> curves =
        chart("degradation").series().stream().map(s -> (Series.Curve) s).toList();
    assertThat(curves).hasSize(4);
    for (Series.Curve curve : curves) {
      assertThat(curve.points().y(0)).isEqualTo(1, within(1e-9));
      for (int i = 1; i < curve.points().size(); i++) {
        assertThat(curve.points().x(i)).isGreaterThan(curve.points().x(i - 1));
        assertThat(curve.points().y(i)).isLessThan(curve.points().y(i - 1) + 1e-9);
      }
    }
    // One of 18 planes less, whichever it is.
    Series.Curve switches = curves.get(2);
    assertThat(switches.points().x(1)).isEqualTo(1);
    assertThat(switches.points().y(1)).isEqualTo(17.0 / 18, within(1e-6));
  }

  @Test
  void timeAndBandwidthOfAnAlgorithmTellTheSameStory() {
    Series.Curve time = (Series.Curve) chart("collective-time").series().getFirst();
    Series.Curve bus = (Series.Curve) chart("bus-bandwidth").series().getFirst();
    assertThat(time.name()).isEqualTo(bus.name());
    for (int i = 0; i < time.points().size(); i++) {
      double bytes = time.points().x(i);
      // Bus bandwidth of all-reduce: 2 (n - 1) / n of the message over its time.
      double expected = 2 * 71.0 / 72 * bytes / time.points().y(i);
      assertThat(bus.points().y(i)).isEqualTo(expected, within(1e-6 * expected));
    }
  }

  @Test
  void latencyUnderLoadRisesUpToTheSaturationThatIsNamed() {
    List<Series> series = chart("latency-load").series();
    Series.Reference full = (Series.Reference) series.getLast();
    assertThat(full.at()).isEqualTo(1, within(1e-9));
    Series.Curve mean = (Series.Curve) series.getFirst();
    Series.Curve tail = (Series.Curve) series.get(1);
    for (int i = 0; i < mean.points().size(); i++) {
      assertThat(mean.points().x(i)).isLessThan(full.at());
      assertThat(tail.points().y(i)).isGreaterThanOrEqualTo(mean.points().y(i));
      assertThat(i == 0 || mean.points().y(i) > mean.points().y(i - 1)).isTrue();
    }
  }

  @Test
  void aMessageTakesItsLatencyWhenSmallAndItsBytesOverTheRateWhenLarge() {
    Chart chart = chart("message-time");
    Series.Curve far = (Series.Curve) chart.series().getFirst();
    int last = far.points().size() - 1;
    // 900 GB/s over 18 planes.
    double rate = 900e9;
    double zeroLoadS = far.points().y(last) - far.points().x(last) / rate;
    assertThat(zeroLoadS).isBetween(0.9e-6, 3e-6);
    assertThat(far.points().y(0)).isEqualTo(zeroLoadS, within(0.01 * zeroLoadS));
    Series.Reference half = (Series.Reference) chart.series().getLast();
    assertThat(half.at()).isEqualTo(zeroLoadS * rate, within(0.01 * zeroLoadS * rate));
  }

  @Test
  void theBusiestLinksSayWhatTheyHoldBack() {
    Series.Ranking ranking = chart("top-links").ranking().orElseThrow();
    Messages words = new Messages(Locale.ENGLISH);
    assertThat(words.say(ranking.rows().getFirst().note()))
        .startsWith("1,296 link directions of 50 GB/s hold 5,112 flows at 12.68 GB/s");
  }

  @Test
  void theOverviewShowsWhatIsKnownAtOnceAndTheRestLater() {
    List<Slot> overview = AnalysisCharts.of(RACK, AnalysisCharts.Tab.OVERVIEW);
    assertThat(overview)
        .filteredOn(s -> s.known().isEmpty())
        .extracting(Slot::id)
        .containsExactly("bus-bandwidth");
    assertThat(overview).noneMatch(Slot::isLong);
  }
}
