package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import supernode.analysis.FabricAnswer;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Points;
import supernode.figure.Scale;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** Charts of one fabric. */
final class NetworkCharts {
  private static final int UTILISATION_BINS = 10;

  /** More latencies than this are gathered into as many bins. */
  private static final int LATENCY_BINS = 40;

  private static final List<ColorRole> CURVES =
      List.of(ColorRole.ACCENT, ColorRole.SWITCH, ColorRole.COPPER, ColorRole.HBM);

  private NetworkCharts() {}

  static Outcome<Chart> utilisation(FabricAnswer answer) {
    FabricAnswer.TrafficAnswer traffic = answer.sent().orElse(null);
    if (traffic == null || traffic.utilisation().length == 0) {
      return Outcome.notApplicable("chart.reason.noTraffic");
    }
    long[] counts = new long[UTILISATION_BINS];
    for (double u : traffic.utilisation()) {
      // A full link is 1 but for rounding.
      counts[Math.clamp((int) (u * UTILISATION_BINS + 1e-9), 0, UTILISATION_BINS - 1)]++;
    }
    List<Series.Bar> bars = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      double from = (double) i / UTILISATION_BINS;
      double to = (i + 1.0) / UTILISATION_BINS;
      bars.add(
          new Series.Bar(
              from, to, counts[i], new Ink.Measured(Scale.UTILISATION, (from + to) / 2)));
    }
    return Outcome.solved(
        new Chart(
            "utilisation",
            AnalysisCharts.title("utilisation"),
            Text.of(
                "chart.subtitle.utilisation",
                fabric(answer),
                traffic.utilisation().length,
                traffic.label()),
            Axis.linear(Text.of("chart.axis.utilisation"), Dimension.RATIO).from(0).to(1),
            Axis.linear(Text.of("chart.axis.directions"), Dimension.COUNT).from(0),
            List.of(new Series.Bars(Text.of("chart.series.directions"), bars))));
  }

  static Outcome<Chart> latency(FabricAnswer answer) {
    if (answer.latency().isEmpty()) {
      return Outcome.notApplicable("chart.reason.noPairs");
    }
    List<FabricAnswer.LatencyBin> bins = answer.latency();
    double low = bins.getFirst().latencyS();
    double high = bins.getLast().latencyS();
    long pairs = bins.stream().mapToLong(FabricAnswer.LatencyBin::pairs).sum();
    // A fabric of one latency gets one bar with some room at its sides.
    double span = high > low ? high - low : 0.2 * low;
    int count = high > low ? LATENCY_BINS : 1;
    double width = span / count;
    double from = high > low ? low : low - span / 2;
    long[] counts = new long[count];
    for (FabricAnswer.LatencyBin bin : bins) {
      counts[Math.clamp((int) ((bin.latencyS() - from) / width), 0, count - 1)] += bin.pairs();
    }
    List<Series.Bar> bars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double left = from + i * width;
      bars.add(new Series.Bar(left, left + width, counts[i], Ink.of(ColorRole.ACCENT)));
    }
    return Outcome.solved(
        new Chart(
            "latency",
            AnalysisCharts.title("latency"),
            Text.of("chart.subtitle.latency", fabric(answer), pairs),
            Axis.linear(Text.of("chart.axis.latency"), Dimension.TIME)
                .from(Math.max(0, from - span / 2))
                .to(from + span * 1.5),
            Axis.linear(Text.of("chart.axis.pairs"), Dimension.COUNT).from(0),
            List.of(new Series.Bars(Text.of("chart.series.pairs"), bars))));
  }

  /** Bandwidth of all-reduce by message size and algorithm. */
  static Outcome<Chart> busBandwidth(FabricAnswer answer) {
    return collective(
        answer,
        "bus-bandwidth",
        "chart.subtitle.busBandwidth",
        Axis.log(Text.of("chart.axis.busBandwidth"), Dimension.BANDWIDTH),
        FabricAnswer.CollectiveCurve::busBytesPerS);
  }

  /** Time of all-reduce by message size and algorithm. */
  static Outcome<Chart> collectiveTime(FabricAnswer answer) {
    return collective(
        answer,
        "collective-time",
        "chart.subtitle.busBandwidth",
        Axis.log(Text.of("chart.axis.collectiveTime"), Dimension.TIME),
        FabricAnswer.CollectiveCurve::timeS);
  }

  private static Outcome<Chart> collective(
      FabricAnswer answer,
      String id,
      String subtitle,
      Axis y,
      Function<FabricAnswer.CollectiveCurve, FabricAnswer.Curve> value) {
    List<Series> series = new ArrayList<>();
    List<String> algorithms = new ArrayList<>();
    List<FabricAnswer.CollectiveCurve> curves = answer.allReduce().get();
    for (FabricAnswer.CollectiveCurve curve : curves) {
      if (!algorithms.contains(curve.key())) {
        algorithms.add(curve.key());
      }
      // A colour for each algorithm; the bound is dashed, what to expect is drawn through.
      Text algorithm = Text.of("chart.curve." + curve.key());
      series.add(
          new Series.Curve(
              curve.calibrated() ? algorithm : Text.of("chart.curve.bound", algorithm),
              points(value.apply(curve)),
              CURVES.get(algorithms.indexOf(curve.key()) % CURVES.size()),
              curve.calibrated() ? Style.Dash.SOLID : Style.Dash.DOTTED,
              curve.calibrated()
                  || curves.stream()
                      .noneMatch(c -> c.calibrated() && c.key().equals(curve.key()))));
    }
    if (series.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noCollective");
    }
    return Outcome.solved(
        new Chart(
            id,
            AnalysisCharts.title(id),
            Text.of(subtitle, fabric(answer)),
            Axis.log(Text.of("chart.axis.message"), Dimension.DATA),
            y,
            series));
  }

  /** What the slowest endpoint sends in all, per traffic pattern, against its ports. */
  static Outcome<Chart> trafficRates(FabricAnswer answer) {
    if (answer.traffics().isEmpty()) {
      return Outcome.notApplicable("chart.reason.noTraffic");
    }
    List<Series> series = new ArrayList<>();
    for (FabricAnswer.TrafficAnswer t : answer.traffics()) {
      int n = series.size();
      Series.Bar bar =
          new Series.Bar(
              n + 0.15, n + 0.85, t.injectionBytesPerS(), Ink.of(CURVES.get(n % CURVES.size())));
      series.add(new Series.Bars(t.label(), List.of(bar)));
    }
    int count = series.size();
    if (answer.portBytesPerS() > 0) {
      series.add(
          new Series.Reference(
              Text.of("chart.series.ports"), false, answer.portBytesPerS(), ColorRole.SECONDARY));
    }
    return Outcome.solved(
        new Chart(
            "traffic-rates",
            AnalysisCharts.title("traffic-rates"),
            Text.of("chart.subtitle.trafficRates", fabric(answer)),
            Axis.linear(Text.of("chart.axis.pattern"), Dimension.COUNT).from(0).to(count),
            Axis.linear(Text.of("chart.axis.injection"), Dimension.BANDWIDTH).from(0),
            series));
  }

  static Points points(FabricAnswer.Curve curve) {
    double[] xy = new double[2 * curve.x().length];
    for (int i = 0; i < curve.x().length; i++) {
      xy[2 * i] = curve.x()[i];
      xy[2 * i + 1] = curve.y()[i];
    }
    return Points.of(xy);
  }

  private static Text fabric(FabricAnswer answer) {
    return Text.of("fabric." + answer.fabric().key());
  }
}
