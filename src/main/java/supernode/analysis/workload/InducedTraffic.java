package supernode.analysis.workload;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.analysis.Analysis;
import supernode.analysis.FabricAnswer;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.design.TrafficPattern;
import supernode.design.Workload;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.workload.train.StepTraffic;

/**
 * The traffic that a training workload puts on a fabric: who sends to whom in a step, each in
 * proportion to its bytes. Chip n of the job is endpoint n of the fabric. What stays in a domain is
 * the scale-up fabric's, what leaves it the other fabrics'.
 */
public final class InducedTraffic {
  /** Flows of less than this part of the largest are left out: weights have a bound. */
  private static final double LEAST = 1e-5;

  private InducedTraffic() {}

  /** As {@link #of(Analysis, String, Fabric, BooleanSupplier)}, to its end. */
  public static Outcome<TrafficPattern> of(Analysis analysis, String name, Fabric fabric) {
    return of(analysis, name, fabric, () -> false);
  }

  /**
   * @param name of a workload of the analysed scenario
   * @param cancelled asked now and then, while a strategy is searched
   * @return not applicable where it does not train, has no answer, or sends nothing there
   * @throws CancellationException when cancelled
   */
  public static Outcome<TrafficPattern> of(
      Analysis analysis, String name, Fabric fabric, BooleanSupplier cancelled) {
    Scenario scenario = analysis.design().scenarios().get(analysis.scenario());
    Workload workload = scenario.workloads().get(name);
    if (workload == null) {
      return Outcome.notApplicable(
          "traffic.noWorkload", name, String.join(", ", scenario.workloads().keySet()));
    }
    int endpoints =
        analysis
            .networks()
            .getOrDefault(fabric, Outcome.notApplicable("analysis.noFabric"))
            .asOptional()
            .map(FabricAnswer::views)
            .map(v -> v.endpoints())
            .orElse(0);
    return Machine.of(analysis)
        .flatMap(m ->
            Workloads.answer(name, workload, m, cancelled)
                .flatMap(answer ->
                    answer instanceof TrainingAnswer training
                        ? pattern(
                            training, endpoints, m.fleet().domainSize(), fabric == Fabric.SCALE_UP)
                        : Outcome.notApplicable("traffic.notTraining", name)));
  }

  private static Outcome<TrafficPattern> pattern(
      TrainingAnswer answer, int endpoints, int domain, boolean inside) {
    List<StepTraffic.Flow> flows = StepTraffic.of(answer.job(), answer.calibrated().strategy());
    Map<Long, Double> bytes = new TreeMap<>();
    for (StepTraffic.Flow f : flows) {
      boolean there = f.from() < endpoints && f.to() < endpoints;
      if (there && (f.from() / domain == f.to() / domain) == inside) {
        bytes.merge(((long) f.from() << 32) | f.to(), f.bytes(), Double::sum);
      }
    }
    if (bytes.isEmpty()) {
      return new Outcome.NotApplicable<>(Text.of("traffic.nothingSent"));
    }
    if (bytes.size() > TrafficPattern.MAX_DEMANDS) {
      return Outcome.notApplicable("traffic.tooManySent", bytes.size(), TrafficPattern.MAX_DEMANDS);
    }
    double most = bytes.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return Outcome.solved(
        new TrafficPattern.Matrix(
            bytes.entrySet().stream()
                .filter(e -> e.getValue() > LEAST * most)
                .map(e -> {
                  int from = (int) (e.getKey() >> 32);
                  int to = e.getKey().intValue();
                  return new TrafficPattern.Demand(
                      new TrafficPattern.Range(from, from),
                      new TrafficPattern.Range(to, to),
                      e.getValue() / most,
                      OptionalDouble.empty());
                })
                .toList()));
  }
}
