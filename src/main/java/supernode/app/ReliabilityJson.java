package supernode.app;

import java.util.Map;
import supernode.analysis.Result;
import supernode.analysis.ResultUnit;
import supernode.analysis.reliability.FabricLoss;
import supernode.analysis.reliability.PartLoss;
import supernode.analysis.reliability.PlaneLoss;
import supernode.analysis.reliability.Resilience;
import supernode.design.Fabric;
import tools.jackson.databind.node.ObjectNode;

/** What a drawing stands to lose, as JSON. */
final class ReliabilityJson {
  private static final String PREFIX = "reliability.";

  private ReliabilityJson() {}

  static void write(ObjectNode node, Resilience r) {
    node.put("counted", r.counted().key());
    node.put("accelerators", r.accelerators());
    node.put("spares", r.spares());
    node.put("domainAccelerators", r.domain());
    ObjectNode results = node.putObject("results");
    for (Result result : r.results()) {
      results.put(result.id().substring(PREFIX.length()), ResultUnit.valueOf(result));
    }
    node.put("mtbfIsUpperBound", r.isUpperBound());
    node.put("estimatedRates", r.estimated());
    node.put("unknownRates", r.unknown());
    node.put("notLookedAt", r.skipped());
    var parts = node.putArray("losses");
    r.losses().forEach(l -> loss(parts.addObject(), l));
    var planes = node.putArray("planes");
    r.planes().forEach(p -> plane(planes.addObject(), p));
  }

  private static void loss(ObjectNode node, PartLoss l) {
    node.put("of", l.path());
    node.put("part", l.what());
    node.put("gives", l.cause().key());
    node.put("isLink", l.link());
    node.put("count", l.count());
    node.put("example", l.example());
    node.put("isSinglePoint", l.isSinglePoint());
    node.put("stopsJob", l.stopsJob());
    node.put("acceleratorsLost", l.accelerators());
    ObjectNode fabrics = node.putObject("fabrics");
    for (Map.Entry<Fabric, FabricLoss.Left> e : l.fabrics().entrySet()) {
      ObjectNode fabric = fabrics.putObject(e.getKey().key());
      fabric.put("bandwidthLeft", e.getValue().left());
      fabric.put("bandwidthLeftIsEstimate", e.getValue().estimated());
      fabric.put("acceleratorsCutOff", e.getValue().cutOff());
    }
    l.rate()
        .ifPresent(r -> {
          node.put("failureFit", r.fit().value());
          node.put("failureFitIsOfItsKind", r.estimated());
          node.put("failureFitConfidence", r.fit().confidence().key());
          node.put("failureFitSource", r.fit().source());
        });
  }

  private static void plane(ObjectNode node, PlaneLoss p) {
    node.put("fabric", p.fabric().key());
    node.put("planes", p.planes());
    node.put("bandwidthLeft", p.left());
    node.put("injectionGBps", p.sound() / 1e9);
    node.put("injectionOneLostGBps", p.sound() * p.left() / 1e9);
    var steps = node.putArray("trainingSteps");
    for (PlaneLoss.Step s : p.steps()) {
      ObjectNode step = steps.addObject();
      step.put("workload", s.workload());
      step.put("stepSeconds", s.soundS());
      step.put("stepOneLostSeconds", s.degradedS());
      step.put("boundStepSeconds", s.boundSoundS());
      step.put("boundStepOneLostSeconds", s.boundDegradedS());
    }
  }
}
