package supernode.figure.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import supernode.analysis.Analysis;
import supernode.analysis.Comparison;
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
      List.of(ColorRole.ACCENT, ColorRole.SWITCH, ColorRole.COPPER, ColorRole.HBM);

  private static final List<Style.Dash> DASHES =
      List.of(Style.Dash.SOLID, Style.Dash.DASHED, Style.Dash.DOTTED, Style.Dash.SOLID);

  private ComparisonCharts() {}

  /** The colour of a design's curves, by its place. */
  public static ColorRole colour(int design) {
    return COLOURS.get(design % COLOURS.size());
  }

  /** How a design's curves are dashed, by its place: colour is not the only sign. */
  public static Style.Dash dash(int design) {
    return DASHES.get(design % DASHES.size());
  }

  /** Charts that at least two designs have a curve in. */
  public static List<Chart> of(List<Analysis> analyses) {
    return of(analyses, Set.of()).stream().filter(c -> c.series().size() > 1).toList();
  }

  /**
   * Charts with the curves of some.
   *
   * @param hidden designs without curves, by their places
   */
  public static List<Chart> of(List<Analysis> analyses, Set<Integer> hidden) {
    List<Chart> charts = new ArrayList<>();
    chart(
            analyses,
            hidden,
            "bus-bandwidth",
            Axis.log(Text.of("chart.axis.busBandwidth"), Dimension.BANDWIDTH),
            CollectiveCurve::busBytesPerS)
        .ifPresent(charts::add);
    chart(
            analyses,
            hidden,
            "collective-time",
            Axis.log(Text.of("chart.axis.collectiveTime"), Dimension.TIME),
            CollectiveCurve::timeS)
        .ifPresent(charts::add);
    return charts;
  }

  private static Optional<Chart> chart(
      List<Analysis> analyses,
      Set<Integer> hidden,
      String id,
      Axis y,
      Function<CollectiveCurve, FabricAnswer.Curve> value) {
    List<Series> series = new ArrayList<>();
    List<String> names = Comparison.names(analyses);
    for (int i = 0; i < analyses.size(); i++) {
      if (hidden.contains(i)) {
        continue;
      }
      ColorRole colour = colour(i);
      Style.Dash dash = dash(i);
      Text name = Text.of("chart.series.design", names.get(i));
      fastest(analyses.get(i))
          .map(value)
          .ifPresent(
              c -> series.add(new Series.Curve(name, NetworkCharts.points(c), colour, dash)));
    }
    return series.isEmpty()
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
