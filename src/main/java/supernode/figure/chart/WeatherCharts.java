package supernode.figure.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import supernode.analysis.Analysis;
import supernode.analysis.WeatherAnswer;
import supernode.analysis.WeatherAnswer.Mode;
import supernode.analysis.WeatherAnswer.Point;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** A year of weather: hours of free cooling, and what the facility takes in them. */
final class WeatherCharts {
  private final Analysis analysis;
  private Outcome<WeatherAnswer> answer;

  WeatherCharts(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Worked out once for both charts. */
  private synchronized Outcome<WeatherAnswer> answer(BooleanSupplier cancelled) {
    if (answer == null) {
      answer = WeatherAnswer.of(analysis, cancelled);
    }
    return answer;
  }

  /** Hours at each temperature outside, coloured by how the heat is given away in them. */
  Outcome<Chart> hours(BooleanSupplier cancelled) {
    return answer(cancelled).flatMap(WeatherCharts::hours);
  }

  private static Outcome<Chart> hours(WeatherAnswer a) {
    boolean wet = a.sink().wet();
    SortedMap<Long, Map<Mode, Double>> classes = new TreeMap<>();
    for (Point p : a.points()) {
      double c = wet ? p.bin().wetBulbC() : p.bin().dryBulbC();
      classes
          .computeIfAbsent(Math.round(c), _ -> new EnumMap<>(Mode.class))
          .merge(p.mode(), p.bin().hours(), Double::sum);
    }
    if (classes.isEmpty()) {
      return Outcome.notApplicable("weather.noAnswer");
    }
    List<Series> series = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      List<Series.Bar> bars = new ArrayList<>();
      classes.forEach((c, hours) -> {
        // A class at the border stands as a whole for what most of it is.
        Mode most =
            hours.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        if (most == mode) {
          double all = hours.values().stream().mapToDouble(Double::doubleValue).sum();
          bars.add(new Series.Bar(c - 0.5, c + 0.5, all, new Ink.Role(role(mode), 1)));
        }
      });
      if (!bars.isEmpty()) {
        series.add(
            new Series.Bars(
                Text.of("weather.mode." + mode.name().toLowerCase(java.util.Locale.ROOT)), bars));
      }
    }
    series.add(
        new Series.Reference(
            Text.of("weather.freeBelow"),
            true,
            a.sink().supplyC() - a.sink().approachK(),
            ColorRole.TEXT));
    double most =
        classes.values().stream()
            .mapToDouble(m -> m.values().stream().mapToDouble(Double::doubleValue).sum())
            .max()
            .orElse(1);
    return Outcome.solved(
        new Chart(
            "weather-hours",
            AnalysisCharts.title("weather-hours"),
            Text.of(
                a.sink().drawn()
                    ? "chart.subtitle.weather-hours"
                    : "chart.subtitle.weather-assumed",
                hours(a.free().free()),
                hours(a.free().partial()),
                hours(a.free().mechanical())),
            Axis.linear(
                    Text.of(wet ? "chart.axis.wetBulb" : "chart.axis.dryBulb"),
                    Dimension.TEMPERATURE)
                .from(classes.firstKey() - 0.5)
                .to(
                    Math.max(
                        classes.lastKey() + 0.5, a.sink().supplyC() - a.sink().approachK() + 1)),
            Axis.linear(Text.of("chart.axis.hours"), Dimension.COUNT).from(0).to(1.25 * most),
            series));
  }

  private static Quantity hours(double h) {
    return new Quantity(Math.rint(h), Dimension.COUNT);
  }

  private static ColorRole role(Mode mode) {
    return switch (mode) {
      case FREE -> ColorRole.COOLANT_SUPPLY;
      case PARTIAL -> ColorRole.WARNING;
      case MECHANICAL -> ColorRole.COOLANT_RETURN;
    };
  }

  /** Hours of the year by what the facility takes in them, the worst first. */
  Outcome<Chart> pue(BooleanSupplier cancelled) {
    return answer(cancelled).flatMap(WeatherCharts::pue);
  }

  private static Outcome<Chart> pue(WeatherAnswer a) {
    List<Point> worstFirst =
        a.points().stream().sorted(Comparator.comparingDouble(Point::pue).reversed()).toList();
    if (worstFirst.isEmpty()) {
      return Outcome.notApplicable("weather.noAnswer");
    }
    double[] xy = new double[4 * worstFirst.size()];
    double at = 0;
    for (int i = 0; i < worstFirst.size(); i++) {
      xy[4 * i] = at;
      xy[4 * i + 1] = worstFirst.get(i).pue();
      at += worstFirst.get(i).bin().hours();
      xy[4 * i + 2] = at;
      xy[4 * i + 3] = worstFirst.get(i).pue();
    }
    return Outcome.solved(
        new Chart(
            "weather-pue",
            AnalysisCharts.title("weather-pue"),
            Text.of(
                "chart.subtitle.weather-pue",
                new Quantity(a.meanPue(), Dimension.FACTOR),
                new Quantity(Math.rint(a.energyMWh()), Dimension.COUNT),
                new Quantity(Math.rint(a.carbonT()), Dimension.COUNT)),
            Axis.linear(Text.of("chart.axis.hoursOfYear"), Dimension.COUNT).from(0).to(at),
            Axis.linear(Text.of("result.pue"), Dimension.FACTOR)
                .from(1)
                .to(1 + 1.3 * Math.max(0.01, a.worstPue() - 1)),
            List.of(
                new Series.Curve(
                    Text.of("result.pue"), Points.of(xy), ColorRole.ACCENT, Style.Dash.SOLID),
                new Series.Reference(
                    Text.of("weather.meanPue"), false, a.meanPue(), ColorRole.SECONDARY))));
  }
}
