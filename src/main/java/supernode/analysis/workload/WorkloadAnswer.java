package supernode.analysis.workload;

import supernode.design.Workload;

/** What a machine makes of a workload. */
public sealed interface WorkloadAnswer permits TrainingAnswer, ServingAnswer, ScheduleAnswer {
  /** What it runs on. */
  Machine machine();

  /**
   * Carries a workload out.
   *
   * @throws JobException in one sentence, naming what cannot be and the nearest that can
   */
  static WorkloadAnswer of(Workload.Kind kind, JobFields job, Machine machine) {
    return switch (kind) {
      case TRAIN -> TrainingAnswer.of(job, machine);
      case SERVE -> ServingAnswer.of(job, machine);
      case SCHEDULE -> ScheduleAnswer.of(job, machine);
    };
  }
}
