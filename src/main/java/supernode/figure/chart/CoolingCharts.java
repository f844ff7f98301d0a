package supernode.figure.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.PipeFlows;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Points;
import supernode.figure.Scale;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** Charts of the coolant loop and the chips on it. */
final class CoolingCharts {
  // Temperature axes begin and end at round numbers.
  private static final double STEP_C = 10;

  /** Flows within 10 % of the design are balanced (testing and balancing practice, ASHRAE 111). */
  private static final double BALANCED = 0.1;

  private CoolingCharts() {}

  /** One bar for each chip, the hottest first, and the lowest limit as a line. */
  static Outcome<Chart> junctions(CoolingAnswer answer) {
    List<CoolingAnswer.Chip> chips =
        answer.chips().stream()
            .sorted(Comparator.comparingDouble(CoolingAnswer.Chip::junctionC).reversed())
            .toList();
    if (chips.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noChips");
    }
    double limit =
        chips.stream()
            .mapToDouble(CoolingAnswer.Chip::limitC)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    double top = Math.max(chips.getFirst().junctionC(), Double.isInfinite(limit) ? 0 : limit);
    double low = floor(Math.min(chips.getLast().junctionC(), chips.getFirst().inletC()));
    double high = floor(top) + STEP_C;
    List<Series.Bar> bars = new ArrayList<>();
    for (int i = 0; i < chips.size(); i++) {
      double at = (chips.get(i).junctionC() - low) / (high - low);
      bars.add(
          new Series.Bar(
              i, i + 1.0, chips.get(i).junctionC(), new Ink.Measured(Scale.TEMPERATURE, at)));
    }
    List<Series> series = new ArrayList<>();
    series.add(new Series.Bars(Text.of("chart.series.junction"), bars));
    if (Double.isFinite(limit)) {
      series.add(
          new Series.Reference(Text.of("chart.series.limit"), false, limit, ColorRole.ERROR));
    }
    CoolingAnswer.Chip closest =
        chips.stream().min(Comparator.comparingDouble(CoolingAnswer.Chip::marginK)).orElseThrow();
    return Outcome.solved(
        new Chart(
            "junctions",
            AnalysisCharts.title("junctions"),
            Text.of(
                "chart.subtitle.junctions",
                chips.size(),
                closest.place(),
                new Quantity(closest.junctionC(), Dimension.TEMPERATURE)),
            Axis.linear(Text.of("chart.axis.chips"), Dimension.COUNT).from(0).to(chips.size()),
            Axis.linear(Text.of("chart.axis.junction"), Dimension.TEMPERATURE).from(low).to(high),
            series));
  }

  /** Each branch against the mean of its like, with the limits of a balanced manifold. */
  static Outcome<Chart> balance(CoolingAnswer answer) {
    List<CoolingAnswer.Branch> branches = answer.branches();
    if (branches.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noBranches");
    }
    Map<String, Double> means =
        branches.stream()
            .collect(
                Collectors.groupingBy(
                    b -> kind(b.place()),
                    Collectors.averagingDouble(CoolingAnswer.Branch::flowM3S)));
    List<Series.Bar> bars = new ArrayList<>();
    CoolingAnswer.Branch worst = branches.getFirst();
    double off = -1;
    for (int i = 0; i < branches.size(); i++) {
      CoolingAnswer.Branch b = branches.get(i);
      double mean = means.get(kind(b.place()));
      double share = mean > 0 ? b.flowM3S() / mean : 0;
      boolean even = Math.abs(share - 1) <= BALANCED;
      ColorRole role = even ? ColorRole.COOLANT_SUPPLY : ColorRole.WARNING;
      bars.add(new Series.Bar(i, i + 1.0, share, Ink.of(role)));
      if (Math.abs(share - 1) > off) {
        off = Math.abs(share - 1);
        worst = b;
      }
    }
    return Outcome.solved(
        new Chart(
            "branch-balance",
            AnalysisCharts.title("branch-balance"),
            Text.of(
                "chart.subtitle.branch-balance",
                branches.size(),
                worst.place(),
                new Quantity(off, Dimension.RATIO)),
            Axis.linear(Text.of("chart.axis.branches"), Dimension.COUNT)
                .from(0)
                .to(branches.size()),
            Axis.linear(Text.of("chart.axis.shareOfMean"), Dimension.RATIO)
                .from(Math.min(0.8, floorShare(1 - off)))
                .to(Math.max(1.2, 1 + off)),
            List.of(
                new Series.Bars(Text.of("chart.series.ofMean"), bars),
                new Series.Reference(Text.of("chart.series.mean"), false, 1, ColorRole.SECONDARY),
                new Series.Reference(
                    Text.of("chart.series.most"), false, 1 + BALANCED, ColorRole.WARNING),
                new Series.Reference(
                    Text.of("chart.series.least"), false, 1 - BALANCED, ColorRole.WARNING))));
  }

  private static double floorShare(double share) {
    return Math.max(0, Math.floor(share * 10) / 10);
  }

  /** What branches have in common that are measured by one mean: the name without its number. */
  private static String kind(String place) {
    int bracket = place.lastIndexOf('[');
    return bracket < 0 ? place : place.substring(0, bracket);
  }

