package supernode.app;

import supernode.analysis.workload.ScheduleAnswer;
import supernode.quantity.Messages;
import supernode.solve.workload.schedule.DayPlan;
import supernode.solve.workload.schedule.DayResult;
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
      node.put("resizes", r.resizes());
    }
    WorkloadJson.notes(root.putArray("notes"), answer.notes(), messages);
    return root;
  }
}
