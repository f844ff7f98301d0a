package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import supernode.analysis.FabricAnswer;
import supernode.analysis.LinkClass;
import supernode.analysis.TrafficMap;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Points;
import supernode.figure.Reading;
import supernode.figure.Scale;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.traffic.Degradation;

/** Charts of who sends what over which links of a fabric, and of what is left when parts fail. */
final class TrafficCharts {
  /** Fabrics whose curves of failures take seconds, not minutes. */
  private static final int MOST_DEGRADED = 1200;

  private TrafficCharts() {}

  /** The busiest links, those alike as one, and what they hold back. */
  static Outcome<Chart> topLinks(FabricAnswer answer) {
    List<LinkClass> classes = answer.views().busiest();
    if (classes.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noTraffic");
    }
    List<Series.Row> rows = classes.stream().map(TrafficCharts::row).toList();
    return Outcome.solved(
        new Chart(
            "top-links",
            AnalysisCharts.title("top-links"),
            sent("chart.subtitle.topLinks", answer),
            Axis.linear(Text.of("chart.axis.utilisation"), Dimension.RATIO).from(0).to(1),
            Axis.linear(Text.of("chart.axis.limits"), Dimension.COUNT),
            List.of(new Series.Ranking(Text.of("chart.series.directions"), rows))));
  }

  private static Series.Row row(LinkClass links) {
    Quantity capacity = new Quantity(links.capacityBytesPerS(), Dimension.BANDWIDTH);
    return new Series.Row(
        Text.of("chart.links.between", links.from(), links.to()),
        links.utilisation(),
        new Ink.Measured(Scale.UTILISATION, Math.clamp(links.utilisation(), 0, 1)),
        links.flowsLimited() > 0
            ? Text.of(
                "chart.links.limit",
                links.links(),
                capacity,
                links.flowsLimited(),
                new Quantity(links.limitBytesPerS(), Dimension.BANDWIDTH))
            : Text.of("chart.links.free", links.links(), capacity));
  }

  /** Who sends how much to whom. */
  static Outcome<Chart> matrix(FabricAnswer answer, BooleanSupplier cancelled) {
    return answer.views().map(cancelled).map(map -> matrix(answer, map));
  }

  private static Chart matrix(FabricAnswer answer, TrafficMap map) {
    int n = map.names().size();
    double[][] values = new double[n][];
    double most = 0;
    for (int i = 0; i < n; i++) {
      values[i] = map.bytesPerS()[i].clone();
      for (int j = 0; j < n; j++) {
        if (i == j && map.sizes().get(i) == 1) {
          // Nobody sends to itself.
          values[i][j] = -1;
        }
        most = Math.max(most, values[i][j]);
      }
    }
    Reading reading =
        new Reading(Text.of("chart.series.sent"), Scale.UTILISATION, Dimension.BANDWIDTH, 0, most);
    return new Chart(
        "traffic-matrix",
        AnalysisCharts.title("traffic-matrix"),
        sent(map.isGrouped() ? "chart.subtitle.groupMatrix" : "chart.subtitle.matrix", answer, n),
        Axis.linear(Text.of("chart.axis.receiver"), Dimension.COUNT),
        Axis.linear(Text.of("chart.axis.sender"), Dimension.COUNT),
        List.of(
            new Series.HeatMap(
                Text.of("chart.series.sent"), map.names(), map.names(), values, reading)));
  }

  /** What is left of all-to-all as links or switches fail at random. */
  static Outcome<Chart> degradation(FabricAnswer answer, BooleanSupplier cancelled) {
    int endpoints = answer.views().endpoints();
    if (endpoints > MOST_DEGRADED) {
      return Outcome.notApplicable("chart.reason.largeDegradation", endpoints, MOST_DEGRADED);
    }
    Outcome<Degradation> links = answer.degradation().of(Degradation.Part.LINK, cancelled);
    Outcome<Degradation> switches = answer.degradation().of(Degradation.Part.SWITCH, cancelled);
    List<Series> series = new ArrayList<>();
    links
        .asOptional()
        .ifPresent(d -> add(d, Text.of("chart.curve.links"), ColorRole.ACCENT, series));
    switches
        .asOptional()
        .ifPresent(d -> add(d, Text.of("chart.curve.switches"), ColorRole.SWITCH, series));
    if (series.isEmpty()) {
      return new Outcome.NotApplicable<>(links.whyNot().orElseThrow());
    }
    return Outcome.solved(
        new Chart(
            "degradation",
            AnalysisCharts.title("degradation"),
            Text.of(
                "chart.subtitle.degradation",
                Text.of("fabric." + answer.fabric().key()),
                answer.routing().name(),
                answer.degradation().seeds()),
            Axis.linear(Text.of("chart.axis.failed"), Dimension.COUNT).from(0),
            Axis.linear(Text.of("chart.axis.left"), Dimension.RATIO).from(0).to(1),
            series));
  }

  private static void add(Degradation curve, Text name, ColorRole role, List<Series> out) {
    double whole = curve.points().getFirst().totalBytesPerS().median();
    if (whole > 0) {
      out.add(
          new Series.Curve(
              name,
              points(curve, p -> p.totalBytesPerS().median() / whole),
              role,
              Style.Dash.SOLID));
      out.add(
          new Series.Curve(
              Text.of("chart.curve.worst", name),
              points(curve, p -> p.totalBytesPerS().least() / whole),
              role,
              Style.Dash.DOTTED,
              false));
    }
  }

  private static Points points(Degradation curve, ToDoubleFunction<Degradation.Point> share) {
    return Points.of(
        curve.points().stream()
            .flatMapToDouble(p -> DoubleStream.of(p.failed(), share.applyAsDouble(p)))
            .toArray());
  }

  private static Text sent(String key, FabricAnswer answer, Object... more) {
    List<Object> values = new ArrayList<>();
    values.add(Text.of("fabric." + answer.fabric().key()));
    values.add(
        answer
            .sent()
            .map(FabricAnswer.TrafficAnswer::label)
            .orElse(Text.of("traffic." + answer.sentKey())));
    values.addAll(List.of(more));
    return Text.of(key, values.toArray());
  }
}
