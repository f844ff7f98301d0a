package supernode.figure.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import supernode.analysis.TransientAnswer;
import supernode.figure.ColorRole;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.cooling.dynamic.TransientEvent;

/** Charts of a loop over time, with the moment that is looked at. */
public final class TransientCharts {
  private static final double STEP_C = 10;

  /** Events closer than this share of the run would have their names over each other. */
  private static final double APART = 0.09;

  private TransientCharts() {}

  /** In the order they are shown. */
  public static List<Slot> of(TransientAnswer run, double seconds) {
    return List.of(
        slot("transient", temperatures(run, seconds)),
        slot("junction-map", ChipMaps.junctions(run, seconds)),
        slot("memory-map", ChipMaps.memories(run, seconds)),
        slot("transient-flow", flows(run, seconds)));
  }

  private static Slot slot(String id, Outcome<Chart> chart) {
    return Slot.ready(id, AnalysisCharts.title(id), chart);
  }

  private static Outcome<Chart> temperatures(TransientAnswer run, double seconds) {
    List<Series> series = new ArrayList<>();
    curve(run, most(run.chips(), TransientAnswer.Chip::junctionC), "hottest", ColorRole.ACCENT)
        .ifPresent(series::add);
    curve(run, most(run.chips(), TransientAnswer.Chip::memoryC), "memory", ColorRole.HBM)
        .ifPresent(series::add);
    curve(run, most(run.units(), TransientAnswer.Unit::returnC), "return", ColorRole.COOLANT_RETURN)
        .ifPresent(series::add);
    curve(run, most(run.units(), TransientAnswer.Unit::supplyC), "supply", ColorRole.COOLANT_SUPPLY)
        .ifPresent(series::add);
    if (series.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noChips");
    }
    OptionalDouble limit =
        run.chips().stream()
            .mapToDouble(TransientAnswer.Chip::limitC)
            .filter(Double::isFinite)
            .min();
    limit.ifPresent(c ->
        series.add(new Series.Reference(Text.of("chart.series.limit"), false, c, ColorRole.ERROR)));
    series.addAll(marks(run, seconds));
    double high = Math.max(run.highC(), limit.orElse(run.highC()));
    return Outcome.solved(
        new Chart(
            "transient",
            AnalysisCharts.title("transient"),
            Text.of(
                "chart.subtitle.transient",
                run.incident().text(),
                new Quantity(Math.rint(seconds * 10) / 10, Dimension.TIME)),
            time(run),
            Axis.linear(Text.of("chart.axis.temperature"), Dimension.TEMPERATURE)
                .from(STEP_C * Math.floor(run.lowC() / STEP_C))
                .to(STEP_C * Math.ceil(high / STEP_C)),
            series));
  }

  private static Outcome<Chart> flows(TransientAnswer run, double seconds) {
    if (run.pumps().isEmpty()) {
      return Outcome.notApplicable("chart.reason.noPump");
    }
    double[] sum = new double[run.timeS().length];
    run.pumps().forEach(p -> Arrays.setAll(sum, i -> sum[i] + p.values()[i]));
    List<Series> series = new ArrayList<>();
    curve(run, sum, "pumped", ColorRole.COOLANT_SUPPLY).ifPresent(series::add);
    series.add(now(seconds));
    return Outcome.solved(
        new Chart(
            "transient-flow",
            AnalysisCharts.title("transient-flow"),
            Text.of("chart.subtitle.transient-flow"),
            time(run),
            Axis.linear(Text.of("chart.axis.flow"), Dimension.FLOW).from(0),
            series));
  }

  private static Axis time(TransientAnswer run) {
    return Axis.linear(Text.of("chart.axis.time"), Dimension.TIME).from(0).to(run.durationS());
  }

  /** The first throttling, switch-off and boiling, and the moment that is looked at. */
  private static List<Series> marks(TransientAnswer run, double seconds) {
    List<Series> marks = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (TransientEvent.Kind kind :
        List.of(
            TransientEvent.Kind.THROTTLED,
            TransientEvent.Kind.TRIPPED,
            TransientEvent.Kind.BOILS)) {
      OptionalDouble at =
          run.events().stream()
              .filter(e -> e.kind() == kind)
              .mapToDouble(TransientAnswer.Event::timeS)
              .findFirst();
      if (at.isPresent()) {
        Text name = Text.of("chart.event." + kind.key());
        boolean apart = Math.abs(at.getAsDouble() - last) > APART * run.durationS();
        marks.add(
            apart
                ? new Series.Reference(name, true, at.getAsDouble(), ColorRole.WARNING)
                : new Series.Marker(name, at.getAsDouble(), hottest(run, at.getAsDouble())));
        last = apart ? at.getAsDouble() : last;
      }
    }
    marks.add(now(seconds));
    return marks;
  }

  private static double hottest(TransientAnswer run, double seconds) {
    return run.chips().stream()
        .mapToDouble(c -> run.at(c.junctionC(), seconds))
        .max()
        .orElse(run.highC());
  }

  private static Series now(double seconds) {
    return new Series.Reference(Text.of("chart.series.now"), true, seconds, ColorRole.TEXT);
  }

  private static Optional<Series> curve(
      TransientAnswer run, double[] values, String key, ColorRole role) {
    if (values.length == 0) {
      return Optional.empty();
    }
    double[] xy = new double[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      xy[2 * i] = run.timeS()[i];
      xy[2 * i + 1] = values[i];
    }
    return Optional.of(
        new Series.Curve(Text.of("chart.series." + key), Points.of(xy), role, Style.Dash.SOLID));
  }

  /** The largest of several series at each time; empty where none has values. */
  private static <T> double[] most(List<T> all, Function<T, double[]> series) {
    List<double[]> known = all.stream().map(series).filter(s -> s.length > 0).toList();
    if (known.isEmpty()) {
      return new double[0];
    }
    return IntStream.range(0, known.getFirst().length)
        .mapToDouble(i -> known.stream().mapToDouble(s -> s[i]).max().orElseThrow())
        .toArray();
  }
}
