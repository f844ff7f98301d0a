package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.quantity.Text;
import supernode.solve.workload.schedule.Day;
import supernode.solve.workload.schedule.DayPlan;
import supernode.solve.workload.schedule.DayResult;
import supernode.solve.workload.schedule.Policy;

/**
 * Jobs and services of a day on a machine.
 *
 * @param results per policy, jobs kept within supernodes and scattered
 */
public record ScheduleAnswer(Machine machine, DayPlan plan, List<DayResult> results)
    implements WorkloadAnswer {
  public ScheduleAnswer {
    results = List.copyOf(results);
  }

  /** Nothing here is timed: jobs last as long as they say. */
  @Override
  public List<Text> notes() {
    return Stream.concat(machine.notes().stream(), Stream.of(Text.of("workload.day.given")))
        .toList();
  }

  @Override
  public Optional<Text> limit() {
    return Optional.empty();
  }

  public static ScheduleAnswer of(JobFields fields, Machine machine) {
    DayPlan plan = ScheduleForm.plan(ScheduleForm.checked(fields), machine.fleet());
    List<DayResult> results = new ArrayList<>();
    for (Policy policy : Policy.values()) {
      results.add(Day.of(machine.fleet(), plan, policy, true));
      results.add(Day.of(machine.fleet(), plan, policy, false));
    }
    return new ScheduleAnswer(machine, plan, results);
  }
}
