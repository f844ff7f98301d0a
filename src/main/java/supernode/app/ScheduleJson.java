package supernode.app;

import supernode.analysis.workload.ScheduleAnswer;
import supernode.quantity.Messages;
import supernode.solve.workload.schedule.DayPlan;
import supernode.solve.workload.schedule.DayResult;
import supernode.solve.workload.schedule.Peaks;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A day as JSON, version 1; its schema is supernode-schedule-1.schema.json. */
final class ScheduleJson {
  private ScheduleJson() {}

  static ObjectNode root(ScheduleAnswer answer, Messages messages) {
    DayPlan plan = answer.plan();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-schedule");
    root.put("version", 1);
    WorkloadJson.fleet(root.putObject("machine"), answer.machine().fleet());
    root.put("jobs", plan.tasks().size());
    root.put("services", plan.tides().size());
    root.put("hours", plan.hours());
    ArrayNode list = root.putArray("results");
    for (DayResult r : answer.results()) {
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
      peaks(node.putObject("peak"), answer, r.peaks());
      node.put("resizes", r.resizes());
    }
    WorkloadJson.notes(root.putArray("notes"), answer.notes(), messages);
    return root;
  }

  private static void peaks(ObjectNode to, ScheduleAnswer answer, Peaks p) {
    to.put("apartChips", p.apartChips());
    to.put("wantedChips", p.wantedChips());
    to.put("chips", p.chips());
    to.put("lowestChips", p.lowestChips());
    to.put("shavedShare", p.shavedShare());
    answer
        .peakPower(p)
        .ifPresent(w -> {
          to.put("apartKW", w.apartW() / 1e3);
          to.put("wantedKW", w.wantedW() / 1e3);
          to.put("kW", w.watts() / 1e3);
          to.put("lowestKW", w.lowestW() / 1e3);
          to.put("shavedPowerShare", w.shavedShare());
        });
  }
}
