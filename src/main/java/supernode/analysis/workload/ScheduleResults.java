package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.workload.schedule.DayResult;
import supernode.solve.workload.schedule.Peaks;

/** What a day comes to under each policy, jobs kept within supernodes. */
final class ScheduleResults {
  private static final Dimension RATIO = Dimension.RATIO;
  private static final String WORDS = "workload.result.day";

  private ScheduleResults() {}

  static List<Result> of(String id, ScheduleAnswer answer) {
    List<Result> all = new ArrayList<>();
    for (DayResult r : answer.results()) {
      if (r.bounded()) {
        String policy = id + "." + r.policy().key();
        add(all, policy, "Utilisation", r, r.usefulUtilisation(), Dimension.RATIO, answer);
        add(all, policy, "WaitMeanSeconds", r, r.waitMeanS(), Dimension.TIME, answer);
        add(all, policy, "FinishedJobs", r, r.finished(), Dimension.COUNT, answer);
        add(all, policy, "UnmetInferenceShare", r, r.unmetShare(), Dimension.RATIO, answer);
        add(all, policy, "PeakToMean", r, r.peakToMean(), Dimension.FACTOR, answer);
        all.add(peak(policy, "PeakChips", r, r.peaks().chips(), Dimension.COUNT, answer));
        all.add(peak(policy, "PeakShavedShare", r, r.peaks().shavedShare(), RATIO, answer));
        answer
            .peakPower(r.peaks())
            .ifPresent(w -> {
              all.add(peak(policy, "PeakPower", r, w.watts(), Dimension.POWER, answer));
              all.add(peak(policy, "PeakPowerShavedShare", r, w.shavedShare(), RATIO, answer));
            });
      }
    }
    return all;
  }

  private static Result peak(
      String id, String key, DayResult r, double si, Dimension dimension, ScheduleAnswer answer) {
    Text label = Text.of(WORDS + key, Text.of("schedule.policy." + r.policy().key()));
    Peaks p = r.peaks();
    List<Explanation> inputs = new ArrayList<>();
    quarterHour(inputs, "apart", p.apartChips());
    quarterHour(inputs, "wanted", p.wantedChips());
    quarterHour(inputs, "worked", p.chips());
    if (key.startsWith("PeakPower")) {
      inputs.add(
          Derivation.computed(
              Text.of("workload.power"),
              answer.machine().fleet().chip().powerW() * answer.machine().pue(),
              Dimension.POWER,
              "workload.formula.chipPower"));
      inputs.add(Derivation.set(Text.of("job.field.idlePowerShare"), answer.idleShare(), RATIO));
    }
    return new Result(
        id + key,
        label,
        new Quantity(si, dimension),
        () -> Derivation.computed(label, si, dimension, "workload.formula.day" + key, inputs));
  }

  private static void quarterHour(List<Explanation> to, String key, double chips) {
    to.add(
        Derivation.computed(
            Text.of("workload.peak." + key),
            chips,
            Dimension.COUNT,
            "workload.formula.peak." + key));
  }

  private static void add(
      List<Result> to,
      String id,
      String key,
      DayResult r,
      double si,
      Dimension dimension,
      ScheduleAnswer answer) {
    Text label = Text.of(WORDS + key, Text.of("schedule.policy." + r.policy().key()));
    to.add(
        new Result(
            id + key,
            label,
            new Quantity(si, dimension),
            () ->
                Derivation.computed(
                    label,
                    si,
                    dimension,
                    "workload.formula.day",
                    Derivation.set(
                        Text.of("workload.jobs"), answer.plan().tasks().size(), Dimension.COUNT),
                    Derivation.set(
                        Text.of("workload.hours"), answer.plan().hours() * 3600, Dimension.TIME),
                    Derivation.count(
                        Text.of("workload.chips"), answer.machine().fleet().count()))));
  }
}
