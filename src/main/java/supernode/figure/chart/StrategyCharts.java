package supernode.figure.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import supernode.analysis.workload.Budget;
import supernode.analysis.workload.TrainingAnswer;
import supernode.figure.ColorRole;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.StrategySearch;
import supernode.solve.workload.train.TrainingResult;

/** What a search through strategies found: speed, or energy, against memory. */
public final class StrategyCharts {
  private StrategyCharts() {}

  /** What stands over memory. */
  public enum Measure {
    TOKENS,
    /** Board power with the plant's share over tokens, where the power is public. */
    JOULES
  }

  /**
   * The strategies that no other beats in both, as a line, and the fastest ones.
   *
   * @param taken stands out
   */
  public static Optional<Slot> pareto(TrainingAnswer answer, Strategy taken) {
    return pareto(answer, taken, Measure.TOKENS);
  }

  /** As {@link #pareto(TrainingAnswer, Strategy)}; tokens where the energy is not known. */
  public static Optional<Slot> pareto(TrainingAnswer answer, Strategy taken, Measure measure) {
    OptionalDouble watt =
        measure == Measure.JOULES ? Budget.joules(answer.machine()) : OptionalDouble.empty();
    return answer.found().map(found -> slot(answer, found, taken, watt));
  }

  /**
   * @param watt of all chips; empty for speed
   */
  private static Slot slot(
      TrainingAnswer answer, StrategySearch.Found found, Strategy taken, OptionalDouble watt) {
    ToDoubleFunction<TrainingResult> value =
        r -> watt.isPresent() ? watt.getAsDouble() / r.tokensPerSecond() : r.tokensPerSecond();
    Map<Strategy, TrainingResult> all = new LinkedHashMap<>();
    found.front().forEach(r -> all.put(r.strategy(), r));
    found.best().forEach(r -> all.putIfAbsent(r.strategy(), r));
    List<Series.Dot> dots = new ArrayList<>();
    all.forEach((s, r) -> dots.add(dot(r, value, found.front().contains(r), s.equals(taken))));
    List<Series> series = new ArrayList<>();
    Text name = Text.of("chart.series.front");
    series.add(front(name, found.front(), value, Style.Dash.SOLID));
    series.add(
        front(
            Text.of("chart.curve.bound", name),
            found.front(),
            r -> value.applyAsDouble(answer.bounds().get(r.strategy())),
            Style.Dash.DOTTED));
    series.add(
        new Series.Reference(
            Text.of("chart.series.capacity"),
            true,
            answer.machine().fleet().chip().memoryBytes(),
            ColorRole.ERROR));
    series.add(new Series.Scatter(AnalysisCharts.title("strategy-pareto"), dots, true));
    Chart chart =
        new Chart(
            "strategy-pareto",
            AnalysisCharts.title("strategy-pareto"),
            Text.of("chart.subtitle.strategy-pareto", found.front().size(), found.fitting()),
            Axis.linear(Text.of("chart.axis.memory"), Dimension.DATA).from(0),
            watt.isPresent()
                ? Axis.linear(Text.of("chart.axis.joulesPerToken"), Dimension.FACTOR)
                : Axis.linear(Text.of("chart.axis.tokens"), Dimension.COUNT),
            series);
    return Slot.ready("strategy-pareto", chart.title(), Outcome.solved(chart));
  }

  /** The same strategies in one way of timing or the other; a bound needs as much memory. */
  private static Series.Curve front(
      Text name,
      List<TrainingResult> front,
      ToDoubleFunction<TrainingResult> value,
      Style.Dash dash) {
    double[] xy =
        front.stream()
            .sorted(Comparator.comparingDouble(r -> r.memory().total()))
            .flatMapToDouble(r -> DoubleStream.of(r.memory().total(), value.applyAsDouble(r)))
            .toArray();
    return new Series.Curve(name, Points.of(xy), ColorRole.SWITCH, dash, false);
  }

  private static Series.Dot dot(
      TrainingResult r, ToDoubleFunction<TrainingResult> value, boolean front, boolean taken) {
    Strategy s = r.strategy();
    Text label = Text.of("chart.strategy", s.tp(), s.pp(), s.dp(), s.microbatch());
    return new Series.Dot(
        s.toString(),
        label,
        r.memory().total(),
        value.applyAsDouble(r),
        front,
        taken,
        front ? ColorRole.SWITCH : ColorRole.ACCENT);
  }
}
