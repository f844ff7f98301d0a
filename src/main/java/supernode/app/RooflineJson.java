package supernode.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import supernode.analysis.workload.MemoryWall;
import supernode.analysis.workload.WorkloadAnswer;
import supernode.quantity.Messages;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.roofline.Roofline;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rooflines of a workload as JSON: roofs, and each operator a point. */
final class RooflineJson {
  private RooflineJson() {}

  /** The answer of the command, version 1; its schema is supernode-roofline-1.schema.json. */
  static ObjectNode root(
      WorkloadAnswer answer,
      List<MemoryWall.Swapped> swapped,
      OptionalDouble poolBytesPerS,
      Messages messages) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-roofline");
    root.put("version", 1);
    WorkloadJson.fleet(root.putObject("machine"), answer.machine().fleet());
    Chip chip = answer.machine().fleet().chip();
    ObjectNode own = root.putObject("memory");
    own.put("memoryGB", chip.memoryBytes() / 1e9);
    own.put("memoryGBps", chip.memoryBytesPerS() / 1e9);
    speed(own, answer);
    put(root, answer);
    ArrayNode others = root.putArray("otherMemory");
    for (MemoryWall.Swapped s : swapped) {
      ObjectNode other = others.addObject();
      other.put("stack", s.generation().id());
      other.put("stacks", s.stacks());
      other.put("memoryGB", s.bytes() / 1e9);
      other.put("memoryGBps", s.bytesPerS() / 1e9);
      s.answer()
          .asOptional()
          .ifPresentOrElse(
              a -> {
                speed(other, a);
                put(other, a);
              },
              () -> other.put("reason", messages.say(s.answer().whyNot().orElseThrow())));
    }
    pooled(answer, poolBytesPerS, Mode.CALIBRATED)
        .ifPresent(p -> {
          ObjectNode pool = root.putObject("pool");
          pool.put("holds", p.what());
          pool.put("bytes", p.bytes());
          pool.put("GBps", p.bytesPerS() / 1e9);
          pool.put("movedBytesPerStep", p.movedBytes());
          pool.put("moreSeconds", p.seconds());
          pool.put("moreShare", p.share());
          pooled(answer, poolBytesPerS, Mode.BOUND)
              .ifPresent(b -> {
                pool.put("boundMoreSeconds", b.seconds());
                pool.put("boundMoreShare", b.share());
              });
        });
    return root;
  }

  private static Optional<MemoryWall.Pooled> pooled(
      WorkloadAnswer answer, OptionalDouble bytesPerS, Mode mode) {
    return bytesPerS.isEmpty()
        ? Optional.empty()
        : MemoryWall.pooled(answer, bytesPerS.getAsDouble(), mode);
  }

  private static void speed(ObjectNode to, WorkloadAnswer answer) {
    to.put("seconds", MemoryWall.seconds(answer, Mode.CALIBRATED));
    to.put("tokensPerSecond", MemoryWall.tokensPerSecond(answer, Mode.CALIBRATED));
    to.put("boundSeconds", MemoryWall.seconds(answer, Mode.BOUND));
    to.put("boundTokensPerSecond", MemoryWall.tokensPerSecond(answer, Mode.BOUND));
  }

  static void put(ObjectNode to, WorkloadAnswer answer) {
    Map<String, Roofline> phases = MemoryWall.rooflines(answer);
    if (!phases.isEmpty()) {
      ObjectNode node = to.putObject("rooflines");
      phases.forEach((phase, roofline) -> write(node.putObject(phase), roofline));
    }
  }

  private static void write(ObjectNode node, Roofline roofline) {
    ArrayNode roofs = node.putArray("roofs");
    roofline
        .roofs()
        .forEach(r -> roofs.addObject().put("roof", r.key()).put("GBps", r.bytesPerS() / 1e9));
    ArrayNode operators = node.putArray("operators");
    for (Roofline.Point p : roofline.points()) {
      ObjectNode point = operators.addObject();
      point.put("operator", p.operator().key());
      point.put("flops", p.operator().flops());
      point.put("memoryBytes", p.operator().memoryBytes());
      point.put("flopsPerByte", p.intensity());
      point.put("peakTflops", p.peakFlopsPerS() / 1e12);
      point.put("attainableTflops", p.attainableFlopsPerS() / 1e12);
      point.put("calibratedTflops", p.calibratedFlopsPerS() / 1e12);
      point.put("limit", p.limit());
      ObjectNode seconds = point.putObject("seconds");
      new TreeMap<>(p.seconds()).forEach(seconds::put);
    }
  }
}
