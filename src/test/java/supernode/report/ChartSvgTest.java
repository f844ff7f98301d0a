package supernode.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import supernode.figure.chart.Axis;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;

class ChartSvgTest {
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

  private static String svg(Chart chart) {
    return ChartSvg.write(chart, ENGLISH, 316, 180);
  }

  @Test
  void curvesAndPointsAreLabelledInWords() {
    assertThat(svg(SampleReport.pump()))
        .contains(">pump</text>", ">loop</text>", ">duty point</text>", ">limit</text>");
  }

  @Test
  void axesNameTheirUnitsAndTicksAreInThem() {
    assertThat(svg(SampleReport.pump()))
        .contains(">Pressure, kPa</text>", ">Flow, L/min</text>", ">250</text>");
    assertThat(svg(SampleReport.bus())).contains(">10 MB</text>", ">Bus bandwidth, GB/s</text>");
  }

  @Test
  void fewBarsBearTheirValues() {
    assertThat(svg(SampleReport.histogram())).contains(">197</text>");
  }

  @Test
  void aStackNamesItsPartsWithValues() {
    assertThat(svg(SampleReport.power())).contains(">GPU</text>", ">86.4 kW</text>");
  }

  @Test
  void facesAreThoseABrowserKnows() {
    assertThat(svg(SampleReport.pump()))
        .contains("font-family=\"Inter, 'Noto Sans SC', sans-serif\"")
        .doesNotContain("Inter Medium");
  }

  @Test
  void theSameChartGivesTheSameText() {
    assertThat(svg(SampleReport.bus())).isEqualTo(svg(SampleReport.bus()));
  }

  @Test
  void aChartWithoutDataIsDrawnEmpty() {
    Chart empty =
        new Chart(
            "empty",
            SampleReport.words("Nothing"),
            SampleReport.words("of nothing"),
            Axis.linear(SampleReport.words("x"), Dimension.FLOW),
            new Axis(
                SampleReport.words("y"),
                Dimension.COUNT,
                Axis.Kind.LOG,
                OptionalDouble.empty(),
                OptionalDouble.empty()),
            List.of(new Series.Bars(SampleReport.words("none"), List.of())));
    assertThat(svg(empty)).contains("<svg").doesNotContain("NaN");
  }
}
