package supernode.analysis.workload;

import java.util.List;
import supernode.analysis.Result;

/** Headline numbers of a workload, each with its derivation. */
final class WorkloadResults {
  private WorkloadResults() {}

  static List<Result> of(String id, WorkloadAnswer answer) {
    return switch (answer) {
      case TrainingAnswer a -> new TrainingResults(id, a).all();
      case ServingAnswer a -> new ServingResults(id, a).all();
      case ScheduleAnswer a -> ScheduleResults.of(id, a);
    };
  }
}
