package supernode.app;

import supernode.analysis.workload.Budget;
import supernode.analysis.workload.Machine;
import supernode.analysis.workload.ServingAnswer;
import supernode.quantity.Messages;
import supernode.solve.workload.machine.ChipFlows;
import supernode.solve.workload.serve.CacheTransfer;
import supernode.solve.workload.serve.InferenceStep;
import supernode.solve.workload.serve.Objective;
import supernode.solve.workload.serve.Percentiles;
import supernode.solve.workload.serve.QueueResult;
import supernode.solve.workload.serve.Service;
import supernode.solve.workload.serve.StepCost;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A service as JSON, version 1; its schema is supernode-serve-1.schema.json. */
final class ServeJson {
  private final ServingAnswer answer;
  private final Machine machine;
  private final Messages messages;

  ServeJson(ServingAnswer answer, Messages messages) {
    this.answer = answer;
    this.machine = answer.machine();
    this.messages = messages;
  }

  ObjectNode root() {
    ObjectNode root = WorkloadJson.begun("serve", answer.model(), machine.fleet());
    served(root, answer.calibrated());
    served(root.putObject("bound"), answer.bound());
    return WorkloadJson.ended(root, answer.notes(), messages);
  }

  private void served(ObjectNode to, ServingAnswer.Served of) {
    Service service = of.service();
    QueueResult r = of.queue();
    to.put("chips", service.chips());
    percentiles(to.putObject("ttftSeconds"), r.ttft());
    percentiles(to.putObject("tpotSeconds"), r.tpot());
    percentiles(to.putObject("endToEndSeconds"), r.endToEnd());
    to.put("requestsPerSecond", r.requestsPerSecond());
    to.put("inputTokensPerSecond", r.inputPerSecond());
    to.put("outputTokensPerSecond", r.outputPerSecond());
    to.put("tokensPerSecondPerDevice", r.outputPerSecond() / service.chips());
    to.put("concurrentRequests", r.concurrent());
    to.put("replicasBusyShare", r.busyShare());
    decode(to.putObject("decode"), of);
    prefill(to.putObject("prefill"), of);
    ObjectNode bottleneck = to.putObject("bottleneck");
    bottleneck.put("part", of.decodeStep().longest());
    bottleneck.put("reason", messages.say("serve.bottleneck." + of.decodeStep().longest()));
    cost(to, service, r);
    of.most().ifPresent(most -> capacity(to.putObject("withinObjective"), service, most));
  }

  private static void percentiles(ObjectNode to, Percentiles p) {
    to.put("mean", p.mean());
    to.put("p50", p.p50());
    to.put("p90", p.p90());
    to.put("p95", p.p95());
    to.put("p99", p.p99());
  }

  private void decode(ObjectNode to, ServingAnswer.Served of) {
    InferenceStep step = of.service().decode();
    layout(to, step, of.service().decodeInstances());
    to.put("batchPerReplica", of.batch());
    to.put("contextTokens", of.context());
    parts(to, of.decodeStep());
    ObjectNode memory = to.putObject("memoryGiB");
    double limit = machine.fleet().chip().memoryBytes();
    memory.put("weights", step.on().weightBytes(answer.model()) / WorkloadJson.GIB);
    memory.put("cacheRoom", step.cacheRoomBytes() / WorkloadJson.GIB);
    memory.put("pool", step.options().poolBytes() / WorkloadJson.GIB);
    memory.put("limit", limit / WorkloadJson.GIB);
    to.put("cacheTokensPerReplica", Math.floor(step.cacheTokens()));
  }

  private void prefill(ObjectNode to, ServingAnswer.Served of) {
    Service s = of.service();
    layout(to, s.prefill(), s.apart() ? s.prefillInstances() : s.decodeInstances());
    to.put("apart", s.apart());
    parts(to, of.prefillStep());
    to.put("transferSeconds", of.transfer().map(Service.Transferred::seconds).orElse(0.0));
    to.put("reuseSeconds", of.reuseSeconds());
    s.reuse().ifPresent(r -> way(to.putObject("reuse"), r.at(answer.mix().perSecond())));
    of.transfer().ifPresent(t -> transfer(to.putObject("transfer"), s, t));
  }

  private static void transfer(ObjectNode to, Service s, Service.Transferred of) {
    to.put("seconds", of.seconds());
    to.put("addedTtftSeconds", of.addedSeconds());
    to.put("hiddenShare", of.hiddenShare());
    to.put("pieces", s.pieces());
    way(to, of.way());
  }

  private static void way(ObjectNode to, CacheTransfer.Way way) {
    to.put("latencySeconds", way.latencyS());
    to.put("GBpsPerReplica", way.bytesPerS() / 1e9);
    to.put("slowestGBpsPerReplica", way.slowestBytesPerS() / 1e9);
    to.put("aloneGBpsPerReplica", way.aloneBytesPerS() / 1e9);
    ObjectNode fabrics = to.putObject("shareByFabric");
    fabrics.put("scaleUp", way.insideShare());
    fabrics.put("scaleOut", 1 - way.insideShare());
    ArrayNode limits = to.putArray("limitingLinks");
    for (ChipFlows.Link l : way.limits()) {
      ObjectNode link = limits.addObject();
      link.put("fabric", l.inside() ? "scale-up" : "scale-out");
      link.put("from", l.from());
      link.put("to", l.to());
      link.put("GBps", l.bytesPerS() / 1e9);
    }
    to.put("othersShare", way.othersShare());
    to.put("pairsOfReplicas", way.pairs());
    to.put("allPairs", way.allPairs());
  }

  private static void layout(ObjectNode to, InferenceStep step, int instances) {
    to.put("tp", step.on().tp());
    to.put("replicas", step.on().replicas());
    to.put("instances", instances);
  }

  private static void parts(ObjectNode to, StepCost cost) {
    to.put("stepSeconds", cost.total());
    ObjectNode parts = to.putObject("parts");
    parts.put("computeSeconds", cost.compute());
    parts.put("cacheOfComputeSeconds", cost.cache());
    parts.put("poolSeconds", cost.pool());
    parts.put("tensorParallelSeconds", cost.tensor());
    parts.put("expertParallelSeconds", cost.expert());
  }

  private void cost(ObjectNode to, Service service, QueueResult r) {
    double chipHours = service.chips() / 3600.0;
    double watt = Budget.joules(machine, service.chips()).orElse(0);
    if (watt > 0) {
      to.put("joulesPerToken", watt / r.outputPerSecond());
    }
    double usdPerSecond =
        chipHours * answer.budget().usdPerChipHour() + watt / 3.6e6 * answer.budget().usdPerKWh();
    if (usdPerSecond > 0) {
      to.put("usdPerDay", usdPerSecond * 86400);
      to.put("usdPerMillionTokens", usdPerSecond / r.outputPerSecond() * 1e6);
    }
  }

  private void capacity(ObjectNode to, Service service, Objective.Capacity capacity) {
    QueueResult most = capacity.queue();
    to.put("requestsPerSecond", capacity.perSecond());
    to.put("outputTokensPerSecond", most.outputPerSecond());
    to.put("tokensPerSecondPerDevice", most.outputPerSecond() / service.chips());
    to.put("concurrentRequests", most.concurrent());
    to.put("ttftP99Seconds", most.ttft().p99());
    to.put("tpotP99Seconds", most.tpot().p99());
    if (answer.perUserHour() > 0) {
      to.put("users", Math.floor(capacity.perSecond() * 3600 / answer.perUserHour()));
    }
  }
}
