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
    return workload.answer().asOptional().map(a -> of(workload, a)).orElse(List.of());
  }

  private static List<Slot> of(Workloads.Answered workload, WorkloadAnswer answer) {
    return switch (answer) {
      case TrainingAnswer a ->
          Stream.of(TrainingCharts.of(a), MemoryCharts.of(workload, a))
              .flatMap(List::stream)
              .toList();
      case ServingAnswer a ->
          Stream.of(ServingCharts.of(a), RooflineCharts.of(a), MemoryCharts.of(workload, a))
              .flatMap(List::stream)
              .toList();
      case ScheduleAnswer a -> ScheduleCharts.of(a);
    };
  }
}
