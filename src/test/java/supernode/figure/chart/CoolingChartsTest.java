package supernode.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.analysis.Analysis;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.FacilityCurve;
import supernode.analysis.PipeFlows;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.PartKind;
import supernode.figure.Box;
import supernode.figure.Figure;
import supernode.figure.Shape;
import supernode.quantity.Messages;
import supernode.quantity.Text;

/** Charts of the Cooling tab on samples. */
class CoolingChartsTest {
  private static final Analysis RACK =
      SampleAnalysis.full(SampleAnalysis.design("gb200-nvl72"), "default");
  private static final CoolingAnswer COOLING = RACK.cooling().asOptional().orElseThrow();
  private static final Messages WORDS = new Messages(Locale.ENGLISH);

  private static Chart chart(Analysis analysis, AnalysisCharts.Tab tab, String id) {
    return AnalysisCharts.of(analysis, tab).stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow()
        .chart()
        .asOptional()
        .orElseThrow();
  }

  private static List<Series.Stream> streams(Analysis analysis) {
    return chart(analysis, AnalysisCharts.Tab.COOLING, "heat").sankey().orElseThrow().streams();
  }

  /** Air alone: from the parts into the room, or through air handlers to the facility. */
  @ParameterizedTest
  @CsvSource({"hgx-h100, false", "superpod-h100-su, true"})
  void aDesignInAirHasItsCharts(String sample, boolean handled) {
    Analysis analysis = SampleAnalysis.full(SampleAnalysis.design(sample), "default");
    for (String id : List.of("branch-balance", "coolant-course", "pump-and-system", "coolant")) {
      assertThat(chart(analysis, AnalysisCharts.Tab.COOLING, id).series()).as(id).isNotEmpty();
    }
    Text air = Text.of("chart.heat.air");
    double in = 0;
    double out = 0;
    for (Series.Stream s : streams(analysis)) {
      in += s.to().equals(air) ? s.value() : 0;
      out += s.from().equals(air) ? s.value() : 0;
    }
    assertThat(in).isPositive();
    assertThat(out > 0).isEqualTo(handled);
    assertThat(out).isLessThanOrEqualTo(in * (1 + 1e-12));
    CoolingAnswer cooling = analysis.cooling().asOptional().orElseThrow();
    // What leaves a heat sink is warmer than the air that its chip gets.
    double inletC = cooling.chips().getFirst().inletC();
    assertThat(cooling.branches()).hasSizeGreaterThanOrEqualTo(9);
    assertThat(cooling.branches())
        .filteredOn(b -> b.place().contains("sink"))
        .isNotEmpty()
        .allMatch(b -> b.outletC() > inletC + 10);
  }

  @Test
  void allHeatOfTheRackIsInTheSankeyAndWhatComesToAPlaceLeavesIt() {
    Map<Text, Double> in = new HashMap<>();
    Map<Text, Double> out = new HashMap<>();
    for (Series.Stream s : streams(RACK)) {
      out.merge(s.from(), s.value(), Double::sum);
      in.merge(s.to(), s.value(), Double::sum);
    }
    for (String place : List.of("liquid", "units", "facility")) {
      Text t = Text.of("chart.heat." + place);
      assertThat(out.get(t)).as(place).isEqualTo(in.get(t), within(1e-9 * in.get(t)));
    }
    double itW = SampleAnalysis.value(RACK, "power.itKW");
    double pumpsW = out.get(Text.of("power.pumps"));
    double rejectionW = out.get(Text.of("power.rejection"));
    assertThat(in.get(Text.of("chart.heat.liquid")) + in.get(Text.of("chart.heat.air")))
        .isEqualTo(itW + pumpsW, within(1e-6 * itW));
    assertThat(in.get(Text.of("chart.heat.liquid")))
        .isEqualTo(COOLING.liquidW(), within(1e-9 * COOLING.liquidW()));
    assertThat(in.get(Text.of("chart.heat.sky")))
        .isEqualTo(COOLING.liquidW() + rejectionW, within(1e-9 * COOLING.liquidW()));
  }

