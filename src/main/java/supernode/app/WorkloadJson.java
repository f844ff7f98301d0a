package supernode.app;

import java.util.List;
import supernode.analysis.workload.ScheduleAnswer;
import supernode.analysis.workload.ServingAnswer;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.WorkloadAnswer;
import supernode.catalog.Sourced;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.solve.workload.machine.Efficiency;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.model.Transformer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the answers of workload commands have in common. */
final class WorkloadJson {
  static final double GIB = Math.scalb(1.0, 30);

  private WorkloadJson() {}

  /** The whole answer, as its own command prints it. */
  static ObjectNode root(WorkloadAnswer answer, Messages messages) {
    return switch (answer) {
      case TrainingAnswer a -> new TrainJson(a, messages).root();
      case ServingAnswer a -> new ServeJson(a, messages).root();
      case ScheduleAnswer a -> ScheduleJson.root(a, messages);
    };
  }

  /** An answer with what every one of them begins with. */
  static ObjectNode begun(String kind, Transformer model, Fleet fleet) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-" + kind);
    root.put("version", 1);
    model(root.putObject("model"), model);
    fleet(root.putObject("machine"), fleet);
    return root;
  }

  /** The same with what every one ends with. */
  static ObjectNode ended(ObjectNode root, List<Text> notes, Messages messages) {
    notes(root.putArray("notes"), notes, messages);
    constants(root.putArray("constants"));
    return root;
  }

  private static void model(ObjectNode to, Transformer model) {
    to.put("name", model.name());
    to.put("parameters", model.parameters().total());
    to.put("activeParameters", model.parameters().active());
    to.put("kvBytesPerToken", model.cacheBytesPerToken());
  }

  static void fleet(ObjectNode to, Fleet fleet) {
    to.put("chip", fleet.chip().name());
    to.put("count", fleet.count());
    to.put("domainSize", fleet.domainSize());
    if (fleet.domainSize() > 1) {
      to.put("scaleUpGBps", fleet.scaleUp().bytesPerS() / 1e9);
      to.put("scaleUpLatencyNs", fleet.scaleUp().latencyS() * 1e9);
    }
    if (fleet.count() > fleet.domainSize()) {
      to.put("scaleOutGBps", fleet.scaleOut().bytesPerS() / 1e9);
      to.put("scaleOutLatencyNs", fleet.scaleOut().latencyS() * 1e9);
    }
    to.put("clockShare", fleet.chip().clockShare());
  }

  static void notes(ArrayNode to, List<Text> notes, Messages messages) {
    notes.forEach(n -> to.add(messages.say(n)));
  }

  /** What the calibrated figures rest on. */
  static void constants(ArrayNode to) {
    constant(to.addObject(), "operationEfficiency", Efficiency.CALIBRATED.origin());
    constant(to.addObject(), "attentionEfficiency", Efficiency.ATTENTION);
    constant(to.addObject(), "attentionBackward", Efficiency.ATTENTION_BACKWARD);
    constant(to.addObject(), "busyInsideDomain", Efficiency.BUSY_INSIDE);
    constant(to.addObject(), "busyBetweenDomains", Efficiency.BUSY_BETWEEN);
    constant(to.addObject(), "kernelGaps", Efficiency.CALIBRATED.gaps());
    constant(to.addObject(), "sustainedMatrixShare", Efficiency.SUSTAINED);
  }

  private static void constant(ObjectNode to, String name, Sourced s) {
    to.put("name", name);
    to.put("value", s.value());
    to.put("confidence", s.confidence().key());
    to.put("source", s.source());
    to.put("note", s.note());
  }
}
