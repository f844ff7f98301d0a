package supernode.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import supernode.analysis.Analysis;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.FabricAnswer;
import supernode.analysis.Finding;
import supernode.analysis.LoopDetail;
import supernode.analysis.PowerAnswer;
import supernode.analysis.Result;
import supernode.analysis.ResultUnit;
import supernode.analysis.reliability.Verdict;
import supernode.analysis.score.Appraisal;
import supernode.analysis.workload.Workloads;
import supernode.design.Fabric;
import supernode.quantity.Messages;
import supernode.solve.Outcome;
import supernode.solve.cooling.power.Pue;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An analysis as JSON, version 1; its schema is assets/schema/supernode-analysis-1.schema.json. */
final class AnalysisJson {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final double PER_MINUTE_LITRES = 60_000;

  private AnalysisJson() {}

  static String text(Analysis analysis, Messages messages) {
    return text(
        analysis,
        new TopologyJson.Further(Optional.empty(), Optional.empty()),
        List.of(),
        messages);
  }

  /**
   * @param further curves of degradation and latency under load, if these are wanted
   * @param workloads answers to the workloads of the scenario
   */
  static String text(
      Analysis analysis,
      TopologyJson.Further further,
      List<Workloads.Answered> workloads,
      Messages messages) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-analysis");
    root.put("version", 1);
    root.put("design", analysis.design().name());
    root.put("scenario", analysis.scenario());
    results(root.putObject("totals"), analysis.totals());
    ObjectNode networks = root.putObject("network");
    for (Map.Entry<Fabric, Outcome<FabricAnswer>> e : analysis.networks().entrySet()) {
      ObjectNode node = networks.putObject(e.getKey().key());
      status(node, e.getValue(), messages);
      e.getValue()
          .asOptional()
          .ifPresent(a -> {
            fabric(node, a, messages);
            further
                .failing()
                .ifPresent(part ->
                    DegradationJson.write(
                        node.putObject("degradation"), part, a.degradation(), messages));
            further.offered().ifPresent(o -> LoadedLatencyJson.write(node, a.views(), o, messages));
          });
    }
    ObjectNode cooling = root.putObject("cooling");
    status(cooling, analysis.cooling(), messages);
    analysis.cooling().asOptional().ifPresent(a -> cooling(cooling, a));
    ObjectNode power = root.putObject("power");
    status(power, analysis.power(), messages);
    analysis.power().asOptional().ifPresent(a -> power(power, a));
    if (!workloads.isEmpty()) {
      ObjectNode node = root.putObject("workloads");
      workloads.forEach(w -> workload(node.putObject(w.name()), w, messages));
    }
    Appraisal worth = Appraisal.of(analysis, workloads, () -> false);
    ObjectNode reliability = root.putObject("reliability");
    status(reliability, worth.resilience(), messages);
    worth.resilience().asOptional().ifPresent(r -> ReliabilityJson.write(reliability, r));
    ScoreJson.put(root.putArray("score"), worth.score(), messages);
    Verdict verdict = Verdict.of(analysis, workloads, worth.resilience());
    root.set("findings", findings(verdict.findings(), messages));
    return JSON.writeValueAsString(root);
  }

  private static void workload(ObjectNode node, Workloads.Answered of, Messages messages) {
    node.put("kind", of.kind().key());
    status(node, of.answer(), messages);
    of.story().ifPresent(t -> node.put("story", messages.say(t)));
    of.answer()
        .asOptional()
        .ifPresent(answer -> {
          results(node.putObject("results"), of.results().stream().flatMap(Result::modes).toList());
          node.set("answer", WorkloadJson.root(answer, messages));
          RooflineJson.put(node, answer);
        });
  }

  static String findingsText(List<Finding> findings, Messages messages) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-findings");
    root.put("version", 1);
    root.set("findings", findings(findings, messages));
    return JSON.writeValueAsString(root);
  }

  private static <T> void status(ObjectNode node, Outcome<T> outcome, Messages messages) {
    node.put(
        "status",
        switch (outcome) {
          case Outcome.Solved<T> _ -> "solved";
          case Outcome.NotConverged<T> _ -> "not-converged";
          case Outcome.NotApplicable<T> _ -> "not-applicable";
        });
    outcome.whyNot().ifPresent(t -> node.put("reason", messages.say(t)));
  }

  // "scaleUp.bisectionGBps" stands in its section as "bisectionGBps".
  private static void results(ObjectNode node, Iterable<Result> results) {
    for (Result r : results) {
      String key = r.id().substring(r.id().lastIndexOf('.') + 1);
      double value = ResultUnit.valueOf(r);
      if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        node.put(key, (long) value);
      } else {
        node.put(key, value);
      }
    }
  }

  private static void fabric(ObjectNode node, FabricAnswer answer, Messages messages) {
    results(node, answer.results());
    FabricJson.write(node, answer, messages);
    ArrayNode latency = node.putArray("latencyDistribution");
    for (FabricAnswer.LatencyBin bin : answer.latency()) {
      ObjectNode entry = latency.addObject();
      entry.put("latencyNs", bin.latencyS() * 1e9);
      entry.put("pairs", bin.pairs());
    }
  }

  private static void cooling(ObjectNode node, CoolingAnswer answer) {
    results(node, answer.results());
    ArrayNode chips = node.putArray("chips");
    for (CoolingAnswer.Chip chip : answer.chips()) {
      ObjectNode entry = chips.addObject();
      entry.put("place", chip.place());
      entry.put("junctionC", chip.junctionC());
      if (Double.isFinite(chip.limitC())) {
        entry.put("limitC", chip.limitC());
      }
      entry.put("inletC", chip.inletC());
    }
    ArrayNode branches = node.putArray("branches");
    for (CoolingAnswer.Branch branch : answer.branches()) {
      ObjectNode entry = branches.addObject();
      entry.put("place", branch.place());
      entry.put("flowLpm", branch.flowM3S() * PER_MINUTE_LITRES);
      entry.put("outletC", branch.outletC());
    }
    detail(node, answer.detail());
  }

  private static void detail(ObjectNode node, LoopDetail detail) {
    ArrayNode parts = node.putArray("parts");
    for (LoopDetail.Part p : detail.parts()) {
      ObjectNode entry = parts.addObject().put("place", p.place());
      entry.put("flowLpm", p.flowM3S() * PER_MINUTE_LITRES);
      entry.put("pressureKPa", p.pressurePa() / 1e3);
      entry.put("lossKPa", p.lossPa() / 1e3);
      entry.put("inletC", p.inletC());
      entry.put("outletC", p.outletC());
    }
    ArrayNode units = node.putArray("units");
    for (LoopDetail.Unit u : detail.units()) {
      ObjectNode entry = units.addObject().put("place", u.place());
      entry.put("mode", u.mode().name().toLowerCase(Locale.ROOT));
      entry.put("supplyC", u.supplyC());
      entry.put("returnC", u.returnC());
      entry.put("dutyKW", u.dutyW() / 1e3);
      entry.put("primaryC", u.primaryC());
      entry.put("primaryFlowLpm", u.primaryFlowM3S() * PER_MINUTE_LITRES);
      entry.put("powerKW", u.powerW() / 1e3);
    }
    ArrayNode pumps = node.putArray("pumps");
    for (LoopDetail.Duty d : detail.pumps()) {
      ObjectNode entry = pumps.addObject().put("place", d.place());
      entry.put("flowLpm", d.flowM3S() * PER_MINUTE_LITRES);
      entry.put("riseKPa", d.risePa() / 1e3);
      entry.put("speed", d.speed());
      entry.put("powerKW", d.electricW() / 1e3);
    }
    ArrayNode loops = node.putArray("loops");
    for (LoopDetail.Loop l : detail.loops()) {
      ObjectNode entry = loops.addObject().put("place", l.place());
      entry.put("coolant", l.coolant());
      entry.put("basis", l.basis());
      entry.put("percent", l.percent());
      entry.put("solved", l.solved());
      entry.put("energyResidual", l.energyResidual());
    }
    ObjectNode speeds = node.putObject("computeSpeed");
    new TreeMap<>(detail.speeds()).forEach(speeds::put);
  }

  private static void power(ObjectNode node, PowerAnswer answer) {
    results(node, answer.results());
    ObjectNode kinds = node.putObject("byKindW");
    answer.byKind().forEach((k, w) -> kinds.put(k.substring(k.indexOf('.') + 1), w));
    answer.pue().ifPresent(pue -> pueParts(node.putObject("pueParts"), pue));
  }

  private static void pueParts(ObjectNode parts, Pue pue) {
    parts.put("itKW", pue.itW() / 1e3);
    parts.put("computeKW", pue.computeW() / 1e3);
    parts.put("loopPumpKW", pue.loopPumpW() / 1e3);
    parts.put("facilityPumpKW", pue.facilityPumpW() / 1e3);
    parts.put("fanKW", pue.fanW() / 1e3);
    parts.put("chillerKW", pue.chillerW() / 1e3);
    parts.put("electricalKW", pue.electricalW() / 1e3);
  }

  private static ArrayNode findings(List<Finding> findings, Messages messages) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Finding f : findings) {
      finding(list.addObject(), f, messages);
    }
    return list;
  }

  private static void finding(ObjectNode node, Finding f, Messages messages) {
    node.put("kind", f.kind());
    node.put("severity", f.severity().name().toLowerCase(Locale.ROOT));
    node.put("text", messages.say(f.text()));
    ArrayNode places = node.putArray("places");
    f.places().forEach(places::add);
    ArrayNode mends = node.putArray("mends");
    f.mends().forEach(m -> mends.add(messages.say(m.text())));
    f.sizes().forEach(w -> mends.add(messages.say(w.text())));
  }
}