  @Test
  void aTankGivesNothingToTheAir() {
    Analysis tank = SampleAnalysis.full(SampleAnalysis.design("immersion-tank"), "default");
    assertThat(streams(tank)).noneMatch(s -> s.to().equals(Text.of("chart.heat.air")));
    double itW = SampleAnalysis.value(tank, "power.itKW");
    double pumpsW =
        streams(tank).stream()
            .filter(s -> s.from().equals(Text.of("power.pumps")))
            .mapToDouble(Series.Stream::value)
            .sum();
    double skyW =
        streams(tank).stream()
            .filter(s -> s.from().equals(Text.of("chart.heat.facility")))
            .mapToDouble(Series.Stream::value)
            .sum();
    assertThat(skyW).isEqualTo(itW + pumpsW, within(1e-6 * itW));
  }

  /** The way of the heat has the stages that are drawn: no unit stands between tank and water. */
  @ParameterizedTest
  @CsvSource({
    "gb200-nvl72, true, true",
    "row-10-racks, true, true",
    "immersion-tank, false, true",
    "scalex640, true, true"
  })
  void theStagesFollowTheDrawing(String sample, boolean units, boolean facility) {
    Analysis a = SampleAnalysis.full(SampleAnalysis.design(sample), "default");
    assertThat(passes(a, "chart.heat.units")).isEqualTo(units);
    assertThat(passes(a, "chart.heat.facility")).isEqualTo(facility);
    boolean drawn =
        a.model().asOptional().orElseThrow().instances().stream()
            .anyMatch(i -> i.part().kind() == PartKind.CDU);
    assertThat(drawn).isEqualTo(units);
  }

  private static boolean passes(Analysis analysis, String place) {
    return streams(analysis).stream().anyMatch(s -> s.from().equals(Text.of(place)));
  }

  @Test
  void aRowOfRacksIsGatheredToTheHottestChipOfEachTray() {
    Analysis row = SampleAnalysis.full(SampleAnalysis.design("row-10-racks"), "default");
    Series.HeatMap map =
        chart(row, AnalysisCharts.Tab.COOLING, "junction-map").heatMap().orElseThrow();
    assertThat(map.from()).hasSize(10);
    assertThat(map.to()).hasSize(18 + 9);
    double hottest =
        row.cooling().asOptional().orElseThrow().chips().stream()
            .filter(c -> c.place().startsWith("rack[3].compute[5]."))
            .mapToDouble(CoolingAnswer.Chip::junctionC)
            .max()
            .orElseThrow();
    assertThat(map.values()[3][map.to().indexOf("compute[5]")]).isEqualTo(hottest);
  }

  @ParameterizedTest
  @ValueSource(doubles = {90, 140, 300})
  void theSankeyFitsItsRoomAndNoTwoNamesLieOnEachOther(double height) {
    Chart heat = chart(RACK, AnalysisCharts.Tab.COOLING, "heat");
    Figure figure = ChartFigure.of(heat, WORDS, 480, height).orElseThrow();
    for (Shape s : figure.shapes()) {
      assertThat(s.bounds().bottom()).isLessThanOrEqualTo(height + 4);
    }
    if (height >= 140) {
      List<Box> names =
          figure.shapes().stream()
              .filter(Shape.Label.class::isInstance)
              .map(s -> s.bounds().inset(1.5))
              .toList();
      for (int i = 0; i < names.size(); i++) {
        for (int j = i + 1; j < names.size(); j++) {
          assertThat(names.get(i).meets(names.get(j))).as("%s and %s", i, j).isFalse();
        }
      }
    }
  }

  @Test
  void theMapOfARackHasItsTraysAsRowsAndTheirChipsAsColumns() {
    Series.HeatMap map =
        chart(RACK, AnalysisCharts.Tab.COOLING, "junction-map").heatMap().orElseThrow();
    assertThat(map.from()).hasSize(18 + 9).startsWith("compute[0]", "compute[1]", "compute[2]");
    assertThat(map.to()).contains("gpu[0]", "gpu[3]", "cpu[1]", "switch[1]");
    CoolingAnswer.Chip chip =
        COOLING.chips().stream()
            .filter(c -> c.place().equals("compute[7].gpu[2].die[0]"))
            .findFirst()
            .orElseThrow();
    assertThat(map.values()[7][map.to().indexOf("gpu[2]")]).isEqualTo(chip.junctionC());
    assertThat(map.has(7, map.to().indexOf("switch[0]"))).isFalse();
    assertThat(map.reading().low()).isEqualTo(COOLING.temperatures().get().min());
  }

