package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import supernode.analysis.FabricAnswer;
import supernode.analysis.FabricViews.PairMessages;
import supernode.figure.ColorRole;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.latency.OfferedLatency;
import supernode.solve.network.latency.PacketMix;
import supernode.solve.network.metric.LoadedFabric;
import supernode.solve.network.metric.UniformOffer;

/** Charts of a fabric's latency: over the load that is offered, over the size of a message. */
final class LatencyCharts {
  /** Fabrics whose latency is gone through pair by pair in a second for all loads. */
  private static final int MOST_ENDPOINTS = 2048;

  private static final int PACKET_BYTES = 4096;

  /** Parts of the load at which the first link fills. */
  private static final double[] PARTS = {
    0.01, 0.2, 0.4, 0.55, 0.68, 0.78, 0.86, 0.92, 0.95, 0.97, 0.985
  };

  private LatencyCharts() {}

  /** Mean and tail while everyone sends to everyone, up to where queues grow without end. */
  static Outcome<Chart> offered(FabricAnswer answer, BooleanSupplier cancelled) {
    int endpoints = answer.views().endpoints();
    if (endpoints > MOST_ENDPOINTS) {
      return Outcome.notApplicable("chart.reason.largeLoad", endpoints, MOST_ENDPOINTS);
    }
    return answer.views().offer(cancelled).map(offer -> offered(answer, offer, cancelled));
  }

  private static Chart offered(FabricAnswer answer, UniformOffer offer, BooleanSupplier cancelled) {
    PacketMix packets = new PacketMix(List.of((double) PACKET_BYTES));
    List<LoadedFabric> steps = new ArrayList<>();
    for (double part : PARTS) {
      LoadedFabric at = offer.at(part * offer.saturationLoad(), packets, cancelled);
      if (at.latency().loaded().isPresent()) {
        steps.add(at);
      }
    }
    List<Series> series = new ArrayList<>();
    series.add(curve("mean", steps, OfferedLatency.Loaded::meanS, ColorRole.ACCENT));
    series.add(curve("p99", steps, OfferedLatency.Loaded::p99S, ColorRole.SWITCH));
    series.add(curve("p999", steps, OfferedLatency.Loaded::p999S, ColorRole.COPPER));
    series.add(
        new Series.Reference(
            Text.of("chart.series.saturated"), true, offer.saturationLoad(), ColorRole.ERROR));
    return new Chart(
        "latency-load",
        AnalysisCharts.title("latency-load"),
        Text.of(
            "chart.subtitle.latencyLoad", Text.of("fabric." + answer.fabric().key()), PACKET_BYTES),
        Axis.linear(Text.of("chart.axis.offered"), Dimension.RATIO)
            .from(0)
            .to(1.1 * offer.saturationLoad()),
        Axis.log(Text.of("chart.axis.packetLatency"), Dimension.TIME),
        series);
  }

  private static Series curve(
      String key,
      List<LoadedFabric> steps,
      ToDoubleFunction<OfferedLatency.Loaded> value,
      ColorRole role) {
    double[] xy = new double[2 * steps.size()];
    for (int i = 0; i < steps.size(); i++) {
      xy[2 * i] = steps.get(i).offeredLoad();
      xy[2 * i + 1] = value.applyAsDouble(steps.get(i).latency().loaded().orElseThrow());
    }
    return new Series.Curve(Text.of("chart.curve." + key), Points.of(xy), role, Style.Dash.SOLID);
  }

  /** How long a message of a size takes on the idle fabric. */
  static Outcome<Chart> messages(FabricAnswer answer, BooleanSupplier cancelled) {
    List<PairMessages> pairs = answer.views().messages();
    if (pairs.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noPairs");
    }
    List<Series> series = new ArrayList<>();
    for (PairMessages p : pairs) {
      double[] xy =
          p.curve().points().stream()
              .flatMapToDouble(m -> DoubleStream.of(m.bytes(), m.timeS()))
              .toArray();
      series.add(
          new Series.Curve(
              Text.of(p.farthest() ? "chart.curve.farthest" : "chart.curve.nearest"),
              Points.of(xy),
              p.farthest() ? ColorRole.ACCENT : ColorRole.SWITCH,
              Style.Dash.SOLID));
    }
    PairMessages far = pairs.getLast();
    double half = far.curve().halfRateBytes();
    series.add(
        new Series.Reference(Text.of("chart.series.halfRate"), true, half, ColorRole.SECONDARY));
    return Outcome.solved(
        new Chart(
            "message-time",
            AnalysisCharts.title("message-time"),
            Text.of(
                "chart.subtitle.messageTime",
                Text.of("fabric." + answer.fabric().key()),
                new Quantity(half, Dimension.DATA)),
            Axis.log(Text.of("chart.axis.message"), Dimension.DATA),
            Axis.log(Text.of("chart.axis.messageTime"), Dimension.TIME),
            series));
  }
}
