package supernode.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import supernode.analysis.workload.JobFields;
import supernode.analysis.workload.ScheduleAnswer;
import supernode.design.Workload;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.solve.workload.schedule.DayPlan;
import supernode.solve.workload.schedule.DayResult;

/** {@code schedule JOB.json --on DESIGN}: a day of mixed jobs under three policies. */
@Command(
    name = "schedule",
    description = {
      "Runs a day of training, fine-tuning and inference with its tide: in partitions, in one pool,"
          + " and elastic; with jobs kept in as few supernodes as they need, and scattered.",
      "JOB is"
          + " {\"classes\":[{\"kind\":\"training\",\"count\":100,\"chips\":[16,64],\"meanHours\":3}],\"services\":[{\"name\":\"chat\",\"peakChips\":400}]};"
          + " --on or \"machine\" says on what. assets/schema/supernode-schedule-job-1.schema.json"
          + " has all keys."
    },
    mixinStandardHelpOptions = true)
final class ScheduleCommand implements Callable<Integer> {
  @Mixin private JobOption job;

  @Override
  public Integer call() {
    Messages messages = job.messages();
    JobFields fields = job.fields(Workload.Kind.SCHEDULE);
    ScheduleAnswer answer = ScheduleAnswer.of(fields, job.machine(fields, Workload.Kind.SCHEDULE));
    return job.tell(WorkloadJson.root(answer, messages), out -> print(answer, messages, out));
  }

  private static void print(ScheduleAnswer answer, Messages messages, PrintWriter out) {
    DayPlan plan = answer.plan();
    int chips = answer.machine().fleet().count();
    out.println(messages.say("schedule.title", plan.tasks().size(), plan.tides().size(), chips));
    for (DayResult r : answer.results()) {
      out.println(
          "  "
              + messages.say("schedule.policy." + r.policy().key())
              + messages.say(r.bounded() ? "schedule.bounded" : "schedule.scattered"));
      out.println(
          "    "
              + messages.say(
                  "schedule.use",
                  ratio(r.utilisation()),
                  ratio(r.usefulUtilisation()),
                  ratio(r.unmetShare())));
      out.println(
          "    "
              + messages.say(
                  "schedule.waits",
                  r.finished(),
                  new Quantity(r.waitMeanS(), Dimension.TIME),
                  new Quantity(r.waitP95S(), Dimension.TIME),
                  ratio(r.fragmentation())));
      out.println(
          "    "
              + messages.say(
                  "schedule.peak",
                  r.peaks().chips(),
                  r.peaks().wantedChips(),
                  r.peaks().apartChips(),
                  ratio(r.peaks().shavedShare()),
                  r.peakToMean()));
    }
  }

  private static Quantity ratio(double share) {
    return new Quantity(share, Dimension.RATIO);
  }
}
