package supernode.figure.chart;

import java.util.List;
import java.util.stream.Stream;
import supernode.analysis.workload.ScheduleAnswer;
import supernode.analysis.workload.ServingAnswer;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.WorkloadAnswer;
import supernode.analysis.workload.Workloads;

/** The charts of a workload that has an answer; the same in the window and in the report. */
public final class WorkloadCharts {
  private WorkloadCharts() {}

  /** In the order they are shown; none of a workload that cannot be carried out. */
  public static List<Slot> of(Workloads.Answered workload) {
    return workload.answer().asOptional().map(WorkloadCharts::of).orElse(List.of());
  }

  private static List<Slot> of(WorkloadAnswer answer) {
    return switch (answer) {
      case TrainingAnswer a -> TrainingCharts.of(a);
      case ServingAnswer a ->
          Stream.concat(ServingCharts.of(a).stream(), RooflineCharts.of(a).stream()).toList();
      case ScheduleAnswer a -> ScheduleCharts.of(a);
    };
  }
}
