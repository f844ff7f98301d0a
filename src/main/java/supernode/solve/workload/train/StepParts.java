package supernode.solve.workload.train;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of a step goes on the slowest stage, second. Communication is what is not hidden.
 *
 * @param compute matrices and memory traffic of all microbatches, what is worked out again included
 * @param recompute of {@code compute}, that share
 */
public record StepParts(
    double compute,
    double recompute,
    double tensor,
    double expert,
    double context,
    double pipeline,
    double bubble,
    double data,
    double optimizer) {
  public double total() {
    return compute + tensor + expert + context + pipeline + bubble + data + optimizer;
  }

  /** Parts that add up to the step, by their keys. */
  public Map<String, Double> byKey() {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("compute", compute);
    parts.put("tensorParallel", tensor);
    parts.put("expertParallel", expert);
    parts.put("contextParallel", context);
    parts.put("pipelineParallel", pipeline);
    parts.put("bubble", bubble);
    parts.put("dataParallel", data);
    parts.put("optimizer", optimizer);
    return parts;
  }

  /** The part that takes longest. */
  public String longest() {
    return byKey().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