  @Test
  void theMapOfMemoryHasPackagesOnly() {
    Series.HeatMap map =
        chart(RACK, AnalysisCharts.Tab.COOLING, "memory-map").heatMap().orElseThrow();
    assertThat(map.from()).hasSize(18);
    assertThat(map.to()).hasSize(4);
  }

  @Test
  void branchesAreMeasuredByTheMeanOfTheirLike() {
    Chart chart = chart(RACK, AnalysisCharts.Tab.COOLING, "branch-balance");
    Series.Bars bars =
        chart.series().stream()
            .filter(Series.Bars.class::isInstance)
            .map(Series.Bars.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(bars.bars()).hasSize(COOLING.branches().size());
    double mean = bars.bars().stream().mapToDouble(Series.Bar::value).average().orElseThrow();
    assertThat(mean).isEqualTo(1, within(1e-9));
    Set<Double> limits = new HashSet<>();
    chart.series().stream()
        .filter(Series.Reference.class::isInstance)
        .forEach(s -> limits.add(((Series.Reference) s).at()));
    assertThat(limits).containsExactlyInAnyOrder(0.9, 1.0, 1.1);
  }

  @Test
  void theCoolantWarmsOnItsWayFromTheUnitThroughAPlateAndBack() {
    List<PipeFlows.Station> way = COOLING.pipes().course();
    assertThat(way.getFirst().place()).isEqualTo("cdu[0]");
    assertThat(way.getLast().place()).isEqualTo("cdu[0]");
    assertThat(way.stream().map(PipeFlows.Station::place))
        .anyMatch(p -> p.contains("plate["))
        .anyMatch(p -> p.contains("supply["))
        .anyMatch(p -> p.contains("return["));
    double supply = SampleAnalysis.value(RACK, "cooling.supplyC");
    assertThat(way.getFirst().outletC()).isEqualTo(supply, within(0.1));
    // Warmest behind the plate; mixing with others only cools it.
    double most = way.stream().mapToDouble(PipeFlows.Station::outletC).max().orElseThrow();
    assertThat(way.stream().filter(s -> s.place().contains("plate[")))
        .anyMatch(s -> s.outletC() > most - 1e-6);
    Chart chart = chart(RACK, AnalysisCharts.Tab.COOLING, "coolant-course");
    assertThat(chart.series().stream().filter(Series.Marker.class::isInstance)).hasSameSizeAs(way);
  }

  @Test
  void thePueOverFacilityWaterPassesThroughThePresentOne() {
    Chart chart = chart(RACK, AnalysisCharts.Tab.POWER, "pue-facility");
    Series.Curve curve = (Series.Curve) chart.series().getFirst();
    double now = FacilityCurve.facilityC(RACK);
    double pue = SampleAnalysis.value(RACK, "power.pue");
    boolean found = false;
    for (int i = 0; i < curve.points().size(); i++) {
      if (curve.points().x(i) == now) {
        assertThat(curve.points().y(i)).isEqualTo(pue, within(1e-4));
        found = true;
      }
    }
    assertThat(found).isTrue();
  }

  @Test
  void whereTheFirstChipPassesItsLimitIsFoundBetweenThePoints() {
    List<FacilityCurve.Point> points =
        List.of(
            new FacilityCurve.Point(20, 1.1, 6),
            new FacilityCurve.Point(30, 1.1, 2),
            new FacilityCurve.Point(40, 1.2, -2));
    assertThat(FacilityCurve.hottestC(points)).hasValue(35);
    assertThat(FacilityCurve.hottestC(points.subList(0, 2))).isEmpty();
  }
}
