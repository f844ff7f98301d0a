package supernode.app;

import java.util.List;
import java.util.OptionalDouble;
import supernode.analysis.workload.Budget;
import supernode.analysis.workload.Machine;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.Uptime;
import supernode.quantity.Messages;
import supernode.solve.reliability.Checkpointing;
import supernode.solve.workload.train.ElementOp;
import supernode.solve.workload.train.MemoryParts;
import supernode.solve.workload.train.StepParts;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.TrainingResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A training step as JSON, version 1; its schema is supernode-train-1.schema.json. */
final class TrainJson {
  private static final int KINDS = 5;

  private final TrainingAnswer answer;
  private final Machine machine;
  private final Messages messages;

  TrainJson(TrainingAnswer answer, Messages messages) {
    this.answer = answer;
    this.machine = answer.machine();
    this.messages = messages;
  }

  ObjectNode root() {
    ObjectNode root = WorkloadJson.begun("train", answer.job().model(), machine.fleet());
    root.put("batch", answer.job().batch());
    root.put("sequence", answer.job().sequence());
    root.put("placement", answer.job().order().toString());
    ArrayNode unfused = root.putArray("unfused");
    for (ElementOp op : ElementOp.values()) {
      if (answer.job().kernels().unfused().contains(op)) {
        unfused.add(op.key());
      }
    }
    strategy(root.putObject("strategy"), answer.calibrated().strategy());
    step(root, answer.calibrated());
    step(root.putObject("bound"), answer.bound());
    answer
        .found()
        .ifPresent(found -> {
          ObjectNode search = root.putObject("search");
          search.put("legal", found.legal());
          search.put("fitting", found.fitting());
          search.put("timed", found.timed());
          list(search, "best", found.best());
          list(search, "front", found.front());
        });
    answer.uptime().ifPresent(u -> uptime(root.putObject("reliability"), u));
    return WorkloadJson.ended(root, answer.notes(), messages);
  }

  private void uptime(ObjectNode to, Uptime u) {
    Checkpointing c = u.checkpointing();
    to.put("mtbfHours", c.mtbfS() / 3600);
    to.put("mtbfIsUpperBound", u.upperBound());
    to.put("intervalSeconds", u.intervalS());
    to.put("youngSeconds", c.youngS());
    to.put("dalySeconds", c.dalyS());
    to.put("bestSeconds", c.bestS());
    to.put("goodput", u.goodput());
    to.put("goodputFirstOrder", Math.max(0, c.goodputFirstOrder(u.intervalS())));
    ObjectNode runs = to.putObject("simulated");
    runs.put("mean", u.simulated().mean());
    runs.put("low95", u.simulated().low());
    runs.put("high95", u.simulated().high());
    runs.put("failures", u.simulated().failures());
    to.put("effectiveTokensPerSecond", answer.calibrated().tokensPerSecond() * u.goodput());
    to.put("boundEffectiveTokensPerSecond", answer.bound().tokensPerSecond() * u.goodput());
    u.drawn()
        .ifPresent(f -> {
          to.put("partsWithRate", f.known());
          to.put("partsWithEstimatedRate", f.estimated());
          to.put("partsWithoutRate", f.unknown());
          ObjectNode fit = to.putObject("fitByPart");
          f.fitByKind().entrySet().stream()
              .limit(KINDS)
              .forEach(e -> fit.put(e.getKey(), e.getValue()));
        });
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
    budget(to, answer.budget(), r.tokensPerSecond());
  }

  /** Days, energy and cost of the tokens, and of one of them. */
  private void budget(ObjectNode to, Budget of, double tokensPerSecond) {
    OptionalDouble watt = Budget.joules(machine);
    watt.ifPresent(w -> to.put("joulesPerToken", w / tokensPerSecond));
    if (of.tokens() == 0) {
      return;
    }
    ObjectNode budget = to.putObject("budget");
    double seconds = of.tokens() / tokensPerSecond;
    double chipHours = seconds / 3600 * machine.fleet().count();
    budget.put("tokens", of.tokens());
    budget.put("days", seconds / 86400);
    budget.put("chipHours", chipHours);
    watt.ifPresent(w -> budget.put("energyMWh", w * seconds / 3.6e9));
    double usd = chipHours * of.usdPerChipHour();
    usd += watt.orElse(0) * seconds / 3.6e6 * of.usdPerKWh();
    if (usd > 0) {
      budget.put("costUsd", usd);
    }
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
      TrainingResult bound = answer.bounds().get(r.strategy());
      node.put("boundStepSeconds", bound.stepSeconds());
      node.put("boundMfu", bound.utilisation().mfu());
      node.put("boundTokensPerSecond", bound.tokensPerSecond());
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
    to.put("offload", s.offload());
  }
}
