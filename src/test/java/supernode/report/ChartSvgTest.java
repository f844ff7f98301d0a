package supernode.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Points;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;
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
  void whatIsCountedIsNotRounded() {
    Series.Bar bar = new Series.Bar(0, 1, 2448, Ink.of(ColorRole.ACCENT));
    assertThat(svg(bars(new Series.Bars(SampleReport.words("links"), List.of(bar)))))
        .contains(">2,448</text>");
  }

  @Test
  void barsOfTheirOwnBearTheirNamesAndNoNumbersUnderThem() {
    List<Series> patterns = new ArrayList<>();
    for (String name : List.of("all-to-all", "ring")) {
      double at = patterns.size();
      Series.Bar bar = new Series.Bar(at + 0.1, at + 0.9, 0.5, Ink.of(ColorRole.ACCENT));
      patterns.add(new Series.Bars(SampleReport.words(name), List.of(bar)));
    }
    assertThat(svg(bars(patterns.toArray(Series[]::new))))
        .contains(">all-to-all</text>", ">ring</text>")
        .doesNotContain(">1.5</text>", ">number</text>");
  }

  private static Chart bars(Series... series) {
    return new Chart(
        "bars",
        SampleReport.words("Bars"),
        SampleReport.words("of two"),
        Axis.linear(SampleReport.words("number"), Dimension.COUNT),
        Axis.linear(SampleReport.words("height"), Dimension.COUNT),
        List.of(series));
  }

  @Test
  void daysAndHoursAreMarkedAsSuch() {
    Chart chart =
        new Chart(
            "interval",
            SampleReport.words("Goodput"),
            SampleReport.words("of a job"),
            Axis.log(SampleReport.words("interval"), Dimension.DURATION),
            Axis.linear(SampleReport.words("share"), Dimension.RATIO),
            List.of(
                new Series.Curve(
                    SampleReport.words("exact"),
                    Points.of(900, 0.9, 300_000, 0.95),
                    ColorRole.ACCENT,
                    Style.Dash.SOLID)));
    assertThat(svg(chart)).contains(">1 h</text>", ">10 h</text>", ">1 d</text>");
  }

  /** On narrow paper too. */
  @Test
  void namesOfTheFirstAndTheLastMarkStayOnThePaper() {
    Chart chart =
        bars(
            new Series.Curve(
                SampleReport.words(""),
                Points.of(1, 2, 8, 2),
                ColorRole.ACCENT,
                Style.Dash.SOLID,
                false),
            new Series.Marker(SampleReport.words("the very first station"), 1, 2),
            new Series.Marker(SampleReport.words("the very last station"), 8, 2));
    String svg = ChartSvg.write(chart, ENGLISH, 220, 150);
    for (String name : List.of("the very first station", "the very last station")) {
      Matcher at = Pattern.compile("x=\"([-0-9.]+)\"[^>]*>" + name + "<").matcher(svg);
      assertThat(at.find()).isTrue();
      double left = Double.parseDouble(at.group(1));
      double wide = TextWidth.of(name, 8.5, Shape.Weight.MEDIUM);
      assertThat(left).isNotNegative();
      assertThat(left + wide).isLessThanOrEqualTo(220);
    }
  }

  @Test
  void fewThingsInARowAreNumberedWhole() {
    Chart three =
        new Chart(
            "course",
            SampleReport.words("Coolant"),
            SampleReport.words("of three"),
            Axis.linear(SampleReport.words("station"), Dimension.COUNT).from(1).to(3),
            Axis.linear(SampleReport.words("height"), Dimension.COUNT),
            List.of(
                new Series.Curve(
                    SampleReport.words(""),
                    Points.of(1, 2, 3, 4),
                    ColorRole.ACCENT,
                    Style.Dash.SOLID,
                    false)));
    assertThat(svg(three)).contains(">1</text>", ">2</text>").doesNotContain(">1.1</text>");
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
