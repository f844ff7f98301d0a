package supernode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.schedule.Day;
import supernode.solve.workload.schedule.DayPlan;
import supernode.solve.workload.schedule.DayResult;
import supernode.solve.workload.schedule.Policy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
    JobFields fields = ScheduleForm.open(file);
    Machine machine = Machine.of(fields, design, changes, Inputs.catalog());
    Fleet fleet = machine.fleet();
    DayPlan plan = ScheduleForm.plan(fields, fleet);
    List<DayResult> results = new ArrayList<>();
    for (Policy policy : Policy.values()) {
      results.add(Day.of(fleet, plan, policy, true));
      results.add(Day.of(fleet, plan, policy, false));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(machine, plan, results, messages));
    } else {
      print(fleet, plan, results, messages, out);
    }
    out.flush();
    return 0;
  }

  private static void print(
      Fleet fleet, DayPlan plan, List<DayResult> results, Messages messages, PrintWriter out) {
    out.println(
        messages.say("schedule.title", plan.tasks().size(), plan.tides().size(), fleet.count()));
    for (DayResult r : results) {
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

  private static String json(
      Machine machine, DayPlan plan, List<DayResult> results, Messages messages) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-schedule");
    root.put("version", 1);
    WorkloadJson.fleet(root.putObject("machine"), machine.fleet());
    root.put("jobs", plan.tasks().size());
    root.put("services", plan.tides().size());
    root.put("hours", plan.hours());
    ArrayNode list = root.putArray("results");
    for (DayResult r : results) {
      ObjectNode node = list.addObject();
      node.put("policy", r.policy().key());
      node.put("supernodeBoundaries", r.bounded());
      node.put("utilisation", r.utilisation());
      node.put("usefulUtilisation", r.usefulUtilisation());
      node.put("trainingUtilisation", r.trainingUtilisation());
      node.put("startedJobs", r.started());
      node.put("finishedJobs", r.finished());
      node.put("waitMeanSeconds", r.waitMeanS());
      node.put("waitP95Seconds", r.waitP95S());
      node.put("strandedShare", r.stranded());
      node.put("fragmentation", r.fragmentation());
      node.put("unmetInferenceShare", r.unmetShare());
      node.put("peakToMean", r.peakToMean());
      node.put("resizes", r.resizes());
    }
    WorkloadJson.notes(root.putArray("notes"), machine.notes(), messages);
    return AnalysisJson.JSON.writeValueAsString(root);
  }
}
