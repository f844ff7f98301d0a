package supernode.figure.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import supernode.analysis.Analysis;
import supernode.analysis.FabricAnswer;
import supernode.analysis.FabricAnswer.CollectiveCurve;
import supernode.design.Fabric;
import supernode.figure.ColorRole;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/** Curves of several designs in one chart each. */
public final class ComparisonCharts {
  private static final List<ColorRole> COLOURS =
      List.of(ColorRole.ACCELERATOR, ColorRole.SWITCH, ColorRole.COPPER, ColorRole.HBM);

  private ComparisonCharts() {}

  /** Charts that at least two designs have a curve in. */
  public static List<Chart> of(List<Analysis> analyses) {
    List<Chart> charts = new ArrayList<>();
    chart(
            analyses,
            "bus-bandwidth",
            Axis.log(Text.of("chart.axis.busBandwidth"), Dimension.BANDWIDTH),
            CollectiveCurve::busBytesPerS)
        .ifPresent(charts::add);
    chart(
            analyses,
            "collective-time",
            Axis.log(Text.of("chart.axis.collectiveTime"), Dimension.TIME),
            CollectiveCurve::timeS)
        .ifPresent(charts::add);
    return charts;
  }

  private static Optional<Chart> chart(
      List<Analysis> analyses,
      String id,
      Axis y,
      Function<CollectiveCurve, FabricAnswer.Curve> value) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < analyses.size(); i++) {
      ColorRole colour = COLOURS.get(i % COLOURS.size());
      Text name = Text.of("chart.series.design", analyses.get(i).design().name());
      fastest(analyses.get(i))
          .map(value)
          .ifPresent(c ->
              series.add(
                  new Series.Curve(name, NetworkCharts.points(c), colour, Style.Dash.SOLID)));
    }
    return series.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Chart(
                id,
                AnalysisCharts.title(id),
                Text.of("chart.subtitle.compared"),
                Axis.log(Text.of("chart.axis.message"), Dimension.DATA),
                y,
                series));
  }

  /** The algorithm that is fastest with the largest message, as calibrated. */
  private static Optional<CollectiveCurve> fastest(Analysis analysis) {
    return Optional.ofNullable(analysis.networks().get(Fabric.SCALE_UP)).stream()
        .flatMap(o -> o.asOptional().stream())
        .flatMap(a -> a.allReduce().get().stream())
        .filter(CollectiveCurve::calibrated)
        .max(
            Comparator.comparingDouble(c -> c.busBytesPerS().y()[c.busBytesPerS().y().length - 1]));
  }
}
