package supernode.app;

import java.util.Map;
import java.util.TreeMap;
import supernode.analysis.workload.MemoryWall;
import supernode.analysis.workload.WorkloadAnswer;
import supernode.solve.workload.roofline.Roofline;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rooflines of a workload as JSON: roofs, and each operator a point. */
final class RooflineJson {
  private RooflineJson() {}

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
      point.put("limit", p.limit());
      ObjectNode seconds = point.putObject("seconds");
      new TreeMap<>(p.seconds()).forEach(seconds::put);
    }
  }
}
