package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import supernode.analysis.workload.ScheduleAnswer;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Points;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.workload.schedule.DayResult;
import supernode.solve.workload.schedule.Policy;

/** Charts of a day of jobs: how busy the machine is under each policy, and who waits how long. */
final class ScheduleCharts {
  private ScheduleCharts() {}

  static List<Slot> of(ScheduleAnswer a) {
    return List.of(
        ready("day-utilisation", course(a)),
        ready("day-waiting", waiting(a)),
        ready("day-policies", policies(a)));
  }

  private static Slot ready(String id, Chart chart) {
    return Slot.ready(id, AnalysisCharts.title(id), Outcome.solved(chart));
  }

  static List<DayResult> bounded(ScheduleAnswer a) {
    return a.results().stream().filter(DayResult::bounded).toList();
  }

  private static ColorRole role(Policy policy) {
    return switch (policy) {
      case STATIC -> ColorRole.COPPER;
      case POOL -> ColorRole.SWITCH;
      case ELASTIC -> ColorRole.ACCENT;
    };
  }

  static Text name(Policy policy) {
    return Text.of("schedule.policy." + policy.key());
  }

  /** In a word or two, to stand at a curve. */
  private static Text shortly(Policy policy) {
    return Text.of("chart.policy.short." + policy.key());
  }

  /** Share of the chips that do useful work, over the time that is looked at. */
  private static Chart course(ScheduleAnswer a) {
    List<Series> series = new ArrayList<>();
    for (DayResult r : bounded(a)) {
      double step = a.plan().hours() * 3600 / r.course().size();
      double[] xy = new double[2 * r.course().size()];
      for (int i = 0; i < r.course().size(); i++) {
        xy[2 * i] = (i + 0.5) * step;
        xy[2 * i + 1] = r.course().get(i);
      }
      series.add(
          new Series.Curve(shortly(r.policy()), Points.of(xy), role(r.policy()), Style.Dash.SOLID));
    }
    return new Chart(
        "day-utilisation",
        AnalysisCharts.title("day-utilisation"),
        Text.of("chart.subtitle.day", a.plan().tasks().size(), a.machine().fleet().count()),
        Axis.linear(Text.of("chart.axis.dayTime"), Dimension.DURATION).from(0),
        Axis.linear(Text.of("chart.axis.useful"), Dimension.RATIO).from(0).to(1),
        series);
  }

  /** Share of the jobs that started within a time. */
  private static Chart waiting(ScheduleAnswer a) {
    List<Series> series = new ArrayList<>();
    for (DayResult r : bounded(a)) {
      int n = r.waits().size();
      double[] xy = new double[2 * n];
      for (int i = 0; i < n; i++) {
        xy[2 * i] = r.waits().get(i);
        xy[2 * i + 1] = n > 1 ? (double) i / (n - 1) * r.started() / a.plan().tasks().size() : 0;
      }
      if (n > 0) {
        series.add(
            new Series.Curve(
                shortly(r.policy()), Points.of(xy), role(r.policy()), Style.Dash.SOLID));
      }
    }
    return new Chart(
        "day-waiting",
        AnalysisCharts.title("day-waiting"),
        Text.of("chart.subtitle.dayWaiting"),
        Axis.linear(Text.of("chart.axis.waited"), Dimension.DURATION).from(0),
        Axis.linear(Text.of("chart.axis.started"), Dimension.RATIO).from(0).to(1),
        series);
  }

  private static Chart policies(ScheduleAnswer a) {
    List<Series.Row> rows = new ArrayList<>();
    for (DayResult r : a.results()) {
      rows.add(
          new Series.Row(
              Text.of(
                  r.bounded() ? "chart.policy.bounded" : "chart.policy.scattered",
                  name(r.policy())),
              r.usefulUtilisation(),
              Ink.of(role(r.policy()), r.bounded() ? 1 : 0.5),
              Text.of(
                  "chart.policy.note",
                  r.finished(),
                  new Quantity(r.waitMeanS(), Dimension.DURATION),
                  new Quantity(r.unmetShare(), Dimension.RATIO),
                  new Quantity(r.fragmentation(), Dimension.RATIO))));
    }
    return new Chart(
        "day-policies",
        AnalysisCharts.title("day-policies"),
        Text.of("chart.subtitle.dayPolicies"),
        Axis.linear(Text.of("chart.axis.useful"), Dimension.RATIO).from(0).to(1),
        Axis.linear(Text.of("chart.axis.dayTime"), Dimension.COUNT),
        List.of(new Series.Ranking(Text.of("chart.axis.useful"), rows)));
  }
}