  /** The coolant on its way from a unit through the warmest plate and back. */
  static Outcome<Chart> course(CoolingAnswer answer) {
    List<PipeFlows.Station> stations = answer.pipes().course();
    if (stations.size() < 2) {
      return Outcome.notApplicable("chart.reason.noChips");
    }
    double[] xy = new double[2 * stations.size()];
    List<Series> series = new ArrayList<>();
    List<Series> marks = new ArrayList<>();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    PipeFlows.Station warmest = stations.getFirst();
    for (int i = 0; i < stations.size(); i++) {
      PipeFlows.Station s = stations.get(i);
      xy[2 * i] = i + 1.0;
      xy[2 * i + 1] = s.outletC();
      low = Math.min(low, s.outletC());
      high = Math.max(high, s.outletC());
      warmest = s.outletC() > warmest.outletC() ? s : warmest;
      marks.add(new Series.Marker(Text.of("chart.station", s.place()), i + 1.0, s.outletC()));
    }
    series.add(
        new Series.Curve(
            Text.of("chart.series.coolantOut"),
            Points.of(xy),
            ColorRole.COOLANT_RETURN,
            Style.Dash.SOLID,
            false));
    series.addAll(marks);
    return Outcome.solved(
        new Chart(
            "coolant-course",
            AnalysisCharts.title("coolant-course"),
            Text.of("chart.subtitle.coolant-course", warmest.place()),
            Axis.linear(Text.of("chart.axis.station"), Dimension.COUNT).from(1).to(stations.size()),
            Axis.linear(Text.of("chart.axis.coolant"), Dimension.TEMPERATURE)
                .from(Math.floor(low - 1))
                .to(Math.ceil(high + 1)),
            series));
  }

  /** Where the coolant leaves each branch, over the supply it entered with. */
  static Outcome<Chart> coolant(CoolingAnswer answer) {
    double supply =
        answer.chips().stream()
            .mapToDouble(CoolingAnswer.Chip::inletC)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    double hottest =
        answer.branches().stream().mapToDouble(CoolingAnswer.Branch::outletC).max().orElse(supply);
    if (Double.isInfinite(supply)) {
      return Outcome.notApplicable("chart.reason.noChips");
    }
    return branches(
        answer,
        "coolant",
        CoolingAnswer.Branch::outletC,
        Axis.linear(Text.of("chart.axis.coolant"), Dimension.TEMPERATURE)
            .from(floor(supply) - STEP_C)
            .to(floor(hottest) + STEP_C),
        new Series.Reference(
            Text.of("chart.series.supply"), false, supply, ColorRole.COOLANT_SUPPLY),
        ColorRole.COOLANT_RETURN);
  }

  static Outcome<Chart> pumpAndSystem(CoolingAnswer answer) {
    CoolingAnswer.Pumping pumping = answer.pumping().get();
    if (pumping.pump().x().length < 2) {
      return Outcome.notApplicable("chart.reason.noPump");
    }
    double reach = pumping.pump().x()[pumping.pump().x().length - 1];
    Points system = NetworkCharts.points(pumping.system());
    Text duty =
        Text.of(
            "chart.series.duty",
            new Quantity(pumping.dutyFlowM3S(), Dimension.FLOW),
            new Quantity(pumping.dutyPressurePa(), Dimension.PRESSURE));
    return Outcome.solved(
        new Chart(
            "pump-and-system",
            AnalysisCharts.title("pump-and-system"),
            Text.of(
                "chart.subtitle.pump",
                new Quantity(pumping.dutyFlowM3S(), Dimension.FLOW),
                new Quantity(pumping.dutyPressurePa(), Dimension.PRESSURE)),
            Axis.linear(Text.of("chart.axis.loopFlow"), Dimension.FLOW).from(0).to(reach),
            Axis.linear(Text.of("chart.axis.pressure"), Dimension.PRESSURE).from(0),
            List.of(
                new Series.Curve(
                    Text.of("chart.series.pump"),
                    NetworkCharts.points(pumping.pump()),
                    ColorRole.COOLANT_SUPPLY,
                    Style.Dash.SOLID),
                new Series.Curve(
                    Text.of("chart.series.system"),
                    system,
                    ColorRole.COOLANT_RETURN,
                    Style.Dash.DASHED),
                new Series.Marker(duty, pumping.dutyFlowM3S(), pumping.dutyPressurePa()))));
  }

  private static Outcome<Chart> branches(
      CoolingAnswer answer,
      String id,
      ToDoubleFunction<CoolingAnswer.Branch> value,
      Axis y,
      Series.Reference reference,
      ColorRole role) {
    List<CoolingAnswer.Branch> branches = answer.branches();
    if (branches.isEmpty()) {
      return Outcome.notApplicable("chart.reason.noBranches");
    }
    List<Series.Bar> bars = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      bars.add(new Series.Bar(i, i + 1.0, value.applyAsDouble(branches.get(i)), Ink.of(role)));
    }
    return Outcome.solved(
        new Chart(
            id,
            AnalysisCharts.title(id),
            Text.of("chart.subtitle." + id, branches.size()),
            Axis.linear(Text.of("chart.axis.branches"), Dimension.COUNT)
                .from(0)
                .to(branches.size()),
            y,
            List.of(new Series.Bars(Text.of("chart.series." + id), bars), reference)));
  }

  private static double floor(double celsius) {
    return Math.floor(celsius / STEP_C) * STEP_C;
  }
}
