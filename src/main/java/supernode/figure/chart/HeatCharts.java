package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import supernode.analysis.Analysis;
import supernode.analysis.FacilityCurve;
import supernode.analysis.HeatPaths;
import supernode.figure.ColorRole;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** Where the heat goes, from chip to sky. */
final class HeatCharts {
  private HeatCharts() {}

  static Outcome<Chart> sankey(Analysis analysis) {
    return HeatPaths.of(analysis).flatMap(HeatCharts::sankey);
  }

  private static Outcome<Chart> sankey(HeatPaths heat) {
    if (heat.liquidW() <= 0 && !heat.airDrawn()) {
      return Outcome.notApplicable("chart.reason.noChips");
    }
    List<Series.Stream> streams = new ArrayList<>();
    Text liquid = Text.of(heat.inTanks() ? "chart.heat.tanks" : "chart.heat.liquid");
    Text air = Text.of("chart.heat.air");
    Text units = Text.of("chart.heat.units");
    Text facility = Text.of("chart.heat.facility");
    Text sky = Text.of("chart.heat.sky");
    for (HeatPaths.Source s : heat.sources()) {
      ColorRole role = PowerCharts.role(s.key());
      add(streams, Text.of(s.key()), liquid, s.liquidW(), role);
      add(streams, Text.of(s.key()), air, s.airW(), role);
    }
    add(streams, Text.of("power.pumps"), liquid, heat.pumpsW(), ColorRole.COOLANT_SUPPLY);
    add(streams, liquid, units, heat.unitsW(), ColorRole.COOLANT_RETURN);
    Text handlers = Text.of("chart.heat.handlers");
    add(
        streams,
        Text.of("chart.heat.handlerFans"),
        air,
        heat.handlersW(),
        ColorRole.COOLANT_SUPPLY);
    add(streams, air, handlers, heat.handledW(), ColorRole.COOLANT_RETURN);
    add(streams, handlers, facility, heat.handledW(), ColorRole.COOLANT_RETURN);
    // Units that stand in no drawing are no stage of the way.
    double straightW = heat.liquidW() - heat.unitsW();
    double outW = heat.unitsW() - heat.roomW();
    add(streams, units, air, heat.roomW(), ColorRole.COOLANT_RETURN);
    add(streams, units, facility, outW, ColorRole.COOLANT_RETURN);
    // A tank passes its heat to water; plates without a unit have none of the facility's.
    double waterW = heat.inTanks() ? straightW : 0;
    add(streams, liquid, facility, waterW, ColorRole.COOLANT_RETURN);
    add(streams, liquid, sky, straightW - waterW, ColorRole.COOLANT_RETURN);
    double facilityW = outW + waterW + heat.handledW();
    if (facilityW > 0) {
      Text pumps = Text.of("chart.heat.facilityPumps");
      add(streams, pumps, facility, heat.facilityPumpsW(), ColorRole.COOLANT_SUPPLY);
      add(streams, facility, sky, facilityW + heat.facilityPumpsW(), ColorRole.COOLANT_RETURN);
    }
    add(streams, Text.of("power.rejection"), sky, heat.rejectionW(), ColorRole.WARNING);
    return Outcome.solved(
        new Chart(
            "heat",
            AnalysisCharts.title("heat"),
            Text.of(
                "chart.subtitle.heat",
                new Quantity(heat.liquidW(), Dimension.POWER),
                new Quantity(heat.airW(), Dimension.POWER)),
            Axis.linear(Text.of("chart.axis.heat"), Dimension.POWER).from(0),
            Axis.linear(Text.of("chart.axis.heatTo"), Dimension.COUNT),
            List.of(new Series.Sankey(AnalysisCharts.title("heat"), streams))));
  }

  /** What the whole takes for each watt of computing as the facility water gets warmer. */
  static Outcome<Chart> overFacility(Analysis analysis, BooleanSupplier cancelled) {
    if (analysis.cooling().asOptional().isEmpty()) {
      return new Outcome.NotApplicable<>(analysis.cooling().whyNot().orElseThrow());
    }
    List<FacilityCurve.Point> curve = FacilityCurve.of(analysis, cancelled);
    if (curve.size() < 2) {
      return Outcome.notApplicable("chart.reason.noPlant");
    }
    double[] xy = new double[2 * curve.size()];
    for (int i = 0; i < curve.size(); i++) {
      xy[2 * i] = curve.get(i).facilityC();
      xy[2 * i + 1] = curve.get(i).pue();
    }
    double nowC = FacilityCurve.facilityC(analysis);
    List<Series> series = new ArrayList<>();
    series.add(
        new Series.Curve(Text.of("result.pue"), Points.of(xy), ColorRole.ACCENT, Style.Dash.SOLID));
    series.add(
        new Series.Reference(Text.of("chart.series.facilityNow"), true, nowC, ColorRole.TEXT));
    OptionalDouble hottest = FacilityCurve.hottestC(curve);
    hottest.ifPresent(c ->
        series.add(
            new Series.Reference(Text.of("chart.series.holdsTo"), true, c, ColorRole.ERROR)));
    return Outcome.solved(
        new Chart(
            "pue-facility",
            AnalysisCharts.title("pue-facility"),
            hottest.isPresent()
                ? Text.of(
                    "chart.subtitle.holdsTo",
                    new Quantity(hottest.getAsDouble(), Dimension.TEMPERATURE))
                : Text.of("chart.subtitle.pue-facility"),
            Axis.linear(Text.of("chart.axis.facility"), Dimension.TEMPERATURE)
                .from(curve.getFirst().facilityC())
                .to(curve.getLast().facilityC()),
            // Room above the curve, for the names of the upright lines.
            Axis.linear(Text.of("result.pue"), Dimension.FACTOR)
                .from(1)
                .to(
                    1
                        + 1.3
                            * (curve.stream().mapToDouble(FacilityCurve.Point::pue).max().orElse(2)
                                - 1)),
            series));
  }

  private static void add(
      List<Series.Stream> streams, Text from, Text to, double w, ColorRole role) {
    if (w > 0) {
      streams.add(new Series.Stream(from, to, w, role));
    }
  }
}
