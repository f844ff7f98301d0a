package supernode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.analysis.workload.JobFields;
import supernode.analysis.workload.Machine;
import supernode.analysis.workload.ScheduleAnswer;
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
  @Parameters(paramLabel = "JOB", description = "The day, *.json.")
  private String file;

  @Option(names = "--on", paramLabel = "DESIGN", description = "A design, *.supernode.json.")
  private Path design;

  @Option(names = "--json", description = "Prints JSON; units are in the key names.")
  private boolean json;

  @Mixin private Changes changes;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = changes.messages();
    JobFields fields = JobFile.read(file, "supernode-schedule-job");
    Machine machine = JobFile.machine(fields, design, changes, Inputs.catalog());
    ScheduleAnswer answer = ScheduleAnswer.of(fields, machine);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(AnalysisJson.JSON.writeValueAsString(ScheduleJson.root(answer, messages)));
    } else {
      print(answer, messages, out);
    }
    out.flush();
    return 0;
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
    }
  }

  private static Quantity ratio(double share) {
    return new Quantity(share, Dimension.RATIO);
  }
}
