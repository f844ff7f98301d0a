package supernode.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.analysis.Result;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.WorkloadAnswer;
import supernode.analysis.workload.Workloads;
import supernode.figure.chart.Chart;
import supernode.figure.chart.WorkloadCharts;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.TrainingResult;

/** Workloads of the scenario in a report: numbers, charts, strategies where they were searched. */
final class WorkloadPages {
  private static final int MOST_STRATEGIES = 12;

  private WorkloadPages() {}

  static List<Section> of(List<Workloads.Answered> workloads) {
    List<Section> sections = new ArrayList<>();
    List<Workloads.Answered> answered =
        workloads.stream().filter(w -> w.answer().asOptional().isPresent()).toList();
    for (Workloads.Answered w : answered) {
      sections.add(numbers(w));
      List<Chart> charts =
          WorkloadCharts.of(w).stream()
              .filter(slot -> !slot.isLong())
              .flatMap(slot -> slot.chart().asOptional().stream())
              .toList();
      if (!charts.isEmpty()) {
        sections.add(
            new Section.Charts(
                "charts-" + w.name(), Text.of("report.section.workloadCharts", w.name()), charts));
      }
      training(w).flatMap(a -> strategies(w.name(), a)).ifPresent(sections::add);
    }
    return sections;
  }

  private static Optional<TrainingAnswer> training(Workloads.Answered w) {
    return w.answer()
        .asOptional()
        .filter(TrainingAnswer.class::isInstance)
        .map(TrainingAnswer.class::cast);
  }

  private static Section numbers(Workloads.Answered w) {
    List<Section.Total> totals =
        w.results().stream()
            .map(r -> Section.Total.of(r, r.explanation().get().formula()))
            .toList();
    Text lead =
        w.story()
            .or(() -> w.answer().asOptional().flatMap(WorkloadAnswer::limit))
            .orElse(Text.of("workload.kind." + w.kind().key()));
    for (Text note : w.answer().asOptional().map(WorkloadAnswer::notes).orElse(List.of())) {
      lead = Text.of("report.sentences", lead, note);
    }
    return new Section.Totals(
        "workload-" + w.name(),
        Text.of("report.section.workload", w.name()),
        lead,
        List.of(new Section.Group(Text.of("workload.kind." + w.kind().key()), totals)));
  }

  private static Optional<Section> strategies(String name, TrainingAnswer a) {
    return a.found()
        .map(found -> {
          List<List<Text>> rows =
              found.best().stream()
                  .limit(MOST_STRATEGIES)
                  .map(r -> row(r, a.bounds().get(r.strategy())))
                  .toList();
          return new Section.Table(
              "strategies-" + name,
              Text.of("report.section.strategies", name),
              Text.of("panel.strategy.found", found.best().size(), found.legal(), found.fitting()),
              List.of(
                  column("tp", 5),
                  column("pp", 5),
                  column("dp", 7),
                  column("ep", 5),
                  column("cp", 5),
                  column("microbatch", 6),
                  column("interleave", 6),
                  new Section.Column(Text.of("panel.strategy.column.recompute"), false, 13),
                  column("step", 10),
                  column("stepBound", 10),
                  column("mfu", 9),
                  column("mfuBound", 9),
                  column("memory", 10)),
              rows);
        });
  }

  private static Section.Column column(String key, int share) {
    return new Section.Column(Text.of("panel.strategy.column." + key), true, share);
  }

  private static List<Text> row(TrainingResult r, TrainingResult bound) {
    Strategy s = r.strategy();
    return List.of(
        plain(s.tp()),
        plain(s.pp()),
        plain(s.dp()),
        plain(s.ep()),
        plain(s.cp()),
        plain(s.microbatch()),
        plain(s.interleave()),
        Text.of("panel.strategy.recompute." + s.recompute().ordinal()),
        plain(new Quantity(r.stepSeconds(), Dimension.TIME)),
        plain(new Quantity(bound.stepSeconds(), Dimension.TIME)),
        plain(new Quantity(r.utilisation().mfu(), Dimension.RATIO)),
        plain(new Quantity(bound.utilisation().mfu(), Dimension.RATIO)),
        plain(new Quantity(r.memory().total(), Dimension.DATA)));
  }

  private static Text plain(Object value) {
    return Text.of(DesignReport.PLAIN, value);
  }

  /** The first number of each, to be derived in full. */
  static Stream<Result> derived(List<Workloads.Answered> workloads) {
    return workloads.stream().flatMap(w -> w.results().stream().limit(1));
  }
}
