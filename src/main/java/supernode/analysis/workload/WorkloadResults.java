package supernode.analysis.workload;

import java.util.List;
import supernode.analysis.Result;

/** Headline numbers of a workload, each with its derivation. */
final class WorkloadResults {
  private WorkloadResults() {}

  static List<Result> of(String id, WorkloadAnswer answer) {
    return switch (answer) {
      case TrainingAnswer a -> TrainingResults.of(id, a);
      case ServingAnswer a -> ServingResults.of(id, a);
      case ScheduleAnswer a -> ScheduleResults.of(id, a);
    };
  }
}
