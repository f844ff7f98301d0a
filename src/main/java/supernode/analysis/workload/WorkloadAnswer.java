package supernode.analysis.workload;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.design.Workload;
import supernode.quantity.Text;

/** What a machine makes of a workload. */
public sealed interface WorkloadAnswer permits TrainingAnswer, ServingAnswer, ScheduleAnswer {
  /** What it runs on. */
  Machine machine();

  /** What had to be assumed. */
  default List<Text> notes() {
    return machine().notes();
  }

  /** What takes longest, in a sentence; empty where nothing does. */
  Optional<Text> limit();

  /**
   * Carries a workload out.
   *
   * @param cancelled asked now and then
   * @throws JobException in one sentence, naming what cannot be and the nearest that can
   * @throws CancellationException when cancelled
   */
  static WorkloadAnswer of(
      Workload.Kind kind, JobFields job, Machine machine, BooleanSupplier cancelled) {
    return switch (kind) {
      case TRAIN -> TrainingAnswer.of(job, machine, cancelled);
      case SERVE -> ServingAnswer.of(job, machine);
      case SCHEDULE -> ScheduleAnswer.of(job, machine);
    };
  }
}
