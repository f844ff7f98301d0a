package supernode.app;

import java.util.List;
import java.util.Optional;
import supernode.quantity.Messages;
import supernode.solve.workload.train.MemoryParts;
import supernode.solve.workload.train.StepParts;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.StrategySearch;
import supernode.solve.workload.train.TrainingJob;
import supernode.solve.workload.train.TrainingResult;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A training step as JSON, version 1; its schema is supernode-train-1.schema.json. */
final class TrainJson {
  private final TrainingJob job;
  private final Machine machine;
  private final Budget budget;
  private final Optional<Uptime> uptime;
  private final Messages messages;

  TrainJson(
      TrainingJob job, Machine machine, Budget budget, Optional<Uptime> uptime, Messages messages) {
    this.job = job;
    this.machine = machine;
    this.budget = budget;
    this.uptime = uptime;
    this.messages = messages;
  }

  String text(TrainingResult calibrated, TrainingResult bound, StrategySearch.Found found) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-train");
    root.put("version", 1);
    WorkloadJson.model(root.putObject("model"), job.model());
    WorkloadJson.fleet(root.putObject("machine"), machine.fleet());
    root.put("batch", job.batch());
    root.put("sequence", job.sequence());
    strategy(root.putObject("strategy"), calibrated.strategy());
    step(root, calibrated);
    step(root.putObject("bound"), bound);
    if (found != null) {
      ObjectNode search = root.putObject("search");
      search.put("legal", found.legal());
      search.put("fitting", found.fitting());
      search.put("timed", found.timed());
      list(search, "best", found.best());
      list(search, "front", found.front());
    }
    uptime.ifPresent(u -> u.put(root.putObject("reliability"), calibrated.tokensPerSecond()));
    WorkloadJson.notes(root.putArray("notes"), machine.notes(), messages);
    WorkloadJson.constants(root.putArray("constants"));
    return AnalysisJson.JSON.writeValueAsString(root);
  }

  private void step(ObjectNode to, TrainingResult r) {
    to.put("stepSeconds", r.stepSeconds());
    parts(to.putObject("parts"), r.parts());
    to.put("mfu", r.utilisation().mfu());
    to.put("hfu", r.utilisation().hfu());
    memory(to.putObject("memoryGiB"), r.memory());
    to.put("tokensPerSecond", r.tokensPerSecond());
    ObjectNode bottleneck = to.putObject("bottleneck");
    bottleneck.put("part", r.parts().longest());
    bottleneck.put("reason", messages.say(r.bottleneck()));
    budget.put(to, r.tokensPerSecond(), machine);
  }

  private static void parts(ObjectNode to, StepParts parts) {
    parts.byKey().forEach((key, seconds) -> to.put(key + "Seconds", seconds));
    to.put("recomputeOfComputeSeconds", parts.recompute());
  }

  private void memory(ObjectNode to, MemoryParts m) {
    to.put("weights", m.weights() / WorkloadJson.GIB);
    to.put("gradients", m.gradients() / WorkloadJson.GIB);
    to.put("optimizer", m.optimizer() / WorkloadJson.GIB);
    to.put("activations", m.activations() / WorkloadJson.GIB);
    to.put("working", m.working() / WorkloadJson.GIB);
    to.put("total", m.total() / WorkloadJson.GIB);
    to.put("limit", machine.fleet().chip().memoryBytes() / WorkloadJson.GIB);
    to.put("offloaded", m.offloaded() / WorkloadJson.GIB);
  }

  private void list(ObjectNode to, String key, List<TrainingResult> results) {
    var list = to.putArray(key);
    for (TrainingResult r : results) {
      ObjectNode node = list.addObject();
      strategy(node.putObject("strategy"), r.strategy());
      node.put("stepSeconds", r.stepSeconds());
      node.put("mfu", r.utilisation().mfu());
      node.put("memoryGiB", r.memory().total() / WorkloadJson.GIB);
      node.put("tokensPerSecond", r.tokensPerSecond());
      Budget.joules(machine).ifPresent(w -> node.put("joulesPerToken", w / r.tokensPerSecond()));
    }
  }

  static void strategy(ObjectNode to, Strategy s) {
    to.put("tp", s.tp());
    to.put("pp", s.pp());
    to.put("dp", s.dp());
    to.put("ep", s.ep());
    to.put("cp", s.cp());
    to.put("microbatch", s.microbatch());
    to.put("interleave", s.interleave());
    to.put("recompute", s.recompute().key());
    to.put("sequenceParallel", s.sequenceParallel());
    to.put("zero", s.zero());
  }
}
