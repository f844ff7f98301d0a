package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import supernode.analysis.workload.ServingAnswer;
import supernode.figure.ColorRole;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.serve.InferenceStep;
import supernode.solve.workload.serve.LatencyCurve;
import supernode.solve.workload.serve.Percentiles;
import supernode.solve.workload.serve.QueueResult;

/** Charts of a service: what users wait for as load grows, and where the memory goes. */
final class ServingCharts {
  private ServingCharts() {}

  static List<Slot> of(ServingAnswer a) {
    List<Slot> slots = new ArrayList<>();
    slots.add(
        curve(
            a,
            a.model().perToken() ? "serving-ttft" : "serving-answer",
            a.objective().ttftSeconds(),
            a.model().perToken() ? QueueResult::ttft : QueueResult::endToEnd));
    if (a.model().perToken()) {
      slots.add(curve(a, "serving-tpot", a.objective().tpotSeconds(), QueueResult::tpot));
    }
    slots.add(Slot.ready("serving-memory", memoryTitle(a), Outcome.solved(memory(a))));
    return slots;
  }

  private static Slot curve(
      ServingAnswer a, String id, double objective, Function<QueueResult, Percentiles> of) {
    return Slot.later(
        id,
        AnalysisCharts.title(id),
        false,
        cancelled -> Outcome.solved(curve(a, id, objective, of, cancelled)));
  }

  private static Chart curve(
      ServingAnswer a,
      String id,
      double objective,
      Function<QueueResult, Percentiles> of,
      BooleanSupplier cancelled) {
    List<Series> series = new ArrayList<>();
    LatencyCurve calibrated = a.curve(Mode.CALIBRATED, cancelled);
    series.add(
        line(
            "chart.curve.p99",
            calibrated,
            of,
            Percentiles::p99,
            ColorRole.ACCENT,
            Style.Dash.SOLID));
    series.add(
        line(
            "chart.curve.p50",
            calibrated,
            of,
            Percentiles::p50,
            ColorRole.SWITCH,
            Style.Dash.SOLID));
    series.add(
        line(
            "chart.curve.p99Bound",
            a.curve(Mode.BOUND, cancelled),
            of,
            Percentiles::p99,
            ColorRole.ACCENT,
            Style.Dash.DOTTED));
    if (objective < Double.POSITIVE_INFINITY) {
      series.add(
          new Series.Reference(
              Text.of("chart.series.objective"), false, objective, ColorRole.WARNING));
    }
    QueueResult seen = a.calibrated().queue();
    double asked = a.mix().perSecond();
    series.add(
        new Series.Marker(
            Text.of("chart.series.asked"), asked, Math.max(1e-9, of.apply(seen).p99())));
    Text most =
        a.calibrated()
            .most()
            .map(m -> Text.of("chart.subtitle.servingMost", m.perSecond(), asked))
            .orElseGet(() -> Text.of("chart.subtitle.servingAsked", asked));
    return new Chart(
        id,
        AnalysisCharts.title(id),
        most,
        Axis.linear(Text.of("chart.axis.requestRate"), Dimension.COUNT).from(0),
        Axis.log(Text.of("chart.axis.wait"), Dimension.TIME),
        series);
  }

  private static Series line(
      String name,
      LatencyCurve curve,
      Function<QueueResult, Percentiles> of,
      java.util.function.ToDoubleFunction<Percentiles> percentile,
      ColorRole role,
      Style.Dash dash) {
    return new Series.Curve(
        Text.of(name),
        Points.of(
            curve.points().stream()
                .flatMapToDouble(p ->
                    DoubleStream.of(
                        p.perSecond(),
                        Math.max(1e-9, percentile.applyAsDouble(of.apply(p.queue())))))
                .toArray()),
        role,
        dash);
  }

  private static Text memoryTitle(ServingAnswer a) {
    return AnalysisCharts.title(a.model().perToken() ? "serving-memory" : "answer-memory");
  }

  private static Text memorySubtitle(ServingAnswer a) {
    String chip = a.machine().fleet().chip().name();
    return a.model().perToken()
        ? Text.of(
            "chart.subtitle.serving-memory",
            chip,
            a.calibrated().batch(),
            a.bound().batch(),
            new Quantity(
                a.calibrated().service().decode().on().cacheBytes(a.model()), Dimension.DATA))
        : Text.of("chart.subtitle.answer-memory", chip, a.calibrated().batch(), a.bound().batch());
  }

  private static Chart memory(ServingAnswer a) {
    Axis x = Axis.linear(Text.of("chart.axis.memory"), Dimension.DATA);
    return new Chart(
        "serving-memory",
        memoryTitle(a),
        memorySubtitle(a),
        x,
        x,
        List.of(
            new Series.StackRows(
                AnalysisCharts.title("serving-memory"),
                List.of(
                    memory(a, a.calibrated(), "chart.mode.calibrated"),
                    memory(a, a.bound(), "chart.mode.bound"))),
            new Series.Reference(
                Text.of("chart.series.capacity"),
                true,
                a.machine().fleet().chip().memoryBytes(),
                ColorRole.ERROR)));
  }

  private static Series.StackRow memory(ServingAnswer a, ServingAnswer.Served of, String mode) {
    InferenceStep step = of.service().decode();
    double all = a.machine().fleet().chip().memoryBytes();
    double weights = step.on().weightBytes(a.model());
    double room = step.cacheRoomBytes();
    double held = of.batch() * of.context() * step.on().cacheBytes(a.model());
    double cache = a.model().perToken() ? Math.min(room, held) : 0;
    List<Series.Part> parts = new ArrayList<>();
    parts.add(new Series.Part(Text.of("train.memory.weights"), weights, ColorRole.ACCENT));
    if (a.model().perToken()) {
      parts.add(new Series.Part(Text.of("chart.part.cache"), cache, ColorRole.HBM));
    }
    // What a model that answers once leaves is for no cache.
    String left = a.model().perToken() ? "chart.part.cacheFree" : "chart.part.free";
    parts.add(new Series.Part(Text.of(left), room - cache, ColorRole.DOTS));
    parts.add(
        new Series.Part(
            Text.of("chart.part.reserved"), Math.max(0, all - weights - room), ColorRole.FAINT));
    return new Series.StackRow(Text.of(mode), parts);
  }
}
