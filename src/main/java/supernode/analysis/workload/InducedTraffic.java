package supernode.analysis.workload;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.analysis.Analysis;
import supernode.analysis.DrawnFleet;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.design.TrafficPattern;
import supernode.design.Workload;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.workload.train.StepTraffic;

/**
 * The traffic that a training workload puts on a fabric: who sends to whom in a step, each in
 * proportion to its bytes. Chip n of the job is the n-th of the kind that the job names; between
 * domains it sends through its own NICs. What stays in a domain is the scale-up fabric's, what
 * leaves it the other fabrics'.
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
    String chip = Workloads.chip(workload);
    return Machine.of(analysis, chip)
        .flatMap(m ->
            Workloads.answer(name, workload, m, cancelled)
                .flatMap(answer ->
                    answer instanceof TrainingAnswer training
                        ? pattern(
                            training,
                            DrawnFleet.endpoints(analysis, chip, fabric),
                            m.fleet().domainSize(),
                            fabric == Fabric.SCALE_UP)
                        : Outcome.notApplicable("traffic.notTraining", name)));
  }

  private static Outcome<TrafficPattern> pattern(
      TrainingAnswer answer, int[][] endpoints, int domain, boolean inside) {
    List<StepTraffic.Flow> flows = StepTraffic.of(answer.job(), answer.calibrated().strategy());
    Map<Long, Double> bytes = new TreeMap<>();
    for (StepTraffic.Flow f : flows) {
      boolean there = f.from() < endpoints.length && f.to() < endpoints.length;
      if (there && (f.from() / domain == f.to() / domain) == inside) {
        share(endpoints[f.from()], endpoints[f.to()], f.bytes(), bytes);
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

  /** A chip with several NICs sends through all of them alike. */
  private static void share(int[] from, int[] to, double bytes, Map<Long, Double> sums) {
    int ways = from.length == 0 || to.length == 0 ? 0 : Math.max(from.length, to.length);
    for (int w = 0; w < ways; w++) {
      int a = from[w % from.length];
      int b = to[w % to.length];
      if (a != b) {
        sums.merge(((long) a << 32) | b, bytes / ways, Double::sum);
      }
    }
  }
}
