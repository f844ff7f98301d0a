package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.catalog.Confidence;
import supernode.catalog.Sourced;
import supernode.quantity.Text;
import supernode.solve.workload.schedule.Day;
import supernode.solve.workload.schedule.DayPlan;
import supernode.solve.workload.schedule.DayResult;
import supernode.solve.workload.schedule.Peaks;
import supernode.solve.workload.schedule.Policy;

/**
 * Jobs and services of a day on a machine.
 *
 * @param idleShare of its power that an idle chip takes
 * @param results per policy, jobs kept within supernodes and scattered
 */
public record ScheduleAnswer(
    Machine machine, DayPlan plan, double idleShare, List<DayResult> results)
    implements WorkloadAnswer {
  /** What an idle accelerator takes of its board power. */
  public static final Sourced IDLE_SHARE =
      new Sourced(
          0.1,
          Confidence.MEMORY,
          "nvidia-smi of idle H100 SXM boards",
          "about 70 of 700 W; makers publish none");

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
    double idle = fields.number("idlePowerShare", 0, 1, IDLE_SHARE.value());
    return new ScheduleAnswer(machine, plan, idle, results);
  }

  /** Peaks of the accelerators' power with the plant's share, W. */
  public record PeakPower(double apartW, double wantedW, double watts, double lowestW) {
    /** Share of the peak apart that is not needed. */
    public double shavedShare() {
      return 1 - watts / apartW;
    }
  }

  /** Empty where the power of a chip is not public. */
  public Optional<PeakPower> peakPower(Peaks p) {
    int there = machine.fleet().count();
    double each = machine.fleet().chip().powerW() * machine.pue();
    return each > 0
        ? Optional.of(
            new PeakPower(
                Peaks.watts(p.apartChips(), there, each, idleShare),
                Peaks.watts(p.wantedChips(), there, each, idleShare),
                Peaks.watts(p.chips(), there, each, idleShare),
                Peaks.watts(p.lowestChips(), there, each, idleShare)))
        : Optional.empty();
  }
}
